// Package secret knows what a secret looks like: which names call for one, and which values are one rather than a
// placeholder, a reference to somewhere else, or an ordinary word. It also knows where the secrets of a site stand, so that
// no report shows them.
package secret
