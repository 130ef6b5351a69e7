package nginx

import (
	"slices"
	"strings"

	"deploylint/internal/nginx/syntax"
	"deploylint/internal/value"
)

// RedirectsToHTTPS reports whether the server sends every plain request on to https, or refuses it. Paths that
// certificate authorities ask for (/.well-known/) may be answered. The question is about the server's plain sockets: what
// it does for TLS is left out.
func (s *Server) RedirectsToHTTPS() value.Tri {
	if e, ok := s.First("return"); ok && !e.Conditional {
		if all := s.redirectsNames(); all == value.True && isRefusal(e.Directive) {
			return value.True
		}
		return leadsToHTTPS(e.Directive)
	}
	for _, e := range s.Entries {
		if e.Is("rewrite") && !e.Conditional && redirects(e.Directive) && matchesAll(e.Arg(0).Text) {
			return leadsToHTTPS(e.Directive)
		}
		if e.Is("if") && e.Inner != nil && !e.Conditional && isPlainCondition(e.Directive) && e.Inner.leads() == value.True {
			return value.True
		}
	}
	answer := value.True
	whole := false // a location takes every path
	for _, l := range s.Locations {
		if l.IsNamed() || l.IsInternal() || strings.HasPrefix(strings.TrimPrefix(l.Path, "^"), "/.well-known") {
			continue
		}
		whole = whole || l.IsPrefix() && l.Path == "/" || l.IsRegex() && matchesAll(l.Path)
		answer = answer.And(l.redirectsToHTTPS())
	}
	if !whole {
		answer = value.False // the server's own handler answers what no location takes
	}
	if answer != value.True && (s.MayHold("return") || s.MayHold("location")) {
		return value.Undecided
	}
	return answer
}

// redirectsToHTTPS is the same question about one location.
func (l *Location) redirectsToHTTPS() value.Tri {
	if e, ok := l.First("return"); ok && !e.Conditional {
		if isRefusal(e.Directive) {
			return value.True
		}
		return leadsToHTTPS(e.Directive)
	}
	if answer := l.leads(); answer != value.False {
		return answer
	}
	for _, e := range l.All("if") {
		if e.Inner != nil && isPlainCondition(e.Directive) && e.Inner.leads() == value.True {
			return value.True
		}
	}
	if access, _ := l.Access(); access == AccessDenied {
		return value.True
	}
	if l.MayHold("return") {
		return value.Undecided
	}
	return value.False
}

// leads reports whether the block redirects every request that comes into it to https.
func (b *Block) leads() value.Tri {
	for _, e := range b.Entries {
		if e.Is("return") || e.Is("rewrite") && redirects(e.Directive) && matchesAll(e.Arg(0).Text) {
			return leadsToHTTPS(e.Directive)
		}
	}
	return value.False
}

// leadsToHTTPS reports whether a return or rewrite redirects to https.
func leadsToHTTPS(d *syntax.Directive) value.Tri {
	w := d.Arg(1)
	if d.Is("return") && len(d.Args) == 1 {
		w = d.Arg(0) // return https://…
	} else if code := d.Arg(0).Text; d.Is("return") && !slices.Contains([]string{"301", "302", "303", "307", "308"}, code) {
		if d.Arg(0).Hole {
			return value.Undecided
		}
		return value.False
	}
	text := strings.ToLower(w.Text)
	switch {
	case strings.HasPrefix(text, "https://"):
		return value.True
	case w.Hole && !strings.Contains(text, "://"), w.Hole && strings.HasPrefix(text, "{"):
		return value.Undecided
	case strings.HasPrefix(text, "$") && !strings.HasPrefix(text, "$scheme") && !strings.HasPrefix(text, "$request_uri"):
		return value.Undecided // a variable of their own
	default:
		return value.False
	}
}

// redirectsNames reports whether the server has an if for each of its names that redirects to https, as certbot writes it.
func (s *Server) redirectsNames() value.Tri {
	if len(s.Names) == 0 {
		return value.False
	}
	for _, n := range s.Names {
		found := false
		for _, e := range s.All("if") {
			c, ok := Condition(e.Directive)
			if ok && c.Variable == "host" && e.Inner != nil && e.Inner.leads() == value.True &&
				(c.Operator == "=" && strings.EqualFold(c.Value.Text, n.Text) || c.Operator == "~" || c.Operator == "~*") {
				found = true
			}
		}
		if !found {
			return value.False
		}
	}
	return value.True
}

// isPlainCondition reports whether an if is for requests that came without TLS, to nginx or to a proxy before it.
func isPlainCondition(d *syntax.Directive) bool {
	c, ok := Condition(d)
	if !ok {
		return false
	}
	text := c.Value.Text
	switch c.Variable {
	case "scheme", "http_x_forwarded_proto":
		return c.Operator == "=" && text == "http" || c.Operator == "!=" && text == "https" ||
			c.Operator == "!~" && strings.Trim(text, "^$*") == "https" || c.Operator == "~" && strings.Trim(text, "^$") == "http"
	case "https":
		return c.Operator == "=" && text == "" || c.Operator == "!=" && text == "on"
	case "ssl_protocol":
		return c.Operator == "=" && text == ""
	case "server_port":
		return c.Operator == "=" && text == "80" || c.Operator == "!=" && text == "443"
	default:
		return false
	}
}

// An If is the condition of an if directive.
type If struct {
	// Variable is the variable's name without "$"; "" where there is none.
	Variable string
	// Operator is "", "=", "!=", "~", "~*", "!~", "!~*", "-f", "!-f", "-d", "!-d", "-e", "!-e", "-x" or "!-x". "" asks whether
	// the variable is set and not 0.
	Operator string
	// Value is what the variable is compared with, or the file that is asked for.
	Value syntax.Word
}

// Condition takes apart the words of an if, as ngx_http_rewrite_if_condition does: parentheses are glued to the first
// and last of them, or words of their own.
func Condition(d *syntax.Directive) (If, bool) {
	words := slices.Clone(d.Args)
	if !d.Is("if") || len(words) == 0 || !strings.HasPrefix(words[0].Text, "(") {
		return If{}, false
	}
	if words[0].Text = words[0].Text[1:]; words[0].Text == "" {
		words = words[1:]
	}
	if len(words) == 0 {
		return If{}, false
	}
	last := len(words) - 1
	text, ok := strings.CutSuffix(words[last].Text, ")")
	if !ok {
		return If{}, false
	}
	if words[last].Text = text; text == "" && words[last].Quote == 0 {
		words = words[:last]
	}
	switch {
	case len(words) == 0:
		return If{}, false
	case strings.HasPrefix(words[0].Text, "$") && len(words) == 1:
		return If{Variable: words[0].Text[1:]}, true
	case strings.HasPrefix(words[0].Text, "$") && len(words) == 3:
		return If{Variable: strings.Trim(words[0].Text[1:], "{}"), Operator: words[1].Text, Value: words[2]}, true
	case strings.HasPrefix(words[0].Text, "$") && len(words) == 2:
		return If{Variable: words[0].Text[1:], Operator: words[1].Text}, true // ($https = )
	case len(words) == 2 && strings.HasPrefix(strings.TrimPrefix(words[0].Text, "!"), "-"):
		return If{Operator: words[0].Text, Value: words[1]}, true
	}
	return If{}, false
}
