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

func TestSlipOf(t *testing.T) {
	for _, test := range []struct {
		a, b   string
		slip   Slip
		letter byte
	}{
		{"HOST", "HOST", NoSlip, 0},
		{"HOST", "HOTS", Swapped, 0},
		{"HOTS", "HOST", Swapped, 0},
		{"HOST", "HOSTS", Missing, 'S'},
		{"XHOST", "HOST", Missing, 'X'},
		{"DB_HOST", "DB1_HOST", Missing, '1'},
		{"HOST", "HAST", Replaced, 0},
		{"HOST", "HOSX", Replaced, 0},
		{"HOST", "HSOTS", NoSlip, 0},
		{"HOST", "TSOH", NoSlip, 0},
		{"", "", NoSlip, 0},
		{"", "a", Missing, 'a'},
		{"ab", "cd", NoSlip, 0},
		{"a", "abc", NoSlip, 0},
	} {
		if slip, letter := SlipOf(test.a, test.b); slip != test.slip || letter != test.letter {
			t.Errorf("SlipOf(%q, %q) = %d, %q, want %d, %q", test.a, test.b, slip, letter, test.slip, test.letter)
		}
	}
}
