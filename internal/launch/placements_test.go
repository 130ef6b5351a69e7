package launch

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestPlacements lists what images have of the repository, and what stands there in the place of another file.
func TestPlacements(t *testing.T) {
	files := func(dockerfile string) map[string]string {
		return map[string]string{
			"docker/Dockerfile": dockerfile, "manage.py": "", "shop/settings.py": "", "conf/live.py": "", "conf/nginx/a.conf.txt": "", "conf/nginx/b.conf.txt": "",
		}
	}
	tests := []struct{ name, dockerfile, want string }{
		{"all of it", "FROM python\nWORKDIR /app\nCOPY . .\n", ". → /app/"},
		{"a folder and a file", "FROM python\nCOPY shop/ /srv/shop/\nCOPY --chown=a:b conf/live.py /srv/shop/local_settings.py\n", "shop → /srv/shop/, conf/live.py → /srv/shop/local_settings.py; shop/local_settings.py is conf/live.py"},
		{"into a folder", "FROM python\nCOPY conf/live.py manage.py /srv/\n", "conf/live.py → /srv/live.py, manage.py → /srv/manage.py"},
		{"a folder that is there", "FROM nginx\nCOPY conf/nginx/a.conf.txt /etc/nginx/conf.d\n", "conf/nginx/a.conf.txt → /etc/nginx/conf.d/a.conf.txt"},
		{"a pattern", "FROM nginx\nADD conf/nginx/*.txt /etc/nginx/conf.d/\n", "conf/nginx/a.conf.txt → /etc/nginx/conf.d/a.conf.txt, conf/nginx/b.conf.txt → /etc/nginx/conf.d/b.conf.txt"},
		{"variables", "FROM python\nENV HOME_DIR=/srv/app\nWORKDIR ${HOME_DIR}/src\nCOPY . $HOME_DIR/src\n", ". → /srv/app/src/"},
		{"a variable that is not known", "FROM python\nCOPY . $ELSEWHERE\n", ""},
		{"a step of the build", "FROM python\nWORKDIR /app\nCOPY . .\nRUN set -e; cp conf/live.py shop/settings.py && ./manage.py check\n", ". → /app/, conf/live.py → /app/shop/settings.py; shop/settings.py is conf/live.py"},
		{"a step about what is elsewhere", "FROM python\nWORKDIR /app\nCOPY shop shop\nRUN cp /etc/hosts shop/settings.py; cp missing.py shop/settings.py\n", "shop → /app/shop/"},
		{"from another stage", "FROM node AS assets\nFROM python\nCOPY --from=assets /out /app/static\n", ""},
		{"what is not there", "FROM python\nCOPY dist /app\n", ""},
		{"the later copy counts", "FROM python\nCOPY . /app\nCOPY shop/settings.py /app/shop/settings.py\n", ". → /app/, shop/settings.py → /app/shop/settings.py"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			image := read(files(test.dockerfile)).Images[0]
			for _, p := range image.Placements {
				got = append(got, writtenPlacement(p))
			}
			all := strings.Join(got, ", ")
			replaced := image.Replaced()
			for _, name := range slices.Sorted(maps.Keys(replaced)) {
				all += fmt.Sprintf("; %s is %s", name, replaced[name].Repo)
			}
			if diff := cmp.Diff(test.want, all); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func writtenPlacement(p Placement) string {
	if p.Repo == "" {
		p.Repo = "."
	}
	if p.Folder {
		p.Server += "/"
	}
	return p.Repo + " → " + p.Server
}

// TestMounts lists what compose services mount and what scripts copy, with what it is for.
func TestMounts(t *testing.T) {
	r := read(map[string]string{
		"compose.yml": "services:\n  web:\n    image: acme/shop\n    command: gunicorn shop.wsgi\n    volumes:\n      - media:/srv/media:ro\n      - ./conf/nginx:/etc/nginx/conf.d\n" +
			"      - {type: bind, source: ./manage.py, target: /app/manage.py}\n      - /srv/data:/data\n      - ../other:/other\n      - ./missing:/missing\n      - ./conf/${KIND:-nginx}/a.txt:/etc/nginx/a.conf\n      - ./${UNKNOWN}/x:/x\n" +
			"      - logs:/logs\nvolumes:\n  media: {name: '${STAGE}_media'}\n  logs: {name: shop_logs}\n",
		"deploy.sh": "#!/bin/sh\nsudo cp $HERE/conf/nginx/a.txt /etc/nginx/sites-enabled/shop\ncp conf/nginx/a.txt elsewhere\n",
		"manage.py": "", "conf/nginx/a.txt": "",
	})
	var got []string
	for _, p := range r.Placements {
		got = append(got, writtenPlacement(p)+" for "+string(p.Role))
	}
	for _, m := range r.Processes[0].Mounts {
		got = append(got, fmt.Sprintf("%s:%s %q at %d", m.Source, m.Target, m.Repo, m.Span.From().Line))
	}
	want := []string{
		"conf/nginx → /etc/nginx/conf.d/ for production", "manage.py → /app/manage.py for production", "conf/nginx/a.txt → /etc/nginx/a.conf for production",
		"conf/nginx/a.txt → /etc/nginx/sites-enabled/shop for production",
		`media:/srv/media "" at 6`, `./conf/nginx:/etc/nginx/conf.d "conf/nginx" at 7`, `./manage.py:/app/manage.py "manage.py" at 8`, `/srv/data:/data "" at 9`,
		`../other:/other "other" at 10`, `./missing:/missing "missing" at 11`, `./conf/nginx/a.txt:/etc/nginx/a.conf "conf/nginx/a.txt" at 12`,
		`shop_logs:/logs "" at 14`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
