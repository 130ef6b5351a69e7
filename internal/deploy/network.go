package deploy

import (
	"slices"
	"strings"

	"deploylint/internal/address"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A Network is who reaches a place, and under which names.
type Network struct {
	// Stack tells the deployments apart that know nothing of each other's names: the compose file, the folder of manifests.
	Stack string
	// Mode is whose network it is.
	Mode NetworkMode
	// Of is the name of the service whose network a Shared one is.
	Of string
	// Span is where Mode is set; zero for the default.
	Span source.Span
	// Joined are the networks of the stack that it is in. Names are known within one network; two places without a common
	// one do not reach each other.
	Joined []string
	// Names are those under which others on its networks reach it, its own name first.
	Names []Alias
}

// Join puts the place into a network of its stack, once.
func (n *Network) Join(name string) {
	if name != "" && !slices.Contains(n.Joined, name) {
		n.Joined = append(n.Joined, name)
	}
}

// An Alias is a name by which a place is reached.
type Alias struct {
	Name string
	// Network is the only network on which the name is known, "" for all.
	Network string
	// Span is where it is written.
	Span source.Span
}

// Source returns where the name is written.
func (n Alias) Source() source.Span { return n.Span }

// Host returns the name by which others reach the place: that of its service; "" where it has none.
func (p *Place) Host() string {
	for _, n := range p.Network.Names {
		if !strings.ContainsAny(n.Name, ":/") {
			return n.Name
		}
	}
	return ""
}

// NetworkMode is whose network a place is in.
type NetworkMode uint8

// The modes.
const (
	// Own: it has a loopback of its own.
	Own NetworkMode = iota
	// OfHost: the host's loopback and ports are its own.
	OfHost
	// Shared: another container's loopback and ports are its own.
	Shared
	// NoNetwork: it reaches nobody.
	NoNetwork
)

// Answers returns the place that a connection to host arrives at when something in from opens it: from itself (or what it
// shares its network with) for a loopback address, another container for a name that its networks know. The answer is nil
// and Undecided for a name or address that is outside of what is known, and nil and False for one that certainly leads
// nowhere.
func (s *Site) Answers(from *Place, host string) (*Place, value.Tri) {
	if from == nil {
		return nil, value.Undecided
	}
	host = strings.ToLower(address.Bare(host))
	if address.Loopback(host) {
		return s.loopback(from, 0), value.True
	}
	if host == "host.docker.internal" && from.Kind == Container {
		return s.host(), value.True
	}
	return s.named(from, host)
}

// maxShared is how many times a network that is another's is followed.
const maxShared = 8

// loopback returns the place whose loopback a place's own is.
func (s *Site) loopback(p *Place, depth int) *Place {
	switch p.Network.Mode {
	case OfHost:
		return s.host()
	case Shared:
		for _, other := range s.Places {
			if depth < maxShared && other != p && other.Network.Stack == p.Network.Stack && other.Name == p.Network.Of {
				return s.loopback(other, depth+1)
			}
		}
	case Own, NoNetwork:
	}
	return p
}

// SameLoopback reports whether 127.0.0.1 is the same in two places.
func (s *Site) SameLoopback(a, b *Place) bool {
	return a != nil && b != nil && s.loopback(a, 0) == s.loopback(b, 0)
}

// host returns the machine that containers run on. It is a place of its own even where nothing is started on it.
func (s *Site) host() *Place {
	for _, p := range s.Places {
		if p.Kind == Host {
			return p
		}
	}
	return nil
}

// named returns the container that a name leads to.
func (s *Site) named(from *Place, host string) (*Place, value.Tri) {
	if from.Kind != Container || from.Network.Mode == NoNetwork {
		return nil, value.Undecided
	}
	inside := s.loopback(from, 0)
	if inside == nil || inside.Kind == Host {
		return nil, value.Undecided // the host's resolver knows no service
	}
	apart := false
	for _, p := range s.Places {
		if p.Kind != Container || p.Network.Stack != from.Network.Stack {
			continue
		}
		for _, n := range p.Network.Names {
			if !strings.EqualFold(n.Name, host) {
				continue
			}
			if n.known(inside.Network, p.Network) {
				return p, value.True
			}
			apart = true
		}
	}
	if apart {
		return nil, value.False
	}
	return nil, value.Undecided
}

// known reports whether a place in one network knows the name of a place in another.
func (n Alias) known(from, to Network) bool {
	return slices.ContainsFunc(to.Joined, func(net string) bool {
		return (n.Network == "" || n.Network == net) && slices.Contains(from.Joined, net)
	})
}
