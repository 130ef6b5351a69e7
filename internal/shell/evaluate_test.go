package shell

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"deploylint/internal/source"
	"deploylint/internal/value"

	"github.com/google/go-cmp/cmp"
)

// repository answers Open from a table, named relative to /srv/shop.
func repository(files map[string]string) func(name, directory string) *source.File {
	return func(name, directory string) *source.File {
		if !strings.HasPrefix(name, "/") {
			name = directory + "/" + name
		}
		name = strings.TrimPrefix(strings.ReplaceAll(name, "/./", "/"), "/srv/shop/")
		if text, ok := files[name]; ok {
			return source.NewFile(name, text)
		}
		return nil
	}
}

func given(words ...string) []Word {
	var all []Word
	for _, w := range words {
		all = append(all, Word{Text: w, Known: true})
	}
	return all
}

// describe prints what a test looks at: the final command, its directory, what is exported, and the facts.
func describe(r *Result) string {
	var b strings.Builder
	for _, s := range r.Starts {
		if !s.Final {
			continue
		}
		if s.Exec {
			b.WriteString("exec ")
		}
		b.WriteString(show(s.Words))
		if s.Conditional {
			b.WriteString(" maybe")
		}
		if s.Background {
			b.WriteString(" background")
		}
		if dir, ok := s.Directory.Text(); ok && dir != "/srv/shop" {
			b.WriteString(" in " + dir)
		}
		if s.Virtualenv.Text != "" {
			b.WriteString(" venv " + s.Virtualenv.Text)
		}
		for _, x := range s.Exports {
			if x.Name != "VIRTUAL_ENV" {
				fmt.Fprintf(&b, " %s=%s", x.Name, text(x.Value))
			}
		}
		b.WriteString("\n")
	}
	if r.StopsOnError {
		b.WriteString("stops\n")
	}
	if !r.Unguarded.IsZero() {
		fmt.Fprintf(&b, "unguarded %s\n", r.Unguarded.Text())
	}
	for _, u := range r.UnquotedArgs {
		fmt.Fprintf(&b, "unquoted %s\n", u.Text())
	}
	for _, s := range r.Sources {
		fmt.Fprintf(&b, "source %s found=%t exports=%t", s.Name.Text, s.File != nil, s.Exports)
		for _, u := range s.Unexported {
			b.WriteString(" lost " + u.Name)
		}
		b.WriteString("\n")
	}
	if r.Err != nil {
		fmt.Fprintf(&b, "error %s\n", r.Err)
	}
	return b.String()
}

func show(words []Word) string {
	var parts []string
	for _, w := range words {
		if w.Known {
			parts = append(parts, "["+w.Text+"]")
		} else {
			parts = append(parts, "<"+w.Text+">")
		}
	}
	return strings.Join(parts, " ")
}

func text(v value.Value) string {
	if t, ok := v.Text(); ok {
		return t
	}
	if v.Cause == value.Several {
		var all []string
		for _, a := range v.Alternatives {
			all = append(all, text(a))
		}
		return strings.Join(all, "|")
	}
	return [...]string{"?", "external", "generated", "host", "limit", "several", "unset"}[v.Cause]
}

type evaluation struct {
	name   string
	script string
	args   []Word
	files  map[string]string
	want   string
}

