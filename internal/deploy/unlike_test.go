package deploy_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/value"
)

func TestDifferences(t *testing.T) {
	process := func(settings map[string]value.Value) *deploy.Process {
		given := func(name string) (value.Value, bool) { v, ok := settings[name]; return v, ok }
		return &deploy.Process{Settings: deploy.NewSettings(nil, given, func(string) (value.Value, bool) { return value.Value{}, false })}
	}
	broker := func(v value.Value) map[string]value.Value {
		return map[string]value.Value{"CELERY_BROKER_URL": v, "ALLOWED_HOSTS": v}
	}
	step := func(v value.Value, how value.How) value.Value { return v.With(value.Step{How: how, Name: "BROKER"}) }
	text := value.OfStr
	external := value.NotKnown(value.External, "nobody knows it")
	database := func(name string) map[string]value.Value {
		db := value.OfDict([]value.Value{text("NAME")}, []value.Value{text(name)})
		return map[string]value.Value{"DATABASES": value.OfDict([]value.Value{text("default")}, []value.Value{db}), "SECRET_KEY": text(name)}
	}
	const file = "CELERY_BROKER_URL"
	for _, c := range []struct {
		name      string
		here, web map[string]value.Value
		want      []string
	}{
		{"another text", broker(text("redis://a")), broker(text("redis://b")), []string{file + "  true"}},
		{"the same", broker(text("redis://a")), broker(text("redis://a")), nil},
		{"its default", broker(step(text("redis://a"), value.Settled)), broker(step(text("redis://b"), value.Env)), []string{file + " BROKER true"}},
		{"perhaps its default", broker(step(text("redis://a"), value.Fallback)), broker(text("redis://b")), []string{file + " BROKER false"}},
		{"the web's default", broker(text("redis://a")), broker(step(text("redis://b"), value.Fallback)), nil},
		{"supplied to the web", broker(step(text("redis://a"), value.Settled)), broker(external), []string{file + " BROKER true"}},
		{"supplied to both", broker(step(text("redis://a"), value.Env)), broker(external), nil},
		{"not known here", broker(external), broker(text("redis://a")), nil},
		{"the loopback", broker(text("redis://localhost")), broker(text("redis://a")), nil},
		{"the worst first", database("a"), database("b"), []string{"DATABASES  true", "SECRET_KEY  true"}},
	} {
		var got []string
		for _, d := range deploy.Differences(process(c.here), process(c.web)) {
			got = append(got, fmt.Sprint(d.Setting, " ", d.Lacks, " ", d.Certain))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
