package serve

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
)

// drawnFiles are the files under @ROOT@ that drawn configurations serve.
func drawnFiles() []string {
	return []string{
		"index.html", "a.css", "50x.html", "static/a.css", "static/b/index.html", "static/private/x", "static-private/x", "staticx",
		"media/c.txt", "media/sp ace.txt", "media/x/y/z.txt", "a/index.html", "a/b/c.txt", "a/b.css", "UP/Case.TXT", "app/manage.py", ".git/config",
		"media/per%cent.txt",
	}
}

// A draw makes random configurations and requests.
type draw struct {
	*rand.Rand
	number int
}

func (d *draw) of(list ...string) string { return list[d.IntN(len(list))] }

func (d *draw) chance(percent int) bool { return d.IntN(100) < percent }

func (d *draw) prefix(outer string) string {
	path := outer
	if path == "" || d.chance(80) {
		path = strings.TrimSuffix(path, "/") + "/" + d.of("static", "media", "a", "a/b", "static/b", "x", "app", "")
		if d.chance(60) && !strings.HasSuffix(path, "/") {
			path += "/"
		}
	}
	return path
}

func (d *draw) pattern() string {
	return d.of(`\.css$`, `\.(css|txt)$`, "^/static", "^/static/(.*)$", `/\.`, `/\.(?!well-known)`, "^/a/([a-z]+)", "^/(?<name>[^/]+)/x", `\.CSS$`, "/",
		"^/media/(?<rest>.*)$", "(a)(b)?", "[[:upper:]]", "^/.{3,9}$", "^/([^/]*)/(.*)$")
}

// words returns a text with variables, without blanks.
func (d *draw) words() string {
	var b strings.Builder
	for range 1 + d.IntN(3) {
		b.WriteString(d.of("x", "-", "$uri", "$args", "$host", "$arg_x", "$is_args", "${scheme}", "$http_x_a", "$server_name", "$server_port", "$1", "$2",
			"$request_uri", "$document_uri", "$request_method", "$mapped", "$document_root", "$remote_addr", "$y", "$http_host", "$request_filename"))
	}
	return b.String()
}

func (d *draw) headers() string {
	text := ""
	if d.chance(60) {
		d.number++
		text += fmt.Sprintf(" add_header X-Number %d%s;", d.number, d.of("", " always", " always"))
	}
	if d.chance(15) {
		text += fmt.Sprintf(" add_header X-Words %q%s;", d.words(), d.of("", " always"))
	}
	if d.chance(30) {
		text += " proxy_set_header Host " + d.of("$host", "$http_host", "$proxy_host", "fixed.test", "$server_name", `""`) + ";"
	}
	if d.chance(25) {
		text += fmt.Sprintf(" proxy_set_header %s %q;", d.of("X-A", "X-Forwarded-For", "Connection", "X-Forwarded-Proto", "Upgrade", "x-b"),
			d.of(d.words(), "", "$proxy_add_x_forwarded_for", "$scheme", "upgrade"))
	}
	return text
}

func (d *draw) rewrite() string {
	return " rewrite " + d.of("^", "^/a/(.*)$", "^/static(.*)$", "^(.*)$", `^/([^/]+)/([^/]+)`, "/x", `\.css$`, "^/media/(.*)") + " " +
		d.of("/$1", "/a/$1", "/static/$1?y=$1", "/b/$2?", "/media/c.txt", "http://other.test/$1", "$scheme://$host/$1?k=$1", "/index.html?z", "/x$uri", "/a$1") +
		d.of("", "", " last", " break", " redirect", " permanent") + ";"
}

func (d *draw) doReturn() string {
	return " return " + d.of("404", "403", "444", "500", "200 "+quoted(d.words()), "404 "+quoted(d.words()), "301 /moved$uri", "302 https://$host$request_uri",
		"308 $scheme://n.test"+quotedPart(d.words()), "https://o.test$request_uri", "204", "200", "301 /x?$args", "418") + ";"
}

func quoted(text string) string { return `"` + text + `"` }

func quotedPart(text string) string { return "/" + strings.ReplaceAll(text, " ", "") }

func (d *draw) condition(body string) string {
	return " if (" + d.of("$arg_x", "$arg_x = 1", "$host != s1.test", `$uri ~ "^/(a|static)/(.*)"`, "$uri ~* CSS", "$http_x_a !~ z", "-f $request_filename",
		"!-f $request_filename", "-d $request_filename", "!-e $request_filename", "$request_method = POST", "$y", `$args ~ "x=(\d)"`) + ") {" + body + " }"
}

func (d *draw) tryFiles(alias bool) string {
	list := []string{"$uri", "$uri/", "$uri.txt", "/index.html", "$uri/index.html", "/static$uri", "/none"}
	if alias {
		list = append(list, "a.css", "/a.css")
	}
	text := " try_files " + d.of(list...)
	if d.chance(50) {
		text += " " + d.of(list...)
	}
	return text + " " + d.of("=404", "=404", "=403", "@app", "@app", "@none", "/index.html", "/a/$uri", "/static/a.css?q=$args", "$uri", "/media/c.txt") + ";"
}

