package pyeval

import (
	"fmt"
	"strings"
	"testing"

	"deploylint/internal/env"
	"deploylint/internal/value"
)

func TestEffects(t *testing.T) {
	const code = `import os
from pathlib import Path
BASE_DIR = Path(__file__).resolve().parent
(BASE_DIR / "logs").mkdir(exist_ok=True)
os.makedirs(os.path.join(BASE_DIR, "var", "log"), exist_ok=True)
os.makedirs("/var/log/shop")
os.makedirs(os.environ["LOG_DIR"])
Path(os.environ["OTHER"]).mkdir()
key = BASE_DIR / ".secret"
if not key.exists():
    key.write_text(os.urandom(9).hex())
with open("/srv/key", "w") as f:
    f.write("x")
open("/srv/read").read()
`
	var got []string
	for _, e := range Settings("shop", files(map[string]string{"shop.py": code}, env.New(false))).Effects {
		got = append(got, fmt.Sprint(e.Folder, " ", strings.Replace(e.Path, value.RootMark, "ROOT", 1), " ", e.Span.From().Line))
	}
	want := "true ROOT/logs 4, true ROOT/var/log 5, true /var/log/shop 6, true  7, true  8, false ROOT/.secret 11, false /srv/key 12"
	if text := strings.Join(got, ", "); text != want {
		t.Errorf("got  %s\nwant %s", text, want)
	}
}
