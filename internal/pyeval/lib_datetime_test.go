package pyeval

import (
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"deploylint/internal/value"
)

// timedeltas are expressions with what CPython 3 says that they are: seconds of a duration, else repr.
func timedeltas() [][2]string {
	return [][2]string{
		{"timedelta(minutes=15)", "900.0"},
		{"timedelta(1, 2, 3, 4, 5, 6, 7)", "4341902.004003"},
		{"timedelta(hours=1.5)", "5400.0"},
		{"timedelta(microseconds=0.5)", "0.0"},
		{"timedelta(days=-1, seconds=1)", "-86399.0"},
		{"timedelta(days=1) - timedelta(hours=1)", "82800.0"},
		{"timedelta(days=1) + timedelta(hours=1)", "90000.0"},
		{"7 * timedelta(days=1)", "604800.0"},
		{"timedelta(days=1) * 0.5", "43200.0"},
		{"timedelta(days=1) / 2", "43200.0"},
		{"-timedelta(seconds=1)", "-1.0"},
		{"timedelta(days=1) / timedelta(hours=6)", "4.0"},
		{"timedelta(days=1) // timedelta(hours=5)", "4"},
		{"timedelta(days=1).total_seconds()", "86400.0"},
		{"int(timedelta(days=1).total_seconds())", "86400"},
		{"timedelta(seconds=-1).days", "-1"},
		{"timedelta(seconds=-1).seconds", "86399"},
		{"timedelta(milliseconds=1).microseconds", "1000"},
		{"timedelta(days=1) == timedelta(hours=24)", "True"},
		{"timedelta(days=1) == timedelta(hours=25)", "False"},
		{"timedelta(days=1) == 86400", "False"},
		{"timedelta(days=1) > timedelta(hours=23)", "True"},
		{"bool(timedelta(0))", "False"},
		{"{timedelta(days=1): 5}[timedelta(hours=24)]", "5"},
	}
}

func TestTimedelta(t *testing.T) {
	for _, c := range timedeltas() {
		r := Settings("settings", files(map[string]string{"settings.py": "from datetime import timedelta\nA = " + c[0] + "\n"}, nil))
		v, _ := r.Get("A")
		if got := number(v); got != c[1] {
			t.Errorf("%s is %s, want %s", c[0], got, c[1])
		}
	}
	for _, code := range []string{"timedelta(days=999999999)", "timedelta(weeks=10**15)", "timedelta(nothing=1)", "timedelta('1')", "timedelta(days=1) / 0"} {
		r := Settings("settings", files(map[string]string{"settings.py": "from datetime import timedelta\nA = " + code + "\n"}, nil))
		if v, _ := r.Get("A"); v.Kind() == value.Duration {
			t.Errorf("%s is %s", code, number(v))
		}
	}
}

// TestTimedeltaIsPython asks the installed Python for what is recorded.
func TestTimedeltaIsPython(t *testing.T) {
	python, err := exec.LookPath("python3")
	if err != nil || testing.Short() {
		t.Skip("python3 is asked where it is installed, and not with -short")
	}
	var program strings.Builder
	program.WriteString("from datetime import timedelta\n")
	for _, c := range timedeltas() {
		program.WriteString("a = " + c[0] + "\nprint(a.total_seconds() if isinstance(a, timedelta) else a)\n")
	}
	out, err := exec.CommandContext(t.Context(), python, "-c", program.String()).Output()
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		if c := timedeltas()[i]; line != c[1] {
			t.Errorf("Python says that %s is %s, and %s is recorded", c[0], line, c[1])
		}
	}
}

// number spells what a duration or number is as Python prints it.
func number(v value.Value) string {
	f, ok := v.Seconds()
	if !ok {
		f, ok = v.Float()
	}
	if ok {
		text := strconv.FormatFloat(f, 'f', -1, 64)
		if !strings.Contains(text, ".") {
			text += ".0"
		}
		return text
	}
	if i, ok := v.Int(); ok {
		return strconv.FormatInt(i, 10)
	}
	if b, ok := v.Bool(); ok {
		return map[bool]string{true: "True", false: "False"}[b]
	}
	return v.Kind().String()
}
