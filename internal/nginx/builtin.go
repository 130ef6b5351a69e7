package nginx

import (
	"path"
	"strings"
)

// builtin returns the text of a file that nginx, Debian or certbot brings along, by the path under which it is included.
// Only directives that a question may be about are in them.
func builtin(include string) (text string, ok bool) {
	switch name := path.Base(include); name {
	case "mime.types":
		return "types { text/html html htm; text/css css; application/javascript js; image/svg+xml svg; }\n", true
	case "proxy_params":
		// https://sources.debian.org/src/nginx/latest/debian/conf/proxy_params/
		return "proxy_set_header Host $host;\nproxy_set_header X-Real-IP $remote_addr;\n" +
			"proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;\nproxy_set_header X-Forwarded-Proto $scheme;\n", true
	case "uwsgi_params", "scgi_params":
		return params(strings.TrimSuffix(name, "s")), true
	case "fastcgi_params", "fastcgi.conf":
		return params("fastcgi_param"), true
	case "koi-utf", "koi-win", "win-utf":
		return "", true
	case "options-ssl-nginx.conf":
		// https://github.com/certbot/certbot, options-ssl-nginx.conf of the nginx plugin.
		return "ssl_session_cache shared:le_nginx_SSL:10m;\nssl_session_timeout 1440m;\nssl_session_tickets off;\n" +
			"ssl_protocols TLSv1.2 TLSv1.3;\nssl_prefer_server_ciphers off;\n" +
			"ssl_ciphers \"ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:" +
			"ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305:" +
			"DHE-RSA-AES128-GCM-SHA256:DHE-RSA-AES256-GCM-SHA384\";\n", true
	case "snakeoil.conf":
		return "ssl_certificate /etc/ssl/certs/ssl-cert-snakeoil.pem;\nssl_certificate_key /etc/ssl/private/ssl-cert-snakeoil.key;\n", true
	case "fastcgi-php.conf":
		return "fastcgi_split_path_info ^(.+?\\.php)(/.*)$;\ntry_files $fastcgi_script_name =404;\n" +
			"set $path_info $fastcgi_path_info;\nfastcgi_param PATH_INFO $path_info;\nfastcgi_index index.php;\n" + params("fastcgi_param"), true
	}
	return "", false
}

// params returns the parameters that the files uwsgi_params, scgi_params and fastcgi_params have in common, as directives
// of the given name.
func params(directive string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(`QUERY_STRING $query_string
REQUEST_METHOD $request_method
CONTENT_TYPE $content_type
CONTENT_LENGTH $content_length
REQUEST_URI $request_uri
PATH_INFO $document_uri
DOCUMENT_ROOT $document_root
SERVER_PROTOCOL $server_protocol
REQUEST_SCHEME $scheme
HTTPS $https if_not_empty
REMOTE_ADDR $remote_addr
REMOTE_PORT $remote_port
SERVER_PORT $server_port
SERVER_NAME $server_name`, "\n") {
		b.WriteString(directive + " " + line + ";\n")
	}
	return b.String()
}
