package deploy

import (
	"slices"
	"strings"

	"deploylint/internal/python"
	"deploylint/internal/source"
)

// A CacheUse is one call by which the project's own code uses Django's cache.
type CacheUse struct {
	// Alias is the cache's name under CACHES.
	Alias string
	Op    CacheOp
	// Key is the cache's key with {} for what is not known of it: "confirm:{}". It is never without a word.
	Key string
	// File and Function say whose body the call stands in.
	File, Function string
	// Calls are the names that the same function calls.
	Calls []string
	Span  source.Span
}

// Source returns the place of the call.
func (u CacheUse) Source() source.Span { return u.Span }

// CacheOp is what a call does with the cache.
type CacheOp uint8

// What calls do.
const (
	// CacheWrites: set, and add whose answer nobody looks at.
	CacheWrites CacheOp = iota
	// CacheReads: get, has_key, in.
	CacheReads
	// CacheCounts: incr, decr, and a number that is put back with something added.
	CacheCounts
	// CacheLocks: add whose answer decides something: only the first one gets True.
	CacheLocks
)

// A CacheRelay is what one request leaves in a cache for others.
type CacheRelay struct {
	Alias, Key string
	Op         CacheOp
	// Left is where it is put into the cache, counted or locked; Taken where another function reads it, zero where none does.
	Left, Taken source.Span
	// Writer and Reader are the names of the functions in which that happens, without their classes.
	Writer, Reader string
}

// What names what is left for people: "confirm:…".
func (r CacheRelay) What() string {
	return strings.NewReplacer("{}", "…", "{", "", "}", "").Replace(r.Key)
}

// CallsBoth reports whether a function of a module reads and stores through two others: what it does not find, it makes anew.
func (r CacheRelay) CallsBoth(f *source.File) bool {
	if !strings.Contains(f.Text, r.Reader+"(") || !strings.Contains(f.Text, r.Writer+"(") {
		return false
	}
	both := false
	function := func(n python.Node) bool {
		def, ok := n.(*python.FunctionDef)
		if !ok {
			return !both
		}
		reads, writes := false, false
		for _, s := range def.Body {
			python.Walk(s, func(n python.Node) bool {
				if c, ok := n.(*python.Call); ok {
					name := calledName(c)
					reads, writes = reads || name == r.Reader, writes || name == r.Writer
				}
				return true
			})
		}
		both = both || reads && writes
		return false
	}
	for _, s := range python.Parse(f).Body {
		python.Walk(s, function)
	}
	return both
}

// CacheRelays returns what one request leaves in a cache for others to find, by the code of the project. What a function reads and,
// where it is not there, makes anew and stores is none: then the cache saves work and nothing else.
func CacheRelays(uses []CacheUse) []CacheRelay {
	var found []CacheRelay
	seen := map[string]bool{}
	for _, u := range uses {
		at := u.Alias + "\n" + u.Key
		if seen[at] || u.Op == CacheReads {
			continue
		}
		relay := CacheRelay{Alias: u.Alias, Key: u.Key, Op: u.Op, Left: u.Span, Writer: lastName(u.Function)}
		if u.Op == CacheWrites {
			reader, ok := readerOf(uses, u)
			if !ok {
				continue
			}
			relay.Taken, relay.Reader = reader.Span, lastName(reader.Function)
		}
		seen[at] = true
		found = append(found, relay)
	}
	return found
}

// readerOf returns a use that reads what another stores, and that cannot make it anew.
func readerOf(uses []CacheUse, stored CacheUse) (CacheUse, bool) {
	same := func(u CacheUse) bool { return u.Alias == stored.Alias && u.Key == stored.Key }
	for _, r := range uses {
		if r.Op != CacheReads || !same(r) {
			continue
		}
		makes := slices.ContainsFunc(uses, func(w CacheUse) bool {
			if w.Op == CacheReads || !same(w) {
				return false
			}
			return w.File == r.File && w.Function == r.Function || slices.Contains(r.Calls, lastName(w.Function))
		})
		if !makes {
			return r, true
		}
	}
	return CacheUse{}, false
}

func lastName(dotted string) string { return dotted[strings.LastIndexByte(dotted, '.')+1:] }

// ReadCacheUses returns the calls in a module's functions that use Django's cache under a key of which something is known.
func ReadCacheUses(f *source.File) []CacheUse {
	r := &cacheReader{module: python.Parse(f), caches: map[string]string{}, registry: map[string]bool{}, constants: map[string]string{}}
	r.imports()
	if len(r.caches) == 0 && len(r.registry) == 0 {
		return nil
	}
	r.body(r.module.Body, "")
	return r.uses
}

