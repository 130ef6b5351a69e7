package refuse

import (
	"slices"
	"strings"

	"deploylint/internal/nginx"
	"deploylint/internal/nginx/syntax"
)

// All returns what nginx of version v refuses in the directives of the configuration: names that it does not know,
// directives where they are not allowed or with a wrong number of parameters, values that they do not take, directives
// that are there twice. They are in order, and no directive has more than one.
//
// Where a template fills something in, only what it cannot mend is refused. A block that is inferred may be another one, so
// nothing is called misplaced in it. Errors of the grammar are in Tree.Errors.
func All(c *nginx.Config, v syntax.Version) []Refusal {
	return c.Memo(v, func() any {
		var found []Refusal
		add(&found, c.Top, scope{context: syntax.MainContext}, v)
		return found
	}).([]Refusal)
}

// add adds those of one block and the blocks in it. The depth of blocks is limited by the reader.
func add(found *[]Refusal, b *nginx.Block, in scope, v syntax.Version) {
	for _, e := range b.Entries {
		if e.Data || e.Builtin || e.Lua || e.Name.Hole {
			continue
		}
		inner := scope{}
		if e.Inner != nil {
			inner.context = e.Inner.Context
		}
		if kind, message := ofEntry(e, &in, &inner, v); message != "" && (kind != NotAllowedHere || !b.Inferred) {
			*found = append(*found, Refusal{
				Kind: kind, Message: message, Line: e.File.Position(max(e.Opener.Start, e.Opener.End-1)).Line, Span: e.Opener,
			})
			if kind == UnknownDirective || kind == NotAllowedHere {
				continue // what is in it follows from that
			}
		}
		if e.Inner != nil {
			add(found, e.Inner, inner, v)
			if e.Inner.Context == syntax.UpstreamContext && len(e.Inner.All("server")) == 0 && !e.Inner.MayHold("server") {
				*found = append(*found, Refusal{
					Kind: InvalidValue, Message: "no servers are inside upstream", Line: e.File.Position(e.Span.End - 1).Line, Span: e.Opener,
				})
			}
		}
	}
	for _, inner := range b.InferredBlocks {
		add(found, inner, scope{context: inner.Context}, v)
	}
}

// ofEntry says what is wrong with one directive.
func ofEntry(e nginx.Entry, in, inner *scope, v syntax.Version) (kind RefusalKind, message string) {
	words := make([]string, 1, 1+len(e.Args))
	words[0] = e.Name.Text
	hole := e.Conditional
	for _, a := range e.Args {
		words = append(words, a.Text)
		hole = hole || a.Hole
	}
	kind, message = judge(words, e.HasBlock, in.context, v)
	if hole && kind != UnknownDirective && kind != NotAllowedHere {
		return 0, "" // the template may mend a value, and drop one of two
	}
	if kind == InvalidValue && slices.ContainsFunc(e.Args, usesVariable) {
		return 0, "" // nginx has no variables there, so something else fills it in
	}
	if message == "" && !hole {
		kind, message = in.repeated(words, v)
	}
	if message == "" && !hole {
		kind, message = in.special(words, inner)
	}
	return kind, message
}

func usesVariable(w syntax.Word) bool { return strings.Contains(w.Text, "$") }
