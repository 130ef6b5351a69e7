package syntax

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"deploylint/internal/source"
)

// TestCommentedTemplate is about template pieces in comments: what follows a piece on its last line is still commented out.
func TestCommentedTemplate(t *testing.T) {
	for text, want := range map[string]string{
		"listen 80; # {{ a\n}} server {\nroot /srv;\n":  "(listen 80)\n(root /srv)\n",
		"listen 80; # {{ a }} server {\nroot /srv;\n":   "(listen 80)\n(root /srv)\n",
		"listen 80; # {{ a\n}} server {":                "(listen 80)\n",
		"listen 80; # {{ a\n}} {{ b\n}} x;\nroot /srv;": "(listen 80)\n(root /srv)\n",
	} {
		tree := Parse(source.NewFile("site.conf", text))
		if diff := cmp.Diff(want, tree.String()); diff != "" || len(tree.Errors) > 0 {
			t.Errorf("%q, errors %v (-want +got):\n%s", text, tree.Errors, diff)
		}
	}
}
