package pytext

import (
	"fmt"
	"math"
	"testing"
)

// TestFormat compares with what CPython 3.11 writes for format(value, spec).
func TestFormat(t *testing.T) {
	tests := []struct {
		v    any
		spec string
		want string // "" where Python refuses
	}{
		{5, "", "5"},
		{5, "04d", "0005"},
		{-5, "04d", "-005"},
		{5, "+d", "+5"},
		{5, " d", " 5"},
		{255, "x", "ff"},
		{255, "#X", "0XFF"},
		{255, "#o", "0o377"},
		{5, "b", "101"},
		{1234567, ",", "1,234,567"},
		{1234567, "_", "1_234_567"},
		{65535, "_x", "ffff"},
		{65535000, "_x", "3e7_fc18"},
		{5, "<4", "5   "},
		{5, "^4", " 5  "},
		{5, "*>4", "***5"},
		{-5, "=+6", "-    5"},
		{5, ".2", ""},
		{5, ".2f", "5.00"},
		{5, "%", "500.000000%"},
		{5, "e", "5.000000e+00"},
		{5, "g", "5"},
		{100000, ".2e", "1.00e+05"},
		{5, "s", ""},
		{5, "08.2f", "00005.00"},
		{1.5, "", "1.5"},
		{1.5, ".2f", "1.50"},
		{1e16, "", "1e+16"},
		{0.1, "g", "0.1"},
		{1e-7, "g", "1e-07"},
		{123456789.0, "g", "1.23457e+08"},
		{math.Copysign(0, -1), ".1f", "-0.0"},
		{-2.5, "010.3f", "-00002.500"},
		{1234.5, ",.2f", "1,234.50"},
		{2.5, ".0f", "2"},
		{0.5, "%", "50.000000%"},
		{"ab", "", "ab"},
		{"ab", "5", "ab   "},
		{"ab", ">5", "   ab"},
		{"ab", "^5", " ab  "},
		{"ab", ".1", "a"},
		{"ab", "*<4", "ab**"},
		{"ab", "d", ""},
		{"ab", "=5", ""},
		{"é", ">3", "  é"},
		{"ab", "1000000000", ""},
	}
	for _, tt := range tests {
		t.Run(fmt.Sprint(tt.v, " ", tt.spec), func(t *testing.T) {
			f, ok := ParseSpec(tt.spec)
			got := ""
			if ok {
				switch v := tt.v.(type) {
				case int:
					got, ok = f.Int(int64(v))
				case float64:
					got, ok = f.Float(v)
				case string:
					got, ok = f.Text(v)
				}
			}
			if ok != (tt.want != "") || ok && got != tt.want {
				t.Errorf("format(%v, %q) = %q, %v; want %q", tt.v, tt.spec, got, ok, tt.want)
			}
		})
	}
}

func TestRepr(t *testing.T) {
	for _, tt := range []struct{ text, want, ascii string }{
		{"a", "'a'", "'a'"},
		{"it's", `"it's"`, `"it's"`},
		{`'"`, `'\'"'`, `'\'"'`},
		{"\n\t\r\\", `'\n\t\r\\'`, `'\n\t\r\\'`},
		{"\x00\x7f", `'\x00\x7f'`, `'\x00\x7f'`},
		{"é", "'é'", `'\xe9'`},
		{"\u20ac", "'€'", `'\u20ac'`},
		{"\U0001F600", "'😀'", `'\U0001f600'`},
	} {
		if got := Repr(tt.text, false); got != tt.want {
			t.Errorf("Repr(%q) = %s, want %s", tt.text, got, tt.want)
		}
		if got := Repr(tt.text, true); got != tt.ascii {
			t.Errorf("Repr(%q) in ASCII = %s, want %s", tt.text, got, tt.ascii)
		}
	}
	if got, want := ReprBytes("a'\xff\n"), `b"a'\xff\n"`; got != want {
		t.Errorf("ReprBytes = %s, want %s", got, want)
	}
	for f, want := range map[float64]string{1: "1.0", 1e16: "1e+16", 1e-5: "1e-05", 0.1: "0.1", 123456.789: "123456.789", math.Inf(-1): "-inf"} {
		if got := ReprFloat(f); got != want {
			t.Errorf("ReprFloat = %s, want %s", got, want)
		}
	}
}

func FuzzSpec(f *testing.F) {
	for _, s := range []string{"", ">8", "04d", "*^10", ",.2f", "#x", "=+6", "1000000000", ".999999f", "é<3"} {
		f.Add(s, int64(-7), 1.5, "text")
	}
	f.Fuzz(func(t *testing.T, spec string, n int64, x float64, text string) {
		s, ok := ParseSpec(spec)
		if !ok {
			t.Skip("no specification")
		}
		for _, format := range []func() (string, bool){
			func() (string, bool) { return s.Int(n) }, func() (string, bool) { return s.Float(x) }, func() (string, bool) { return s.Text(text) },
		} {
			if out, ok := format(); ok && len(out) > 4*(maxWidth+maxPrecision+400+len(text)) {
				t.Errorf("%q gives %d bytes", spec, len(out))
			}
		}
	})
}
