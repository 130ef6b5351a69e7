package nginx

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"deploylint/internal/nginx/syntax"
	"deploylint/internal/source"
)

// Limits on the files of one configuration.
const (
	maxIncludeDepth = 10
	maxFiles        = 256
	maxIncludes     = 2_000   // one file may be included many times
	maxEntries      = 200_000 // and so may its directives
)

// Files is how Load reaches the files of the repository. Paths are slash-separated and relative to its root.
type Files struct {
	// Open returns the file at a path, and an error where there is none.
	Open func(path string) (*source.File, error)
	// Glob returns the paths that match a pattern of path.Match, in order.
	Glob func(pattern string) []string
	// Locate returns where in the repository the files stand that are at an absolute path, or match an absolute pattern,
	// on the server, in order; nil where that is not known. It may be nil itself.
	Locate func(absolute string) []string
}

// Load follows the includes of the given files, which are one configuration together: a whole one (with an http block),
// the files that it includes by a path that leads out of the repository, or both. A root that another root includes
// counts once. A dump made by nginx -T is taken apart into its files.
func Load(files Files, roots ...*source.File) *Config {
	c := &Config{}
	l := &linker{files: files, config: c, trees: map[string]*syntax.Tree{}, reached: map[*syntax.Tree]bool{}}
	c.Top = &Block{Context: syntax.MainContext, config: c, Inferred: true}
	var trees []*syntax.Tree
	for _, root := range roots {
		trees = append(trees, l.root(root))
	}
	// A whole configuration comes first, because it may include the others.
	slices.SortStableFunc(trees, func(a, b *syntax.Tree) int { return int(min(contextOf(a), 1)) - int(min(contextOf(b), 1)) })
	for _, tree := range trees {
		if !l.reached[tree] {
			l.link(tree)
		}
	}
	for _, tree := range c.Trees {
		for _, e := range tree.Errors {
			if e.Limit {
				l.notify(source.Warning, e.Span, e.Message)
			}
		}
	}
	c.model()
	return c
}

// A linker joins trees to a configuration.
type linker struct {
	files   Files
	config  *Config
	trees   map[string]*syntax.Tree // by path; nil for one that is not there
	reached map[*syntax.Tree]bool
	// main is the folder of the root that is being linked, against which nginx takes relative paths.
	main string
	// dump holds the files of an nginx -T dump in order, and their paths.
	dump      []*syntax.Tree
	dumpPaths []string
	stack     []*syntax.Tree
	opened    int
	includes  int
	entries   int
	full      bool
}

func (l *linker) notify(level source.NotificationLevel, span source.Span, message string) {
	l.config.Notifications = append(l.config.Notifications, source.Notification{Level: level, Message: message, Span: span})
}

// root reads a root, which may be a dump.
func (l *linker) root(f *source.File) *syntax.Tree {
	marks := regexp.MustCompile(`(?m)^# configuration file (.+):\r?$`).FindAllStringSubmatchIndex(f.Text, maxFiles)
	if len(marks) == 0 {
		tree := syntax.Parse(f)
		l.trees[f.Path] = tree
		return tree
	}
	for i, m := range marks {
		end := len(f.Text)
		if i+1 < len(marks) {
			end = marks[i+1][0]
		}
		l.dump = append(l.dump, syntax.ParseRange(f, m[1], end))
		l.dumpPaths = append(l.dumpPaths, f.Text[m[2]:m[3]])
	}
	return l.dump[0]
}

// link puts a root into the configuration, in the context that it is made for.
func (l *linker) link(tree *syntax.Tree) {
	l.main = path.Dir(tree.File.Path)
	b := l.config.Top
	switch context := contextOf(tree); context {
	case syntax.MainContext:
		b.Inferred = false
	case syntax.HTTPContext:
		b = l.http()
	default:
		b = l.infer(l.http(), syntax.ServerContext)
		if context == syntax.LocationContext {
			b = l.infer(b, syntax.LocationContext)
		}
	}
	l.tree(b, tree, nil)
}

// http returns the block that a site file is included in: that of the whole configuration, else an inferred one.
func (l *linker) http() *Block {
	if len(l.config.HTTP) == 0 {
		l.config.HTTP = append(l.config.HTTP, l.infer(l.config.Top, syntax.HTTPContext))
	}
	return l.config.HTTP[0]
}

func (l *linker) infer(outer *Block, context syntax.Context) *Block {
	b := &Block{Context: context, Parent: outer, Inferred: true, config: l.config}
	outer.InferredBlocks = append(outer.InferredBlocks, b)
	return b
}

// tree adds the directives of a file to a block.
func (l *linker) tree(b *Block, t *syntax.Tree, include *syntax.Directive) {
	if !l.reached[t] {
		l.reached[t] = true
		l.config.Trees = append(l.config.Trees, t)
	}
	l.stack = append(l.stack, t)
	l.fill(b, t.Directives, t, include)
	l.stack = l.stack[:len(l.stack)-1]
}

// fill adds directives to a block. include is what brought them in.
func (l *linker) fill(b *Block, ds []*syntax.Directive, t *syntax.Tree, include *syntax.Directive) {
	for _, d := range ds {
		if l.entries >= maxEntries {
			if !l.full {
				l.full = true
				l.notify(source.Error, d.Span, "the configuration has more than 200,000 directives; the rest was not read")
			}
			return
		}
		l.entries++
		e := Entry{Directive: d, Outer: b, Include: include}
		if d.Name.Hole && len(d.Args) == 0 && !d.HasBlock {
			b.Unresolved = append(b.Unresolved, d)
		}
		if d.HasBlock && !d.Lua {
			e.Inner = &Block{Context: syntax.Inside(b.Context, d), Opener: d, Parent: b, config: l.config}
			if e.Inner.Context == syntax.HTTPContext {
				l.config.HTTP = append(l.config.HTTP, e.Inner)
			}
			l.fill(e.Inner, d.Block, t, include)
		}
		b.Entries = append(b.Entries, e)
		if d.Is("include") && !d.HasBlock {
			l.include(b, d, t, include)
		}
	}
}

