package load

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/python"
	"deploylint/internal/repo"
	"deploylint/internal/role"
	"deploylint/internal/source"
)

func TestReadEntry(t *testing.T) {
	tests := []struct{ name, code, want string }{
		{"setdefault", `os.environ.setdefault("DJANGO_SETTINGS_MODULE", "a")`, "a at 5"},
		{"an assignment", `os.environ["DJANGO_SETTINGS_MODULE"] = "a"`, "a at 5 assigned"},
		{"by its bare name", `environ["DJANGO_SETTINGS_MODULE"] = "a"`, "a at 5 assigned"},
		{"an assignment beats a default before it", "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'a')\nos.environ['DJANGO_SETTINGS_MODULE'] = 'b'", "b at 6 assigned"},
		{"of two defaults the first counts", "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'a')\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'b')", "a at 5"},
		{"in a function", "def main():\n    os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'a')", "a at 6"},
		{"in the main program", "if __name__ == '__main__':\n    os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'a')", "a at 6"},
		{"in try", "try:\n    os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'a')\nexcept Exception:\n    pass", "a at 6"},
		{"under a condition", "if x:\n    os.environ['DJANGO_SETTINGS_MODULE'] = 'a'", "a at 6"},
		{"what every run comes to beats a condition", "if x:\n    os.environ['DJANGO_SETTINGS_MODULE'] = 'a'\nelse:\n    pass\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'b')", "b at 9"},
		{"the other branch of the main program is a condition", "if __name__ == '__main__':\n    pass\nelse:\n    os.environ['DJANGO_SETTINGS_MODULE'] = 'a'", "a at 8"},
		{"a module that is computed", `os.environ.setdefault("DJANGO_SETTINGS_MODULE", name)`, ""},
		{"another variable", `os.environ.setdefault("OTHER", "DJANGO_SETTINGS_MODULE")`, ", loads"},
		{"a comment", `# os.environ["DJANGO_SETTINGS_MODULE"] = "a"`, ""},
		{"another dict", `config["DJANGO_SETTINGS_MODULE"] = "a"`, ""},
		{"a call with one argument", `os.environ.setdefault("DJANGO_SETTINGS_MODULE")`, ""},
		{"its own value, or a default", `os.environ["DJANGO_SETTINGS_MODULE"] = os.environ.get("DJANGO_SETTINGS_MODULE", "a")`, "a at 5"},
		{"a default of a default", `os.environ.setdefault("DJANGO_SETTINGS_MODULE", os.getenv("DJANGO_SETTINGS_MODULE", "a"))`, "a at 5"},
		{"a function of their own", `os.environ["DJANGO_SETTINGS_MODULE"] = pick("DJANGO_SETTINGS_MODULE", "a")`, ""},
		{"a method of something else", `os.environ["DJANGO_SETTINGS_MODULE"] = os.pop("DJANGO_SETTINGS_MODULE", "a")`, ""},
		{"another variable's value, or a default", `os.environ["DJANGO_SETTINGS_MODULE"] = os.environ.get("STAGE", "a")`, ""},
		{"a class of django-configurations", "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'a')\nos.environ.setdefault('DJANGO_CONFIGURATION', 'B')", "a at 5, class B"},
		{"a class that is assigned", "os.environ['DJANGO_CONFIGURATION'] = 'B'", ", class B assigned"},
		{"another variable of the environment", "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'a')\nos.environ['STAGE'] = 'b'", "a at 5, loads"},
		{"an env file", "from dotenv import load_dotenv\nload_dotenv()", ", loads"},
		{"code that breaks off", "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'a')\ndef (", "a at 5"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := ""
			if e, ok := readEntry(source.NewFile("shop/wsgi.py", "import os\nfrom os import environ\n# entry\n\n"+tt.code+"\n"), python.Parse); ok {
				if e.module != "" {
					got = fmt.Sprintf("%s at %d", e.module, e.span.From().Line)
				}
				got += mark(" assigned", e.assigned)
				if e.configuration.module != "" {
					got += ", class " + e.configuration.module + mark(" assigned", e.configuration.assigned)
				}
				got += mark(", loads", e.loads)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestModule(t *testing.T) {
	paths := pythonPath{"web", "web/src", ""}
	for file, want := range map[string]string{
		"web/shop/settings.py":          "shop.settings",
		"web/shop/settings/__init__.py": "shop.settings",
		"web/src/shop/settings.py":      "shop.settings",
		"conf/live.py":                  "conf.live",
		"web/shop/my-settings.py":       "",
		"web/shop/2.py":                 "",
	} {
		if got, ok := paths.module(file); got != want || ok != (want != "") {
			t.Errorf("%s: got %q, want %q", file, got, want)
		}
	}
	if got, ok := (pythonPath{"."}).module("conf/live.py"); got != "conf.live" || !ok {
		t.Errorf("below the root itself: got %q", got)
	}
}

func TestProductionRank(t *testing.T) {
	order := []string{"production.py", "prod.py", "live.py", "heroku.py"}
	for i := range len(order) - 1 {
		if productionRank(order[i]) <= productionRank(order[i+1]) {
			t.Errorf("%s is no better than %s", order[i], order[i+1])
		}
	}
	for _, none := range []string{"base.py", "reproduction.py", "product.py", "__init__.py", ""} {
		if productionRank(none) != 0 {
			t.Errorf("%s is named for production", none)
		}
	}
	if productionRank("settings_prod.py") != productionRank("prod.py") {
		t.Error("a word of a name counts less than the whole")
	}
}

func TestAlternativeStem(t *testing.T) {
	tests := []struct {
		a, b string
		same bool
	}{
		{"ssl/nginx.conf", "no ssl/nginx.conf", true},
		{"conf/site-http.conf", "conf/site-https.conf", true},
		{"nginx/prod/default.conf", "nginx/dev/default.conf", true},
		{"nginx.conf", "nginx.conf.j2", true},
		{"nginx/shop.conf", "nginx/admin.conf", false},
		{"a/nginx.conf", "b/nginx.conf", false},
		{"nginx/sslshop.conf", "nginx/shop.conf", false},
	}
	for _, tt := range tests {
		if got := alternativeStem(tt.a) == alternativeStem(tt.b); got != tt.same {
			t.Errorf("%s and %s: alternatives %t", tt.a, tt.b, got)
		}
	}
}

func TestRoles(t *testing.T) {
	for r, want := range map[repo.Role]role.Role{
		repo.Production: "production", repo.Staging: "production", repo.Development: "dev", repo.Local: "dev", repo.Test: "test",
		repo.Sample: "sample", repo.Documentation: "sample", repo.UnknownRole: "", repo.Base: "",
	} {
		if got := envRole(r); got != want {
			t.Errorf("an env file of role %s: %q, want %q", r, got, want)
		}
	}
	for r, live := range map[role.Role]bool{"production": true, "base": true, "": true, "dev": false, "test": false, "sample": false} {
		if isProduction(r) != live {
			t.Errorf("a process of role %q", r)
		}
	}
}

func TestIsEnvFile(t *testing.T) {
	for name, want := range map[string]bool{
		".env": true, "deploy/.env.prod": true, "deploy/shop.env": true, ".envrc": true, "env.py": false, "shop/environment": false, "": false,
	} {
		if isEnvFile(name) != want {
			t.Errorf("%q", name)
		}
	}
}

func mark(text string, set bool) string {
	if set {
		return text
	}
	return ""
}

func TestRankOfClass(t *testing.T) {
	order := []string{"Production", "ProductionReplica", "Prod", "LiveConfiguration"}
	for i := range len(order) - 1 {
		if rankOfClass(order[i]) <= rankOfClass(order[i+1]) {
			t.Errorf("%s is no better than %s", order[i], order[i+1])
		}
	}
	for _, none := range []string{"Base", "Development", "ProductionTest", "Staging", "Products"} {
		if rankOfClass(none) != 0 {
			t.Errorf("%s is named for production", none)
		}
	}
}
