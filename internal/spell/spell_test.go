package spell

import "testing"

func TestNearest(t *testing.T) {
	commands := []string{"check", "rules", "explain", "version"}
	for _, test := range []struct{ name, word, want string }{
		{"swapped letters", "chekc", "check"},
		{"missing letter", "chek", "check"},
		{"extra letter", "ruless", "rules"},
		{"other case", "VERSION", "version"},
		{"something else", "deploy", ""},
		{"empty", "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := Nearest(test.word, commands); got != test.want {
				t.Errorf("Nearest(%q) = %q, want %q", test.word, got, test.want)
			}
		})
	}
}

func TestDidYouMean(t *testing.T) {
	if got, want := DidYouMean("DPL110", []string{"DPL101", "DPL501"}), ", did you mean DPL101?"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := DidYouMean("nothing", []string{"DPL101"}); got != "" {
		t.Errorf("got %q for a word that is near to nothing", got)
	}
}