// A cacheReader reads one module.
type cacheReader struct {
	module    *python.Module
	caches    map[string]string // a name that stands for a cache → its alias
	registry  map[string]bool   // names that stand for django.core.cache.caches
	constants map[string]string // texts that the module gives names
	uses      []CacheUse
}

// imports finds the names of caches, and the texts that the module's first level names.
func (r *cacheReader) imports() {
	named := func(n python.Node) bool {
		from, ok := n.(*python.ImportFrom)
		if !ok || from.Module != "django.core.cache" {
			return true
		}
		for _, name := range from.Names {
			as := name.AsName
			if as == "" {
				as = name.Name
			}
			switch name.Name {
			case "cache":
				r.caches[as] = "default"
			case "caches":
				r.registry[as] = true
			}
		}
		return true
	}
	for _, s := range r.module.Body {
		python.Walk(s, named)
	}
	for _, s := range r.module.Body {
		assign, ok := s.(*python.Assign)
		if !ok || len(assign.Targets) != 1 {
			continue
		}
		name, ok := assign.Targets[0].(*python.Name)
		if !ok {
			continue
		}
		if alias, ok := r.cache(assign.Value); ok {
			r.caches[name.ID] = alias
		}
		if text, ok := literal(assign.Value); ok {
			r.constants[name.ID] = text
		}
	}
}

// cache returns the alias of the cache that an expression stands for.
func (r *cacheReader) cache(e python.Expr) (alias string, ok bool) {
	switch e := e.(type) {
	case *python.Name:
		alias, ok = r.caches[e.ID]
		return alias, ok
	case *python.Subscript:
		if name, isName := e.Value.(*python.Name); isName && r.registry[name.ID] {
			return literal(e.Index)
		}
	}
	return "", false
}

func (r *cacheReader) body(body []python.Stmt, outer string) {
	for _, s := range body {
		switch s := s.(type) {
		case *python.ClassDef:
			r.body(s.Body, outer+s.Name+".")
		case *python.FunctionDef:
			r.function(s, outer+s.Name)
		case *python.If:
			r.body(s.Body, outer)
			r.body(s.OrElse, outer)
		}
	}
}

// function reads one function with those inside it.
func (r *cacheReader) function(def *python.FunctionDef, name string) {
	locals := map[string]python.Expr{}
	alone := map[python.Node]bool{}
	var calls []string
	first := len(r.uses)
	for _, s := range def.Body {
		python.Walk(s, func(n python.Node) bool {
			switch n := n.(type) {
			case *python.Assign:
				if target, ok := n.Targets[0].(*python.Name); ok && len(n.Targets) == 1 {
					if _, twice := locals[target.ID]; twice {
						locals[target.ID] = nil
					} else {
						locals[target.ID] = n.Value
					}
				}
			case *python.ExprStmt:
				if await, ok := n.Value.(*python.Await); ok {
					alone[await.Value] = true
				}
				alone[n.Value] = true
			case *python.Call:
				calls = append(calls, calledName(n))
				r.call(n, alone[n], locals)
			case *python.Compare:
				if alias, ok := r.cache(n.Comparators[0]); ok && (n.Ops[0] == python.In || n.Ops[0] == python.NotIn) {
					r.add(alias, CacheReads, n.Left, locals, n)
				}
			}
			return true
		})
	}
	for i := first; i < len(r.uses); i++ {
		r.uses[i].File, r.uses[i].Function, r.uses[i].Calls = r.module.File.Path, name, calls
	}
}

func calledName(c *python.Call) string {
	switch f := c.Func.(type) {
	case *python.Name:
		return f.ID
	case *python.Attribute:
		return f.Attr
	}
	return ""
}

// call takes a call of a cache's method for what it does.
func (r *cacheReader) call(c *python.Call, alone bool, locals map[string]python.Expr) {
	method, ok := c.Func.(*python.Attribute)
	if !ok {
		return
	}
	alias, ok := r.cache(method.Value)
	key := argument(c, 0, "key")
	if !ok || key == nil {
		return
	}
	op, ok := opOf(method.Attr)
	switch {
	case !ok:
		return
	case op == CacheLocks && alone, op == CacheWrites && !isOneMore(argument(c, 1, "value")):
		op = CacheWrites
	case op == CacheWrites:
		op = CacheCounts
	}
	r.add(alias, op, key, locals, c)
}

