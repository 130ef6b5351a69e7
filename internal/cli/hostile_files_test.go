//go:build unix

package cli_test

import (
	"fmt"
	"strings"
)

// repeat writes a text for each number from 0 up to n.
func repeat(n int, text func(i int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(text(i))
	}
	return b.String()
}

func hostileNginx() []attack {
	nginx := victim()[nginxFile]
	// with is the victim's configuration with a text behind it.
	with := func(name, text string, notes ...string) attack {
		a := only("nginx with "+name, nginxFile, nginx+text, notes...)
		a.still = []string{"DPL305 " + nginxFile}
		return a
	}
	// refused is one that nginx does not start with.
	refused := func(name, text string, notes ...string) attack {
		a := with(name, text, notes...)
		a.still = append(a.still, "DPL311 "+nginxFile)
		return a
	}
	const deep = "^warning deploy/nginx/shop.conf:[0-9]+: blocks are nested more than 32 deep"
	cycle := with("includes in a circle", "include a.conf;\n", "^warning deploy/nginx/[ab].conf:[12]: the file includes itself")
	cycle.files["deploy/nginx/a.conf"] = "include b.conf;\nserver { listen 81; return 404; }\n"
	cycle.files["deploy/nginx/b.conf"] = "server { listen 82; return 404; }\ninclude a.conf;\n"
	bomb := with("includes that multiply", "include b0.conf;\n", "^warning deploy/nginx/.*: includes are nested too deep, or too many", "the same in more places")
	for i := range 9 {
		bomb.files[fmt.Sprintf("deploy/nginx/b%d.conf", i)] = strings.Repeat(fmt.Sprintf("include b%d.conf;\n", i+1), 10)
	}
	bomb.files["deploy/nginx/b9.conf"] = "server { listen 90; return 404; }\n"
	wide := with("10k included files", "include c/*.conf;\n", "^warning deploy/nginx/shop.conf:8: the configuration has more than 256 files")
	for i := range 10_000 {
		wide.files[fmt.Sprintf("deploy/nginx/c/%d.conf", i)] = fmt.Sprintf("location /%d { return 404; }\n", i)
	}
	return []attack{
		cycle, bomb, wide,
		refused("10k open blocks", strings.Repeat("location / {\n", 10_000), deep),
		with("10k nested blocks", strings.Repeat("server {\n", 10_000)+strings.Repeat("}\n", 10_000), deep),
		with("10k blocks side by side", repeat(9000, func(i int) string {
			return fmt.Sprintf("server { listen 80; server_name s%d.example; return 404; }\n", i)
		})),
		with("10k locations", "server { listen 81; "+repeat(10_000, func(i int) string { return fmt.Sprintf("location /%d/ { return 404; }\n", i) })+"}\n"),
		with("30k sockets", "server { return 404; "+repeat(30_000, func(i int) string { return fmt.Sprintf("listen %d;\n", i+1) })+"}\n"),
		refused("100k closing braces", strings.Repeat("}", 100_000)),
		refused("900k semicolons", strings.Repeat(";", 900_000)),
		with("20k holes", "server { listen 81; "+strings.Repeat("{{ x }} {% if y %} {", 20_000)),
		refused("an open quote", "server { server_name \"a\n"+strings.Repeat("x", 500_000)),
		refused("a word of 900 KB", "server { listen 81; server_name "+strings.Repeat("x", 900_000)+"; return 404; }\n"),
		with("variables of themselves", "server { listen 81; set $a $b$b; set $b $a$a; location / { proxy_pass http://$a; } }\n"),
		with("files of the machine", "include /etc/passwd;\ninclude ../../../../../../etc/passwd;\ninclude /etc/*;\n"),
		with("costly expressions", "server { listen 81; location ~ ^/((((a*)*)*)*)*$ { return 404; } location ~ \"(a{1000}){1000}\" { return 404; } }\n"),
		with("Latin-1", "# caf\xe9\nserver { listen 81; server_name caf\xe9.example; return 404; }\n"),
		only("nginx of 2 MB", nginxFile, nginx+strings.Repeat("# x\n", 500_000), "^warning deploy/nginx/shop.conf:0: cannot read deploy/nginx/shop.conf: the file is too big"),
		only("binary nginx", nginxFile, "\x7fELF\x00\x01"+nginx, "^note deploy/nginx/shop.conf:0: cannot read deploy/nginx/shop.conf: the file is not text"),
		only("nginx in UTF-16", nginxFile, utf16(nginx)),
	}
}

