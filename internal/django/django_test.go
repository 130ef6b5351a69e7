package django

import (
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"deploylint/internal/value"
)

// repr writes a value as Python's repr does, for the kinds that the defaults have.
func repr(v value.Value) string {
	list := func() string {
		var parts []string
		for _, e := range v.Elems() {
			parts = append(parts, repr(e))
		}
		return strings.Join(parts, ", ")
	}
	switch v.Kind() {
	case value.None:
		return "None"
	case value.Bool:
		if b, _ := v.Bool(); b {
			return "True"
		}
		return "False"
	case value.Int:
		i, _ := v.Int()
		return strconv.FormatInt(i, 10)
	case value.Str:
		return "'" + v.Payload() + "'"
	case value.List:
		return "[" + list() + "]"
	case value.Dict:
		var parts []string
		for i, k := range v.Keys() {
			parts = append(parts, repr(k)+": "+repr(v.Elems()[i]))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	default:
		return v.Kind().String()
	}
}

func TestDefaultsAreThoseOfDjango52(t *testing.T) {
	data, err := os.ReadFile("testdata/global_settings-5.2.json")
	if err != nil {
		t.Fatal(err)
	}
	var want map[string]string
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	defaults := Defaults(Of(5, 2))
	for name, text := range want {
		got, ok := defaults[name]
		switch {
		case !ok:
			t.Errorf("%s has no default here; Django has %s", name, text)
		case got.Kind() != value.Object && repr(got) != text:
			t.Errorf("%s is %s here; Django has %s", name, repr(got), text)
		}
	}
	for name := range defaults {
		if _, ok := want[name]; !ok {
			t.Errorf("%s has a default here and none in Django 5.2", name)
		}
	}
}

func TestDefaultByVersion(t *testing.T) {
	tests := []struct {
		name    string
		version string
		want    string // "" for no setting of that version
	}{
		{"X_FRAME_OPTIONS", "2.2", "'SAMEORIGIN'"},
		{"X_FRAME_OPTIONS", "3.0", "'DENY'"},
		{"SECURE_REFERRER_POLICY", "2.2", ""},
		{"SECURE_REFERRER_POLICY", "3.0", "None"},
		{"SECURE_REFERRER_POLICY", "3.1", "'same-origin'"},
		{"FILE_UPLOAD_PERMISSIONS", "2.2", "None"},
		{"FILE_UPLOAD_PERMISSIONS", "4.2", "420"},
		{"SESSION_COOKIE_SAMESITE", "2.0", ""},
		{"SESSION_COOKIE_SAMESITE", "2.1", "'Lax'"},
		{"USE_TZ", "4.2", "False"},
		{"USE_TZ", "5.0", "True"},
		{"DEFAULT_FILE_STORAGE", "5.0", "'django.core.files.storage.FileSystemStorage'"},
		{"DEFAULT_FILE_STORAGE", "5.1", ""},
		{"MIDDLEWARE", "1.11", "None"},
		{"MIDDLEWARE", "2.0", "[]"},
		{"SECURE_CSP", "5.2", ""},
		{"SECURE_CSP", "6.0", "{}"},
		{"DATA_UPLOAD_MAX_NUMBER_FILES", "3.2.17", ""},
		{"DATA_UPLOAD_MAX_NUMBER_FILES", "3.2.18", "100"},
		{"DATA_UPLOAD_MAX_NUMBER_FILES", "4.0.9", ""},
		{"DATA_UPLOAD_MAX_NUMBER_FILES", "4.1", "100"},
		{"DEFAULT_AUTO_FIELD", "5.2", "'django.db.models.AutoField'"},
		{"DEFAULT_AUTO_FIELD", "6.0", "'django.db.models.BigAutoField'"},
		{"ROOT_URLCONF", "5.2", ""},
		{"NO_SUCH_THING", "5.2", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name+" "+tt.version, func(t *testing.T) {
			v, ok := ParseVersion(tt.version)
			if !ok {
				t.Fatalf("ParseVersion(%q) refuses", tt.version)
			}
			got, ok := Defaults(v)[tt.name]
			switch {
			case ok != (tt.want != ""):
				t.Errorf("Default says %v, want %v", ok, tt.want != "")
			case ok && repr(got) != tt.want:
				t.Errorf("got %s, want %s", repr(got), tt.want)
			}
		})
	}
}

func TestParseVersion(t *testing.T) {
	tests := []struct {
		in, want string
		ok       bool
	}{
		{"4.2", "4.2", true},
		{"4.2.11", "4.2.11", true},
		{" v5.2rc1 ", "5.2", true},
		{"4.2.*", "4.2", true},
		{"5", "5.0", true},
		{"", "0.0", false},
		{"latest", "0.0", false},
		{"99999999999999999999", "0.0", false},
	}
	for _, tt := range tests {
		v, ok := ParseVersion(tt.in)
		if ok != tt.ok || ok && v.String() != tt.want {
			t.Errorf("ParseVersion(%q) = %v, %v; want %s, %v", tt.in, v, ok, tt.want, tt.ok)
		}
	}
}

func TestSupport(t *testing.T) {
	p, ok := Support(Of(4, 2))
	if !ok || !p.LTS || !p.End.Equal(time.Date(2026, time.April, 30, 0, 0, 0, 0, time.UTC)) {
		t.Errorf("4.2: %v, %v", p, ok)
	}
	if _, ok := Support(Of(7, 3)); ok {
		t.Error("7.3 is known")
	}
	if !NewestLTS().AtLeast(5, 2) || Newest().Compare(NewestLTS()) < 0 || Oldest().AtLeast(2, 0) {
		t.Error("the series are out of order")
	}
}

func TestRemoved(t *testing.T) {
	if v, ok := Removed()["STATICFILES_STORAGE"]; !ok || v.Series() != "5.1" {
		t.Errorf("STATICFILES_STORAGE: %v, %v", v, ok)
	}
	if _, ok := Removed()["DEBUG"]; ok {
		t.Error("DEBUG is removed")
	}
	if !IsSetting("MAILERS") || IsSetting("SHOP_NAME") {
		t.Error("MAILERS is a setting, SHOP_NAME is none")
	}
}
