// Package composetest draws compose projects at random and says what launch makes of their services, so that the test that asks the
// real parser and the one that has its answers recorded speak of the same.
package composetest

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// A Project is a drawn compose project: its files by name, and those that it is started with, the weakest first.
type Project struct {
	Files map[string]string
	Main  []string
}

// A drawer draws one project.
type drawer struct {
	*rand.Rand
	files map[string]string
}

// Draw draws the project of a seed, the same each time.
func Draw(seed uint64) Project {
	d := drawer{rand.New(rand.NewPCG(seed, 7)), map[string]string{}} //nolint:gosec // drawn again from its seed
	d.files[".env"] = "A=one\nB=two words\nEMPTY=\nPORT=8001\nTAG=17\n"
	d.files["web.env"] = "FROM_FILE=yes\nSHARED=file\nQUOTED=\"a b\"\nREF=${A}/x\n# comment\nexport EXPORTED=1\nSINGLE='$A'\n"
	d.files["more.env"] = "SHARED=more\nMORE=${FROM_FILE:-none}\n"
	d.files["common.yml"] = "services:\n  base:\n    environment:\n      BASE: ${A}\n      SHARED: base\n    env_file: web.env\n    volumes:\n      - shared:/shared\n    ports:\n      - \"9000\"\n"
	main := d.main()
	d.files["compose.yml"] = main
	p := Project{Files: d.files, Main: []string{"compose.yml"}}
	if d.IntN(3) == 0 {
		d.files["compose.prod.yml"] = d.override()
		d.files["deploy.sh"] = "#!/bin/sh\ndocker compose -f compose.yml -f compose.prod.yml up -d\n"
		p.Main = append(p.Main, "compose.prod.yml")
	}
	if d.IntN(4) == 0 {
		d.files["extra/compose.yml"] = "services:\n  extra:\n    image: redis:${TAG}\n    env_file: extra.env\n    volumes:\n      - ./data:/data\n"
		d.files["extra/extra.env"] = "EXTRA=1\n"
		d.files["compose.yml"] = "include:\n" + d.pick("  - extra/compose.yml\n", "  - path: extra/compose.yml\n", "  - path:\n      - extra/compose.yml\n") + d.files["compose.yml"]
	}
	return p
}

func (d drawer) pick(texts ...string) string { return texts[d.IntN(len(texts))] }

// main draws the main file.
func (d drawer) main() string {
	var b strings.Builder
	b.WriteString("x-env: &env\n  ANCHORED: here\n  SHARED: anchor\nx-base: &base\n  restart: always\n  labels: {a: b}\n")
	b.WriteString("services:\n")
	for _, name := range []string{"web", "worker"} {
		fmt.Fprintf(&b, "  %s:\n", name)
		if d.IntN(3) == 0 {
			b.WriteString("    <<: *base\n")
		}
		d.source(&b)
		d.service(&b, name)
	}
	b.WriteString("  db:\n    image: postgres:${TAG:-16}\n    volumes:\n      - data:/var/lib/postgresql/data\n")
	if d.IntN(2) == 0 {
		b.WriteString("    networks:\n      back:\n        aliases: [database, \"${A}\"]\n")
	}
	b.WriteString("volumes:\n  data:\n  shared:\n  named:\n    name: real_${A}\n  out:\n    external: true\nnetworks:\n  back:\n  front:\n")
	return b.String()
}

// source draws what a service is made of.
func (d drawer) source(b *strings.Builder) {
	switch d.IntN(4) {
	case 0:
		b.WriteString("    image: registry.example/${A}:${TAG}\n")
	case 1:
		b.WriteString("    build: .\n")
	case 2:
		b.WriteString("    image: shop\n    extends:\n      file: common.yml\n      service: base\n")
	default:
		b.WriteString("    image: shop:${MISSING:-latest}\n    extends: db\n")
	}
}

// service draws what a service has, each key perhaps and in one of its forms.
func (d drawer) service(b *strings.Builder, name string) {
	for _, forms := range [][]string{
		{
			"    environment:\n      <<: *env\n      B: ${B}\n      NUMBER: 12\n      FLOAT: 1.10\n      FLAG: true\n      NOTHING:\n      DOLLAR: a$$b\n",
			"    environment:\n      - A=${A}\n      - C=${MISSING:-fallback}\n      - SHARED=list\n      - PASSED\n      - A\n      - WITH=a=b\n",
			"    environment:\n      NESTED: ${MISSING:-${A}}\n      ALT: ${A:+there}\n      ALTNOT: ${MISSING:+there}\n      DASH: ${EMPTY-kept}\n      COLON: ${EMPTY:-taken}\n      BARE: $A-x\n      YES: yes\n",
			"    environment:\n      OCTAL: 0o17\n      OLD: 0123\n      HEX: 0x1F\n      BIG: 1e3\n      NULLISH: ~\n      QUOTED: \"true\"\n      DATE: 2026-01-02\n      ON: on\n",
		},
		{
			"    env_file: web.env\n",
			"    env_file:\n      - web.env\n      - more.env\n",
			"    env_file:\n      - path: web.env\n        required: true\n      - path: none.env\n        required: false\n",
		},
		{
			"    ports:\n      - \"8000:80\"\n      - 127.0.0.1:${PORT}:81\n",
			"    ports:\n      - target: 80\n        published: \"8080\"\n        host_ip: 127.0.0.1\n",
			"    ports:\n      - \"80\"\n      - \"127.0.0.1::82\"\n      - \"53:53/udp\"\n",
			"    ports:\n      - \"[::1]:8000:80\"\n",
		},
		{
			"    volumes:\n      - ./src:/app:ro\n      - data:/data\n      - /anonymous\n",
			"    volumes:\n      - type: volume\n        source: named\n        target: /named\n      - type: tmpfs\n        target: /tmp\n      - type: bind\n        source: ./a\n        target: /a\n        read_only: true\n",
			"    volumes:\n      - out:/out\n      - /srv/${A}:/srv\n      - ../up:/up\n",
		},
		{
			"    networks: [back]\n", "    networks:\n      front:\n      back:\n        aliases:\n          - api\n", "    network_mode: host\n", "    network_mode: service:db\n",
		},
		{"    depends_on: [db]\n", "    depends_on:\n      db:\n        condition: service_healthy\n"},
		{"    container_name: the_${A}_" + name + "\n", "    deploy:\n      replicas: 3\n"},
		{"    tmpfs: /run\n", "    tmpfs:\n      - /run\n      - /var/run:size=64m\n"},
		{"    profiles: [extra]\n"},
	} {
		if d.IntN(2) == 0 {
			b.WriteString(d.pick(forms...))
		}
	}
}

// override draws a file that is laid over the main one.
func (d drawer) override() string {
	var b strings.Builder
	b.WriteString("services:\n  web:\n")
	some := false
	for _, one := range []string{
		"    environment:\n      SHARED: override\n      ADDED: ${B}\n",
		"    ports: !override\n      - \"443:443\"\n",
		"    volumes:\n      - data:/data\n      - named:/other\n",
		"    env_file: !reset []\n",
		"    command: gunicorn shop.wsgi\n",
		"    networks:\n      front:\n        aliases: [www]\n",
	} {
		// A service in another's network, or the host's, has none of its own to be in.
		if d.IntN(2) == 0 && (!strings.Contains(one, "networks") || !strings.Contains(d.files["compose.yml"], "network_mode")) {
			b.WriteString(one)
			some = true
		}
	}
	if !some {
		b.WriteString("    image: shop:2\n")
	}
	return b.String()
}
