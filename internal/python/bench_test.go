package python

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"deploylint/internal/source"
)

// benchmarkFiles returns the standard library of the python3 on the PATH, or else this package's test data, with its
// total size.
func benchmarkFiles(b *testing.B) (files []*source.File, paths []string, size int64) {
	b.Helper()
	if program, err := findProgram(); err == nil {
		paths = askOracle(b, program).files(b)
	} else {
		var err error
		if paths, err = filepath.Glob("testdata/*/*.py"); err != nil {
			b.Fatal(err)
		}
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		f := source.NewFile(filepath.Base(path), string(text))
		if len(text) > maxFileSize || len(Parse(f).Errors) > 0 {
			continue
		}
		files = append(files, f)
		size += int64(len(text))
	}
	return files, paths, size
}

func BenchmarkParse(b *testing.B) {
	files, _, size := benchmarkFiles(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, f := range files {
			Parse(f)
		}
	}
}

func BenchmarkScan(b *testing.B) {
	files, _, size := benchmarkFiles(b)
	b.SetBytes(size)
	for b.Loop() {
		for _, f := range files {
			scan(f.Text, 0, false)
		}
	}
}

// BenchmarkAgainstCPython reports how many times faster than CPython's ast.parse the parser is, on the same files in the
// same run.
func BenchmarkAgainstCPython(b *testing.B) {
	files, paths, size := benchmarkFiles(b)
	o := findOracle(b)
	out := strings.Fields(o.run(b, strings.Join(paths, "\n")+"\n", "time"))
	bytes, err := strconv.ParseFloat(out[1], 64)
	if err != nil {
		b.Fatal(err)
	}
	seconds, err := strconv.ParseFloat(out[2], 64)
	if err != nil {
		b.Fatal(err)
	}
	theirs := bytes / seconds
	b.SetBytes(size)
	var elapsed time.Duration
	for b.Loop() {
		start := time.Now()
		for _, f := range files {
			Parse(f)
		}
		elapsed += time.Since(start)
	}
	ours := float64(size) * float64(b.N) / elapsed.Seconds()
	b.ReportMetric(ours/theirs, "x-cpython")
	b.ReportMetric(theirs/1e6, "cpython-MB/s")
}
