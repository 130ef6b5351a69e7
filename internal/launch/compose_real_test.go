package launch_test

import (
	"encoding/json"
	"os"
	"testing"

	"deploylint/internal/launch/composetest"
)

// TestComposeReal compares what is made of 150 drawn compose projects with what the real parser made of them; composeoracle asks it.
func TestComposeReal(t *testing.T) {
	text, err := os.ReadFile("testdata/compose_real.json")
	if err != nil {
		t.Fatal(err)
	}
	var answers []composetest.Recorded
	if err := json.Unmarshal(text, &answers); err != nil {
		t.Fatal(err)
	}
	services := 0
	for _, answer := range answers {
		services += len(answer.Services)
		for _, err := range composetest.Differences(answer, composetest.Ours(composetest.Draw(answer.Seed))) {
			t.Error(err)
		}
	}
	if services < 300 {
		t.Errorf("%d services are recorded, which is too few", services)
	}
}
