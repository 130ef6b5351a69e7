package dockerfile

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/source"
	"deploylint/internal/value"
)

type reading struct {
	name, text, want string
}

func readings() []reading {
	return []reading{
		{
			"comments and empty lines between continued lines",
			"FROM python:3.12\nRUN a && \\\n# no\n\n  b\nCMD gunicorn x\n",
			"FROM |python:3.12\nRUN |a &&   b\nCMD |gunicorn x\nimage: cmd=gunicorn x\n",
		},
		{
			"directives",
			"# syntax=docker/dockerfile:1\n# escape=`\nFROM a\nRUN c:\\ `\n  d\n",
			"FROM |a\nRUN |c:\\   d\nimage:\n",
		},
		{
			"a comment ends the directives",
			"# hello\n# escape=`\nFROM a\nENV x=a`\n",
			"FROM |a\nENV |x=a`\nimage: x=a`\n",
		},
		{
			"here-documents",
			"FROM a\nRUN <<EOF\nCMD no\nEOF\nCOPY <<-\"X\" /y\n\tCMD no\n\tX\nCMD [\"b\"]\n",
			"FROM |a\nRUN |<<EOF heredoc 7\nCOPY |<<-\"X\" /y heredoc 8\nCMD exec [b]\nimage: cmd=[\"b\"]\n",
		},
		{
			"exec form",
			"FROM a\nENTRYPOINT [ \"sh\" , \"-c\", \"a \\\"b\\u0020\\\"\" ]\nCMD ['x']\nRUN [\"a\"] b\n",
			"FROM |a\nENTRYPOINT exec [sh] [-c] [a \"b \"]\nCMD |['x']\nRUN |[\"a\"] b\n" +
				"image: entrypoint=[ \"sh\" , \"-c\", \"a \\\"b\\u0020\\\"\" ] cmd=['x']\n",
		},
		{
			"ENV in both forms",
			"FROM a\nENV A=1 B=\"x y\" C=a\\ b D='$A'\nENV E the rest \"q\"\nENV A=2 F=$A G=${A} H=${N:-d} I=${A:+y} J=\\$A\n",
			"FROM |a\nENV |A=1 B=\"x y\" C=a\\ b D='$A'\nENV |E the rest \"q\"\nENV |A=2 F=$A G=${A} H=${N:-d} I=${A:+y} J=\\$A\n" +
				"image: A=2 B=x y C=a b D=$A E=the rest q F=1 G=1 H=d I=y J=$A\n",
		},
		{
			"arguments",
			"ARG V=3.12\nFROM python:${V}-slim\nARG MODE=prod\nARG KEY\nARG V\nENV M=$MODE K=$KEY W=$V U=$NONE\n",
			"ARG |V=3.12\nFROM |python:${V}-slim\nARG |MODE=prod\nARG |KEY\nARG |V\nENV |M=$MODE K=$KEY W=$V U=$NONE\n" +
				"image: M=prod K=? W=3.12 U=\n",
		},
		{
			"stages",
			"FROM python:3.12 AS Base\nENV A=1\nWORKDIR /srv\nCMD base\nFROM base AS build\nENV B=2\nFROM Base\nWORKDIR app\nUSER app:app\nENTRYPOINT [\"e\"]\n",
			"FROM |python:3.12 AS Base\nENV |A=1\nWORKDIR |/srv\nCMD |base\nFROM |base AS build\nENV |B=2\nFROM |Base\nWORKDIR |app\nUSER |app:app\nENTRYPOINT exec [e]\n" +
				"image: A=1 dir=/srv/app user=app:app entrypoint=[\"e\"]\n",
		},
		{
			"an entry point keeps the command of its own stage",
			"FROM a\nCMD [\"x\"]\nENTRYPOINT [\"e\"]\n",
			"FROM |a\nCMD exec [x]\nENTRYPOINT exec [e]\nimage: entrypoint=[\"e\"] cmd=[\"x\"]\n",
		},
		{
			"flags",
			"FROM --platform=linux/amd64 a AS b\nCOPY --from=x --chown=a:b . /y\n",
			"FROM --platform=linux/amd64 |a AS b\nCOPY --from=x --chown=a:b |. /y\nimage:\n",
		},
		{
			"what cannot be read",
			"RUN x\nFROM a\nRUM y\nUSER b\nRUN <<EOF\nz\n",
			"RUN |x\nFROM |a\nUSER |b\nRUN |<<EOF heredoc 2\nimage: user=b\nissue: this is not an instruction\n" +
				"issue: the here-document is not closed\nissue: the instruction stands before FROM\n",
		},
		{"carriage returns", "FROM a\r\nENV A=1 \\\r\n B=2\r\n", "FROM |a\nENV |A=1  B=2\nimage: A=1 B=2\n"},
		{"empty", "", ""},
		{"continued to the end", "FROM a \\\n", "FROM |a\nimage:\n"},
	}
}

