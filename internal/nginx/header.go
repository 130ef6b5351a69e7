package nginx

import (
	"strings"

	"deploylint/internal/nginx/syntax"
	"deploylint/internal/value"
)

// A Header is a header that nginx sets: proxy_set_header Host $host, add_header X-Frame-Options DENY always. The
// parameters of uwsgi and its kin are headers too: uwsgi_param HTTP_HOST $host.
type Header struct {
	Entry
	Name, Value syntax.Word
	// Always means that an added header is on error responses too.
	Always bool
}

// Headers are the headers in effect in a block.
type Headers struct {
	// List holds them in order.
	List []Header
	// Scope is the block that declares them, nil where none does.
	Scope *Block
	// Complete is false where parts that were not read may add to them, or hide them.
	Complete bool
	// Dropped are the headers of the blocks around Scope, which are not in effect because Scope declares some of its own.
	Dropped []Header
}

// Headers returns the headers in effect in the block by directive, which is "proxy_set_header", "add_header",
// "uwsgi_param" or the like. A block that declares one loses all those of the blocks around it.
func (b *Block) Headers(directive string) Headers {
	es, complete := b.AllInEffect(directive)
	h := Headers{List: newHeaders(es), Complete: complete}
	if len(es) == 0 {
		return h
	}
	h.Scope = es[0].Outer
	merges := directive == "add_header" && h.Scope.merges()
	for outer := h.Scope.Parent; outer != nil; outer = outer.Parent {
		all := newHeaders(outer.All(directive))
		if len(all) == 0 {
			continue
		}
		if merges {
			h.List = append(h.List, all...)
			merges = outer.merges()
			continue
		}
		h.Dropped = all
		break
	}
	return h
}

// merges reports whether add_header_inherit has the block add to the headers around it (nginx 1.29.3).
func (b *Block) merges() bool {
	e, found := b.InEffect("add_header_inherit")
	return found == value.True && e.Arg(0).Text == "merge"
}

func newHeaders(es []Entry) []Header {
	var headers []Header
	for _, e := range es {
		h := Header{Entry: e, Name: e.Arg(0), Value: e.Arg(1)}
		for i, w := range e.Args {
			if i > 1 && w.Text == "always" {
				h.Always = true
			}
		}
		headers = append(headers, h)
	}
	return headers
}

// Get returns the header of that name, in any case; of several the first. found is Undecided where it may be set in a
// part that was not read.
func (h Headers) Get(name string) (header Header, found value.Tri) {
	found = value.False
	if !h.Complete {
		found = value.Undecided
	}
	for _, one := range h.List {
		if one.Name.Hole {
			found = value.Undecided
		}
		if strings.EqualFold(one.Name.Text, name) {
			if one.Conditional {
				return one, value.Undecided
			}
			return one, value.True
		}
	}
	return Header{}, found
}

// All returns the headers of that name, in any case.
func (h Headers) All(name string) []Header {
	var all []Header
	for _, one := range h.List {
		if strings.EqualFold(one.Name.Text, name) {
			all = append(all, one)
		}
	}
	return all
}