// opOf returns what a method of a cache with one key does, as far as it matters here.
//
// https://docs.djangoproject.com/en/stable/topics/cache/#basic-usage
func opOf(method string) (CacheOp, bool) {
	switch method {
	case "get", "aget", "has_key", "ahas_key":
		return CacheReads, true
	case "set", "aset":
		return CacheWrites, true
	case "add", "aadd":
		return CacheLocks, true
	case "incr", "aincr", "decr", "adecr":
		return CacheCounts, true
	}
	return 0, false
}

// isOneMore reports whether a value is a number with a number added.
func isOneMore(e python.Expr) bool {
	sum, ok := e.(*python.BinOp)
	if !ok || sum.Op != python.Add {
		return false
	}
	one, ok := sum.Right.(*python.Constant)
	return ok && one.Kind == python.ConstInt
}

func (r *cacheReader) add(alias string, op CacheOp, key python.Expr, locals map[string]python.Expr, at python.Node) {
	text := r.key(key, locals, 0)
	if strings.Trim(strings.ReplaceAll(text, "{}", ""), " :-_./") == "" {
		return
	}
	r.uses = append(r.uses, CacheUse{Alias: alias, Op: op, Key: text, Span: r.module.Span(at)})
}

// deepestKey is how many expressions a key is followed through.
const deepestKey = 8

// key writes a key's expression as a text with {} for what is not known. A call that makes a key, by its name, stands for
// itself, and so does a constant that is imported.
func (r *cacheReader) key(e python.Expr, locals map[string]python.Expr, deep int) string {
	if deep > deepestKey {
		return "{}"
	}
	switch e := e.(type) {
	case *python.Constant:
		if text, ok := literal(e); ok {
			return text
		}
	case *python.JoinedStr:
		var text strings.Builder
		for _, part := range e.Values {
			if hole, ok := part.(*python.FormattedValue); ok {
				part = hole.Value
			}
			text.WriteString(r.key(part, locals, deep+1))
		}
		return text.String()
	case *python.Name:
		if text, ok := r.constants[e.ID]; ok {
			return text
		}
		if v := locals[e.ID]; v != nil {
			return r.key(v, locals, deep+1)
		}
		if isConstantName(e.ID) {
			return "{" + e.ID + "}"
		}
	case *python.Attribute:
		if isConstantName(e.Attr) {
			return "{" + e.Attr + "}"
		}
	case *python.BinOp:
		switch e.Op {
		case python.Add:
			return r.key(e.Left, locals, deep+1) + r.key(e.Right, locals, deep+1)
		case python.Mod:
			return filled(r.key(e.Left, locals, deep+1))
		default:
		}
	case *python.Call:
		return r.keyOfCall(e, locals, deep)
	}
	return "{}"
}

func (r *cacheReader) keyOfCall(c *python.Call, locals map[string]python.Expr, deep int) string {
	name := calledName(c)
	if method, ok := c.Func.(*python.Attribute); ok && name == "format" {
		return filled(r.key(method.Value, locals, deep+1))
	}
	if strings.Contains(strings.ToLower(name), "key") {
		return "{" + name + "()}"
	}
	return "{}"
}

// filled puts {} in the place of a format's fields: %s, %(name)s, {0}, {name}.
func filled(format string) string {
	var b strings.Builder
	for i := 0; i < len(format); i++ {
		switch {
		case format[i] == '%' && i+1 < len(format) && format[i+1] == '(':
			end := strings.IndexByte(format[i:], ')')
			if end < 0 {
				return b.String()
			}
			i += end + 1
			b.WriteString("{}")
		case format[i] == '%':
			i++
			b.WriteString("{}")
		case format[i] == '{':
			end := strings.IndexByte(format[i:], '}')
			if end < 0 {
				return b.String()
			}
			if inside := format[i+1 : i+end]; isConstantName(strings.TrimSuffix(inside, "()")) {
				b.WriteString("{" + inside + "}")
			} else {
				b.WriteString("{}")
			}
			i += end
		default:
			b.WriteByte(format[i])
		}
	}
	return b.String()
}

// isConstantName reports whether a name is written as constants are.
func isConstantName(name string) bool {
	return len(name) > 1 && name == strings.ToUpper(name) && name != strings.ToLower(name)
}
