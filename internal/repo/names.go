package repo

import (
	"path"
	"strings"
)

// A bucket is what a file may be, judging by its path alone. What its content says comes after.
type bucket uint8

const (
	noBucket bucket = iota
	manageFile
	entryFile
	settingsFile
	envFile
	dockerFile
	composeFile
	systemdFile
	// launcherFile is one whose name tells the launcher; see launcherOf.
	launcherFile
	requirementsFile
	ignoreFile
	ciFile
	buildFile
	shellFile
	gunicornFile // by name; the content must agree
	serverFile   // nginx, supervisor or uWSGI: the content decides
	yamlFile     // a compose file, if the content says so
)

// bucketOf sorts a file by its path. It is called for every file of the repository, so it looks at little.
func bucketOf(name string) bucket {
	if isPlainCode(name) {
		return noBucket
	}
	base := path.Base(name)
	lower := strings.ToLower(base)
	if isEnvName(base) || inEnvFolder(name) {
		return envFile
	}
	switch lower {
	case "manage.py":
		return manageFile
	case ".gitignore", ".dockerignore":
		return ignoreFile
	case "makefile", "gnumakefile", "justfile", "taskfile.yml", "fabfile.py", "tasks.py":
		return buildFile
	}
	if launcherOf(name) != "" {
		return launcherFile
	}
	if isRequirementsName(name) {
		return requirementsFile
	}
	if isCIName(name) {
		return ciFile
	}
	// Words that decide whatever the ending is.
	switch {
	case isDockerfileName(base, lower):
		return dockerFile
	case strings.HasSuffix(lower, ".dockerignore"):
		return ignoreFile
	case isComposeName(base):
		return composeFile
	}
	return bucketOfExt(name, lower)
}

// launcherOf returns the launcher whose files are known by their names, "" for none. A new one of this kind is a case here.
func launcherOf(name string) string {
	base := strings.ToLower(path.Base(name))
	switch base {
	case "procfile":
		return "Procfile"
	case "crontab", "cronfile":
		return "cron"
	case "fly.toml", "render.yaml", "render.yml", "app.yaml", "app.yml", "app.json", "railway.json", "railway.toml",
		"nixpacks.toml", "heroku.yml", "zappa_settings.json", ".platform.app.yaml", "apprunner.yaml", "vercel.json":
		return "platform"
	}
	switch ext := path.Ext(base); {
	case strings.HasPrefix(base, "procfile."):
		return "Procfile"
	case ext == ".json" && (strings.HasPrefix(base, "task-definition") || strings.HasPrefix(base, "taskdef")):
		return "platform"
	case ext == ".cron", ext == ".crontab", path.Base(path.Dir(name)) == "cron.d":
		return "cron"
	case strings.HasPrefix(base, "crontab-"), strings.HasPrefix(base, "crontab_"), strings.HasPrefix(base, "crontab."):
		return "cron"
	}
	return ""
}

// isPlainCode reports whether a path is, at a glance, one of the many files that a repository is made of and that are
// none of ours. Only Python files that hold one of the words below can be.
func isPlainCode(name string) bool {
	switch path.Ext(name) {
	case ".py":
		for _, word := range []string{"etting", "manage", "wsgi", "asgi", "celery", "gunicorn", "fabfile", "tasks", "setup", "noxfile"} {
			if strings.Contains(name, word) {
				return false
			}
		}
		return !inEnvFolder(name)
	case ".js", ".ts", ".tsx", ".jsx", ".mjs", ".css", ".scss", ".html", ".svg", ".png", ".jpg", ".gif", ".po", ".mo", ".woff",
		".woff2", ".map", ".graphql", ".pyc":
		return !strings.Contains(name, "settings.py")
	}
	return false
}

