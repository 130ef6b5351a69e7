package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/nginx"
	"deploylint/internal/nginx/syntax"
	"deploylint/internal/source"
)

// TestPathsOf lists the files of a configuration that the project brings, each once.
func TestPathsOf(t *testing.T) {
	tree := func(name string, builtin bool) *syntax.Tree {
		return &syntax.Tree{File: source.NewFile(name, ""), Builtin: builtin}
	}
	got := pathsOf([]*deploy.Proxy{
		{Path: "deploy/nginx.conf", Config: &nginx.Config{Trees: []*syntax.Tree{
			tree("deploy/nginx.conf", false), tree("mime.types", true), tree("deploy/tls.conf", false),
		}}},
		{Path: "deploy/other.conf", Config: &nginx.Config{Trees: []*syntax.Tree{tree("deploy/other.conf", false), tree("deploy/tls.conf", false)}}},
		{Path: "deploy/unread.conf"},
	})
	want := []string{"deploy/nginx.conf", "deploy/tls.conf", "deploy/other.conf", "deploy/unread.conf"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestNoFrameWithoutText is about findings in files that have no text to show, such as a database.
func TestNoFrameWithoutText(t *testing.T) {
	rule := &lint.Rule{ID: "DPL205", Name: "database-committed", Level: lint.Warning}
	for name, text := range map[string]string{"shop.sqlite3": "", "shop.sql": "INSERT"} {
		f := source.NewFile(name, text)
		rep := &lint.Report{Results: []lint.Reported{{Result: lint.Fail(f.Span(0, len(text)), "git tracks it"), Rule: rule}}}
		var b strings.Builder
		if err := Findings(&b, rep, Options{}); err != nil {
			t.Fatal(err)
		}
		if framed := strings.Contains(b.String(), " |"); framed != (text != "") {
			t.Errorf("%s: a frame is %t:\n%s", name, framed, b.String())
		}
	}
}
