package rulelist

import (
	_ "embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template"
)

// The templates of a new rule.
var (
	//go:embed draft/rule.go.tmpl
	ruleTemplate string
	//go:embed draft/cases.txtar.tmpl
	casesTemplate string
)

// A Draft is a rule to be written: its files with gaps where only a person knows what to say.
type Draft struct {
	ID, Name, Family string
	// Func is the name of the rule's function, and of its check without "check" in front.
	Func string
	// Check is what the rule looks at: "OfServer"; Params are the parameters of its function, "" where it is data.
	Check, Params string
	// Imports are the packages of ours that the rule's file needs.
	Imports []string
	// Level is "error", "warning" or "note".
	Level string
	Since string
	// Start is what the archive begins with.
	Start start
}

// A start is what most archives of a family consist of: a base deployment, and one file that is at fault.
type start struct {
	check string // the most common type of the family's checks
	// Base is the deployment of fixtures/bases, Path the file at fault, Fault a line of it and Mended the same without fault.
	Base, Path, Before, Fault, Mended, After string
	// Ahead is set where the file takes no comment behind a line, so that a want stands in front of it.
	Ahead bool
}

func starts() map[string]start {
	settings := start{
		check: "OfSettings", Base: "package", Path: "shop/settings.py",
		Before: "import os\n\nDEBUG = False\nSECRET_KEY = os.environ[\"SECRET_KEY\"]\nALLOWED_HOSTS = [\"shop.example\"]\n",
		Fault:  "TODO = True", Mended: "TODO = False",
	}
	nginx := start{
		check: "OfServer", Base: "gunicorn", Path: "deploy/nginx.conf",
		Before: "server {\n    listen 80;\n    server_name shop.example;\n\n    location / {\n", Fault: "        proxy_pass http://127.0.0.1:8000;",
		Mended: "        proxy_pass http://127.0.0.1:8000;", After: "    }\n}\n",
	}
	stack := nginx
	stack.check = "OfStack"
	return map[string]start{
		"settings": settings,
		"packages": settings,
		"envfile":  {check: "OfEnvFile", Base: "settings", Path: "production.env", Fault: "TODO=1", Mended: "TODO=0", Ahead: true},
		"proxy":    nginx,
		"process": {
			check: "OfProcess", Base: "settings", Path: "deploy/supervisor.conf", Before: "[program:web]\n",
			Fault:  "command=/srv/shop/venv/bin/gunicorn --bind 127.0.0.1:8000 shop.wsgi",
			Mended: "command=/srv/shop/venv/bin/gunicorn --bind 127.0.0.1:8000 shop.wsgi", After: "directory=/srv/shop\nuser=shop\n",
		},
		"stack":   stack,
		"project": {check: "OfRepository", Base: "settings", Path: "requirements.txt", Fault: "Django==5.2", Mended: "Django==5.2"},
	}
}

