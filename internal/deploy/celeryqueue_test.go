package deploy_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/value"
)

func TestCeleryRoutes(t *testing.T) {
	text := value.OfStr
	dict := func(key string, v value.Value) value.Value {
		return value.OfDict([]value.Value{text(key)}, []value.Value{v})
	}
	list := func(elems ...value.Value) value.Value { return value.OfSequence(value.List, elems...) }
	pair := func(elems ...value.Value) value.Value { return value.OfSequence(value.Tuple, elems...) }
	to := func(queue string) value.Value { return dict("queue", text(queue)) }
	for _, c := range []struct {
		name   string
		routes value.Value
		want   []string
	}{
		{"a dict", dict("shop.*", to("slow")), []string{"shop.* slow"}},
		{"pairs", list(pair(text("shop.mail"), to("mail"))), []string{"shop.mail mail"}},
		{"dicts in a list", list(dict("shop.*", to("slow"))), []string{"shop.* slow"}},
		{"an empty pair", list(pair()), nil},
		{"a name alone", list(text("shop.router")), nil},
	} {
		var got []string
		given := func(name string) (value.Value, bool) { return c.routes, name == "CELERY_TASK_ROUTES" }
		for _, r := range deploy.NewSettings(nil, given, given).CeleryRoutes() {
			queue, _ := r.Queue.Text()
			got = append(got, r.Tasks+" "+queue)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}