// include adds the files that d names to the block, or remembers that they are not there.
func (l *linker) include(b *Block, d *syntax.Directive, t *syntax.Tree, outer *syntax.Directive) {
	if t.Builtin {
		return
	}
	if len(l.stack) > maxIncludeDepth || l.includes >= maxIncludes {
		l.notify(source.Warning, d.Span, "includes are nested too deep, or too many; this one was not followed")
		b.Unresolved = append(b.Unresolved, d)
		return
	}
	trees, ok := l.resolve(d)
	if !ok {
		b.Unresolved = append(b.Unresolved, d)
		return
	}
	for _, tree := range trees {
		if slices.Contains(l.stack, tree) {
			if !isPattern(d.Arg(0).Text) {
				l.notify(source.Warning, d.Span, "the file includes itself")
			}
			continue
		}
		l.includes++
		via := d
		if t.Builtin {
			via = outer
		}
		l.tree(b, tree, via)
	}
}

func isPattern(name string) bool { return strings.ContainsAny(name, "*?[") }

// resolve returns the files that an include names, and whether they are all known. A pattern without a match in the
// repository is not, because it may have some on the server.
func (l *linker) resolve(d *syntax.Directive) (trees []*syntax.Tree, ok bool) {
	name, ok := d.Value()
	if !ok || name == "" {
		return nil, false
	}
	if l.dump != nil {
		return l.inDump(name)
	}
	if path.IsAbs(name) && l.files.Locate != nil {
		if trees = l.openAll(d, l.files.Locate(name)); len(trees) > 0 {
			return trees, true
		}
	}
	for _, candidate := range l.candidates(name, path.Dir(d.File.Path)) {
		if isPattern(name) {
			if l.files.Glob != nil {
				trees = l.openAll(d, l.files.Glob(candidate))
			}
		} else if tree := l.open(d, candidate); tree != nil {
			trees = []*syntax.Tree{tree}
		}
		if len(trees) > 0 {
			return trees, true
		}
	}
	if text, ok := builtin(name); ok {
		tree, ok := l.trees["builtin "+name]
		if !ok {
			tree = syntax.Parse(source.NewFile(name, text))
			tree.Builtin = true
			for inner := range tree.All() {
				inner.Builtin = true
			}
			l.trees["builtin "+name] = tree
		}
		return []*syntax.Tree{tree}, true
	}
	return nil, false
}

// inDump finds a file among those of an nginx -T dump, where nothing is missing.
func (l *linker) inDump(name string) (trees []*syntax.Tree, ok bool) {
	if !path.IsAbs(name) {
		name = path.Join(path.Dir(l.dumpPaths[0]), name)
	}
	for i, p := range l.dumpPaths {
		if matched, _ := path.Match(name, p); matched || p == name {
			trees = append(trees, l.dump[i])
		}
	}
	return trees, len(trees) > 0 || isPattern(name)
}

// candidates returns where in the repository a file may stand, the likeliest first. nginx takes a relative path against
// the folder of the main file; where a site file is the root, that folder may be any above it. An absolute path is mapped
// by its longest tail: /etc/nginx/snippets/tls.conf to deploy/nginx/snippets/tls.conf.
func (l *linker) candidates(name, including string) []string {
	bases := []string{l.main}
	if including != l.main {
		bases = append(bases, including)
	}
	near := len(bases)
	for _, base := range bases[:near] {
		for base != "." && base != "/" {
			base = path.Dir(base)
			if !slices.Contains(bases, base) {
				bases = append(bases, base)
			}
		}
	}
	tails := []string{name}
	if path.IsAbs(name) {
		const enough = 6 // parts of a path
		parts := strings.Split(strings.Trim(path.Clean(name), "/"), "/")
		tails = nil
		for i := max(0, len(parts)-enough); i < len(parts); i++ {
			tails = append(tails, strings.Join(parts[i:], "/"))
		}
	}
	var found []string
	for _, tail := range tails {
		for i, base := range bases {
			lone := !strings.Contains(tail, "/")
			if lone && (i >= near && (isPattern(tail) || path.IsAbs(name)) || isPattern(tail) && path.IsAbs(name)) {
				continue // a base name alone is no evidence far from the including file, nor is *.conf anywhere
			}
			p := path.Join(base, tail)
			if p != ".." && !strings.HasPrefix(p, "../") {
				found = append(found, p)
			}
		}
	}
	return found
}

func (l *linker) openAll(d *syntax.Directive, paths []string) []*syntax.Tree {
	var trees []*syntax.Tree
	for _, p := range paths {
		if strings.HasPrefix(path.Base(p), ".") {
			continue // glob's * does not match hidden files
		}
		if tree := l.open(d, p); tree != nil {
			trees = append(trees, tree)
		}
	}
	return trees
}

// open reads a file of the repository once; nil where it is not there.
func (l *linker) open(d *syntax.Directive, name string) *syntax.Tree {
	if tree, ok := l.trees[name]; ok {
		return tree
	}
	if l.files.Open == nil {
		return nil
	}
	if l.opened >= maxFiles {
		l.notify(source.Warning, d.Span, fmt.Sprintf("the configuration has more than %d files; the rest was not read", maxFiles))
		return nil
	}
	f, err := l.files.Open(name)
	if err != nil {
		l.trees[name] = nil
		return nil
	}
	l.opened++
	tree := syntax.Parse(f)
	l.trees[name] = tree
	return tree
}
