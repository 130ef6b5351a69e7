package repo

import (
	"path"
	"strings"
)

// Role says what part of a project's life a file belongs to, as far as its name and folders tell.
type Role uint8

// The roles.
const (
	// UnknownRole: the name says nothing. Most deployment files are like that.
	UnknownRole Role = iota
	// Production runs for users.
	Production
	// Staging runs like production, for a few.
	Staging
	// Base is shared by the others.
	Base
	// Local is a machine's own file: development mostly, or what overrides production on the server.
	Local
	// Development runs on a developer's machine.
	Development
	// Test runs in tests and in CI.
	Test
	// Sample is there to be copied and filled in.
	Sample
	// Documentation is there to be read.
	Documentation
)

// String returns the role's name.
func (r Role) String() string {
	switch r {
	case Production:
		return "production"
	case Staging:
		return "staging"
	case Base:
		return "base"
	case Local:
		return "local"
	case Development:
		return "development"
	case Test:
		return "test"
	case Sample:
		return "sample"
	case Documentation:
		return "documentation"
	default:
		return "unknown"
	}
}

// Deployed reports whether a file of this role can take part in a deployment: nothing says that it is for development,
// for tests or for readers.
func (r Role) Deployed() bool {
	switch r {
	case UnknownRole, Production, Staging, Base:
		return true
	default:
		return false
	}
}

// RoleOf tells a file's role from the words of its path; words end at "/", ".", "_", "-" and blanks. Documentation,
// samples and tests are so wherever the word stands; of the others the word nearest to the end of the path decides.
func RoleOf(name string) Role {
	folder, base := path.Split(name)
	folder = strings.Trim(folder, "/")
	role := baseRole(base)
	switch strings.ToLower(path.Ext(base)) {
	case ".md", ".rst", ".adoc":
		return Documentation
	}
	for folder != "" {
		element := folder
		if slash := strings.LastIndexByte(folder, '/'); slash >= 0 {
			folder, element = folder[:slash], folder[slash+1:]
		} else {
			folder = ""
		}
		role = mergeRoles(role, folderRole(element, folder))
	}
	return role
}

// mergeRoles decides between the role of a path's end and that of a folder around it.
func mergeRoles(inner, outer Role) Role {
	if outer >= Test {
		return max(inner, outer)
	}
	if inner == UnknownRole {
		return outer
	}
	return inner
}

func folderRole(element, outer string) Role {
	if strings.Contains(element, "{{") {
		return Sample // a project template's own variables
	}
	role := UnknownRole
	for word := range words(element) {
		switch word {
		case "doc", "docs", "documentation", "tutorial", "tutorials":
			return Documentation
		case "local":
			if path.Base(outer) == "usr" {
				continue // a copy of a server's file system
			}
		case "testdata", "fixtures", "cassettes":
			role = max(role, Test)
			continue
		case "github":
			if element == ".github" {
				role = max(role, Test)
			}
			continue
		}
		role = max(role, wordRole(word))
	}
	// Only as the whole name: a project may be called deploy-tools.
	switch strings.TrimLeft(element, ".") {
	case "deploy", "deployment", "deployments":
		role = max(role, Production)
	}
	return role
}

// baseRole tells the role from the last element of a path. Of several words the most cautious role counts:
// docker-compose.prod-test.yml is for tests.
func baseRole(base string) Role {
	lower := strings.ToLower(base)
	ext := path.Ext(lower)
	role := UnknownRole
	var previous string
	for word := range words(lower) {
		found := wordRole(word)
		switch word {
		case "template", "tmpl", "tpl", "dist":
			// A template of nginx's configuration is filled in at each start; one of settings is to be copied.
			if isEnvName(base) || strings.Contains(lower, "settings") {
				found = Sample
			}
		case "docs":
			found = Documentation
		case "override":
			// docker compose takes docker-compose.override.yml on every developer's machine by itself.
			if isComposeName(base) {
				found = Development
			}
		case "heroku", "docker", "deploy", "deployment", "do", "pro", "live", "stack":
			if hostedRole(word, ext, isComposeName(base)) {
				found = Production
			}
		case "base", "common", "com", "default", "defaults", "init", "__init__", "shared":
			if ext == ".py" || ext == ".txt" || ext == ".in" {
				found = Base
			}
		}
		if previous == "example" && isTopLevelDomain(word) {
			role = UnknownRole // example.com.conf is named for its site
			found = UnknownRole
		}
		role = max(role, found)
		previous = word
	}
	return role
}

// hostedRole reports whether a word that names a way of hosting speaks of production: it does in the name of a settings
// module, and some of them in that of a compose file.
func hostedRole(word, ext string, compose bool) bool {
	switch word {
	case "stack":
		return ext == ".yml" || ext == ".yaml"
	case "deploy", "live":
		return ext == ".py" || compose
	}
	return ext == ".py"
}

// wordRole returns the role of a word that means the same in a folder's name and in a file's.
func wordRole(word string) Role {
	switch word {
	case "production", "prod", "prd":
		return Production
	case "staging", "stage", "preprod", "uat":
		return Staging
	case "local":
		return Local
	case "dev", "devel", "develop", "development", "debug", "devcontainer":
		return Development
	case "test", "tests", "testing", "ci", "travis", "e2e", "e2etest", "pytest", "unittest", "unittests", "circleci":
		return Test
	case "example", "examples", "sample", "samples", "demo", "skeleton", "boilerplate":
		return Sample
	}
	return UnknownRole
}

func isTopLevelDomain(word string) bool {
	switch word {
	case "com", "org", "net", "io", "edu", "de", "eu", "co", "uk":
		return true
	}
	return false
}

// words yields the lower-case words of a path's element.
func words(element string) func(yield func(string) bool) {
	return strings.FieldsFuncSeq(strings.ToLower(element), func(c rune) bool {
		return c == '.' || c == '_' || c == '-' || c == ' ' || c == '/'
	})
}