func bucketOfExt(name, lower string) bucket {
	plain := strings.TrimSuffix(lower, templateEnding(lower))
	switch ext := path.Ext(plain); ext {
	case ".py":
		return bucketOfPython(name, plain)
	case ".service", ".socket", ".timer", ".systemd":
		return systemdFile
	case ".sh", ".bash":
		return shellFile
	case ".conf", ".ini", ".supervisord", ".vhost", ".nginx":
		return serverFile
	case ".yml", ".yaml":
		switch strings.TrimSuffix(plain, ext) {
		case "production", "prod", "stack", "docker-stack", "staging", "local", "dev":
			return yamlFile
		}
		switch path.Base(path.Dir(name)) {
		case "docker", "compose", "deploy", "deployment":
			return yamlFile
		}
		if isManifestName(name) {
			return yamlFile
		}
		return noBucket
	case ".js", ".ts", ".tsx", ".jsx", ".mjs", ".css", ".scss", ".html", ".htm", ".md", ".rst", ".txt", ".tf", ".json", ".xml",
		".svg", ".png", ".jpg", ".po", ".mo", ".sql", ".lock", ".toml", ".cfg", ".pp", ".rb", ".pem", ".crt", ".key", ".go":
		if strings.Contains(plain, "settings.py") {
			return settingsFile // settings.py.txt and the like
		}
		return noBucket
	case "":
		if isStartName(plain) && !strings.Contains(name, "/templates/") { // Django's templates have such names too
			return shellFile
		}
	}
	if strings.Contains(plain, "settings.py") {
		return settingsFile // settings.py.example
	}
	if hasServerWord(name) {
		return serverFile
	}
	return noBucket
}

func bucketOfPython(name, base string) bucket {
	stem := strings.TrimSuffix(base, ".py")
	switch {
	case strings.HasPrefix(stem, "test_"), strings.Contains(name, "/migrations/"), strings.Contains(name, "/management/commands/"):
		return noBucket
	case strings.HasPrefix(stem, "gunicorn"):
		return gunicornFile
	case stem == "celery", stem == "wsgi", stem == "asgi", strings.HasSuffix(stem, "_wsgi"), strings.HasSuffix(stem, "_asgi"),
		strings.HasPrefix(stem, "wsgi_"), strings.HasPrefix(stem, "asgi_"), stem == "celeryapp", stem == "celery_app":
		return entryFile
	case isSettingsWord(stem):
		return settingsFile
	}
	for word := range words(stem) {
		if isSettingsWord(word) {
			return settingsFile
		}
	}
	// Modules of a package that is named for settings, and of the folders in it; an application may have that name too.
	switch stem {
	case "models", "views", "urls", "admin", "forms", "serializers", "signals", "tests":
		return noBucket
	}
	for folder := range strings.SplitSeq(path.Dir(name), "/") {
		if isSettingsWord(folder) {
			return settingsFile
		}
	}
	if path.Base(path.Dir(name)) == "gunicorn" {
		return gunicornFile
	}
	return noBucket
}

func isSettingsWord(word string) bool {
	return word == "settings" || word == "setting" || word == "localsettings"
}

// isEnvName reports whether a file's name is one that env files have.
func isEnvName(base string) bool {
	lower := strings.ToLower(base)
	switch path.Ext(lower) {
	case ".ts", ".js", ".mjs", ".py", ".sh", ".md", ".html", ".json", ".yml", ".yaml", ".rb", ".go", ".rs", ".php", ".toml", ".conf":
		return false
	}
	switch {
	case lower == ".env", lower == ".envrc", lower == "env", lower == "envfile", lower == "dotenv", lower == "env_file":
		return true
	case strings.HasPrefix(lower, ".env"):
		return strings.ContainsRune(".-_", rune(lower[4]))
	case strings.HasSuffix(lower, ".env"), strings.HasSuffix(lower, ".envrc"):
		return true
	}
	for _, prefix := range []string{"env.", "env-", "dotenv.", "env_file", "envfile.", "environment."} {
		if strings.HasPrefix(lower, prefix) {
			return true
		}
	}
	// .server.envrc.example, web.env.dist
	return strings.Contains(lower, ".env.") || strings.Contains(lower, ".envrc.")
}

// inEnvFolder reports whether a file lies in a folder of env files: .envs/.production/.django.
func inEnvFolder(name string) bool {
	return strings.HasPrefix(name, ".envs/") || strings.Contains(name, "/.envs/")
}