func evaluations() []evaluation {
	return []evaluation{
		{
			name:   "a command in a variable, split where it is known",
			script: "cmd=\"gunicorn --workers $N \\\n --name shop_$STAGE shop.wsgi\"\nexec $cmd --log-file -\n",
			want:   "exec [gunicorn] [--workers] <$N> [--name] <shop_$STAGE> [shop.wsgi] [--log-file] [-]\nstops\n",
		},
		{
			name:   "quotes keep it together",
			script: "cmd=\"gunicorn $N\"\nexec \"$cmd\"\n",
			want:   "exec <\"$cmd\">\nstops\n",
		},
		{
			name:   "a variable of two texts that begin alike",
			script: "o=\"-A shop worker -Q a\"\nif [ \"$X\" ]; then o=\"-A shop worker -Q ab\"; fi\ncelery $o\n",
			want:   "[celery] [-A] [shop] [worker] [-Q] <$o>\nstops\n",
		},
		{
			name:   "a condition that leaves the parts alone",
			script: "o=\"-A shop -c $N\"\nif [ \"$X\" ]; then o=\"-A shop -c $N\"; fi\ncelery $o\n",
			want:   "[celery] [-A] [shop] [-c] <$N>\nstops\n",
		},
		{
			name:   "programs that are looked up",
			script: "p=$(command -v uwsgi)\n[ -z \"$(which pip)\" ] && exit 1\n$p --ini a.ini\n",
			want:   "[uwsgi] [--ini] [a.ini]\nstops\n",
		},
		{
			name:   "a command that only looks",
			script: "command -v uwsgi || exit 1\nexec $(command -V uwsgi)\n",
			want:   "exec <$(command -V uwsgi)>\nstops\n",
		},
		{
			name:   "constants, cd, virtualenv, exec",
			script: "#!/bin/bash\nWORKING_DIR=/home/me/shop\ncd ${WORKING_DIR}\nsource .server.envrc\nsource ~/venv/bin/activate\nexec $@\n",
			args:   given("gunicorn", "shop.wsgi", "--name=a b"),
			want: "exec [gunicorn] [shop.wsgi] [--name=a] [b] in /home/me/shop venv ~/venv\nunguarded cd ${WORKING_DIR}\nunquoted $@\n" +
				"source .server.envrc found=false exports=false\nsource ~/venv/bin/activate found=false exports=true\n",
		},
		{
			name:   "quoted arguments stay whole",
			script: "set -euo pipefail\ncd /x\nexec \"$@\"\n",
			args:   given("gunicorn", "a b"),
			want:   "exec [gunicorn] [a b] in /x\nstops\n",
		},
		{
			name:   "guards",
			script: "cd /x || exit 1\n. ./env.sh || exit 1\ngunicorn shop.wsgi\n",
			files:  map[string]string{"env.sh": ""},
			want:   "[gunicorn] [shop.wsgi] in /x\nstops\nsource ./env.sh found=false exports=false\n",
		},
		{
			name:   "a chain that the script ends with notices failures",
			script: "cd /x && . env.sh && exec gunicorn shop.wsgi",
			want:   "exec [gunicorn] [shop.wsgi] in /x\nstops\nsource env.sh found=false exports=false\n",
		},
		{
			name:   "a chain in the middle does not, even with set -e",
			script: "set -e\ncd /x && true\nexec gunicorn shop.wsgi",
			want:   "exec [gunicorn] [shop.wsgi] in /x\nunguarded cd /x\n",
		},
		{
			name:   "sourced variables without export are lost",
			script: ". ./prod.env\nexec gunicorn shop.wsgi",
			files:  map[string]string{"prod.env": "DEBUG=False\nexport SECRET_KEY='a b'\n"},
			want:   "exec [gunicorn] [shop.wsgi] SECRET_KEY=a b\nunguarded . ./prod.env\nsource ./prod.env found=true exports=false lost DEBUG\n",
		},
		{
			name:   "set -a around source",
			script: "set -a\n. ./prod.env\nset +a\nX=1\nexec gunicorn shop.wsgi",
			files:  map[string]string{"prod.env": "DEBUG=False\nURL=$DEBUG/x\n"},
			want:   "exec [gunicorn] [shop.wsgi] DEBUG=False URL=False/x\nunguarded . ./prod.env\nsource ./prod.env found=true exports=true\n",
		},
		{
			name:   "export of printed file",
			script: "export $(grep -v '^#' prod.env | xargs)\nexec gunicorn shop.wsgi",
			files:  map[string]string{"prod.env": "# c\nDEBUG='False'\nHOSTS=a b\n"},
			want:   "exec [gunicorn] [shop.wsgi] DEBUG=False HOSTS=a\nstops\nsource prod.env found=true exports=true\n",
		},
		{
			name:   "defaults",
			script: "WORKERS=${WORKERS:-3}\n: \"${PORT:=8000}\"\nexec gunicorn -w $WORKERS -b :$PORT ${RELOAD:+--reload} $EXTRA shop.wsgi",
			want:   "exec [gunicorn] [-w] [3] [-b] [:8000] <$EXTRA> [shop.wsgi]\nstops\n",
		},
		{
			name:   "case by argument",
			script: "case \"$1\" in\nweb|'') exec gunicorn shop.wsgi ;;\nworker*) exec celery -A shop worker ;;\n*) exec \"$@\" ;;\nesac",
			args:   given("worker-2"),
			want:   "exec [celery] [-A] [shop] [worker]\nstops\n",
		},
		{
			name:   "case falls through to the arguments",
			script: "case \"$1\" in\nweb) exec gunicorn shop.wsgi ;;\n*) exec \"$@\" ;;\nesac",
			args:   given("python", "manage.py", "x"),
			want:   "exec [python] [manage.py] [x]\nstops\n",
		},
		{
			name:   "if by argument",
			script: "if [ \"$1\" = \"worker\" ]; then\n  exec celery -A shop worker\nelif [[ $1 == beat ]]; then\n  exec celery beat\nfi\nexec gunicorn shop.wsgi",
			args:   given("beat"),
			want:   "exec [celery] [beat]\nstops\n",
		},
		{
			name:   "undecided branches",
			script: "if [ \"$DEBUG\" = 1 ]; then\n  export M=dev\n  python manage.py runserver\nelse\n  export M=prod\n  exec gunicorn shop.wsgi\nfi",
			want:   "[python] [manage.py] [runserver] maybe M=dev\nexec [gunicorn] [shop.wsgi] maybe M=prod\nstops\n",
		},
		{
			name:   "joined variables",
			script: "export M=a\nif [ -f /x ]; then M=b; fi\nexec gunicorn -w $M shop.wsgi",
			want:   "exec [gunicorn] [-w] <$M> [shop.wsgi] M=b|a\nstops\n",
		},
		{
			name:   "a branch that exits leaves the other's values",
			script: "if [ -z \"$HOST\" ]; then echo no; exit 1; else export X=1; fi\nexec gunicorn shop.wsgi",
			want:   "exec [gunicorn] [shop.wsgi] X=1\nstops\n",
		},
		{
			name:   "main function",
			script: "start() {\n  cd /x\n  exec gunicorn \"$1\"\n}\nmain() { start \"$@\"; }\nmain \"$@\"",
			args:   given("shop.wsgi"),
			want:   "exec [gunicorn] [shop.wsgi] in /x\nunguarded cd /x\n",
		},
		{
			name:   "recursion ends",
			script: "f() { f; }\nf\ngunicorn a",
			want:   "[gunicorn] [a]\nstops\n",
		},
		{
			name:   "waiting loop",
			script: "until nc -z db 5432; do\n  sleep 1\ndone\npython manage.py migrate\ngunicorn shop.wsgi\necho bye",
			want:   "[gunicorn] [shop.wsgi]\n",
		},
		{
			name:   "background and wait",
			script: "celery -A shop worker &\ngunicorn shop.wsgi &\nwait -n\nexit $?",
			want:   "[celery] [-A] [shop] [worker] background\n[gunicorn] [shop.wsgi] background\nstops\n",
		},
		{
			name:   "pipe into a log",
			script: "exec gunicorn shop.wsgi 2>&1 | tee -a log",
			want:   "[gunicorn] [shop.wsgi]\nstops\n",
		},
		{
			name:   "prefix assignments",
			script: "DJANGO_SETTINGS_MODULE=shop.prod exec gunicorn shop.wsgi",
			want:   "exec [gunicorn] [shop.wsgi] DJANGO_SETTINGS_MODULE=shop.prod\nstops\n",
		},
		{
			name:   "continued lines and here-documents",
			script: "cat <<EOF\nexec nothing\nEOF\nexec ../bin/gunicorn ${NAME}.wsgi:application \\\n  --name $NAME \\\n  --bind=unix:$SOCK\n",
			want:   "exec [../bin/gunicorn] <${NAME}.wsgi:application> [--name] <$NAME> <--bind=unix:$SOCK>\n",
		},
		{
			name:   "its own folder",
			script: "cd \"$(dirname \"$0\")\"\nHERE=$(cd \"$(dirname \"${BASH_SOURCE[0]}\")\" && pwd)\nexec gunicorn --chdir $HERE a",
			want:   "exec [gunicorn] [--chdir] [/opt/shop/bin] [a] in /opt/shop/bin\nunguarded cd \"$(dirname \"$0\")\"\n",
		},
		{
			name:   "number of cores",
			script: "exec gunicorn -w $(( 2 * $(nproc) + 1 )) -t $((30+30)) a",
			want:   "exec [gunicorn] [-w] <$(( 2 * $(nproc) + 1 ))> [-t] [60] [a]\nstops\n",
		},
		{
			name:   "arrays",
			script: "ARGS=(--workers 3)\nARGS+=(\"--name=a b\")\nexec gunicorn \"${ARGS[@]}\" a",
			want:   "exec [gunicorn] [--workers] [3] [--name=a b] [a]\nstops\n",
		},
		{
			name:   "set and shift",
			script: "set -- gunicorn \"$@\"\nx=$1\nshift 1\nexec $x -w 2 \"$@\"",
			args:   given("a"),
			want:   "exec [gunicorn] [-w] [2] [a]\nstops\n",
		},
		{
			name:   "the entrypoint of a database image",
			script: "if [ \"${1:0:1}\" = '-' ]; then set -- gunicorn \"$@\"; fi\nif [ $# -eq 0 ]; then set -- gunicorn a; fi\nexec \"$@\"",
			want:   "exec <$@>\nstops\n",
		},
		{
			name:   "templates",
			script: "#!/bin/sh\n{% if x %}\nexec {{ home }}/bin/gunicorn {{ project }}.wsgi -w 3\n",
			want:   "exec <{{ home }}/bin/gunicorn> <{{ project }}.wsgi> [-w] [3]\nstops\n",
		},
		{
			name:   "a syntax error keeps what stands before it",
			script: "export A=1\ngunicorn a\necho )\n",
			want:   "[gunicorn] [a] A=1\nstops\nerror line 3: a command can only contain words and redirects; encountered `)`\n",
		},
		{
			name:   "flags in the first line",
			script: "#!/bin/sh -e\ncd /x\ngunicorn a\n",
			want:   "[gunicorn] [a] in /x\nstops\n",
		},
		{
			name:   "return from a sourced file",
			script: ". ./env.sh\nexec gunicorn $A",
			files:  map[string]string{"env.sh": "A=1\nif [ -f x ]; then A=2; return; fi\nexport B=3\n"},
			want:   "exec [gunicorn] <$A> B=unset|3\nunguarded . ./env.sh\nsource ./env.sh found=true exports=false lost A\n",
		},
		{
			name:   "a file that sources itself",
			script: ". ./env.sh\nexec gunicorn $A",
			files:  map[string]string{"env.sh": "A=1\n. ./env.sh\n"},
			want: "exec [gunicorn] [1]\nunguarded . ./env.sh\nsource ./env.sh found=true exports=false lost A\n" +
				"source ./env.sh found=true exports=false\n",
		},
		{
			name:   "subshell",
			script: "(cd /x; exec gunicorn a)",
			want:   "[gunicorn] [a] in /x\nunguarded cd /x\n",
		},
		{
			name:   "unset",
			script: "export A=1\nunset A\nexec gunicorn a",
			want:   "exec [gunicorn] [a] A=unset\nstops\n",
		},
		{
			name:   "cutting",
			script: "X=/srv/shop/run.sh\nexec ${X%/*}/gunicorn ${X##*/}",
			want:   "exec [/srv/shop/gunicorn] [run.sh]\nstops\n",
		},
	}
}

