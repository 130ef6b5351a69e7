package deploy

import (
	"net/url"
	"slices"
	"strings"

	"deploylint/internal/address"
	"deploylint/internal/value"
)

// A Probe is a request by which something outside finds out whether a process is well: a health check's command, Kubernetes'
// httpGet.
type Probe struct {
	// Client is what sends it: "curl", "wget", "urllib", "requests", "httpx", "http.client", "kubelet".
	Client string
	// Scheme, Host, Port and Path are those of its URL. Host is "" for the address of the pod, and Port where a variable decides.
	Scheme, Host, Port, Path string
	// Headers are those that it is told to send, by their lower-case names.
	Headers map[string]string
	// Follows is set where the client goes where a redirect leads.
	Follows bool
	// FailsFrom is the lowest status that counts as a failure, 201 where anything but 200 does; 0 where no status does, or nobody
	// can tell.
	FailsFrom int
	// Option is the launcher's setting that holds it.
	Option LaunchOption
}

// Fails reports whether the client certainly takes an answer with that status for a failure.
func (p Probe) Fails(status int) bool { return p.FailsFrom > 0 && status >= p.FailsFrom }

// Known reports whether it is known what is asked for.
func (p Probe) Known() bool { return p.Path != "" && !strings.ContainsAny(p.Path+p.Host, "${}`") }

// HostHeader returns the Host header that the client sends; ok is false where that is an address that nobody knows before.
func (p Probe) HostHeader() (host string, ok bool) {
	if host := p.Headers["host"]; host != "" {
		return host, true
	}
	if p.Host == "" {
		return "", false
	}
	return address.Join(p.Host, p.Port), true
}

// SaysHTTPS reports whether a header of the request tells that the client came over TLS.
func (p Probe) SaysHTTPS() bool {
	for name, text := range p.Headers {
		if strings.Contains(name, "forwarded") || strings.Contains(name, "proto") || strings.Contains(name, "ssl") || strings.Contains(name, "https") {
			return text != "http" && text != "off"
		}
	}
	return false
}

// FailsOnTLS reports whether a redirect to https on the port on which the server speaks plain HTTP is a failure to the client: one
// that follows meets no TLS there, one that does not takes the redirect itself for the answer. The kubelet follows within one host
// name only.
//
// https://github.com/kubernetes/kubernetes/blob/master/pkg/probe/http/http.go, RedirectChecker
func (p Probe) FailsOnTLS() bool {
	if p.Client == "kubelet" && p.Headers["host"] != "" {
		return false
	}
	return p.Follows || p.Fails(301)
}

// Probes returns the requests that ask the process whether it is well.
func (p *Process) Probes() []Probe {
	all := slices.Clone(p.Asked)
	for _, option := range []LaunchOption{p.Health, p.Ready} {
		text, ok := option.Value.Text()
		if !ok {
			continue
		}
		if probe, ok := probeOf(text); ok {
			probe.Option = option
			all = append(all, probe)
		}
	}
	return all
}

// Probed returns the process whose server a probe of p arrives at; nil where that is none of Django's, or not known.
func (s *Site) Probed(p *Process, probe Probe) *Process {
	if probe.Host != "" && !address.Loopback(probe.Host) && !address.Wildcard(probe.Host) {
		if to, found := s.Answers(p.Place, probe.Host); found != value.True || to != p.Place {
			return nil
		}
	}
	for _, other := range s.Processes {
		if other.Server == nil || other != p && !s.SameLoopback(p.Place, other.Place) {
			continue
		}
		for _, b := range other.Server.Binds {
			if b.Unix == "" && (probe.Port == "" && other == p || b.Port == probe.Port && probe.Port != "" || !b.Known && other == p) {
				return other
			}
		}
	}
	return nil
}

// at fills in what a URL says.
func (p *Probe) at(text string) bool {
	if !strings.Contains(text, "://") {
		text = "http://" + text
	}
	scheme, rest, _ := strings.Cut(text, "://")
	host, path := rest, "/"
	if i := strings.IndexAny(rest, "/?#"); i >= 0 {
		host, path = rest[:i], rest[i:]
	}
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	path, _, _ = strings.Cut(path, "?")
	path, _, _ = strings.Cut(path, "#")
	p.Scheme, p.Path = strings.ToLower(scheme), path
	if unescaped, err := url.PathUnescape(path); err == nil {
		p.Path = unescaped
	}
	if strings.Contains(host, "$") { // http://localhost:${PORT:-8000}/
		name, port, _ := strings.Cut(host, ":")
		p.Host, p.Port = name, ""
		if _, digits, ok := strings.Cut(port, ":-"); ok && strings.HasSuffix(digits, "}") {
			p.Port = strings.TrimSuffix(digits, "}")
		}
		return !strings.Contains(name, "$")
	}
	u, err := url.Parse(text)
	if err != nil || u.Hostname() == "" {
		return false
	}
	p.Host, p.Port = u.Hostname(), u.Port()
	if p.Port == "" {
		p.Port = map[string]string{"http": "80", "https": "443"}[p.Scheme]
	}
	return true
}
