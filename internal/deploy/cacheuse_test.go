package deploy_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/source"
)

func TestCacheUses(t *testing.T) {
	const text = `from django.core.cache import cache as store, caches
import settings

KEY = "state"
codes = caches["codes"]

class Limits:
    def hit(self, name):
        store.incr(f"hits:{name}")
        store.add("seen", 1)
        return store.add(settings.LOCK_KEY, 1)

    async def again(self, user):
        key = "otp:" + user.phone + "/%(day)s" % {}
        await codes.aset(key, 1)
        await store.aadd("later", 1)
        if make_key(user) in caches["codes"]:
            return store.get("tries:{user.id}".format(user=user)), store.get(user), store.get("{}:%s" % user)

def other(request):
    store.set(KEY, store.get(KEY) + 1)
    store.delete(KEY)
    request.cache.set("x", 1)
    other_cache.get("y")
`
	var got []string
	for _, u := range deploy.ReadCacheUses(source.NewFile("a.py", text)) {
		got = append(got, fmt.Sprint(u.Function, " ", u.Alias, " ", u.Op, " ", u.Key))
	}
	want := []string{
		"Limits.hit default 2 hits:{}", "Limits.hit default 0 seen", "Limits.hit default 3 {LOCK_KEY}",
		"Limits.again codes 0 otp:{}/{}", "Limits.again default 0 later", "Limits.again codes 1 {make_key()}", "Limits.again default 1 tries:{}",
		"other default 2 state", "other default 1 state",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestCacheRelays(t *testing.T) {
	use := func(op deploy.CacheOp, function string, calls ...string) deploy.CacheUse {
		return deploy.CacheUse{Alias: "default", Op: op, Key: "k:{}", File: "a.py", Function: function, Calls: calls}
	}
	const w, r = deploy.CacheWrites, deploy.CacheReads
	for _, c := range []struct {
		name string
		uses []deploy.CacheUse
		want int
	}{
		{"left and taken", []deploy.CacheUse{use(w, "put"), use(r, "take")}, 1},
		{"once for a key", []deploy.CacheUse{use(w, "put"), use(w, "put2"), use(r, "take")}, 1},
		{"made anew", []deploy.CacheUse{use(r, "get"), use(w, "get"), use(w, "refresh")}, 0},
		{"made anew by another", []deploy.CacheUse{use(r, "A.get", "fill"), use(w, "A.fill")}, 0},
		{"never read", []deploy.CacheUse{use(w, "put")}, 0},
		{"counted", []deploy.CacheUse{use(deploy.CacheCounts, "hit"), use(r, "hit")}, 1},
		{"other caches", []deploy.CacheUse{use(w, "put"), {Alias: "x", Op: r, Key: "k:{}", Function: "take"}}, 0},
	} {
		if got := deploy.CacheRelays(c.uses); len(got) != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