func (d *draw) proxy(modifier string) string {
	forms := []string{"http://127.0.0.1:@BACKEND@", "http://backend", "http://127.0.0.1:@BACKEND@$request_uri", "http://backend$uri", "http://backend/v/$1"}
	if modifier == "" || modifier == "=" || modifier == "^~" {
		forms = append(forms, "http://backend/", "http://backend/b", "http://127.0.0.1:@BACKEND@/b/", "http://backend/b/", "http://backend/b?q")
	}
	return " proxy_pass " + d.of(forms...) + ";"
}

func (d *draw) errorPage() string {
	return " error_page " + d.of("404", "404 403", "403 =200", "404 =", "500 502", "404 =302", "405 =200", "301") + " " +
		d.of("/50x.html", "@app", "/a/index.html?e=$uri", "http://err.test/$host", "/none", "@none") + ";"
}

// location draws one location.
func (d *draw) location(outer string, regexOnly bool, depth int) string {
	modifier := d.of("", "", "", "", "=", "^~", "~", "~*")
	path := d.prefix(outer)
	if regexOnly {
		modifier = d.of("~", "~*")
	}
	regex := strings.HasPrefix(modifier, "~")
	if regex {
		path = d.pattern()
	}
	body := d.headers()
	alias := false
	if d.chance(30) {
		body += " root @ROOT@" + d.of("", "/", "/static", "/a", "/none", "/$host") + ";"
	} else if d.chance(35) {
		alias = true
		body += " alias @ROOT@" + d.of("/", "/static/", "/static", "/media/", "/a/index.html", "/media/$1", "/none/") + ";"
	}
	if d.chance(25) {
		body += d.rewrite()
	}
	if d.chance(15) {
		body += " set $y " + quoted(d.words()) + ";"
	}
	if d.chance(20) {
		inner := d.of(d.doReturn(), d.rewrite(), " set $y 1;", " add_header X-If 1 always;", d.proxy("if"), d.headers(), " break;")
		body += d.condition(inner)
	}
	if d.chance(7) {
		body += " break;"
	}
	if d.chance(12) {
		body += d.errorPage()
	}
	switch k := d.IntN(10); {
	case k < 2:
		body += d.doReturn()
	case k < 5:
		body += d.proxy(modifier)
	case k < 7:
		body += d.tryFiles(alias)
	}
	if d.chance(10) {
		body += " autoindex on;"
	}
	if d.chance(10) {
		body += " index " + d.of("a.css", "none.html index.html", "none.html /50x.html", "b/index.html") + ";"
	}
	if d.chance(6) {
		body += " internal;"
	}
	if d.chance(6) {
		body += d.of(" deny all;", " allow 127.0.0.1; deny all;", " deny 127.0.0.0/8;", " allow all; deny all;")
	}
	if modifier != "=" && depth < 2 {
		for range d.IntN(3) * d.IntN(2) {
			if regex {
				body += d.location("", true, depth+1)
			} else {
				body += d.location(path, false, depth+1)
			}
		}
	}
	return fmt.Sprintf("\n  location %s %q {%s }", modifier, path, body)
}

// server draws the directives of one server.
func (d *draw) server() string {
	text := " root @ROOT@" + d.of("", "", "/", "/a") + ";" + d.headers()
	if d.chance(15) {
		text += d.rewrite()
	}
	if d.chance(12) {
		text += d.condition(d.of(d.doReturn(), d.rewrite(), " set $y 2;"))
	}
	if d.chance(4) {
		text += d.doReturn()
	}
	if d.chance(15) {
		text += d.errorPage()
	}
	if d.chance(8) {
		text += " merge_slashes off;"
	}
	if d.chance(10) {
		text += d.of(" absolute_redirect off;", " port_in_redirect off;", " server_name_in_redirect on;", " recursive_error_pages on;", " underscores_in_headers on;")
	}
	if d.chance(5) {
		text += d.tryFiles(false)
	}
	for range 2 + d.IntN(5) {
		text += d.location("", false, 0)
	}
	if d.chance(80) {
		text += "\n  location @app {" + d.headers() + d.of(" proxy_pass http://backend;", ` return 200 "app $uri";`, " try_files /static$uri =404;",
			" rewrite ^ /a/index.html break;", " proxy_pass http://backend$uri;") + " }"
	}
	return text
}

// before is what all drawn servers share, and the servers that are chosen by their names.
const before = `map $http_x_a $mapped { default d; one 1; ~^t(.*)$ "<$1>"; '' e; }
upstream backend { server 127.0.0.1:@BACKEND@; }
server { listen @WILD@ default_server; server_name _; return 200 "default"; }
server { listen @WILD@; server_name .dot.test; return 200 "dot $host"; }
server { listen @WILD@; server_name *.deep.dot.test www.tail.*; return 200 "deep $host"; }
server { listen @WILD@; server_name exact.dot.test "" Upper.Test; return 200 "exact $host"; }
server { listen @WILD@; server_name ~^(?<sub>[a-z]+)\.re\.test$ ~^www\d+\.; return 200 "regex $sub $host"; }
server { listen @WILD@; server_name ~^(.+)\.re\.test$ tail.*; return 200 "later $1"; }
server { listen 127.0.0.1:@WILD@; server_name dot.test; return 200 "address $server_name"; }
server { listen unix:@SOCKET@; server_name a.test; location / { return 301 /x$uri; } location /n/ { proxy_pass http://backend; } }
server { listen unix:@SOCKET@; server_name *.test; return 200 "unix $host"; }
`

