package load

import (
	"fmt"
	"strings"
	"testing"

	"deploylint/internal/source"
)

func TestNoticesAreBounded(t *testing.T) {
	file := source.NewFile("a.conf", strings.Repeat("x\n", 1000))
	var n notices
	for i := range 1000 {
		for range 2 { // each is told once
			n.add(source.Notification{Level: source.Warning, Span: file.LineSpan(i + 1), Message: fmt.Sprintf("trouble %d", i)})
		}
		n.add(source.Notification{Level: source.Warning, Path: fmt.Sprintf("%d.conf", i), Message: "the same"})
	}
	n.add(source.Notification{Level: source.Error, Path: "a.conf", Message: "the worst comes last"})
	count := map[string]int{}
	for _, note := range n.list {
		path := note.Path
		if !note.Span.IsZero() {
			path = note.Span.Path()
		}
		count[fmt.Sprintf("%s %t", note.Level, path == "a.conf")]++
	}
	for what, want := range map[string]int{
		"warning true":  mostOfOneFile + 1,
		"warning false": mostOfOneKind + 1,
		"error true":    1, // the exit status rests on it
	} {
		if count[what] != want {
			t.Errorf("%s: %d notifications, want %d", what, count[what], want)
		}
	}
}

func TestGuard(t *testing.T) {
	l := &loader{}
	if l.guard("the settings", "shop/settings.py", func() { panic("hunter2") }) {
		t.Error("a fault is taken for success")
	}
	if !l.guard("the settings", "shop/settings.py", func() {}) {
		t.Error("success is taken for a fault")
	}
	want := source.Notification{Level: source.Error, Path: "shop/settings.py", Message: "internal error while reading the settings, please report"}
	if len(l.notices.list) != 1 || l.notices.list[0] != want {
		t.Errorf("notifications %v", l.notices.list)
	}
}
