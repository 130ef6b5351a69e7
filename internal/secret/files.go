package secret

import (
	"path"
	"strings"
)

// KindOf says by a file's name how its text is to be scanned.
func KindOf(name string) Kind {
	switch strings.ToLower(path.Ext(name)) {
	case ".md", ".rst", ".txt", ".adoc", ".html", ".htm", ".xml", ".csv", ".tsv", ".ipynb", ".tex":
		return Prose
	case ".py", ".pyi", ".js", ".jsx", ".mjs", ".cjs", ".ts", ".tsx", ".vue", ".svelte", ".go", ".rb", ".java", ".kt", ".php", ".c", ".h", ".cc",
		".cpp", ".cs", ".rs", ".swift", ".scala", ".css", ".scss", ".less", ".sql", ".graphql", ".proto", ".lua", ".pl":
		return Code
	}
	return Config
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
	case ".yml", ".yaml", ".ini", ".cfg", ".conf", ".toml", ".sh", ".bash", ".service", ".tf", ".tfvars", ".properties", ".pem", ".key", ".env", ".ppk", ".pp":
		return !strings.HasPrefix(base, ".pre-commit") && base != "mkdocs.yml"
	case ".json":
		return !isToolJSON(base) && !inData(name)
	case "":
		return strings.HasPrefix(base, "id_") || base == "procfile" || base == "makefile" || base == "vagrantfile" || strings.Contains(base, "credentials") ||
			isDockerfile(base)
	}
	return isDockerfile(base)
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
