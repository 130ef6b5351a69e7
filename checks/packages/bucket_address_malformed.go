package packages

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// bucketAddressMalformed reports parts of a bucket's address from which no address can be made.
//
// # Why it matters
//
// django-storages writes protocol, two slashes, domain, slash and name one behind the other. A protocol without its colon makes
// https//cdn.example.com/logo.png, which browsers take for a path of the site itself; a domain with a scheme makes
// https://https://cdn.example.com/logo.png. All files behind such an address are answered 404. An endpoint without a scheme is refused
// by boto3, and no file can be stored or read.
//
// # Example
//
//	AWS_S3_CUSTOM_DOMAIN = "https://cdn.example.com/"
//	AWS_S3_URL_PROTOCOL = "https"
//
// # Use instead
//
//	AWS_S3_CUSTOM_DOMAIN = "cdn.example.com"
//	AWS_S3_URL_PROTOCOL = "https:"
//
// # When it stays silent
//
// For the protocol where no domain of one's own is set, as it is not read then.
func bucketAddressMalformed() lint.Rule {
	return lint.Rule{
		ID:      "DPL740",
		Name:    "bucket-address-malformed",
		Summary: "No address can be made of the bucket's domain and protocol",
		Help:    "Write the protocol with its colon, the domain without a scheme, and the endpoint with one",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links:   []string{"https://django-storages.readthedocs.io/en/latest/backends/amazon-S3.html"},
		Since:   "0.2.0",
		Check:   lint.OfSettings(checkBucketAddressMalformed),
	}
}

func checkBucketAddressMalformed(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	answers := bucketAddress(s.Get("AWS_S3_URL_PROTOCOL"), s.Get("AWS_S3_CUSTOM_DOMAIN"), s.Get("AWS_S3_ENDPOINT_URL"), func(option string) string {
		return "AWS_S3_" + strings.ToUpper(option)
	})
	for alias, storage := range deploy.Entries(s.Get("STORAGES")) {
		if backend, ok := storage.At("BACKEND").Text(); !ok || !strings.HasPrefix(backend, "storages.backends.s3") {
			continue
		}
		o := storage.At("OPTIONS")
		domain := o.At("custom_domain")
		if !domain.Known() && domain.Cause == value.Absent {
			domain = s.Get("AWS_S3_CUSTOM_DOMAIN")
		}
		answers = append(answers, bucketAddress(o.At("url_protocol"), domain, o.At("endpoint_url"), func(option string) string {
			return "STORAGES." + alias + ".OPTIONS." + option
		})...)
	}
	return answers
}

// bucketAddress judges the three parts of one address; name tells what each is called.
func bucketAddress(protocol, domain, endpoint value.Value, name func(option string) string) lint.Answers {
	var answers lint.Answers
	ask := func(v value.Value, option string, bad func(string) bool, fail func(text, name string) (what, fix string)) {
		answers = append(answers, lint.Question{
			Value: v, Name: name(option), Subject: "settings." + name(option),
			Bad: func(v value.Value) value.Tri { return value.TriOf(lint.Text(bad)(v)) },
			Fail: func(v value.Value, at lint.Placed) lint.Result {
				text, _ := v.Text()
				what, fix := fail(text, name(option))
				return lint.Fail(at, "%s", what).Fix("%s", fix)
			},
		})
	}
	if host, ok := domain.Text(); domain.Truth() == value.True {
		if !ok {
			host = "…"
		}
		ask(protocol, "url_protocol", func(text string) bool { return text != "" && !strings.Contains(text, ":") }, func(text, name string) (string, string) {
			return name + " has no colon: files get addresses such as " + text + "//" + bareDomain(host) + "/logo.png, which browsers look for on the site itself: 404",
				name + " = \"" + text + ":\""
		})
	}
	ask(domain, "custom_domain", func(text string) bool { return strings.Contains(text, "://") }, func(text, name string) (string, string) {
		return name + " has a scheme, to which another one is added: files get addresses such as https://" + strings.TrimSuffix(text, "/") + "/logo.png, which nobody can load",
			name + " = \"" + bareDomain(text) + "\""
	})
	ask(endpoint, "endpoint_url", func(text string) bool { return text != "" && !strings.Contains(text, "://") }, func(text, name string) (string, string) {
		return name + " has no scheme, so boto3 refuses it: no file can be stored or read", name + " = \"https://" + text + "\""
	})
	return answers
}

// bareDomain returns a domain without scheme and without a slash at its end.
func bareDomain(text string) string {
	if _, rest, found := strings.Cut(text, "://"); found {
		text = rest
	}
	return strings.TrimSuffix(text, "/")
}
