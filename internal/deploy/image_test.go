package deploy

import "testing"

func TestImageBrings(t *testing.T) {
	image := &Image{
		Context:  "app",
		Copies:   []ImageCopy{{Path: "requirements.txt"}, {Path: "conf/*.ini"}, {Path: "shop"}},
		Excludes: func(name string) bool { return name == "shop/secret.py" },
	}
	for name, want := range map[string]bool{
		"app/requirements.txt": true, "app/shop/settings.py": true, "app/shop": true, "app/conf/a.ini": true, "app/conf/a.txt": false,
		"app/shop/secret.py": false, "app/other.py": false, "shop/settings.py": false, "app/shopping.py": false,
	} {
		if _, got := image.Brings(name); got != want {
			t.Errorf("%s: %t, want %t", name, got, want)
		}
	}
	image.Copies = append(image.Copies, ImageCopy{})
	if c, ok := image.Brings("app/.env"); !ok || !c.All() {
		t.Error("a copy of the whole folder takes everything in it")
	}
	if image.Ignored("shop/secret.py") {
		t.Error("a file outside of the build's folder is not for its .dockerignore to say")
	}
}

func TestPorts(t *testing.T) {
	for _, c := range []struct {
		port   Port
		text   string
		public bool
	}{
		{Port{Inside: "8000", Known: true}, "8000", false},
		{Port{Inside: "8000", Outside: "80", Published: true, Known: true}, "80:8000", true},
		{Port{Inside: "8000", Host: "127.0.0.1", Outside: "80", Published: true, Known: true}, "127.0.0.1:80:8000", false},
		{Port{Inside: "8000", Host: "0.0.0.0", Outside: "80", Published: true, Known: true}, "0.0.0.0:80:8000", true},
		{Port{Inside: "8000", Outside: "$P", Published: true}, "$P:8000", false},
	} {
		if c.port.String() != c.text || c.port.Public() != c.public {
			t.Errorf("%v: %q public %t, want %q public %t", c.port, c.port, c.port.Public(), c.text, c.public)
		}
	}
}
