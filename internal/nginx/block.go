package nginx

import (
	"slices"
	"strings"

	"deploylint/internal/nginx/syntax"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// A Block is a block of the configuration with the files that it includes in their places. A file that two blocks include
// is in both, with the same directives but blocks of their own, because what is in effect in them may differ.
type Block struct {
	Context syntax.Context
	// Opener is the directive that opens the block; nil for the top and for an inferred block.
	Opener *syntax.Directive
	// Parent is the block around it, nil for the top.
	Parent *Block
	// Entries are the directives of the block in the order in which nginx meets them; an include stands before its content.
	Entries []Entry
	// Inferred means that the block is not in any file that was read, but must be around what is: a site file, which has
	// no http block, is included in one.
	Inferred bool
	// Unresolved are the includes whose files are not there, and the template's values that stand for whole directives.
	Unresolved []*syntax.Directive

	config *Config
	// inferred are the inferred blocks in this one.
	InferredBlocks []*Block
	// index holds the positions of the entries by name, for a large block only.
	index map[string][]int
}

// large is the number of entries from which on a block has an index. An http block may hold thousands of servers, and
// each location in them asks it.
const large = 64

// makeIndex fills index, in the blocks within b too, once all their entries are there.
func (b *Block) makeIndex() {
	if len(b.Entries) >= large {
		b.index = map[string][]int{}
	}
	for i, e := range b.Entries {
		if b.index != nil && !e.Data {
			b.index[e.Name.Text] = append(b.index[e.Name.Text], i)
		}
		if e.Inner != nil {
			e.Inner.makeIndex()
		}
	}
	for _, inner := range b.InferredBlocks {
		inner.makeIndex()
	}
}

// An Entry is a directive in a block.
type Entry struct {
	*syntax.Directive
	// Inner is the block that the directive opens, nil where it opens none.
	Inner *Block
	// Outer is the block that the directive is in.
	Outer *Block
	// Include is the include of a file of the repository that brought the directive in, nil where it is in the file itself.
	Include *syntax.Directive
}

// Source returns the place of the directive for a message. That is the include for a file that is not of the repository.
func (e Entry) Source() source.Span {
	switch {
	case e.Directive == nil:
		return source.Span{}
	case e.Builtin && e.Include != nil:
		return e.Include.Source()
	default:
		return e.Directive.Source()
	}
}

// Key returns the directive's subject: "nginx:shop.example/location /static/#alias".
func (e Entry) Key() string { return e.Outer.Key() + "#" + e.Name.Text }

// Source returns the place of the block for a message: its opening, or its first directive where it is inferred.
func (b *Block) Source() source.Span {
	if b.Opener != nil {
		return b.Opener.Source()
	}
	if len(b.Entries) > 0 {
		return b.Entries[0].Source()
	}
	if len(b.InferredBlocks) > 0 {
		return b.InferredBlocks[0].Source()
	}
	return source.Span{}
}

// All returns the entries of the block itself that have one of names, in order.
func (b *Block) All(names ...string) []Entry {
	var found []Entry
	if b.index == nil {
		for _, e := range b.Entries {
			if e.Is(names...) {
				found = append(found, e)
			}
		}
		return found
	}
	var positions []int
	for _, name := range names {
		positions = append(positions, b.index[name]...)
	}
	slices.Sort(positions)
	for _, i := range positions {
		found = append(found, b.Entries[i])
	}
	return found
}

// First returns the first entry of the block itself that has one of names.
func (b *Block) First(names ...string) (Entry, bool) {
	if all := b.All(names...); len(all) > 0 {
		return all[0], true
	}
	return Entry{}, false
}

// Walk calls visit for every entry of the block and of the blocks in it, in order, down to those for which it returns
// false. The entries of data blocks are among them.
func (b *Block) Walk(visit func(Entry) bool) {
	for _, e := range b.Entries {
		if visit(e) && e.Inner != nil {
			e.Inner.Walk(visit)
		}
	}
	for _, inner := range b.InferredBlocks {
		inner.Walk(visit)
	}
}

// Within returns the nearest block of context c that is or is around b, nil where there is none.
func (b *Block) Within(c syntax.Context) *Block {
	for ; b != nil; b = b.Parent {
		if b.Context == c {
			return b
		}
	}
	return nil
}

// MayHold reports whether the block may hold a directive of that name beside those in Entries, because it was not read
// as a whole: an include is not there, or a template's value stands in it. An inferred server or location may hold
// anything. An http block that is inferred, or includes conf.d/*.conf from elsewhere, is taken to be what distributions
// bring along: it may hold what their files set there, and no more.
func (b *Block) MayHold(name string) bool {
	return (len(b.Unresolved) > 0 || b.Inferred) && b.unreadMayHold(name) && b.Context.Allows(name)
}

// unreadMayHold reports whether a part of the block that was not read is of a kind that holds such directives.
func (b *Block) unreadMayHold(name string) bool {
	for _, d := range b.Unresolved {
		if b.Context != syntax.HTTPContext || !isPattern(d.Arg(0).Text) || distributionSets(name) {
			return true
		}
	}
	switch b.Context {
	case syntax.ServerContext, syntax.LocationContext:
		return b.Inferred
	case syntax.HTTPContext, syntax.MainContext:
		return b.Inferred && distributionSets(name)
	default:
		return false
	}
}

// InEffect returns the directive of that name that is in effect in the block: its own, or that of the nearest block
// around it. found is Undecided where a part that was not read may hold a nearer one, or a template decides whether it is
// there; e is the best guess then, or zero.
//
// It is for directives of which one replaces the other (root, client_max_body_size, proxy_read_timeout). For those that
// add up see AllInEffect; proxy_pass, return, try_files and rewrite are not inherited at all.
func (b *Block) InEffect(name string) (e Entry, found value.Tri) {
	found = value.False
	for ; b != nil; b = b.Parent {
		if all := b.All(name); len(all) > 0 {
			e = all[len(all)-1]
			if found == value.False && !e.Conditional {
				found = value.True
			} else {
				found = value.Undecided
			}
			return e, found
		}
		if b.MayHold(name) {
			found = value.Undecided
		}
	}
	return Entry{}, found
}

// AllInEffect returns the directives of that name that are in effect in the block. One in the block itself hides all
// those of the blocks around it, as is the rule for proxy_set_header, add_header, uwsgi_param, allow and deny, access_log.
// complete is false where parts that were not read may add to them or hide them.
func (b *Block) AllInEffect(names ...string) (es []Entry, complete bool) {
	complete = true
	for ; b != nil; b = b.Parent {
		if slices.ContainsFunc(names, b.MayHold) {
			complete = false
		}
		if es = b.All(names...); len(es) > 0 {
			for _, e := range es {
				if e.Conditional {
					complete = false
				}
			}
			return es, complete
		}
	}
	return nil, complete
}

// Key returns the block's subject: "nginx:shop.example/location /static/".
func (b *Block) Key() string {
	var parts []string
	for ; b != nil; b = b.Parent {
		switch b.Context {
		case syntax.ServerContext:
			return "nginx:" + b.config.keys[b] + strings.Join(parts, "")
		case syntax.MainContext, syntax.HTTPContext:
			if len(parts) == 0 && b.Context == syntax.HTTPContext {
				return "nginx:http"
			}
		default:
			if b.Opener != nil {
				parts = slices.Insert(parts, 0, "/"+openerKey(b.Opener))
			}
		}
	}
	return "nginx:" + strings.TrimPrefix(strings.Join(parts, ""), "/")
}

// openerKey returns the words of a block's opening.
func openerKey(d *syntax.Directive) string {
	words := []string{d.Name.Text}
	for _, a := range d.Args {
		words = append(words, a.Text)
	}
	return strings.Join(words, " ")
}

// distributionSets reports whether the nginx.conf that nginx, Debian, Fedora or the Docker image brings along sets the
// directive in its http block, which is then in effect for a site file that is seen alone.
func distributionSets(name string) bool {
	return slices.Contains([]string{
		"include", "default_type", "types", "log_format", "access_log", "error_log", "sendfile", "tcp_nopush", "tcp_nodelay",
		"keepalive_timeout", "types_hash_max_size", "server_tokens", "server_names_hash_bucket_size", "gzip", "gzip_vary",
		"gzip_proxied", "gzip_comp_level", "gzip_buffers", "gzip_http_version", "gzip_types", "ssl_protocols",
		"ssl_prefer_server_ciphers", "server", "upstream", "map",
	}, name)
}
