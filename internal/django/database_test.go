package django

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// minimumScript prints what an installed Django says of the servers that it connects to.
const minimumScript = `
import types, django
from django.db.backends.postgresql.features import DatabaseFeatures as P
from django.db.backends.mysql.features import DatabaseFeatures as M
print("%d.%d" % django.VERSION[:2])
print("postgresql", *P.minimum_database_version)
for name, maria in (("mysql", False), ("mariadb", True)):
    f = object.__new__(M)
    f.connection = types.SimpleNamespace(mysql_is_mariadb=maria)
    print(name, *M.minimum_database_version.func(f))
`

// TestMinimumDatabase compares the table with what the released Djangos have in features.py: 4.1.13, 4.2.30, 5.0.14, 5.1.15, 5.2.19,
// 6.0.10 and 6.1.3.
func TestMinimumDatabase(t *testing.T) {
	for version, want := range map[string]string{
		"4.0": "[] [] []",
		"4.1": "[11] [5 7] [10 3]",
		"4.2": "[12] [8] [10 4]",
		"5.0": "[12] [8 0 11] [10 4]",
		"5.1": "[13] [8 0 11] [10 5]",
		"5.2": "[14] [8 0 11] [10 5]",
		"6.0": "[14] [8 0 11] [10 6]",
		"6.1": "[15] [8 4] [10 11]",
	} {
		v, _ := ParseVersion(version)
		if got := fmt.Sprint(MinimumDatabase(v, "postgresql"), MinimumDatabase(v, "mysql"), MinimumDatabase(v, "mariadb")); got != want {
			t.Errorf("Django %s: %s, want %s", version, got, want)
		}
	}
	if got := MinimumDatabase(Of(5, 2), "oracle"); got != nil {
		t.Errorf("of a server that is not in the table: %v", got)
	}
}

// TestMinimumDatabaseLive asks the Django of the interpreter that the variable DEPLOYLINT_DJANGO names.
func TestMinimumDatabaseLive(t *testing.T) {
	python := os.Getenv("DEPLOYLINT_DJANGO")
	if python == "" {
		t.Skip("DEPLOYLINT_DJANGO names no Python interpreter that has Django")
	}
	out, err := exec.CommandContext(t.Context(), python, "-c", minimumScript).Output()
	if fail := new(exec.ExitError); errors.As(err, &fail) && strings.Contains(string(fail.Stderr), "No module named 'psycopg") {
		t.Skip("the interpreter has no driver of PostgreSQL, without which Django says nothing of it")
	}
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	v, _ := ParseVersion(lines[0])
	for _, line := range lines[1:] {
		fields := strings.Fields(line)
		if got := strings.Fields(strings.Trim(fmt.Sprint(MinimumDatabase(v, fields[0])), "[]")); !slices.Equal(got, fields[1:]) {
			t.Errorf("Django %s, %s: %v, want %v", lines[0], fields[0], got, fields[1:])
		}
	}
}
