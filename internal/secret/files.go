package secret

import (
	"path"
	"strings"
)

// KindOf says by a file's name how its text is to be scanned.
func KindOf(name string) Kind {
	if isWording(name) {
		return Prose
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".rst", ".txt", ".adoc", ".html", ".htm", ".xml", ".csv", ".tsv", ".ipynb", ".tex":
		return Prose
	case ".py", ".pyi", ".js", ".jsx", ".mjs", ".cjs", ".ts", ".tsx", ".vue", ".svelte", ".go", ".rb", ".java", ".kt", ".php", ".c", ".h", ".cc",
		".cpp", ".cs", ".rs", ".swift", ".scala", ".css", ".scss", ".less", ".sql", ".graphql", ".proto", ".lua", ".pl":
		return Code
	}
	return Config
}

// isWording reports whether a file holds what people read about an application: its texts in one language, or the
// description of its API with the examples in it.
func isWording(name string) bool {
	for element := range strings.SplitSeq(strings.ToLower(path.Dir(name)), "/") {
		switch element {
		case "locale", "locales", "i18n", "l10n", "translations", "lang", "langs", "openapi", "swagger":
			return true
		}
	}
	base := strings.ToLower(path.Base(name))
	return strings.Contains(base, "openapi") || strings.Contains(base, "swagger")
}

// Develops reports whether a file says itself that it is for developers or tests: each settings module that it names is of
// development.
func Develops(text string) bool {
	const variable = "DJANGO_SETTINGS_MODULE"
	develops := false
	for _, rest, ok := strings.Cut(text, variable); ok; _, rest, ok = strings.Cut(rest, variable) {
		module := strings.TrimLeft(rest, "\"'=: \t")
		module = module[:len(module)-len(strings.TrimLeft(module, letters+"0123456789_."))]
		if module == "" {
			continue // its name alone, or a reference to another variable
		}
		switch module[strings.LastIndexByte(module, '.')+1:] {
		case "dev", "devel", "develop", "development", "debug", "local", "test", "tests", "testing", "ci":
			develops = true
		default:
			return false
		}
	}
	return develops
}

// IsText reports whether a file may be text that people wrote: no picture, no archive, nothing that a program locked,
// bundled or translated.
func IsText(name string) bool {
	base := strings.ToLower(path.Base(name))
	switch path.Ext(base) {
	case ".png", ".jpg", ".jpeg", ".gif", ".webp", ".ico", ".svg", ".bmp", ".tif", ".tiff", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".pdf", ".zip", ".gz",
		".tgz", ".bz2", ".xz", ".7z", ".jar", ".whl", ".so", ".dll", ".exe", ".pyc", ".mo", ".po", ".pot", ".map", ".lock", ".mp3", ".mp4", ".webm", ".wav",
		".sqlite3", ".sqlite", ".db", ".xlsx", ".xls", ".docx", ".doc", ".pptx", ".odt", ".shp", ".dbf", ".tif3", ".pickle", ".pkl", ".npy", ".bin":
		return false
	}
	switch base {
	case "package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "pipfile.lock", "composer.lock", ".gitleaks.toml", ".gitleaksignore", ".secrets.baseline":
		return false
	}
	return !strings.Contains(base, ".min.")
}

// IsConfig reports whether a file configures something that runs: what a deployment is made of, and what people keep keys
// in.
func IsConfig(name string) bool {
	base := strings.ToLower(path.Base(name))
	switch path.Ext(base) {
	case ".yml", ".yaml", ".ini", ".cfg", ".cnf", ".conf", ".toml", ".sh", ".bash", ".service", ".tf", ".tfvars", ".properties", ".pem", ".key", ".env", ".ppk", ".pp":
		return !strings.HasPrefix(base, ".pre-commit") && base != "mkdocs.yml"
	case ".json":
		return !isToolJSON(base) && !inData(name)
	case "":
		return strings.HasPrefix(base, "id_") || base == "procfile" || base == "makefile" || base == "vagrantfile" || strings.Contains(base, "credentials") ||
			isDockerfile(base) || inKeyring(name)
	}
	return isDockerfile(base)
}

// inKeyring reports whether a file lies in a folder that people keep keys in.
func inKeyring(name string) bool {
	switch strings.ToLower(path.Base(path.Dir(name))) {
	case "cert", "certs", "certificate", "certificates", "keys", "ssl", "tls", "ssh", ".ssh":
		return true
	}
	return false
}

// isToolJSON reports whether a JSON file belongs to the tools of a front end.
func isToolJSON(base string) bool {
	switch base {
	case "package.json", "tsconfig.json", "manifest.json", "composer.json", "angular.json", "turbo.json", "nx.json", "lerna.json":
		return true
	}
	return strings.HasPrefix(base, "tsconfig") || strings.Contains(base, "schema") || strings.HasPrefix(base, ".eslint")
}

// inData reports whether a path is that of the application's own data or texts rather than of its configuration.
func inData(name string) bool {
	for element := range strings.SplitSeq(strings.ToLower(path.Dir(name)), "/") {
		switch element {
		case "fixtures", "data", "locale", "locales", "i18n", "translations", "static", "assets", "public", "src", "templates", "migrations", "openapi":
			return true
		}
	}
	return false
}
