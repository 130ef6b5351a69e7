package report

import (
	"github.com/fatih/color"

	"deploylint/internal/lint"
)

// A palette paints parts of a text report. The library decides once per process, from stdout, whether there are
// colours; here each writer decides for itself.
type palette struct{ on bool }

func paletteOf(on bool) palette { return palette{on: on} }

func (p palette) with(s string, attributes ...color.Attribute) string {
	if !p.on || s == "" {
		return s
	}
	c := color.New(attributes...)
	c.EnableColor()
	return c.Sprint(s)
}

func (p palette) strong(s string) string { return p.with(s, color.Bold) }
func (p palette) faint(s string) string  { return p.with(s, color.Faint) }
func (p palette) good(s string) string   { return p.with(s, color.FgGreen) }

func (p palette) level(l lint.Level) string { return p.with(l.String(), hue(l), color.Bold) }

func (p palette) mark(l lint.Level, s string) string { return p.with(s, hue(l)) }

func (p palette) kind(k lint.Kind, s string) string {
	if k == lint.KindPass {
		return p.good(s)
	}
	return p.with(s, color.FgMagenta)
}

func hue(l lint.Level) color.Attribute {
	switch l {
	case lint.Error:
		return color.FgRed
	case lint.Warning:
		return color.FgYellow
	default:
		return color.FgCyan
	}
}
