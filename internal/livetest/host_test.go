package livetest

// The files of ready-systemd that are changed.
const (
	site       = "deploy/nginx/gallery.conf"
	production = "gallery/settings/production.py"
	base       = "gallery/settings/base.py"
	supervisor = "deploy/supervisor/gallery.conf"
	gunicorn   = "deploy/gunicorn.conf.py"
	script     = "deploy/run.sh"
)

// hostMutations are those of ready-systemd.
func hostMutations() []mutation {
	const (
		static = "alias /var/www/gallery/static/;"
		hosts  = `["gallery.example", "www.gallery.example"]`
		host   = "proxy_set_header Host $host;"
		scheme = "proxy_set_header X-Forwarded-Proto $scheme;"
		server = "--config deploy/gunicorn.conf.py"
		limit  = "client_max_body_size 10m;"
	)
	return []mutation{
		{site, static, "alias /var/www/gallery/assets/;", "DPL501", answers(404, stylesheet)},
		{site, "alias /var/lib/gallery/media/;", "alias /var/lib/gallery/uploads/;", "DPL501", answers(404, picture)},
		{site, static, "alias /var/www/gallery/static;", "DPL302", answers(404, stylesheet)},
		{site, "location /static/ {", "location /static {", "DPL301", answers(200, "https://gallery.example/static../notes.txt")},
		{site, "location /static/ {", "location /assets/ {", "DPL502", answers(404, stylesheet)},
		{site, static, static + " autoindex on;", "DPL309", answers(200, "https://gallery.example/static/")},
		{site, "server unix:/run/gallery/gunicorn.sock fail_timeout=0;", "server 127.0.0.1:9 fail_timeout=0;", "DPL503", answers(502, front)},
		{site, host, "", "DPL505", answers(400, front)},
		{site, host, "proxy_set_header Host gallery.internal;", "DPL542", answers(400, front)},
		{site, scheme, "", "DPL506", redirectsForEver},
		{site, scheme, "proxy_set_header X-Forwarded-Proto $http_x_forwarded_proto;", "DPL514", redirectsForEver},
		{site, limit, "client_max_body_size 1m;", "DPL516", takes(2<<20, false)},
		{site, limit, "client_max_body_size 0;", "DPL304", takes(11<<20, true)},
		{site, "ssl_protocols TLSv1.2 TLSv1.3;", "ssl_protocols TLSv1 TLSv1.1 TLSv1.2 TLSv1.3;", "DPL308", nil},
		{site, "ssl_reject_handshake on;", "", "DPL509", refuses(`no "ssl_certificate" is defined`)},
		{site, "proxy_redirect off;", "proxy_redirect off", "DPL311", refuses("[emerg]")},
		{site, "proxy_redirect off;", "proxy_read_timeout 5s;", "DPL545", nil},
		{site, "return 301 https://$host$request_uri;", "return 301 https://$host$uri;", "DPL313", takesHeader},

		{production, "DEBUG = False", "DEBUG = True", "DPL101", tells("https://gallery.example/none/", 404, "DEBUG = True")},
		{production, hosts, `["www.gallery.example"]`, "DPL508", answers(400, front)},
		{production, hosts, "[]", "DPL102", answers(400, front)},
		{production, hosts, `["*"]`, "DPL103", nil},
		{production, `("HTTP_X_FORWARDED_PROTO", "https")`, `("X-Forwarded-Proto", "https")`, "DPL176", nil}, // gunicorn tells Django the scheme
		{production, `os.environ["SECRET_KEY"]`, `os.environ.get("SECRET_KEY", "gallery")`, "DPL105", nil},
		{production, "SESSION_COOKIE_SECURE = True", "SESSION_COOKIE_SECURE = False", "DPL110", leaksSession},
		{production, `"https://gallery.example", `, `"gallery.example", `, "DPL126", failsCheck("4_0.E001")},
		{production, `STATIC_ROOT = "/var/www/gallery/static/"`, "", "DPL501", nil},
		{production, `MEDIA_ROOT = "/var/lib/gallery/media/"`, `MEDIA_ROOT = "media"`, "DPL164", nil},
		{production, `"/var/lib/gallery/cache"`, `"/var/lib/gallery/media/cache"`, "DPL128", nil},
		{production, `"handlers": ["console"], `, `"handlers": ["consoles"], `, "DPL162", answers(502, front)},
		{production, "SECURE_SSL_REDIRECT = True", "SECURE_SSL_REDIRCT = True", "DPL181", nil},
		{base, `"django.middleware.csrf.CsrfViewMiddleware",`, "", "DPL114", takesForgery},
		{base, `"django.contrib.messages.middleware.MessageMiddleware",`, "", "DPL139", failsCheck("admin.E409")},
		{base, `ROOT_URLCONF = "gallery.urls"`, `ROOT_URLCONF = "gallery.url"`, "DPL147", answers(500, front)},
		{base, `STATIC_URL = "/static/"`, `STATIC_URL = "/static"`, "DPL137", failsCheck("urls.E006")},

		{supervisor, "autorestart=true", "autorestart=false", "DPL408", staysDown},
		{supervisor, "autostart=true", "autostart=false", "DPL431", answers(502, front)},
		{supervisor, "stopsignal=TERM", "stopsignal=INT", "DPL407", nil},
		{supervisor, "command=/srv/gallery/deploy/run.sh gunicorn", "command=deploy/run.sh gunicorn", "DPL436", answers(502, front)},
		{supervisor, server, server + " --daemon", "DPL434", nil},
		{supervisor, server, server + " --reload", "DPL403", nil},
		{supervisor, server, server + " --check-config", "DPL447", answers(502, front)},
		{supervisor, "redirect_stderr=true", "redirect_stdrr=true", "DPL420", nil},
		{script, `exec "$@"`, `"$@"`, "DPL417", outlivesStop},
		{script, `exec "$@"`, "exec $@", "DPL415", nil},
		{"requirements.txt", "Django==5.2.19", "Django==5.0.14", "DPL601", nil},
		{"requirements.txt", "gunicorn==23.0.0", "gunicorn==21.2.0", "DPL449", nil},
	}
}
