package pyeval

import (
	"strings"

	"deploylint/internal/value"
)

// environEmail is Env.email_url_config.
func (ev *evaluator) environEmail(u urlText, c *call) val {
	text := unquote
	if ev.libVersion("django-environ").before(0, 9) {
		text = unquotePlus
	}
	port, given, valid := u.port()
	if !valid {
		return ev.raiseAt("ValueError", "the port of the URL is no number", c.span)
	}
	optional := func(s string, ok bool) val {
		if !ok {
			return ofNone()
		}
		return ofStr(text(s))
	}
	t := newTable()
	t.setStr("EMAIL_FILE_PATH", ofStr(unquotePlus(u.path[min(1, len(u.path)):])))
	t.setStr("EMAIL_HOST_USER", optional(u.user()))
	t.setStr("EMAIL_HOST_PASSWORD", optional(u.password()))
	t.setStr("EMAIL_HOST", orNone(u.host(), u.host() != ""))
	t.setStr("EMAIL_PORT", ofNone())
	if given {
		t.setStr("EMAIL_PORT", ofInt(port))
	}
	backend, hasBackend := c.arg(0, "backend")
	if !hasBackend || ev.truth(backend) == value.False {
		backend = ofStr(environMailer(u.scheme))
		if u.scheme == "" || environMailer(u.scheme) == "" {
			return ev.raiseAt("ImproperlyConfigured", "the email has an unknown scheme", c.span)
		}
	}
	t.setStr("EMAIL_BACKEND", backend)
	switch u.scheme {
	case "smtps", "smtp+tls":
		t.setStr("EMAIL_USE_TLS", ofBool(true))
	case "smtp+ssl":
		t.setStr("EMAIL_USE_SSL", ofBool(true))
	}
	if u.query != "" {
		options := newTable()
		for _, p := range parseQuery(u.query) {
			v := digitsOrText(p.values[0])
			if key := strings.ToUpper(p.key); key == "EMAIL_USE_TLS" || key == "EMAIL_USE_SSL" {
				t.setStr(key, v)
			} else {
				options.setStr(key, v)
			}
		}
		t.setStr("OPTIONS", ev.dict(options))
	}
	return ev.placed(ev.dict(t), c)
}

func environMailer(scheme string) string {
	const mail = "django.core.mail.backends."
	switch scheme {
	case "smtp", "smtps", "smtp+tls", "smtp+ssl":
		return mail + "smtp.EmailBackend"
	case "consolemail":
		return mail + "console.EmailBackend"
	case "filemail":
		return mail + "filebased.EmailBackend"
	case "memorymail":
		return mail + "locmem.EmailBackend"
	case "dummymail":
		return mail + "dummy.EmailBackend"
	}
	return ""
}

// environChannels is Env.channels_url_config.
func (ev *evaluator) environChannels(u urlText, c *call) val {
	t := newTable()
	if b, ok := c.arg(0, "backend"); ok && ev.truth(b) != value.False {
		t.setStr("BACKEND", b)
		return ev.placed(ev.dict(t), c)
	}
	secure := !ev.libVersion("django-environ").before(0, 13)
	scheme, _, _ := strings.Cut(u.scheme, "+")
	switch {
	case u.scheme == "inmemory":
		t.setStr("BACKEND", ofStr("channels.layers.InMemoryChannelLayer"))
		return ev.placed(ev.dict(t), c)
	case u.scheme == "redis", secure && u.scheme == "rediss":
		t.setStr("BACKEND", ofStr("channels_redis.core.RedisChannelLayer"))
	case u.scheme == "redis+pubsub", secure && u.scheme == "rediss+pubsub":
		t.setStr("BACKEND", ofStr("channels_redis.pubsub.RedisPubSubChannelLayer"))
	default:
		return ev.raiseAt("ImproperlyConfigured", "the channel layer has an unknown scheme", c.span)
	}
	u.scheme = scheme
	config := newTable()
	config.setStr("hosts", ev.list([]val{ofStr(u.String())}))
	t.setStr("CONFIG", ev.dict(config))
	return ev.placed(ev.dict(t), c)
}

