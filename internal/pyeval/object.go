package pyeval

import (
	"maps"
	"math"
	"strconv"
	"strings"

	"deploylint/internal/python"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// An object is what a Python expression evaluates to.
type object interface {
	// typeName is the name of the object's Python type, "" where it is not known.
	typeName() string
}

// A val is a reference to an object together with how this reference came to be. Two names may refer to one object and
// still have different trails.
type val struct {
	o     object
	trail *trail
	over  *value.Step // the tolerated import that may replace the reference
}

// A trail is a value's history, newest step first.
type trail struct {
	step value.Step
	read source.Span // where an environment variable was read; only for Env and Fallback
	prev *trail
	n    int
	// env is set when a step names a variable, carries when one names a variable or a condition.
	env, carries bool
	list         []value.Step // what steps returns, once it was asked
}

// maxTrail bounds the steps that a value carries.
const maxTrail = 24

func (t *trail) add(s value.Step) *trail {
	if t != nil && (t.n >= maxTrail || t.step == s) {
		return t
	}
	return link(s, source.Span{}, t)
}

// under returns t with s as its oldest step.
func (t *trail) under(s value.Step) *trail {
	if t == nil {
		return link(s, source.Span{}, nil)
	}
	if t.prev == nil && t.step == s || t.n >= maxTrail {
		return t
	}
	return link(t.step, t.read, t.prev.under(s))
}

// steps returns the trail oldest step first.
func (t *trail) steps() []value.Step {
	if t == nil {
		return nil
	}
	if t.list == nil {
		out := make([]value.Step, t.n)
		for i, s := t.n-1, t; i >= 0 && s != nil; i-- {
			out[i] = s.step
			s = s.prev
		}
		t.list = out
	}
	return t.list
}

// setAt is where a value was set last: not the condition that chose it, where that is known.
func (t *trail) setAt() source.Span {
	for s := t; s != nil; s = s.prev {
		if s.step.How != value.Joined && !s.step.Span.IsZero() {
			return s.step.Span
		}
	}
	return source.Span{}
}

func (t *trail) span() source.Span {
	for ; t != nil; t = t.prev {
		if !t.step.Span.IsZero() {
			return t.step.Span
		}
	}
	return source.Span{}
}

type (
	noneObj     struct{}
	ellipsisObj struct{}
	boolObj     bool
	intObj      int64
	floatObj    float64
	strObj      string
	bytesObj    string

	// absentObj stands, among the alternatives of a name, for the name not being bound at all.
	absentObj struct{}

	// A pathObj is a path object; lib tells the classes apart, since they differ in their operators.
	pathObj struct {
		p   string
		lib pathLib
	}

	// A listObj is a list. It has several contents when branches that changed it differently have met.
	listObj struct {
		birth int
		alts  [][]val
		// chosen is the condition that chooses among the contents, if there are several.
		chosen *value.Step
	}

	// A tupleObj is a tuple; size counts its elements and those of the tuples in it.
	tupleObj struct {
		elems []val
		size  int
		// class is that of a namedtuple.
		class *classObj
	}

	setObj struct {
		birth  int
		elems  []val
		frozen bool
	}

	// A dictObj is a dict, with several contents as a list has.
	dictObj struct {
		birth int
		alts  []*table
		// typ is the name of a dict subclass whose missing keys do not raise, such as "defaultdict".
		typ string
		// factory makes the values of a defaultdict's missing keys.
		factory val
		// chosen is the condition that chooses among the contents, if there are several.
		chosen *value.Step
		// shared is set while the journal or a copy holds the tables as well.
		shared bool
	}

	// An nsObj is globals(), locals() or vars(): a dict that is a namespace.
	nsObj struct{ ns *namespace }

	funcObj struct {
		name     string
		def      *python.FunctionDef // nil for a lambda
		lambda   *python.Lambda
		scope    *scope // where it was defined
		args     *python.Arguments
		defaults []val
		kwdefs   []val
		self     *val // bound receiver
		// kind is "", "static", "class" or "property".
		kind string
	}

	classObj struct {
		name  string
		ns    *namespace
		mro   []*classObj // without itself
		names []string    // names of all bases that are not classObjs, for except clauses
		// opaque is set where a base or a metaclass is not known: attributes may be anything.
		opaque *unknownObj
		// form says how its objects are made; annotated are the fields in its own body.
		form              form
		fields, annotated []field
		members           []*instObj // of an enumeration
	}

	instObj struct {
		class *classObj
		ns    *namespace
		// args holds the arguments of an exception instance.
		args []val
	}

	// A moduleObj is a module of the repository.
	moduleObj struct {
		name    string
		pkg     string // the package that relative imports start from
		path    string // of the file; "" for a namespace package
		dir     string // of a package
		tree    *python.Module
		ns      *namespace
		running bool
	}

	// A libObj is a module outside the repository.
	libObj struct{ name string }

	// A nativeObj is a function or class written in Go. Strict ones are called once for each alternative of their
	// arguments and never see an unknown one.
	nativeObj struct {
		name   string
		strict bool
		call   func(*evaluator, *call) val
		attrs  func(*evaluator, string) (val, bool)
		data   any
	}

	// A methodObj is a method of a built-in type bound to its receiver.
	methodObj struct {
		recv val
		name string
	}

	// An opaqueObj is known to be of a type, and nothing more is asked of it.
	opaqueObj struct {
		typ   string
		attrs map[string]val
	}

	// A fileObj is an open file of the repository.
	fileObj struct {
		file   *source.File
		binary bool
	}

	// An unknownObj is a value that is not known.
	unknownObj struct {
		cause  value.Cause
		reason value.Reason
		waits  []string
		// many stands for any number of elements.
		many bool
		// use is what was made of the variable that it waits for.
		use value.Use
		// raw is set for the very result of reading a variable that nothing supplies; it may be None.
		raw bool
		// unset is what it is where the variable that it waits for is missing, if that is known.
		unset object
		// each is what is known of each of many elements.
		each object
		// lib is the module or object outside the repository that the value is, for naming it.
		lib string
		// file is the path, relative to the root, of a file that is not in the repository and that decides the value.
		file string
		// environ is set where it stands for the variables of the process.
		environ bool
		// module is set where it is some module, perhaps the one that is running.
		module bool
		// text is the source that could not be parsed: what is not named in it, it cannot set.
		text string
		// at is where the value became unknown, if a result about it should stand there.
		at source.Span
		// may are the objects that it may be, or may have in it, if any of those are known: a change through it changes them.
		may []object
		// home is the trail that derive makes of it.
		home *trail
	}

	// A modulesObj is sys.modules.
	modulesObj struct{}

	// A superObj is super() in a method: self as the classes behind one in its method resolution order see it.
	superObj struct {
		self val
		mro  []*classObj
		from *classObj
	}

	// A unionObj is one of several values.
	unionObj struct {
		alts   []alternative
		reason value.Reason
		waits  []string
	}
)

// An alternative is one value of a union. Own is set where the object was made in the branch that it comes from, so that
// a change through the union is a change of it in every world in which it exists.
type alternative struct {
	v   val
	own bool
}

// A table is the content of a dict, in order of insertion.
type table struct {
	keys, vals []val
	index      map[string]int
	rest       *unknownObj // entries beyond those, if any may exist
}

func (noneObj) typeName() string     { return "NoneType" }
func (ellipsisObj) typeName() string { return "ellipsis" }
func (boolObj) typeName() string     { return "bool" }
func (intObj) typeName() string      { return "int" }
func (floatObj) typeName() string    { return "float" }
func (strObj) typeName() string      { return "str" }
func (bytesObj) typeName() string    { return "bytes" }
func (absentObj) typeName() string   { return "" }
func (*pathObj) typeName() string    { return "Path" }
func (*listObj) typeName() string    { return "list" }
func (*tupleObj) typeName() string   { return "tuple" }
func (s *setObj) typeName() string {
	if s.frozen {
		return "frozenset"
	}
	return "set"
}
func (*dictObj) typeName() string     { return "dict" }
func (*nsObj) typeName() string       { return "dict" }
func (*funcObj) typeName() string     { return "function" }
func (*classObj) typeName() string    { return "type" }
func (i *instObj) typeName() string   { return i.class.name }
func (*moduleObj) typeName() string   { return "module" }
func (*libObj) typeName() string      { return "module" }
func (*methodObj) typeName() string   { return "method" }
func (o *opaqueObj) typeName() string { return o.typ }
func (*fileObj) typeName() string     { return "file" }
func (*unknownObj) typeName() string  { return "" }
func (*unionObj) typeName() string    { return "" }
func (modulesObj) typeName() string   { return "dict" }
func (*superObj) typeName() string    { return "super" }

func of(o object) val    { return val{o: o} }
func ofStr(s string) val { return val{o: strObj(s)} }
func ofBool(b bool) val  { return val{o: boolObj(b)} }
func ofInt(i int) val    { return val{o: intObj(i)} }
func ofNone() val        { return val{o: noneObj{}} }

// tupleOf makes a tuple within the limits.
func tupleOf(vs ...val) val {
	t := &tupleObj{elems: vs, size: 1}
	for _, v := range vs {
		t.size += 1 + sizeOf(v.o)
	}
	if t.size > maxTuple {
		return limited("the tuple is larger than is followed")
	}
	return of(t)
}

// sizeOf counts the elements of a tuple, or of the tuples that something may be.
func sizeOf(o object) int {
	n := 0
	switch o := o.(type) {
	case *tupleObj:
		return o.size
	case *unionObj:
		for _, a := range o.alts {
			n += sizeOf(a.v.o)
		}
	}
	return n
}

func (ev *evaluator) list(elems []val) val {
	return val{o: &listObj{birth: ev.now(), alts: [][]val{elems}}}
}

func (ev *evaluator) set(elems []val) val {
	return val{o: &setObj{birth: ev.now(), elems: elems}}
}

func (ev *evaluator) dict(t *table) val {
	return val{o: &dictObj{birth: ev.now(), alts: []*table{t}}}
}

// notKnown is a value that is not known, and why.
func notKnown(cause value.Cause, reason value.Reason) val {
	return val{o: &unknownObj{cause: cause, reason: reason}}
}

func unread(reason value.Clause) val { return notKnown(value.Unread, value.Because(reason)) }

func limited(reason value.Clause) val { return notKnown(value.Limit, value.Because(reason)) }

// derive is what a computation on u gives: unknown for the same reason, but no longer the variable's own value.
func derive(u *unknownObj) val {
	v := val{o: u}
	if !u.at.IsZero() {
		if u.home == nil {
			u.home = link(value.Step{How: value.Assumed, Span: u.at, Text: u.reason.String()}, source.Span{}, nil)
		}
		v.trail = u.home
	}
	if u.raw || u.many || u.environ || u.lib != "" || u.unset != nil || u.each != nil || u.use != value.Computed {
		c := *u
		c.raw, c.many, c.environ, c.lib, c.unset, c.each, c.use = false, false, false, "", nil, nil, value.Computed
		v.o = &c
	}
	return v
}

// asMany is an element that stands for any number of unknown elements.
func asMany(u *unknownObj) val {
	c := *u
	c.many, c.raw, c.lib, c.unset, c.use = true, false, "", nil, value.Computed
	return val{o: &c}
}

func isMany(v val) bool {
	u, ok := v.o.(*unknownObj)
	return ok && u.many
}

func anyMany(vs []val) (*unknownObj, bool) {
	for _, v := range vs {
		if u, ok := v.o.(*unknownObj); ok && u.many {
			return u, true
		}
	}
	return nil, false
}

func newTable() *table { return &table{index: map[string]int{}} }

func (t *table) clone() *table {
	c := &table{
		keys: append([]val(nil), t.keys...), vals: append([]val(nil), t.vals...),
		index: make(map[string]int, len(t.index)), rest: t.rest,
	}
	maps.Copy(c.index, t.index)
	return c
}

func (t *table) get(hash string) (val, bool) {
	i, ok := t.index[hash]
	if !ok {
		return val{}, false
	}
	return t.vals[i], true
}

func (t *table) set(hash string, k, v val) {
	if i, ok := t.index[hash]; ok {
		t.vals[i] = v
		return
	}
	t.index[hash] = len(t.keys)
	t.keys = append(t.keys, k)
	t.vals = append(t.vals, v)
}

func (t *table) del(hash string) {
	at, ok := t.index[hash]
	if !ok {
		return
	}
	t.keys = append(t.keys[:at:at], t.keys[at+1:]...)
	t.vals = append(t.vals[:at:at], t.vals[at+1:]...)
	delete(t.index, hash)
	for k, i := range t.index { // each entry is moved on its own
		if i > at {
			t.index[k] = i - 1
		}
	}
}

// setStr sets a str key.
func (t *table) setStr(k string, v val) { t.set("s"+k, ofStr(k), v) }

// hashOf returns a string that two objects share exactly when Python takes them for the same dict key.
func hashOf(o object) (string, bool) {
	switch o := o.(type) {
	case strObj:
		return "s" + string(o), true
	case bytesObj:
		return "b" + string(o), true
	case boolObj:
		if o {
			return "n1", true
		}
		return "n0", true
	case intObj:
		return "n" + strconv.FormatInt(int64(o), 10), true
	case floatObj:
		f := float64(o)
		if f == math.Trunc(f) && math.Abs(f) < 1<<53 {
			return "n" + strconv.FormatInt(int64(f), 10), true
		}
		return "f" + strconv.FormatFloat(f, 'g', -1, 64), !math.IsNaN(f)
	case noneObj:
		return "N", true
	case deltaObj:
		return "d" + strconv.FormatInt(int64(o), 10), true
	case *pathObj:
		return "p" + o.p, true
	case *tupleObj:
		var b strings.Builder
		if !hashTuple(&b, o) {
			return "", false
		}
		return b.String(), true
	default:
		return "", false
	}
}

// hashTuple writes the hash of a tuple, in one go for those in it, since they may be as deep as they are large.
func hashTuple(b *strings.Builder, t *tupleObj) bool {
	b.WriteString("t" + strconv.Itoa(len(t.elems)) + ":")
	for _, e := range t.elems {
		if inner, ok := e.o.(*tupleObj); ok {
			if !hashTuple(b, inner) {
				return false
			}
			continue
		}
		h, ok := hashOf(e.o)
		if !ok {
			return false
		}
		b.WriteString(strconv.Itoa(len(h)) + ":" + h)
	}
	return true
}

// same reports whether two objects cannot be told apart: the same heap object, or equal immutable ones of one type.
func same(a, b object) bool {
	switch a := a.(type) {
	case noneObj, ellipsisObj, absentObj, boolObj, intObj, strObj, bytesObj, deltaObj:
		return a == b
	case floatObj:
		f, ok := b.(floatObj)
		return ok && math.Float64bits(float64(a)) == math.Float64bits(float64(f))
	case *pathObj:
		p, ok := b.(*pathObj)
		return ok && *a == *p
	case *libObj:
		l, ok := b.(*libObj)
		return ok && a.name == l.name
	case *nativeObj:
		n, ok := b.(*nativeObj)
		return ok && (a == n || a.name == n.name && a.data == nil && n.data == nil)
	case *unknownObj:
		u, ok := b.(*unknownObj)
		return ok && (a == u || a.cause == u.cause && a.reason.Equal(u.reason) && a.many == u.many && a.lib == u.lib && a.unset == u.unset)
	case *opaqueObj:
		o, ok := b.(*opaqueObj)
		return ok && (a == o || a.typ == o.typ && a.attrs == nil && o.attrs == nil)
	case *tupleObj:
		t, ok := b.(*tupleObj)
		return ok && (a == t || sameAll(a.elems, t.elems))
	case *unionObj:
		u, ok := b.(*unionObj)
		if !ok || len(a.alts) != len(u.alts) {
			return false
		}
		for i := range a.alts {
			if !same(a.alts[i].v.o, u.alts[i].v.o) {
				return false
			}
		}
		return true
	default:
		return a == b
	}
}

func sameAll(a, b []val) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !same(a[i].o, b[i].o) {
			return false
		}
	}
	return true
}