// A drawnRequest is a request that the drawn configuration gets.
type drawnRequest struct {
	On     string  `json:"on"` // main, wild or unix
	Method string  `json:"method,omitempty"`
	Target string  `json:"target"`
	Host   string  `json:"host"`
	Header []Field `json:"header,omitempty"`
}

// requests draws the requests for one server.
func (d *draw) requests(host, server string, count int) []drawnRequest {
	var paths []string
	for _, m := range regexp.MustCompile(`location (?:=|\^~)? "([^"]+)"`).FindAllStringSubmatch(server, -1) {
		paths = append(paths, m[1])
	}
	paths = append(paths, "/", "/x")
	var all []drawnRequest
	for range count {
		r := drawnRequest{On: "main", Host: host}
		switch d.IntN(4) {
		case 0:
			r.Target = "/" + strings.ReplaceAll(strings.ReplaceAll(d.of(drawnFiles()...), "%", "%25"), " ", "%20")
		case 1:
			r.Target = "/" + d.of("static", "static/", "media", "a", "a/", "a/b", "a/b/", "x", "app/", "A/b.CSS", "static../app/manage.py", "static/b", "media/x/", ".git/config",
				".well-known/x", "static-private/x", "staticx", "media/sp%20ace.txt", "none", "a.css/", "a.css/x")
		default:
			r.Target = d.of(paths...) + d.of("", "", "a.css", "/", "b/index.html", "c.txt", "x/y", "index.html", "../app/manage.py")
		}
		if d.chance(40) {
			r.Target = d.awkward(r.Target)
		}
		if d.chance(30) {
			r.Target += "?" + d.of("x=1", "x=0&y=2", "", "a+b=%20c", "x=1#f", "%3f?x=2", "/../x")
		}
		if d.chance(10) {
			r.Host = d.of(strings.ToUpper(host), host+":99", host+".", "none.test", host+".:1")
		}
		if d.chance(30) {
			r.Header = append(r.Header, Field{Name: d.of("X-A", "x-a"), Value: d.of("one", "two", "z", "ONE")})
		}
		if d.chance(15) {
			r.Header = append(r.Header, Field{Name: d.of("X-Forwarded-For", "X-Forwarded-Proto", "X_Under", "Upgrade", "TE"), Value: d.of("1.2.3.4", "https")})
		}
		if d.chance(6) {
			r.Method = d.of("HEAD", "POST", "PUT", "DELETE")
		}
		all = append(all, r)
	}
	return all
}

// awkward writes a path in another way.
func (d *draw) awkward(path string) string {
	switch d.IntN(12) {
	case 0:
		return strings.Replace(path, "/", "//", 1+d.IntN(2))
	case 1:
		return path + d.of("/..", "/.", "/../", "/./", "..", "%2e%2e/", "/%2E./x")
	case 2:
		return strings.Replace(path, "a", "%61", 1)
	case 3:
		return strings.Replace(path, "/", "/x/../", 1)
	case 4:
		return strings.ToUpper(path)
	case 5:
		return strings.Replace(path, "/s", "%2fs", 1)
	case 6:
		return path + d.of("%20", "%3F", "%23", "%25", "+", ";", "%00", "%zz", "%", "%c3%a9", "\"<>", "{|}", "'", "&", "%26", "%2B")
	case 7:
		return "http://" + d.of("s1.test", "S2.TEST:80", "none.test", "bad_host") + path
	case 8:
		return "/" + strings.Repeat("../", d.IntN(3)) + strings.TrimPrefix(path, "/")
	case 9:
		return "/" + strings.Repeat("long/", 60) + "x"
	case 10:
		return "/." + path
	default:
		return path + "/"
	}
}

// nameRequests are the requests for the servers that are chosen by their names.
func nameRequests() []drawnRequest {
	var all []drawnRequest
	for _, host := range []string{
		"dot.test", "a.dot.test", "a.b.dot.test", "deep.dot.test", "x.deep.dot.test", "exact.dot.test", "EXACT.dot.test:80", "exact.dot.test.", "www.tail.org",
		"tail.com", "www.tail", "tail", "abc.re.test", "ABC.re.test", "a1.re.test", "www12.x", "_", "none", "127.0.0.1", "[::1]:80", "a..b", "a/b", "upper.test",
		"", ".dot.test", "xdot.test", "www.tail.co.uk",
	} {
		all = append(all, drawnRequest{On: "wild", Target: "/", Host: host}, drawnRequest{On: "unix", Target: "/n/%61?b", Host: host})
	}
	for _, host := range []string{"a.test", "b.test", "other"} {
		all = append(all, drawnRequest{On: "unix", Target: "/q", Host: host}, drawnRequest{On: "address", Target: "/q", Host: host})
	}
	return all
}
