package load

import (
	"path"

	"deploylint/internal/repo"
	"deploylint/internal/source"
)

// dataServices returns the configurations of services that keep the site's data and are read for who may reach them.
func (l *loader) dataServices() []*source.File {
	var found []*source.File
	for _, e := range l.repo.FilesIn(l.dir) {
		switch path.Base(e.Path) {
		case "pg_hba.conf", "redis.conf", "elasticsearch.yml":
		default:
			continue
		}
		if !e.Tracked || e.Symlink() || repo.IsInstalled(e.Path) || !repo.RoleOf(e.Path).Deployed() {
			continue
		}
		if f, err := l.repo.Read(e.Path); err == nil {
			found = append(found, f)
		}
	}
	return found
}
