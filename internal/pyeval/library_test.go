package pyeval

import (
	"strings"
	"testing"
)

// TestLibraryTable holds each module to one library, and each member to a module of its library.
func TestLibraryTable(t *testing.T) {
	owner := map[string]int{}
	for i, l := range libraries() {
		for m := range strings.FieldsSeq(string(l.modules)) {
			if j, taken := owner[m]; taken {
				t.Errorf("%s is in libraries %d and %d", m, i, j)
			}
			owner[m] = i
		}
		if l.modules == "" {
			t.Errorf("library %d has no modules", i)
		}
		members := strings.FieldsSeq(strings.Join([]string{
			string(l.ignored), string(l.generated), string(l.host), string(l.exceptions), string(l.opaque), string(l.fills),
		}, " "))
		for full := range members {
			if !l.modules.has(parentName(full)) {
				t.Errorf("%s is of no module in %v", full, l.modules)
			}
		}
		for _, e := range l.all {
			if !l.modules.has(e.module) {
				t.Errorf("%s is not in %v", e.module, l.modules)
			}
		}
	}
}

// TestLibraryMembers reads a member of each kind.
func TestLibraryMembers(t *testing.T) {
	tests := []struct{ name, code, want string }{
		{"a text in base64", "import base64\nR = base64.b64decode('c2VjcmV0').decode()\n", `"secret"`},
		{"base64 for addresses", "from base64 import urlsafe_b64encode\nR = urlsafe_b64encode(b'\\xff\\xfe').decode()\n", `"__4="`},
		{"a text that base64 lacks", "import base64\nR = base64.b64decode('c2V*jcmV0')\n", "?"},
		{"what is made anew", "import secrets, os\nR = [secrets.token_hex(8), os.urandom(8)]\n", "[?generated, ?generated]"},
		{"what depends on the machine", "import socket\nR = socket.gethostname()\n", "?host"},
		{"what changes nothing", "import logging.config\nR = logging.config.dictConfig({})\n", "None"},
		{"a level", "import logging\nR = logging.CRITICAL\n", "50"},
		{"a level of messages", "from django.contrib.messages import constants\nR = constants.SUCCESS\n", "25"},
		{"an exception of json", "import json\ntry:\n    R = json.loads('{')\nexcept json.JSONDecodeError:\n    R = 1\n", "1"},
		{"a star import", "from os.path import *\nR = join('a', 'b')\n", `"a/b"`},
		{"a module that is filled", "from dynaconf import DjangoDynaconf\nR = 1\nDjangoDynaconf(__name__)\n", "?"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r := Settings("settings", files(map[string]string{"settings.py": test.code}, open()))
			if v, _ := r.Get("R"); show(v) != test.want {
				t.Errorf("got %s, want %s", show(v), test.want)
			}
		})
	}
}