func hostileSupervisor() []attack {
	supervisor := victim()[supervisorFile]
	with := func(name, text string, notes ...string) attack {
		a := only("supervisor with "+name, supervisorFile, supervisor+text, notes...)
		a.still = []string{"DPL407 " + supervisorFile}
		return a
	}
	cycle := with("includes in a circle", "[include]\nfiles = a.conf *.conf\n")
	cycle.files["deploy/supervisor/a.conf"] = "[include]\nfiles = shop.conf a.conf\n[program:b]\ncommand=/bin/b\n"
	return []attack{
		cycle,
		with("4k programs", repeat(4000, func(i int) string {
			return fmt.Sprintf("[program:p%d]\ncommand=gunicorn shop.wsgi -b 127.0.0.1:%d\n", i, i+1)
		})),
		with("a billion processes", "[program:n]\ncommand=/bin/n\nnumprocs=1000000000\nprocess_name=%(process_num)s\n"),
		with("values of themselves", "[program:n]\ncommand=%(ENV_A)s\n[x]\n"+repeat(100, func(i int) string { return fmt.Sprintf("a%d=%%(a%d)s%%(a%d)s\n", i+1, i, i) })),
		with("a command of 40k options", "[program:n]\ncommand=gunicorn "+strings.Repeat("-b x ", 40_000)+"\n"),
		with("an environment of 20k variables", "[program:n]\ncommand=/bin/n\nenvironment="+repeat(20_000, func(i int) string { return fmt.Sprintf("A%d=b,", i) })+"C=d\n"),
		with("80k lines of one value", "[program:n]\ncommand=/bin/n\n"+strings.Repeat(" x\n", 80_000)),
		with("an open quote", "[program:n]\ncommand=/bin/n \""+strings.Repeat(`\`, 100_000)+"\n", "^warning deploy/supervisor/shop.conf:6: supervisor cannot split this command"),
		only("supervisor of 2 MB", supervisorFile, supervisor+strings.Repeat("; x\n", 500_000), "^warning deploy/supervisor/shop.conf:0: cannot read .*: the file is too big"),
		only("binary supervisor", supervisorFile, "\x00\x01"+supervisor, "^note deploy/supervisor/shop.conf:0: cannot read .*: the file is not text"),
		only("supervisor in UTF-16", supervisorFile, utf16(supervisor)),
	}
}

func hostileScripts() []attack {
	const start = "exec gunicorn shop.wsgi --bind 127.0.0.1:8000 --workers 3\n"
	script := func(name, text string, notes ...string) attack {
		return attack{
			name: "a wrapper of " + name, status: 1, notes: notes, still: []string{"DPL407 " + supervisorFile},
			files: map[string]string{
				"run.sh":       "#!/bin/bash\n" + text,
				supervisorFile: "[program:web]\ncommand=/srv/shop/run.sh\ndirectory=/srv/shop\nstopsignal=QUIT\n[program:other]\ncommand=gunicorn shop.wsgi -w 3\nstopsignal=QUIT\n",
			},
		}
	}
	const unread = "^warning (deploy/supervisor/shop.conf|run.sh):[0-9]+: the shell script was not read to its end"
	circle := script("wrappers in a circle", "exec ./a.sh\n")
	circle.files["a.sh"] = "#!/bin/sh\nexec ./run.sh\n"
	sourced := script("env files", "set -a\n. ./bomb.env\n. ../../../../etc/passwd\n"+start)
	sourced.files["bomb.env"] = "A0=aaaaaaaaaaaaaaaa\n" + repeat(60, func(i int) string { return fmt.Sprintf("A%d=${A%d}${A%d}\n", i+1, i, i) })
	return []attack{
		circle, sourced,
		script("itself", "exec ./run.sh \"$@\"\n"),
		script("itself, sourced", ". ./run.sh\n"+start),
		script("900k parentheses", strings.Repeat("(", 900_000), unread),
		script("nested substitutions", strings.Repeat("$(", 30_000), unread),
		script("nested parameters", "X="+strings.Repeat("${a:-", 12_000)+strings.Repeat("}", 12_000)+"\n"+start, unread),
		script("nested arithmetic", "X=$(("+strings.Repeat("(", 60_000), unread),
		script("values twice themselves", "export A=aaaa\n"+strings.Repeat("export A=\"$A$A\"\n", 60)+start),
		script("functions that multiply", "f0() { :; }\n"+repeat(40, func(i int) string { return fmt.Sprintf("f%d() { f%d; f%d; f%d; }\n", i+1, i, i, i) })+"f40\n"+start, unread),
		script("a loop without an end", "while :; do A=$A$A; done\n"+start),
		script("a billion words", "for i in {1..1000000000}; do :; done\nX=(echo {1..1000000000})\n"+start),
		script("a word of 900 KB", strings.Repeat("x", 900_000)+"\n"+start, unread),
		script("bytes", "\x00\x01\x02", "^note run.sh:0: cannot read run.sh: the file is not text"),
	}
}

func hostileContainers() []attack {
	const web = "services:\n  web:\n    image: x\n    command: gunicorn shop.wsgi -b 0.0.0.0:8000\n"
	compose := func(name, text string, notes ...string) attack {
		return only("compose with "+name, "docker-compose.yml", text, notes...)
	}
	image := func(name, text string, notes ...string) attack {
		return only("a Dockerfile with "+name, "Dockerfile", "FROM x\n"+text+"CMD [\"gunicorn\", \"shop.wsgi\"]\n", notes...)
	}
	bomb := compose("an env file bomb", web+"    env_file: [bomb.env]\n")
	bomb.files["bomb.env"] = "A0=aaaaaaaaaaaaaaaa\n" + repeat(100, func(i int) string { return fmt.Sprintf("A%d=${A%d}${A%d}\n", i+1, i, i) }) + "S=${S}${S}\nT=${U}${U}\nU=${T}${T}\n"
	const unread = "^warning docker-compose.yml:1: the file "
	return []attack{
		bomb,
		compose("aliases that multiply", "a0: &a0 [x, x, x]\n"+repeat(60, func(i int) string { return fmt.Sprintf("a%d: &a%d [*a%d, *a%d, *a%d]\n", i+1, i+1, i, i, i) })+web, unread),
		compose("an alias of itself", "a: &a [*a]\nb: &b {<<: *b, c: *b}\n"+web),
		compose("a service that extends itself", web+"    extends:\n      service: web\n"),
		compose("100k brackets", "a: "+strings.Repeat("[", 100_000)+"\n"+web, unread),
		compose("9k nested lists", "a: "+strings.Repeat("[", 9000)+strings.Repeat("]", 9000)+"\n"+web, unread),
		compose("4k services", web+repeat(4000, func(i int) string { return fmt.Sprintf("  w%d:\n    command: gunicorn shop.wsgi\n", i) })),
		compose("files of the machine", web+"    env_file: [/etc/passwd, ../../../../../../etc/passwd]\n"),
		compose("what is no YAML", "services:\n\t- {", unread),
		image("values twice themselves", "ENV A=aaaaaaaa\n"+strings.Repeat("ENV A=$A$A${A:-$A}\n", 60)),
		image("stages in a circle", "FROM b AS a\nFROM a AS b\nFROM b AS a\nFROM a\n"),
		image("300k continued lines", "RUN "+strings.Repeat("\\\n", 300_000)),
		image("an open here-document", "RUN <<EOF\n"+strings.Repeat("x\n", 300_000)),
		image("20k commands", strings.Repeat("CMD gunicorn shop.wsgi\n", 20_000)),
	}
}

func hostilePackages() []attack {
	return []attack{
		only("nested arrays in pyproject.toml", "pyproject.toml", "a="+strings.Repeat("[", 8_000_000), "^warning pyproject.toml:0: "),
		only("nested objects in Pipfile.lock", "Pipfile.lock", strings.Repeat(`{"default":`, 500_000), "^warning Pipfile.lock:0: "),
		only("requirements in a circle", "requirements.txt", "-r requirements.txt\n-r ../../../../../../etc/passwd\n-c /etc/passwd\nDjango==5.2.8\n"),
		only("a requirement of 200k parts", "requirements.txt", "Django"+strings.Repeat(">=1,", 200_000)+"\n"),
		only("70k requirements", "requirements.txt", strings.Repeat("Django==5.2.8\n", 70_000)),
		only("patterns of stars", ".gitignore", strings.Repeat("*a*a*a*a*a*a*a*a*a*b\n**/a*/**/*a*a*a*/**/*a*b\n", 5000)),
	}
}

func hostileEnvFiles() []attack {
	loaded := func(name, text string, notes ...string) attack {
		a := only("an env file of "+name, ".env", text, notes...)
		a.files[settingsFile] = "from dotenv import load_dotenv\nload_dotenv('.env')\n" + victim()[settingsFile]
		a.still = []string{"DPL103 " + settingsFile}
		return a
	}
	return []attack{
		loaded("values twice themselves", "A0=aaaaaaaaaaaaaaaa\n"+repeat(100, func(i int) string { return fmt.Sprintf("A%d=${A%d}${A%d}\n", i+1, i, i) })),
		loaded("values of each other", "A=${B}${B}\nB=${A}${A}\nC=${C}${C:-${C:-${C}}}\n"),
		loaded("nested defaults", "A="+strings.Repeat("${a:-", 40_000)),
		loaded("20k secrets", repeat(8000, func(i int) string { return fmt.Sprintf("SECRET_%d=kD9vQx2LmZ7pRt4w%d\n", i, i) })),
		loaded("one line", "A="+strings.Repeat("x", 250_000)),
		loaded("an open quote", "A=\"\n"+strings.Repeat(victim()[".env"], 100)),
		loaded("UTF-16", utf16(victim()[".env"])),
		loaded("Latin-1", "NAME=caf\xe9\n"),
		loaded("10 MB", strings.Repeat("A=b\n", 2_500_000), "^(warning|error) .env:0: cannot read .env: the file is too big"),
		loaded("bytes", "A=\x00\x01\x02\n", "^(note|error) .env:0: cannot read .env: the file is not text"),
	}
}

// hostileText are texts that messages and frames quote.
func hostileText() []attack {
	const evil = "\x1b[31mevil\x07 \u202e\u2066x \u009b ::error::x ##[error]y"
	return []attack{
		settings("control characters in settings", "CSRF_TRUSTED_ORIGINS = ['\\x1b[31m', '\\n::error::x']\nDEBUG = '\\x1b[31m##[error]'\nALLOWED_HOSTS = ['\x1b[31m\u202e', '*', '\\n::error::']; X = '##[error]'\n"),
		only("control characters in nginx", nginxFile, `server {
    listen 80; server_name "`+evil+`" "
::error::x";
    error_log "/`+evil+`
::error::x" debug;
    location "/`+evil+`
::error::x" { alias "/srv/`+evil+`/"; add_header "X-`+evil+`" "`+evil+`"; }
    location / { proxy_pass http://app; proxy_set_header "`+evil+`" "`+evil+`"; }
}
`+victim()[nginxFile]),
		only("control characters in supervisor", supervisorFile, "[program:"+evil+"]\ncommand=gunicorn shop.wsgi --reload --bind 0.0.0.0:8000 --log-level \x1b[1m\nuser="+evil+
			"\nenvironment=A\x1b=\"\x1b\"\nstopsignal=QUIT\n[program:::error::x]\ncommand=gunicorn shop.wsgi --reload\n"),
		only("control characters in an env file", ".env", "A\x1b[31m=\x1b[0m\n::error::x=y\n##[error]SECRET_KEY=abc\n\u202eSECRET_KEY=x\n"+victim()[".env"]),
		only("control characters in compose", "docker-compose.yml", "services:\n  \"\\e[31m::error::\":\n    command: \"gunicorn shop.wsgi --reload \\e[31m\"\n    environment: {\"A\\e\": \"\\e\"}\n"+
			"  \"::error::x\":\n    command: gunicorn shop.wsgi --reload -b 0.0.0.0:9\n"),
		settings("secrets on the line of a finding", "DEBUG = True; SECRET_KEY = \""+longSecret+"\"; EMAIL_HOST_PASSWORD = \""+shortSecret+"\"\n"),
		{
			name: "secrets on the line of a finding, and no rule about secrets asked", status: 1, args: []string{"--select", "DPL101"},
			lost:  []string{nginxFile, supervisorFile},
			files: map[string]string{settingsFile: "SECRET_KEY = \"" + longSecret + "\"; EMAIL_HOST_PASSWORD = \"" + shortSecret + "\"; DEBUG = True\n"},
			still: []string{"DPL101 " + settingsFile},
		},
		only("secrets in an environment", supervisorFile, "[program:web]\ncommand=gunicorn shop.wsgi --reload\nenvironment=SECRET_KEY=\""+longSecret+"\",DB_PASSWORD=\""+shortSecret+"\"\n"),
	}
}
