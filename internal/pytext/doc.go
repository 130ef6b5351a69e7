// Package pytext knows how Python writes values as text: repr of a str, of bytes and of a float, and the format
// specifications of format() and the percent operator.
package pytext
