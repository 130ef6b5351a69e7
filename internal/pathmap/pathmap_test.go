package pathmap

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

// shop is a repository as many are.
func shop() []string {
	files := []string{
		"Dockerfile", "backend/manage.py", "backend/shop/settings.py", "backend/shop/wsgi.py", "backend/static/site.css",
		"deploy/nginx/shop.conf", "deploy/run.sh", "nginx/nginx.conf", "run.sh",
	}
	slices.Sort(files)
	return files
}

func evidence(m *Map) []string {
	var list []string
	for _, e := range m.Evidence() {
		list = append(list, fmt.Sprintf("%s = %q (%s)", e.Server, e.Repo, e.Why))
	}
	return list
}

func TestEvidence(t *testing.T) {
	var nowhere source.Span
	for _, test := range []struct {
		name string
		add  func(b *Builder)
		want []string
	}{
		{"a working directory with the module in it", func(b *Builder) {
			b.AddDirectory("/srv/shop/backend/", "shop/wsgi.py", "directory", nowhere)
		}, []string{`/srv/shop/backend = "backend" (directory)`}},
		{"a working directory of another name", func(b *Builder) {
			b.AddDirectory("/app", "shop/wsgi.py", "WORKDIR", nowhere)
		}, []string{`/app = "backend" (WORKDIR)`}},
		{"a directory without the module", func(b *Builder) {
			b.AddDirectory("/srv/other", "other/wsgi.py", "directory", nowhere)
		}, nil},
		{"two folders hold the file, the name tells", func(b *Builder) {
			b.AddDirectory("/srv/shop/deploy", "run.sh", "directory", nowhere)
		}, []string{`/srv/shop/deploy = "deploy" (directory)`}},
		{"two folders hold the file, the name does not tell", func(b *Builder) {
			b.files = []string{"a/run.sh", "b/run.sh"}
			b.AddDirectory("/srv/shop", "run.sh", "directory", nowhere)
		}, nil},
		{"a command", func(b *Builder) {
			b.AddPath("/srv/shop/deploy/run.sh", "command", nowhere)
		}, []string{`/srv/shop = "" (command)`}},
		{"a folder of many projects is none", func(b *Builder) {
			b.AddPath("/home/deploy/run.sh", "command", nowhere)
		}, []string{`/home/deploy = "" (command)`}},
		{"the longest tail counts", func(b *Builder) {
			b.AddPath("/srv/run.sh/deploy/run.sh", "command", nowhere)
		}, []string{`/srv/run.sh = "" (command)`}},
		{"a folder", func(b *Builder) {
			b.AddPath("/srv/shop/backend/static", "alias", nowhere)
		}, []string{`/srv/shop = "" (alias)`}},
		{"a program of the system", func(b *Builder) {
			b.AddPath("/usr/bin/run.sh", "command", nowhere)
			b.AddPath("/etc/nginx/nginx.conf", "command", nowhere)
			b.AddPath("/srv/shop/venv/bin/gunicorn", "command", nowhere)
		}, nil},
		{"a guess gives way to evidence", func(b *Builder) {
			b.AddPath("/var/www/backend", "alias", nowhere)
			b.AddDirectory("/srv/shop/backend", "manage.py", "directory", nowhere)
		}, []string{`/srv/shop/backend = "backend" (directory)`}},
		{"what the user gives wins", func(b *Builder) {
			b.Add(Evidence{Server: "/srv/shop", Repo: "deploy", Why: "COPY", Strength: Declared})
			b.Add(Evidence{Server: "/srv/shop/", Repo: ".", Why: "config", Strength: Given})
		}, []string{`/srv/shop = "" (config)`}},
		{"contradiction", func(b *Builder) {
			b.Add(Evidence{Server: "/app", Repo: "backend", Why: "COPY", Strength: Declared})
			b.Add(Evidence{Server: "/app", Repo: "deploy", Why: "COPY", Strength: Declared})
		}, nil},
		{"holes and relative paths", func(b *Builder) {
			b.AddDirectory("{{ root }}/backend", "manage.py", "directory", nowhere)
			b.AddDirectory("backend", "manage.py", "directory", nowhere)
			b.AddPath("$HOME/run.sh", "command", nowhere)
			b.AddPath("", "command", nowhere)
		}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := NewBuilder(shop())
			test.add(b)
			if diff := cmp.Diff(test.want, evidence(b.Map())); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTranslate(t *testing.T) {
	b := NewBuilder(shop())
	b.Add(Evidence{Server: "/srv/shop", Repo: "", Strength: Inferred})
	b.Add(Evidence{Server: "/app", Repo: "backend", Strength: Declared})
	m := b.Map()
	for server, want := range map[string]string{
		"/srv/shop":           "",
		"/srv/shop/":          "",
		"/srv/shop/deploy/x":  "deploy/x",
		"/srv/shop/../shop/x": "x",
		"/app/static":         "backend/static",
		"/srv/shopping":       "-",
		"/":                   "-",
		"relative":            "-",
		"/srv/shop/{{ x }}":   "-",
	} {
		got, _, ok := m.ToRepo(server)
		if !ok {
			got = "-"
		}
		if got != want {
			t.Errorf("ToRepo(%q) = %q, want %q", server, got, want)
		}
	}
	for repo, want := range map[string]string{
		"backend/static": "/app/static /srv/shop/backend/static",
		"backend":        "/app /srv/shop/backend",
		"media":          "/srv/shop/media",
		"../media":       "/srv/media",
		"":               "/srv/shop",
	} {
		var got []string
		for _, p := range m.ToServer(repo) {
			got = append(got, p.Path)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("ToServer(%q) = %v, want %s", repo, got, want)
		}
	}
	var zero Map
	if _, _, ok := zero.ToRepo("/srv"); ok || zero.ToServer("x") != nil || zero.Known() {
		t.Error("the zero map knows something")
	}
}

func TestCompare(t *testing.T) {
	root := func(rel string) string { return value.RootMark + rel }
	known := func(b *Builder) { b.Add(Evidence{Server: "/srv/shop", Strength: Declared}) }
	unknown := func(*Builder) {}
	for _, test := range []struct {
		name            string
		add             func(b *Builder)
		server, setting string
		want            value.Tri
		assumed         bool
		expected        string
	}{
		{"the same", known, "/srv/shop/static/", root("/static"), value.True, false, "/srv/shop/static"},
		{"another folder", known, "/srv/shop/static/", root("/staticfiles"), value.False, false, "/srv/shop/staticfiles"},
		{"another depth", known, "/srv/shop/static/", root("/backend/static"), value.False, false, "/srv/shop/backend/static"},
		{"outside of the known root", known, "/var/www/static", root("/static"), value.False, false, "/srv/shop/static"},
		{"beside the root", known, "/srv/static", root("/../static"), value.True, false, "/srv/static"},
		{"the root itself", known, "/srv/shop", root(""), value.True, false, "/srv/shop"},
		{"a guess is not enough to say no", func(b *Builder) {
			b.Add(Evidence{Server: "/srv/shop", Strength: Guessed})
		}, "/var/www/static", root("/static"), value.Undecided, false, ""},

		{"nothing known, the tail fits", unknown, "/srv/shop/static/", root("/static"), value.True, true, "/srv/shop/static"},
		{"nothing known, the tail differs", unknown, "/srv/shop/static/", root("/staticfiles"), value.False, false, ""},
		{"nothing known, half a tail", unknown, "/srv/shop/static", root("/backend/static"), value.Undecided, false, ""},
		{"nothing known, the root", unknown, "/srv/shop", root(""), value.Undecided, false, ""},

		{"two roots, one fits", func(b *Builder) {
			known(b)
			b.Add(Evidence{Server: "/app", Strength: Declared})
		}, "/app/static", root("/static"), value.True, false, "/app/static"},
		{"two roots, none is around the path", func(b *Builder) {
			known(b)
			b.Add(Evidence{Server: "/app", Strength: Declared})
		}, "/var/www/static", root("/static"), value.Undecided, false, ""},

		{"both on the server, the same", unknown, "/var/www/static/", "/var/www/static", value.True, false, "/var/www/static"},
		{"both on the server, different", unknown, "/var/www/static", "/var/www/media", value.False, false, "/var/www/media"},
		{"containers without a mount", (*Builder).SetApart, "/var/www/static", "/var/www/static", value.Undecided, false, ""},
		{"containers without a mount, root path", func(b *Builder) {
			known(b)
			b.SetApart()
		}, "/srv/shop/static", root("/static"), value.Undecided, false, ""},
		{"containers with a shared volume", func(b *Builder) {
			b.SetApart()
			b.Add(Evidence{Server: "/app", Strength: Declared})
			b.AddMount("/usr/share/nginx/static", "/app/static", "volume static", source.Span{})
		}, "/usr/share/nginx/static/", root("/static"), value.True, false, "/app/static"},
		{"containers with another volume", func(b *Builder) {
			b.SetApart()
			b.Add(Evidence{Server: "/app", Strength: Declared})
			b.AddMount("/usr/share/nginx/static", "/app/media", "volume static", source.Span{})
		}, "/usr/share/nginx/static/", root("/static"), value.False, false, "/app/static"},
		{"a volume and an absolute setting", func(b *Builder) {
			b.SetApart()
			b.AddMount("/static", "/vol/static", "volume", source.Span{})
		}, "/static", "/vol/static", value.True, false, "/vol/static"},

		{"a hole, the rest is the same", known, "{{ path }}static/", root("/static"), value.True, true, ""},
		{"a hole, another folder", known, "{{ path }}static/", root("/staticfiles"), value.False, false, ""},
		{"a hole, half of the rest", known, "${ROOT}/static", root("/backend/static"), value.Undecided, false, ""},
		{"a hole at the end", known, "/srv/shop/{{ dir }}", root("/static"), value.Undecided, false, ""},
		{"a variable", known, "$root/static", root("/media"), value.False, false, ""},
		{"a python hole", known, "%(project)s/static", root("/static"), value.True, true, ""},
		{"an absolute setting and a hole", known, "{{ path }}/static", "/srv/static", value.Undecided, false, ""},

		{"a relative path", known, "static/", root("/static"), value.Undecided, false, ""},
		{"nothing", known, "", root("/static"), value.Undecided, false, ""},
		{"a setting that is glued to the root", known, "/srv/shop/static", root("static"), value.Undecided, false, ""},
		{"a relative setting", known, "/srv/shop/static", "static", value.Undecided, false, ""},
		{"a prefix of a name is no folder", known, "/srv/shop2/static", root("/static"), value.False, false, "/srv/shop/static"},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := NewBuilder(shop())
			test.add(b)
			got := b.Map().Compare(test.server, test.setting)
			if got.Same != test.want || got.Assumed != test.assumed || got.Expected != test.expected {
				t.Errorf("got %v, assumed %v, expected %q; want %v, %v, %q",
					got.Same, got.Assumed, got.Expected, test.want, test.assumed, test.expected)
			}
		})
	}
}

func TestCompareNamesItsEvidence(t *testing.T) {
	b := NewBuilder(shop())
	f := source.NewFile("deploy/supervisor.conf", "directory=/srv/shop/backend\n")
	b.AddDirectory("/srv/shop/backend", "manage.py", "directory of program web", f.Span(10, 27))
	v := b.Map().Compare("/srv/shop/backend/static", value.RootMark+"/backend/staticfiles")
	if len(v.Evidence) != 1 || v.Evidence[0].Source().Text() != "/srv/shop/backend" || v.Evidence[0].Why != "directory of program web" {
		t.Errorf("evidence %+v", v.Evidence)
	}
}

func FuzzCompare(f *testing.F) {
	f.Add("/srv/shop/static/", "\x00/static", "/srv/shop")
	f.Add("{{ path }}static", "\x00/../x", "/")
	f.Add("$", "/x", "")
	f.Fuzz(func(t *testing.T, server, setting, root string) {
		b := NewBuilder(shop())
		b.AddPath(root, "", source.Span{})
		b.AddDirectory(root, "manage.py", "", source.Span{})
		m := b.Map()
		v := m.Compare(server, setting)
		if strings.Contains(v.Expected, value.RootMark) && !strings.Contains(server+root, value.RootMark) {
			t.Errorf("the mark leaks: %q", v.Expected)
		}
		if repo, _, ok := m.ToRepo(server); ok && strings.HasPrefix(repo, "/") {
			t.Errorf("ToRepo(%q) = %q", server, repo)
		}
	})
}

func BenchmarkMap(b *testing.B) {
	var files []string
	for i := range 5000 {
		files = append(files, fmt.Sprintf("app%02d/module_%04d.py", i/100, i))
	}
	files = append(files, "manage.py", "zz/run.sh")
	for b.Loop() {
		builder := NewBuilder(files)
		builder.AddDirectory("/srv/shop", "manage.py", "", source.Span{})
		builder.AddPath("/srv/shop/zz/run.sh", "", source.Span{})
		builder.Map().Compare("/srv/shop/static", value.RootMark+"/static")
	}
}

// TestHoled compares paths of templates, whose holes are the same where they are written alike.
func TestHoled(t *testing.T) {
	const root = value.RootMark
	tests := []struct{ name, directory, server, setting, want string }{
		{"a hole at the beginning", "{{ root }}", "{{root}}/static", root + "/static", "true"},
		{"another folder", "{{ root }}", "{{ root }}static", root + "/assets/static", "false expected /{{root}}/assets/static"},
		{"a hole within", "/home/${USER}/shop", "/home/${USER}/shop/static/", root + "/static", "true"},
		{"another hole", "{{ root }}", "{{ other }}/static", root + "/assets/static", "undecided"},
		{"a further hole", "{{ root }}", "{{ root }}/{{ kind }}", root + "/static", "undecided"},
		{"no hole", "{{ root }}", "/srv/static", root + "/static", "true assumed"},
		{"another sort of hole", "%(root)s", "%(root)s/static", root + "/static", "true"},
		{"a shell's variable", "$ROOT/src", "$ROOT/static", root + "/static", "true assumed"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			b := NewBuilder([]string{"manage.py", "shop/wsgi.py"})
			b.AddHoled(test.directory, "shop/wsgi.py", "the directory of a program", source.Span{})
			v := b.Map().Compare(test.server, test.setting)
			got := v.Same.String()
			if v.Assumed {
				got += " assumed"
			}
			if v.Expected != "" && v.Same == value.False {
				got += " expected " + v.Expected
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestInside compares with what is known of a container alone: on the machine around it the repository may lie elsewhere.
func TestInside(t *testing.T) {
	b := NewBuilder(shop())
	b.Add(Evidence{Server: "/app", Repo: "backend", Why: "COPY", Strength: Declared, Inside: true})
	m := b.Map()
	for server, want := range map[string]value.Tri{
		"/app/static/":             value.True,
		"/app/assets":              value.False,
		"/var/www/shop/static":     value.Undecided,
		"/var/www/shop/assets":     value.False,
		"/app/static/static/css/x": value.False,
	} {
		if got := m.Compare(server, value.RootMark+"/backend/static").Same; got != want {
			t.Errorf("%s: %s, want %s", server, got, want)
		}
	}
}