func describe(f *File) string {
	var b strings.Builder
	for _, i := range f.Instructions {
		b.WriteString(i.Name)
		for _, flag := range i.Flags {
			fmt.Fprintf(&b, " --%s=%s", flag.Name, flag.Value)
		}
		if i.Exec {
			b.WriteString(" exec")
			for _, w := range i.Words {
				b.WriteString(" [" + w.Text + "]")
			}
		} else {
			b.WriteString(" |" + i.Text)
		}
		for _, h := range i.Heredocs {
			fmt.Fprintf(&b, " heredoc %d", len(h.Text()))
		}
		b.WriteString("\n")
	}
	if s := f.Final(); s != nil {
		b.WriteString("image:")
		m := s.Image(f.Escape)
		for _, v := range m.Environment {
			b.WriteString(" " + v.Name + "=" + show(v.Value))
		}
		if m.Directory.Known() {
			b.WriteString(" dir=" + show(m.Directory))
		}
		if m.User.Known() {
			b.WriteString(" user=" + show(m.User))
		}
		if m.Entrypoint != nil {
			b.WriteString(" entrypoint=" + m.Entrypoint.Text)
		}
		if m.Command != nil {
			b.WriteString(" cmd=" + m.Command.Text)
		}
		b.WriteString("\n")
	}
	for _, i := range f.Issues {
		b.WriteString("issue: " + i.Message + "\n")
	}
	return b.String()
}

func show(v value.Value) string {
	if text, ok := v.Text(); ok {
		return text
	}
	return "?"
}

func TestParse(t *testing.T) {
	for _, test := range readings() {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, describe(Parse(source.NewFile("Dockerfile", test.text)))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestSpans(t *testing.T) {
	f := Parse(source.NewFile("Dockerfile", "FROM a AS b\nENV A=1 \\\n  # c\n  KEY='x y'\nCMD [\"gunicorn\", \\\n \"shop.wsgi\"]\n"))
	m := f.Final().Image(f.Escape)
	if got := m.Environment[1].Span.Text(); got != "'x y'" {
		t.Errorf("the value stands at %q", got)
	}
	if got := m.Environment[1].Key.Text(); got != "KEY" {
		t.Errorf("the name stands at %q", got)
	}
	if got := m.Command.Words[1].Span; got.Text() != `"shop.wsgi"` || got.From().Line != 6 {
		t.Errorf("the word stands at %q, line %d", got.Text(), got.From().Line)
	}
	if s, ok := f.Stage("B"); !ok || s != f.Final() {
		t.Error("names of stages do not mind case")
	}
}

func FuzzParse(f *testing.F) {
	for _, test := range readings() {
		f.Add(test.text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		tree := Parse(source.NewFile("Dockerfile", text))
		for _, i := range tree.Instructions {
			if len(i.Offsets()) != len(i.Text) {
				t.Errorf("%s: %d offsets for %d bytes", i.Name, len(i.Offsets()), len(i.Text))
			}
			if i.Span.Start > i.NameSpan.Start || i.Span.End < i.NameSpan.End {
				t.Errorf("%s: the name %v is outside of %v", i.Name, i.NameSpan, i.Span)
			}
		}
		for _, s := range tree.Stages {
			s.Image(tree.Escape)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	text := strings.Repeat("FROM a\nENV A=1 B=2\nRUN a && \\\n  b\nCMD [\"x\"]\n", 20)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Parse(source.NewFile("Dockerfile", text))
	}
}

func TestRuntime(t *testing.T) {
	text := "FROM python:3.12 AS base\nARG PORT=8000\nSTOPSIGNAL sigquit\nHEALTHCHECK CMD curl localhost\nEXPOSE ${PORT}/tcp 9000-9001\nFROM base\nHEALTHCHECK NONE\nEXPOSE $NOWHERE\nCOPY a b /c/\n"
	tree := Parse(source.NewFile("Dockerfile", text))
	image := tree.Final().Image(tree.Escape)
	if signal, _ := image.StopSignal.Text(); signal != "QUIT" {
		t.Errorf("stops by %q", signal)
	}
	if !image.Healthcheck.None() {
		t.Error("the check of the stage below is taken back")
	}
	var ports []string
	for _, w := range image.Exposed {
		ports = append(ports, w.Text)
	}
	if diff := cmp.Diff([]string{"8000", "9000-9001"}, ports); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(image.BuildArguments) != 1 || len(image.Arguments) != 0 {
		t.Errorf("got %d build arguments, %d of the last stage", len(image.BuildArguments), len(image.Arguments))
	}
	if sources := image.Stages[1].Instructions[2].Sources(); len(sources) != 2 || sources[1].Text != "b" || sources[1].Span.Text() != "b" {
		t.Errorf("got %v", sources)
	}
}
