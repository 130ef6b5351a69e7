package load

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/django"
	"deploylint/internal/value"
)

// sameSettings reports whether two evaluations of one module leave the same under all names that decide something for
// Django or its well-known packages. Two environments that lead to that are one for the site: whether a process is given
// a variable that only its own work needs tells no deployments apart.
func (l *loader) sameSettings(a, b *deploy.Settings) bool {
	if (a.Failure == nil) != (b.Failure == nil) {
		return false
	}
	names := slices.Concat(a.Names(), b.Names())
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		if l.decides(name) && !alike(a.Get(name), b.Get(name), 0) {
			return false
		}
	}
	return true
}

// decides reports whether a name is a setting of Django, or of a package whose settings decide how the site runs.
func (l *loader) decides(name string) bool {
	if l.djangoNames.Get(django.AllNames)[name] {
		return true
	}
	for _, prefix := range []string{
		"ACCOUNT_", "AWS_", "AXES_", "BROKER_", "CELERY_", "CHANNEL_", "CORS_", "CSP_", "DEBUG_TOOLBAR_", "DRAMATIQ_", "HUEY", "NPLUSONE_",
		"Q_CLUSTER", "REST_FRAMEWORK", "RQ", "SESSION_", "SILKY_", "SIMPLE_JWT", "SOCIAL_AUTH_", "TASKS", "WHITENOISE_",
	} {
		if strings.HasPrefix(name, prefix) {
			return true
		}
	}
	return false
}

// maxAlike is how deep values are compared.
const maxAlike = 50

// alike reports whether two values are equal, or not known for the same reason.
func alike(a, b value.Value, depth int) bool {
	if a.Kind() != b.Kind() || a.Many != b.Many || depth > maxAlike {
		return false
	}
	switch a.Kind() {
	case value.Unknown:
		return a.Cause == b.Cause && a.Reason.Equal(b.Reason) && slices.Equal(a.Waits, b.Waits) && allAlike(a.Alternatives, b.Alternatives, depth)
	case value.List, value.Tuple, value.Set:
		return allAlike(a.Elems(), b.Elems(), depth)
	case value.Dict:
		return allAlike(a.Keys(), b.Keys(), depth) && allAlike(a.Elems(), b.Elems(), depth)
	case value.Object:
		return a.Payload() == b.Payload()
	default:
		return value.Equal(a, b)
	}
}

func allAlike(a, b []value.Value, depth int) bool {
	return slices.EqualFunc(a, b, func(x, y value.Value) bool { return alike(x, y, depth+1) })
}
