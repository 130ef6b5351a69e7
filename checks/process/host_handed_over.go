package process

import (
	"path"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// hostHandedOver reports a service that is given the whole host: docker's socket, or all rights over it.
//
// # Why it matters
//
// Who may write to /var/run/docker.sock may start a container with the host's disk mounted, and is root on the host. privileged: true is
// about the same without the detour. A hole in what runs there, or in the site where it runs there, is then no longer kept in by
// the container.
//
// # Example
//
//	web:
//	  volumes:
//	    - /var/run/docker.sock:/var/run/docker.sock
//
// # Use instead
//
// A proxy that passes on only what is needed, such as tecnativa/docker-socket-proxy, or a job of the host's own.
//
// # When it stays silent
//
// For programs whose purpose it is, such as traefik, watchtower, portainer, and agents that collect logs and metrics.
func hostHandedOver() lint.Rule {
	return lint.Rule{
		ID:      "DPL469",
		Name:    "host-handed-over",
		Summary: "A container has the rights of root on the host",
		Help:    "Remove docker's socket and privileged from services that run the site",
		Level:   lint.Warning,
		Tags:    []string{"security", "compose", "cwe-250"},
		Links: []string{
			"https://docs.docker.com/engine/security/#docker-daemon-attack-surface",
			"https://docs.docker.com/reference/compose-file/services/#privileged",
		},
		Since: "0.1.0",
		Check: lint.OfSite(checkHostHandedOver),
	}
}

func checkHostHandedOver(site *deploy.Site) lint.Answer {
	ours := map[string]*deploy.Process{}
	for _, p := range site.Processes {
		if p.Launcher == deploy.Compose && runsCode(p) {
			ours[p.Declared.Path()+"\n"+p.Key] = p
		}
	}
	var answers lint.Answers
	for _, s := range site.LiveServices() {
		if ours[s.Declared.Path()+"\n"+s.Key] == nil {
			continue
		}
		for _, m := range s.Mounts {
			if path.Base(m.Source) == "docker.sock" {
				answers = append(answers, lint.Fail(m.Span, "whoever finds a hole in %s is root on the host: docker's socket gives it everything", s.Name).
					About(s.Key+"#docker.sock").Fix("remove the mount"))
			}
		}
		if !s.Privileged.IsZero() {
			answers = append(answers, lint.Fail(s.Privileged, "whoever finds a hole in %s is root on the host: privileged gives it all rights", s.Name).
				About(s.Key+"#privileged").Fix("remove the line, or name the single right under cap_add"))
		}
	}
	return answers
}
