package packages

import (
	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// apiThrottleEvadable reports an API throttle that a client walks around with a header.
//
// # Why it matters
//
// For clients who are not logged in Django REST framework counts by X-Forwarded-For. Unless NUM_PROXIES says how many of its
// entries your own proxies made, all of it counts, and the client chooses the rest: with another made-up address in each
// request it is never throttled, and can try passwords without end.
//
// # Example
//
//	REST_FRAMEWORK = {
//	    "DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.AnonRateThrottle"],
//	}
//
// # Use instead
//
//	REST_FRAMEWORK = {
//	    "DEFAULT_THROTTLE_CLASSES": ["rest_framework.throttling.AnonRateThrottle"],
//	    "NUM_PROXIES": 1,
//	}
//
// # When it stays silent
//
// Where nginx overwrites X-Forwarded-For with $remote_addr on all ways to the application, and for throttles that count by
// user only. Where the repository holds no proxy it is a note: one elsewhere may overwrite the header.
func apiThrottleEvadable() lint.Rule {
	return lint.Rule{
		ID:      "DPL713",
		Name:    "api-throttle-evadable",
		Summary: "A made-up X-Forwarded-For evades the API's throttles",
		Help:    "Set NUM_PROXIES to the number of proxies before the application",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-307"},
		Links: []string{
			"https://www.django-rest-framework.org/api-guide/throttling/#how-clients-are-identified",
			"https://www.django-rest-framework.org/api-guide/settings/#num_proxies",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkAPIThrottleEvadable),
	}
}

func checkAPIThrottleEvadable(s *deploy.Settings, site *deploy.Site) lint.Answer {
	if !s.Installed("rest_framework") {
		return nil
	}
	settings, given := s.Given("REST_FRAMEWORK")
	proxies := settings.At("NUM_PROXIES")
	if !given || proxies.Kind() != value.None && (proxies.Known() || proxies.Cause != value.Absent) {
		return nil
	}
	targets := site.AppTargets()
	overwritten := 0
	for _, t := range targets {
		if h, found := t.Outer.Headers("proxy_set_header").Get("X-Forwarded-For"); found != value.False && !h.Value.Uses("proxy_add_x_forwarded_for") {
			overwritten++
		}
	}
	if len(targets) > 0 && overwritten == len(targets) {
		return nil
	}
	byAddress := lint.Has(func(class string) bool {
		return class == "rest_framework.throttling.AnonRateThrottle" || class == "rest_framework.throttling.ScopedRateThrottle"
	})
	return lint.AskPart(s, "REST_FRAMEWORK", "DEFAULT_THROTTLE_CLASSES", settings.At("DEFAULT_THROTTLE_CLASSES"), byAddress, func(_ value.Value, at lint.Placed) lint.Result {
		const how = "clients evade the throttle with a made-up X-Forwarded-For"
		if len(targets) == 0 {
			return lint.Fail(at, how+", unless a proxy overwrites it: NUM_PROXIES is not set").At(lint.Note).
				Fix("\"NUM_PROXIES\": 1 behind one proxy, 0 behind none")
		}
		r := lint.Fail(at, how+": NUM_PROXIES is not set").Fix("\"NUM_PROXIES\": 1")
		return r.With(targets[0].Entry, "nginx hands the requests on here, with what the client sent in X-Forwarded-For")
	})
}
