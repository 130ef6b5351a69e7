package packages

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// bucketConnectionOpen reports a connection to object storage that is not encrypted or not verified.
//
// # Why it matters
//
// The access key signs each request, and the files go along. Without TLS everybody on the way reads them; without verifying the
// certificate whoever sits on the way is taken for the storage.
//
// # Example
//
//	AWS_S3_VERIFY = False
//
// # Use instead
//
//	AWS_S3_VERIFY = None
//
// # When it stays silent
//
// For an endpoint on this machine or under a name without a dot, such as a MinIO container.
func bucketConnectionOpen() lint.Rule {
	return lint.Rule{
		ID:      "DPL720",
		Name:    "bucket-connection-open",
		Summary: "The connection to object storage is not protected",
		Help:    "Leave AWS_S3_USE_SSL and AWS_S3_VERIFY at their defaults",
		Level:   lint.Warning,
		Tags:    []string{"security", "cwe-295"},
		Links: []string{
			"https://django-storages.readthedocs.io/en/latest/backends/amazon-S3.html",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkBucketConnectionOpen),
	}
}

func checkBucketConnectionOpen(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	if endpoint, given := s.Given("AWS_S3_ENDPOINT_URL"); given {
		text, ok := endpoint.Text()
		host := deploy.HostName(originHost(text))
		if !ok && endpoint.Kind() != value.None || ok && (!strings.Contains(host, ".") || strings.HasPrefix(host, "127.")) {
			return nil
		}
	}
	ask := func(name, harm string) lint.Answer {
		return lint.Ask(s, name, isFalse, func(_ value.Value, at lint.Placed) lint.Result {
			return lint.Fail(at, "%s", harm).Fix("take %s away", name)
		})
	}
	return lint.Answers{
		ask("AWS_S3_VERIFY", "the storage's certificate is not verified: whoever sits on the way is taken for it"),
		ask("AWS_S3_USE_SSL", "files go to the storage in the clear"),
	}
}
