package nginx

import (
	"strings"

	"deploylint/internal/nginx/syntax"
	"deploylint/internal/value"
)

// Access is who may make the requests that a block answers.
type Access uint8

// The kinds of access.
const (
	// AccessNotKnown: a part that was not read may decide it.
	AccessNotKnown Access = iota
	// AccessOpen: everybody.
	AccessOpen
	// AccessLimited: some, by their address or password.
	AccessLimited
	// AccessDenied: nobody.
	AccessDenied
)

// String returns the access in a word.
func (a Access) String() string {
	return [...]string{AccessNotKnown: "not known", AccessOpen: "open", AccessLimited: "limited", AccessDenied: "denied"}[a]
}

// Access returns who may make the requests that the block answers, and the directive that decides it: deny, allow,
// internal, auth_basic and the like, or a return with an error status. A named location is denied to clients as such.
func (b *Block) Access() (Access, Entry) {
	if e, found := b.InEffect("internal"); found == value.True {
		return AccessDenied, e
	}
	if e, ok := b.First("return"); ok && !e.Conditional && isRefusal(e.Directive) {
		return AccessDenied, e
	}
	if b.Context == syntax.LocationContext && b.Opener != nil && strings.HasPrefix(b.Opener.Arg(0).Text, "@") {
		return AccessDenied, Entry{Directive: b.Opener, Outer: b.Parent}
	}
	rules, complete := b.AllInEffect("allow", "deny")
	if len(rules) > 0 {
		switch first := rules[0]; {
		case first.Is("deny") && first.Arg(0).Text == "all":
			return AccessDenied, first
		case first.Is("allow") && first.Arg(0).Text == "all":
		default:
			for _, e := range rules {
				if e.Is("deny") && e.Arg(0).Text == "all" {
					return AccessLimited, e
				}
			}
		}
	}
	for _, name := range []string{"auth_basic", "auth_request", "auth_jwt"} {
		e, found := b.InEffect(name)
		if e.Directive != nil && e.Arg(0).Text != "off" {
			if found == value.True {
				return AccessLimited, e
			}
			complete = false
		}
		if found == value.Undecided {
			complete = false
		}
	}
	for at := b; at != nil; at = at.Parent {
		if at.MayHold("deny") && at.Context != syntax.HTTPContext {
			complete = false
		}
	}
	if !complete {
		return AccessNotKnown, Entry{}
	}
	return AccessOpen, Entry{}
}

// isRefusal reports whether a return answers with an error.
func isRefusal(d *syntax.Directive) bool {
	code := d.Arg(0).Text
	return len(code) == 3 && (code[0] == '4' || code[0] == '5')
}

// Refuses reports whether the server refuses requests to path: its location is denied to everybody. It answers the
// question whether dotfiles are protected: Refuses("/.git/config").
func (s *Server) Refuses(path string) value.Tri {
	if h, e := s.Handler(); h == Returns {
		return value.TriOf(isRefusal(e.Directive))
	}
	m := s.LocationFor(path)
	access, _ := m.block(s).Access()
	refused := value.TriOf(access == AccessDenied)
	if access == AccessNotKnown || !m.Sure {
		refused = value.Undecided
	}
	return refused
}
