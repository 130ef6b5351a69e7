package process

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/spell"
	"deploylint/internal/value"
)

// gunicornSettingUnknown reports a name in gunicorn's configuration file that is a setting's name but for a slip.
//
// # Why it matters
//
// The file is Python, and gunicorn takes from it the names that it knows, in lower case. It says nothing of others: worker = 5 is a
// variable that nobody reads, and the site runs with one worker.
//
// # Example
//
//	worker = 5
//
// # Use instead
//
//	workers = 5
//
// # When it stays silent
//
// For names that the file itself uses again, that begin with an underscore, that resemble no setting closely, and where the setting
// that was meant is in the file too.
func gunicornSettingUnknown() lint.Rule {
	return lint.Rule{
		ID:      "DPL448",
		Name:    "gunicorn-setting-unknown",
		Summary: "gunicorn ignores a misspelt setting",
		Help:    "Write the setting's name as gunicorn spells it",
		Level:   lint.Warning,
		Tags:    []string{"correctness", "gunicorn"},
		Links:   []string{"https://docs.gunicorn.org/en/stable/settings.html"},
		Since:   "0.1.0",
		Check:   lint.OfProcess(checkGunicornSettingUnknown),
	}
}

func checkGunicornSettingUnknown(p *deploy.Process, _ *deploy.Site) lint.Answer {
	if !p.Server.IsGunicorn() || p.Server.Config == nil {
		return nil
	}
	known := gunicornSettings()
	var answers lint.Answers
	for _, name := range p.Server.Options.Names() {
		v := p.Server.Options.Get(name)
		if v.Source().IsZero() || v.Source().File != p.Server.Config || slices.Contains(known, name) || !data(v) || uses(p.Server.Config.Text, name) > 1 {
			continue
		}
		near := misspelt(name, known)
		if _, there := p.Server.Options.Given(near); near == "" || there {
			continue
		}
		answers = append(answers, lint.Fail(v, "gunicorn has no setting %s and ignores it, did you mean %s?", name, near).
			About("gunicorn:"+p.Server.Config.Path+"#"+name).Fix("rename it to %s", near))
	}
	return answers
}

// data reports whether a value can be that of a setting.
func data(v value.Value) bool {
	switch v.Kind() {
	case value.Bool, value.Int, value.Str, value.List, value.Tuple:
		return true
	default:
		return false
	}
}

// misspelt returns the setting that a name is but for its case, its separators or one letter; "" for none.
func misspelt(name string, known []string) string {
	if strings.HasPrefix(name, "_") || len(name) < 4 {
		return ""
	}
	plain := func(s string) string { return strings.ReplaceAll(strings.ToLower(s), "_", "") }
	for _, k := range known {
		if plain(k) == plain(name) {
			return k
		}
	}
	near := spell.Nearest(name, known)
	if near == "" || len(name) < 6 || len(name)-len(near) > 1 || len(near)-len(name) > 1 {
		return ""
	}
	return near
}

// uses counts how often a name stands in a Python file as a word.
func uses(text, name string) int {
	count := 0
	for i := 0; ; {
		n := strings.Index(text[i:], name)
		if n < 0 {
			return count
		}
		start, end := i+n, i+n+len(name)
		if (start == 0 || !isNameByte(text[start-1])) && (end == len(text) || !isNameByte(text[end])) {
			count++
		}
		i = end
	}
}

func isNameByte(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// gunicornSettings are the names that gunicorn takes from its configuration file (gunicorn/config.py), those of old versions
// included.
func gunicornSettings() []string {
	return strings.Fields(`config wsgi_app bind backlog workers worker_class threads worker_connections max_requests max_requests_jitter
		timeout graceful_timeout keepalive limit_request_line limit_request_fields limit_request_field_size reload reload_engine
		reload_extra_files spew check_config print_config preload_app sendfile reuse_port chdir daemon raw_env pidfile worker_tmp_dir user
		group umask initgroups tmp_upload_dir secure_scheme_headers forwarded_allow_ips accesslog disable_redirect_access_to_syslog
		access_log_format errorlog loglevel capture_output logger_class logconfig logconfig_dict logconfig_json syslog_addr syslog
		syslog_prefix syslog_facility enable_stdio_inheritance statsd_host dogstatsd_tags statsd_prefix enable_backlog_metric proc_name
		default_proc_name pythonpath paste proxy_protocol proxy_allow_ips protocol uwsgi_allow_ips keyfile certfile ssl_version cert_reqs
		ca_certs suppress_ragged_eofs do_handshake_on_connect ciphers http_protocols raw_paste_global_conf permit_obsolete_folding
		strip_header_spaces permit_unconventional_http_method permit_unconventional_http_version casefold_http_method forwarder_headers
		header_map tolerate_dangerous_framing asgi_loop asgi_lifespan asgi_disconnect_grace_period http_parser root_path control_socket
		control_socket_mode control_socket_disable on_starting on_reload when_ready pre_fork post_fork post_worker_init worker_int
		worker_abort pre_exec pre_request post_request child_exit worker_exit nworkers_changed on_exit ssl_context debug django_settings
		x_forwarded_for_header secure_scheme_header server_hooks`)
}
