package yaml_test

import (
	"testing"

	"deploylint/internal/source"
	"deploylint/internal/yaml"
)

func TestGoText(t *testing.T) {
	for text, want := range map[string]string{
		"1.10": "1.1", "0x1F": "31", "0o17": "15", "0123": "83", "1e3": "1000", "true": "true", "TRUE": "true", "yes": "yes", "12": "12",
		"2026-01-02": "2026-01-02 00:00:00 +0000 UTC", `"1.10"`: "1.10", "plain": "plain", "null": "null", "${A}": "${A}",
	} {
		d, err := yaml.Parse(source.NewFile("a.yml", "key: "+text+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		if got := d.Get("key").GoText(); got != want {
			t.Errorf("%s is %q, want %q", text, got, want)
		}
	}
	var none *yaml.Node
	if got := none.GoText(); got != "" {
		t.Errorf("nothing is %q", got)
	}
}