// environSearch is Env.search_url_config, which serves django-haystack.
func (ev *evaluator) environSearch(u urlText, c *call) val {
	version := ev.libVersion("django-environ")
	scheme, secure := u.scheme, false
	if s, ok := strings.CutSuffix(scheme, "s"); ok && strings.HasPrefix(s, "elasticsearch") && !version.before(0, 11) {
		scheme, secure = s, true
	}
	engine := environSearchEngine(scheme, version)
	if engine == "" {
		return ev.raiseAt("ImproperlyConfigured", "the search has an unknown scheme", c.span)
	}
	t := newTable()
	t.setStr("ENGINE", ofStr(engine))
	params := map[string]string{}
	for _, p := range parseQuery(u.query) {
		params[p.key] = p.values[0]
	}
	number := func(key string) bool {
		s, ok := params[key]
		if ok {
			t.setStr(key, ev.scalarCast("int", s, c))
		}
		return ev.exc == nil
	}
	text := func(key string) {
		if s, ok := params[key]; ok {
			t.setStr(key, ofStr(s))
		}
	}
	if s, ok := params["EXCLUDED_INDEXES"]; ok {
		var names []val
		for n := range strings.SplitSeq(s, ",") {
			names = append(names, ofStr(n))
		}
		t.setStr("EXCLUDED_INDEXES", ev.list(names))
	}
	if s, ok := params["INCLUDE_SPELLING"]; ok {
		t.setStr("INCLUDE_SPELLING", ev.environBool(ofStr(s), c))
	}
	failed := unread("an option of the URL is no number")
	if !number("BATCH_SIZE") {
		return failed
	}
	if scheme == "simple" {
		return ev.placed(ev.dict(t), c)
	}
	path := strings.TrimSuffix(unquotePlus(u.path[min(1, len(u.path)):]), "/")
	protocol := "http"
	if secure {
		protocol = "https"
	}
	switch {
	case scheme == "solr" || strings.HasPrefix(scheme, "elasticsearch"):
		index := ""
		if scheme != "solr" {
			i := strings.LastIndexByte(path, '/')
			path, index = path[:max(i, 0)], path[i+1:]
		}
		t.setStr("URL", ofStr(urlText{scheme: protocol, netloc: u.netloc, path: path}.String()))
		if !number("TIMEOUT") {
			return failed
		}
		text("KWARGS")
		if scheme != "solr" {
			t.setStr("INDEX_NAME", ofStr(index))
		}
		return ev.placed(ev.dict(t), c)
	}
	t.setStr("PATH", ofStr("/"+path))
	if scheme == "whoosh" {
		text("STORAGE")
		if !number("POST_LIMIT") {
			return failed
		}
	} else {
		text("FLAGS")
	}
	if e, ok := c.arg(0, "engine"); ok && ev.truth(e) != value.False {
		t.setStr("ENGINE", e)
	}
	return ev.placed(ev.dict(t), c)
}

func environSearchEngine(scheme string, version libVersion) string {
	const backends = "haystack.backends."
	switch scheme {
	case "elasticsearch":
		return backends + "elasticsearch_backend.ElasticsearchSearchEngine"
	case "elasticsearch2":
		return backends + "elasticsearch2_backend.Elasticsearch2SearchEngine"
	case "elasticsearch5", "elasticsearch7":
		if version.before(0, 5) {
			return ""
		}
		n := scheme[len(scheme)-1:]
		return backends + "elasticsearch" + n + "_backend.Elasticsearch" + n + "SearchEngine"
	case "solr":
		return backends + "solr_backend.SolrEngine"
	case "whoosh":
		return backends + "whoosh_backend.WhooshEngine"
	case "xapian":
		return backends + "xapian_backend.XapianEngine"
	case "simple":
		return backends + "simple_backend.SimpleEngine"
	}
	return ""
}