// NewDraft plans a rule of a family with the family's next free id. The repository lies at root. A rule is a warning and looks
// at what most of the family look at, unless options say otherwise: "error" or "note", and "OfServer".
func NewDraft(root, family, name string, options ...string) (*Draft, error) {
	begin, ok := starts()[family]
	if !ok {
		return nil, fmt.Errorf("no rule can be drafted for the family %q", family)
	}
	if !regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)+$`).MatchString(name) {
		return nil, fmt.Errorf("%q is no name: it says the defect in lower case, with hyphens: static-path-mismatch", name)
	}
	check, level := begin.check, "warning"
	for _, option := range options {
		switch option {
		case "error", "warning", "note":
			level = option
		default:
			check = option
		}
	}
	rules, err := Scan(filepath.Join(root, "checks"))
	if err != nil {
		return nil, err
	}
	for _, r := range rules {
		if r.Name == name {
			return nil, fmt.Errorf("%s is called %s already", r.ID, name)
		}
	}
	d := &Draft{Name: name, Family: family, Check: check, Level: level, Func: camel(name), Start: begin, Since: newest(rules)}
	if d.ID, err = nextID(root, family, rules); err != nil {
		return nil, err
	}
	if d.Params, d.Imports, err = parameters(filepath.Join(root, "internal", "lint"), check); err != nil {
		return nil, err
	}
	return d, nil
}

// nextID returns the family's lowest id above all that are, or were, taken: an id never means two things, and the changelog
// remembers those of rules that are gone.
func nextID(root, family string, rules []Declaration) (string, error) {
	changelog, err := os.ReadFile(filepath.Join(root, "CHANGELOG.md"))
	if err != nil {
		return "", err
	}
	taken := regexp.MustCompile(`DPL\d{3}`).FindAllString(string(changelog), -1)
	hundred := ""
	for _, r := range rules {
		taken = append(taken, r.ID)
		if r.Family == family {
			hundred = r.ID[:len("DPLn")]
		}
	}
	if hundred == "" {
		return "", fmt.Errorf("the family %s has no rule yet whose id says where its ids are", family)
	}
	taken = slices.DeleteFunc(taken, func(id string) bool { return !strings.HasPrefix(id, hundred) })
	number, err := strconv.Atoi(strings.TrimPrefix(slices.Max(taken), hundred))
	if err != nil {
		return "", err
	}
	if number == 99 {
		return "", fmt.Errorf("%s99 is taken: the family %s has no free id", hundred, family)
	}
	return fmt.Sprintf("%s%02d", hundred, number+1), nil
}

// newest is the latest version that brought a rule.
func newest(rules []Declaration) string {
	since := ""
	for _, r := range rules {
		if slices.Compare(numbers(r.Since), numbers(since)) > 0 {
			since = r.Since
		}
	}
	return since
}

func numbers(version string) []int {
	var all []int
	for part := range strings.SplitSeq(version, ".") {
		n, _ := strconv.Atoi(part) // a part that is none counts as 0
		all = append(all, n)
	}
	return all
}

// camel turns "static-path-mismatch" into "staticPathMismatch".
func camel(name string) string {
	words := strings.Split(name, "-")
	for i := range words[1:] {
		words[i+1] = strings.ToUpper(words[i+1][:1]) + words[i+1][1:]
	}
	return strings.Join(words, "")
}

// LevelName is the level's name in package lint.
func (d *Draft) LevelName() string { return strings.ToUpper(d.Level[:1]) + d.Level[1:] }

// Checker is the name of the function that judges.
func (d *Draft) Checker() string { return "check" + strings.ToUpper(d.Func[:1]) + d.Func[1:] }

// Files returns the rule's file and its archive, by path relative to the repository's root.
func (d *Draft) Files() (map[string]string, error) {
	files := map[string]string{}
	for path, text := range map[string]string{
		"checks/" + d.Family + "/" + strings.ReplaceAll(d.Name, "-", "_") + ".go": ruleTemplate,
		"fixtures/rules/" + d.ID + ".txtar":                                       casesTemplate,
	} {
		parsed, err := template.New(path).Parse(text)
		if err != nil {
			return nil, err
		}
		var b strings.Builder
		if err := parsed.Execute(&b, d); err != nil {
			return nil, err
		}
		files[path] = b.String()
	}
	return files, nil
}

// Write writes the files, none of which may be there, and names the rule in the changelog. It returns what it wrote.
func (d *Draft) Write(root string) ([]string, error) {
	files, err := d.Files()
	if err != nil {
		return nil, err
	}
	var written []string
	for path, text := range files {
		f, err := os.OpenFile(filepath.Join(root, filepath.FromSlash(path)), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if err != nil {
			return written, err
		}
		_, err = f.WriteString(text)
		if err := errors.Join(err, f.Close()); err != nil {
			return written, err
		}
		written = append(written, path)
	}
	slices.Sort(written)
	return written, d.announce(filepath.Join(root, "CHANGELOG.md"))
}

// announce adds the rule to the changelog, behind the last one of its family.
func (d *Draft) announce(path string) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	lines := strings.SplitAfter(string(text), "\n")
	last := -1
	for i, line := range lines {
		if strings.HasPrefix(line, "- "+d.ID[:len("DPLn")]) {
			last = i
		}
	}
	if last < 0 {
		return fmt.Errorf("%s lists no rule of the family %s", path, d.Family)
	}
	lines = slices.Insert(lines, last+1, fmt.Sprintf("- %s %s (%s)\n", d.ID, d.Name, d.Level))
	return os.WriteFile(path, []byte(strings.Join(lines, "")), 0o644)
}
