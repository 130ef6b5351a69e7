package oracle314

import (
	"os"
	"os/exec"
	"testing"

	"github.com/kluctl/go-embed-python/python"
)

// TestParser runs the parser's comparisons with CPython's own trees, over the snippets, damaged statements and the whole
// standard library, against the embedded CPython 3.14. With DEPLOYLINT_RECORD in the environment, it records the answers.
func TestParser(t *testing.T) {
	dir := t.TempDir()
	embedded, err := python.NewEmbeddedPythonWithTmpDir(dir, false)
	if err != nil {
		t.Fatal(err)
	}
	program, err := embedded.GetExePath()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "test", "-count=1", "-v", "-run", "^(TestStandardLibrary|TestRecordedSnippets|TestMutations)$", ".")
	cmd.Dir = ".."
	cmd.Env = append(os.Environ(), "DEPLOYLINT_PYTHON="+program)
	out, err := cmd.CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Fatal(err)
	}
}
