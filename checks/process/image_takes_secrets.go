package process

import (
	"path"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/source"
)

// imageTakesSecrets reports a docker build that copies env files or private keys into the image.
//
// # Why it matters
//
// Whoever may pull the image has every file in it, also one that a later RUN deletes: each layer keeps what it added. Images go to
// registries, to CI caches and to the next developer. COPY . . takes whatever lies in the folder on the machine that builds, and
// git's ignore file means nothing to docker.
//
// # Example
//
//	COPY . .
//
// with .env in .gitignore, and without a .dockerignore
//
// # Use instead
//
//	.env
//	.git
//
// in .dockerignore, and the variables from the launcher: env_file, --env-file, secrets
//
// # When it stays silent
//
// For examples, for files that git tracks, which have rules of their own, and for env files that nothing reads. One that the
// settings alone read is a note, for it may not be there where the image is built; and so is the .git folder with the whole
// history.
func imageTakesSecrets() lint.Rule {
	return lint.Rule{
		ID:      "DPL459",
		Name:    "image-takes-secrets",
		Summary: "The docker build copies env files or keys into the image",
		Help:    "Name .env and .git in .dockerignore, and give the variables to the container when it starts",
		Level:   lint.Warning,
		Tags:    []string{"security", "secrets", "docker", "cwe-540"},
		Links: []string{
			"https://docs.docker.com/build/concepts/context/#dockerignore-files",
			"https://docs.docker.com/build/building/secrets/",
		},
		Since: "0.1.0",
		Check: lint.OfImage(checkImageTakesSecrets),
	}
}

func checkImageTakesSecrets(i *deploy.Image, site *deploy.Site) lint.Answer {
	var answers lint.Answers
	answers = append(answers, namedCopies(site, i))
	answers = append(answers, takenEnvFiles(site, i))
	if c, ok := i.Brings(path.Join(i.Context, ".git", "config")); ok && c.All() && i.Context == "" && site.Repository != nil && site.Repository.Git {
		answers = append(answers, lint.Fail(c, "the image holds .git, and with it everything that was ever committed").
			At(lint.Note).About(i.Key()+"#.git").Fix("echo .git >> .dockerignore"))
	}
	return answers
}

// namedCopies judges the files that COPY names.
func namedCopies(site *deploy.Site, i *deploy.Image) lint.Answer {
	var answers lint.Answers
	for _, c := range i.Copies {
		name := strings.ToLower(path.Base(c.Path))
		if c.All() || i.Ignored(path.Join(i.Context, c.Path)) || isExample(strings.ReplaceAll(strings.ToLower(c.Path), "/", ".")) {
			continue
		}
		switch {
		case tracked(site, path.Join(i.Context, c.Path)):
		case name == ".env" || strings.HasPrefix(name, ".env.") || strings.HasSuffix(name, ".env") && site.Ignored(path.Join(i.Context, c.Path)):
			answers = append(answers, lint.Fail(c, "%s is in the image, with every secret in it: whoever may pull the image has them", c.From).
				About(i.Key()+"#"+c.Path).Fix("remove it, and give the variables to the container when it starts"))
		case name == "id_rsa" || name == "id_ed25519" || strings.HasSuffix(name, ".key"):
			answers = append(answers, lint.Fail(c, "the private key %s is in the image: whoever may pull the image has it", c.From).
				About(i.Key()+"#"+c.Path).Fix("mount it when the container starts, or use RUN --mount=type=secret"))
		}
	}
	return answers
}

// takenEnvFiles judges the env files that COPY takes with a folder.
func takenEnvFiles(site *deploy.Site, i *deploy.Image) lint.Answer {
	files := envFilesOf(site)
	slices.SortStableFunc(files, func(a, b envFile) int { return rank(a) - rank(b) })
	for _, f := range files {
		c, ok := i.Brings(f.path)
		if !ok || path.Base(c.Path) == path.Base(f.path) || excludedAbove(i, f.path) {
			continue
		}
		r := lint.Fail(c, "this takes %s into the image, with every secret in it: whoever may pull the image has them", path.Base(f.path)).
			About(i.Key()+"#"+f.path).With(f.read, "the file is read here, and git ignores it").
			Fix("echo '**/%s' >> .dockerignore", path.Base(f.path))
		if !f.beside {
			r = r.At(lint.Note)
		}
		return r
	}
	return nil
}

// rank puts the files first that certainly are there.
func rank(f envFile) int {
	if f.beside {
		return 0
	}
	return 1
}

// An envFile is an env file with the site's secrets that may lie where the image is built, and where it is read. It certainly
// lies beside a compose file that gives it to a service.
type envFile struct {
	path   string
	read   source.Span
	beside bool
}

// envFilesOf returns the env files that the settings or a compose file read and that git ignores.
func envFilesOf(site *deploy.Site) []envFile {
	var files []envFile
	add := func(name string, read source.Span, beside bool) {
		if name != "" && !isExample(strings.ToLower(path.Base(name))) && site.Ignored(name) {
			files = append(files, envFile{name, read, beside})
		}
	}
	if site.Settings != nil {
		for _, f := range site.Settings.EnvFiles {
			add(f.Path, f.Span, false)
		}
	}
	for _, p := range site.Processes {
		for _, f := range p.EnvFiles {
			add(f.Path, f.Span, p.Launcher == deploy.Compose)
		}
		for _, w := range p.AbsentEnvFiles {
			if p.Launcher == deploy.Compose && w.Known && !strings.HasPrefix(w.Text, "/") {
				add(path.Join(path.Dir(w.Span.Path()), w.Text), w.Span, true)
			}
		}
	}
	return files
}

// excludedAbove reports whether the .dockerignore excludes a file of that name in a folder above. Libraries look for theirs in all
// of them, and which one it is cannot be told.
func excludedAbove(i *deploy.Image, name string) bool {
	for dir := path.Dir(name); dir != "."; {
		dir = path.Dir(dir)
		if i.Ignored(path.Join(dir, path.Base(name))) {
			return true
		}
	}
	return false
}

// tracked reports whether git tracks a file, so that it is in no danger that others are not in.
func tracked(site *deploy.Site, name string) bool {
	return site.Repository != nil && site.Repository.Git && site.Repository.Tracked != nil && site.Repository.Tracked(name)
}

// isExample reports whether a file's name says that it holds no real values.
func isExample(name string) bool {
	for _, word := range []string{"example", "sample", "template", "dist", "test", "ci", "dev", "local", "build"} {
		if slices.Contains(strings.FieldsFunc(name, func(r rune) bool { return r == '.' || r == '-' || r == '_' }), word) {
			return true
		}
	}
	return false
}
