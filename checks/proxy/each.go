package proxy

import (
	"deploylint/internal/deploy"
	"deploylint/internal/nginx"
)

// eachServer calls visit for every server of every live proxy.
func eachServer(site *deploy.Site, visit func(*nginx.Server)) {
	for _, p := range site.LiveProxies() {
		for _, s := range p.Config.Servers {
			visit(s)
		}
	}
}

// eachLocation calls visit for every location of every live proxy.
func eachLocation(site *deploy.Site, visit func(*nginx.Location)) {
	eachServer(site, func(s *nginx.Server) {
		for _, l := range s.AllLocations() {
			visit(l)
		}
	})
}
