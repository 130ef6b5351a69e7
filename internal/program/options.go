package program

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/dotenv"
	"deploylint/internal/value"
)

// fromEnvironment adds options that the environment gives under a prefix.
func (w *World) fromEnvironment(p *parsed, prefix string, flags []flag) {
	for _, f := range flags {
		v := w.Lookup(prefix + strings.ToUpper(f.dest))
		if !v.Known() {
			continue
		}
		text, _ := v.Text()
		switch f.kind {
		case takesNumber:
			v = v.AsInt()
		case isOn, isOff:
			on := value.OfBool(text == "1" || strings.EqualFold(text, "true") || strings.EqualFold(text, "yes") || strings.EqualFold(text, "on"))
			on.Trail = v.Trail
			v = on
		case takesText, takesMore:
		}
		p.fallback(f.dest, v)
	}
}

// readsEnvFile gives a process the variables of the env files that its server loads, which are weaker than its own. They
// are read as python-dotenv does.
func (w *World) readsEnvFile(p *parsed, option string) {
	v := p.values[option]
	elems := v.Elems()
	if _, ok := v.Text(); ok {
		elems = []value.Value{v}
	}
	for _, one := range elems {
		name, ok := one.Text()
		if !ok {
			continue
		}
		w.GiveFile(deploy.Word{Text: name, Known: true, Span: one.Span()}, dotenv.PythonDotenv)
	}
}

// binds returns the address of a server that takes a host, a port and perhaps a socket.
func binds(p *parsed, socket string) []deploy.Bind {
	if uds, ok := p.values[socket]; ok {
		w := p.word(socket)
		return []deploy.Bind{{Unix: w.Text, Known: w.Known, Span: uds.Span()}}
	}
	return []deploy.Bind{bindAt(p.values["host"], p.values["port"])}
}

// listed returns the addresses of a list, or the default.
func listed(p *parsed, dest string, fallback deploy.Bind) []deploy.Bind {
	v := p.values[dest]
	elems := v.Elems()
	if text, ok := v.Text(); ok && text != "" {
		elems = []value.Value{v}
	}
	if len(elems) == 0 {
		return []deploy.Bind{fallback}
	}
	var all []deploy.Bind
	for i, e := range elems {
		all = append(all, ParseBind(e, p.textAt(dest, i), fallback.Port))
	}
	return all
}
