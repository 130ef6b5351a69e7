// Package support knows until when the programs that deployments are made of get fixes: a table of their series, and how a tag of an
// image names one. Django's own periods are in package django.
//
// The table is made by gen.go out of a checkout of https://github.com/endoflife-date/endoflife.date, which takes the days from the
// vendors' pages:
//
//	go run internal/support/gen.go PATH-OF-CHECKOUT
package support
