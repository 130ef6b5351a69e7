package load_test

import (
	"os"
	"testing"

	"deploylint/internal/load"
)

// BenchmarkLoad loads the ready project, or the checkout that DEPLOYLINT_BENCH_TREE names.
func BenchmarkLoad(b *testing.B) {
	tree := os.Getenv("DEPLOYLINT_BENCH_TREE")
	if tree == "" {
		tree = "../../fixtures/projects/ready"
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := load.Load(load.Options{Path: tree}); err != nil {
			b.Fatal(err)
		}
	}
}