func TestEvaluate(t *testing.T) {
	for _, test := range evaluations() {
		t.Run(test.name, func(t *testing.T) {
			r := Evaluate(FromFile(source.NewFile("run.sh", test.script)), Options{
				Name: Word{Text: "/opt/shop/bin/run.sh", Known: true}, Arguments: test.args,
				Directory: value.OfStr("/srv/shop"), Open: repository(test.files),
			})
			if diff := cmp.Diff(test.want, describe(r)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestInlineSpans(t *testing.T) {
	f := source.NewFile("supervisord.conf", `command=sh -c "cd /x && exec gunicorn shop.wsgi"`)
	r := Evaluate(Inline("cd /x && exec gunicorn shop.wsgi", f.Span(14, len(f.Text))), Options{})
	final, ok := finalOf(r)
	if !ok || final.Words[1].Span.Text() != "shop.wsgi" {
		t.Fatalf("the word's place is %q", final.Words[1].Span.Text())
	}
	r = Evaluate(Inline(`exec "gunicorn"`, f.Span(14, 20)), Options{})
	if final, _ = finalOf(r); final.Words[0].Span != f.Span(14, 20) {
		t.Errorf("a word of text that is not there stands at %+v", final.Words[0].Span)
	}
}

func TestWordTrail(t *testing.T) {
	f := source.NewFile("run.sh", "export N=3\nexec gunicorn -w $N\n")
	final, _ := finalOf(Evaluate(FromFile(f), Options{}))
	w := final.Words[2]
	if len(w.Trail) != 1 || w.Trail[0].Span.Text() != "3" || w.Span.Text() != "$N" {
		t.Errorf("got trail %+v at %q", w.Trail, w.Span.Text())
	}
	if got := final.Exports[0].Value.Span().Text(); got != "3" {
		t.Errorf("the export's value stands at %q", got)
	}
}

func TestEnvironment(t *testing.T) {
	lookup := func(name string) value.Value {
		switch name {
		case "WORKERS":
			return value.OfStr("7")
		case "GONE":
			return value.NotKnown(value.Absent, "it is not set")
		}
		return value.NotKnown(value.External, "nothing supplies it")
	}
	f := source.NewFile("run.sh", "WORKERS=${WORKERS:-3}\nWORKERS=$((WORKERS+1))\nexec gunicorn -w $WORKERS a$GONE $OTHER\n")
	r := Evaluate(FromFile(f), Options{Lookup: lookup})
	want := "exec [gunicorn] [-w] [8] [a] <$OTHER> WORKERS=8\nstops\n"
	if diff := cmp.Diff(want, describe(r)); diff != "" {
		t.Errorf("a variable of the environment stays exported (-want +got):\n%s", diff)
	}
}

func TestIsScript(t *testing.T) {
	for text, want := range map[string]bool{
		"#!/bin/bash\n": true, "#!/usr/bin/env -S bash -e\n": true, "#! /bin/sh -e": true,
		"#!/usr/bin/with-contenv bash": true, "#!/usr/bin/python3": false, "exec x": false, "#!/usr/bin/env": false,
	} {
		if IsScript(text) != want {
			t.Errorf("IsScript(%q) = %t", text, !want)
		}
	}
}

// TestHostile checks that limits end what would not end by itself soon.
func TestHostile(t *testing.T) {
	for name, script := range map[string]string{
		"parentheses": strings.Repeat("(", 100_000),
		"if":          strings.Repeat("if ", 40_000),
		"chain":       strings.Repeat("a && ", 20_000) + "a",
		"not":         "[[ " + strings.Repeat("! ", 60_000) + "a ]]",
		"arithmetic":  "echo $((" + strings.Repeat("1+", 60_000) + "1))",
		"doubling":    "A=aaaaaaaaaa\n" + strings.Repeat("A=$A$A$A$A\n", 60) + "exec $A",
		"branches":    strings.Repeat("if x; then export A=$A.; fi\n", 4000) + "exec a",
		"functions":   fanOut(),
		"big":         strings.Repeat("a\n", 100_000),
		"elif":        "if a; then b; " + strings.Repeat("elif a; then b; ", 5000) + "fi",
	} {
		t.Run(name, func(*testing.T) {
			Evaluate(FromFile(source.NewFile("run.sh", script)), Options{})
		})
	}
}

// fanOut is a script whose functions call each other twice, so that the calls double with each level.
func fanOut() string {
	var b strings.Builder
	for i := range 60 {
		fmt.Fprintf(&b, "f%d() { f%d; f%d; }\n", i, i+1, i+1)
	}
	return b.String() + "f0"
}

func FuzzEvaluate(f *testing.F) {
	for _, test := range evaluations() {
		f.Add(test.script, "gunicorn")
	}
	f.Fuzz(func(t *testing.T, script, arg string) {
		file := source.NewFile("run.sh", script)
		r := Evaluate(FromFile(file), Options{
			Arguments: given(arg), Directory: value.OfStr("/srv/shop"),
			Open: repository(map[string]string{"env.sh": script}),
		})
		for _, s := range r.Starts {
			for _, w := range s.Words {
				if w.Span.File != nil && (w.Span.Start < 0 || w.Span.End > len(w.Span.File.Text) || w.Span.Start > w.Span.End) {
					t.Errorf("the word %q stands outside its file: %+v", w.Text, w.Span)
				}
			}
		}
	})
}

func BenchmarkEvaluate(b *testing.B) {
	script := evaluations()[0].script
	b.SetBytes(int64(len(script)))
	for b.Loop() {
		Evaluate(FromFile(source.NewFile("run.sh", script)), Options{Arguments: given("gunicorn", "shop.wsgi")})
	}
}

// TestPurpose reads what conditions say of the commands behind them.
func TestPurpose(t *testing.T) {
	for condition, want := range map[string][2]Purpose{
		`[ "$DEBUG" = True ]`:                 {ForDevelopment, ForProduction},
		`[ "$DEBUG" = "False" ]`:              {ForProduction, ForDevelopment},
		`[[ $DJANGO_DEBUG == 0 ]]`:            {ForProduction, ForDevelopment},
		`[ -z "$DEV_MODE" ]`:                  {ForProduction, ForDevelopment},
		`[ "$ENV" != production ]`:            {ForDevelopment, ForProduction},
		`test "$APP_ENV" = live`:              {ForProduction, ForDevelopment},
		`[ "$STAGE" = prod ] && test -n "$X"`: {ForProduction, ForDevelopment},
		`test -n "$WORKERS"`:                  {NoPurpose, NoPurpose},
		`[ "$DEVICE" = x ]`:                   {NoPurpose, NoPurpose},
	} {
		t.Run(condition, func(t *testing.T) {
			f := source.NewFile("run.sh", "if "+condition+"; then exec a; else exec b; fi\n")
			starts := Evaluate(FromFile(f), Options{}).Starts
			if got := [2]Purpose{starts[0].Purpose, starts[1].Purpose}; got != want {
				t.Errorf("got %v, want %v", got, want)
			}
		})
	}
}

// finalOf returns the command that a script ends with: where conditions leave several, the last one.
func finalOf(r *Result) (Start, bool) {
	for _, start := range slices.Backward(r.Starts) {
		if start.Final {
			return start, true
		}
	}
	return Start{}, false
}
