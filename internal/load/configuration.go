package load

import (
	"slices"
	"strings"
	"unicode"

	"deploylint/internal/env"
	"deploylint/internal/python"
	"deploylint/internal/repo"
)

// configured adds to a choice what the process's entry file says besides the settings module: the class of
// django-configurations, and what it does to the environment.
func (l *loader) configured(c choice, own entry, process *env.Environment) choice {
	if c.project == nil {
		return c
	}
	entries := c.project.entries
	if own.path == "" && len(entries) > 0 {
		own = entries[0]
	}
	if own.loads {
		c.entry = own.path
	}
	said := own.configuration
	for _, e := range entries {
		if said.module == "" {
			own, said = e, e.configuration
		}
	}
	classes := l.configurationClasses(c.file, said.module != "")
	if len(classes) == 0 {
		return c
	}
	a := l.over(process).Lookup(configurationVariable)
	role := roleOfClass(said.module)
	switch {
	case said.assigned:
		c.entry, c.configuration = own.path, said.module
	case a.State == env.Supplied:
		c.configuration, _ = a.Value.Text()
	case said.module == "" || role == repo.Base || !role.Deployed():
		c.configuration = said.module
		if l.assumeConfiguration(&c, said, own.path, classes) {
			return c
		}
	default:
		c.configuration = said.module
	}
	if c.configuration != "" {
		c.by += ", class " + c.configuration
	}
	return c
}

// assumeConfiguration takes the class that is named for production in the place of a default that is not.
func (l *loader) assumeConfiguration(c *choice, said named, entry string, classes []string) bool {
	slices.SortStableFunc(classes, func(a, b string) int { return rankOfClass(b) - rankOfClass(a) })
	if rankOfClass(classes[0]) == 0 {
		return false
	}
	c.configuration, c.assumed = classes[0], true
	c.by += "; its class " + classes[0] + " is named for production"
	if said.module != "" {
		c.by += ", and " + l.near(entry) + " defaults to " + said.module
	}
	return true
}

// configurationClasses returns the classes that a settings module defines or imports by name, where it is one of
// django-configurations: it says so, or an entry file names a class.
func (l *loader) configurationClasses(file string, named bool) []string {
	if file == "" {
		return nil
	}
	f, err := l.open(file)
	if err != nil || !named && !strings.Contains(f.Text, "configurations") {
		return nil
	}
	var classes []string
	for _, s := range l.parse(f).Body {
		switch s := s.(type) {
		case *python.ClassDef:
			classes = append(classes, s.Name)
		case *python.ImportFrom:
			for _, a := range s.Names {
				name := a.AsName
				if name == "" {
					name = a.Name
				}
				if name != "" && unicode.IsUpper(rune(name[0])) {
					classes = append(classes, name)
				}
			}
		}
	}
	return classes
}

// roleOfClass is the role that a class's name gives it: "DevConfiguration" is for development.
func roleOfClass(name string) repo.Role { return repo.RoleOf(snakeCase(name) + ".py") }

// rankOfClass orders the names of classes for production, as productionRank does for modules.
func rankOfClass(name string) int {
	if !roleOfClass(name).Deployed() {
		return 0
	}
	rank := 2 * productionRank(snakeCase(name))
	if rank > 0 && !strings.Contains(snakeCase(name), "_") {
		rank++ // Production before ProductionReplica
	}
	return rank
}

// snakeCase turns CamelCase into snake_case.
func snakeCase(name string) string {
	var b strings.Builder
	previous := '_'
	for _, r := range name {
		if unicode.IsUpper(r) && unicode.IsLower(previous) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
		previous = r
	}
	return b.String()
}