// isDockerfileName takes a file's name as it is written and in lower case: DockerfileWorker is one too.
func isDockerfileName(written, lower string) bool {
	for _, word := range []string{"dockerfile", "containerfile"} {
		if rest, ok := strings.CutPrefix(lower, word); ok {
			if rest == "" {
				return true
			}
			switch path.Ext(rest) {
			case ".dockerignore", ".md", ".sh", ".py", ".yml", ".yaml", ".txt":
				return false
			}
			first := written[len(word)]
			return strings.IndexByte(".-_", first) >= 0 || 'A' <= first && first <= 'Z' && written[len(word)-1] == 'e'
		}
		if strings.HasSuffix(lower, "."+word) {
			return true
		}
	}
	return false
}

// isComposeName reports whether a name is one of a compose file: docker-compose.prod.yml, compose-tests.yaml.
func isComposeName(base string) bool {
	lower := strings.ToLower(base)
	if ext := path.Ext(lower); ext != ".yml" && ext != ".yaml" {
		return false
	}
	lower = strings.TrimPrefix(strings.TrimPrefix(lower, "docker"), "-")
	rest, ok := strings.CutPrefix(lower, "compose")
	return ok && strings.ContainsRune(".-_", rune(rest[0])) || strings.Contains(lower, ".compose.") || strings.Contains(lower, "docker-compose")
}

// isManifestName reports whether a YAML file may be one of Kubernetes, by its folders or its own name.
func isManifestName(name string) bool {
	name = strings.ToLower(name)
	for _, word := range []string{"k8s", "kube", "helm", "chart", "manifest", "openshift", "kustom"} {
		if strings.Contains(path.Dir(name), word) {
			return true
		}
	}
	for _, word := range []string{"deployment", "statefulset", "cronjob", "daemonset", "k8s", "kube"} {
		if strings.Contains(path.Base(name), word) {
			return true
		}
	}
	return false
}

func isRequirementsName(name string) bool {
	base := path.Base(name)
	switch base {
	case "pyproject.toml", "Pipfile", "Pipfile.lock", "poetry.lock", "uv.lock", "pdm.lock", "setup.cfg", "setup.py",
		"runtime.txt", ".python-version", "pylock.toml":
		return true
	}
	lower := strings.ToLower(base)
	switch path.Ext(lower) {
	case ".txt", ".in", ".pip":
		folder := strings.ToLower(path.Base(path.Dir(name)))
		return strings.Contains(lower, "require") || strings.Contains(lower, "constraints") ||
			folder == "requirements" || folder == "reqs" || folder == "requirement"
	}
	return false
}

func isCIName(name string) bool {
	switch path.Base(name) {
	case ".gitlab-ci.yml", ".travis.yml", "Jenkinsfile", "azure-pipelines.yml", "bitbucket-pipelines.yml", ".drone.yml", "tox.ini",
		"noxfile.py", ".pre-commit-config.yaml", "pytest.ini":
		return true
	}
	return strings.Contains(name, ".github/workflows/") || strings.HasPrefix(name, ".circleci/")
}

// isStartName reports whether a file without an ending is named as scripts that start things are.
func isStartName(base string) bool {
	switch base {
	case "start", "run", "entrypoint", "docker-entrypoint", "boot", "serve", "release", "build", "deploy", "launch", "up":
		return true
	}
	for word := range words(base) {
		switch word {
		case "start", "entrypoint", "gunicorn", "celery", "celerybeat", "celeryworker", "beat", "worker", "uwsgi", "daphne", "uvicorn", "run":
			return true
		}
	}
	return false
}

// hasServerWord reports whether a path without a telling end may be a server's configuration: something in it is named
// for nginx or supervisor, or it lies where sites or deployment files lie.
func hasServerWord(name string) bool {
	lower := strings.ToLower(name)
	if strings.Contains(lower, "nginx") || strings.Contains(lower, "supervis") || strings.Contains(lower, "uwsgi") {
		return true
	}
	for folder := range strings.SplitSeq(path.Dir(lower), "/") {
		switch folder {
		case "sites-available", "sites-enabled", "conf.d", "http.d", "deploy", "deployment", "server_config", "etc", "vhosts":
			return true
		}
	}
	return false
}

// templateEnding returns the ending, with its dot, of a file that is filled in before use, or "".
func templateEnding(base string) string {
	switch ext := strings.ToLower(path.Ext(base)); ext {
	case ".template", ".tmpl", ".tpl", ".j2", ".jinja", ".jinja2", ".erb", ".epp", ".ejs", ".mustache":
		return ext
	}
	return ""
}
