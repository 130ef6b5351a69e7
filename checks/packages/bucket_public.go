package packages

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// bucketPublic reports uploads that are put into a bucket for everybody to read.
//
// # Why it matters
//
// AWS_DEFAULT_ACL = "public-read" opens each file as it is stored, also what is stored by a part of the site that checks who may
// see it. With "public-read-write" everybody may replace the files as well.
//
// # Example
//
//	AWS_DEFAULT_ACL = "public-read"
//
// # Use instead
//
//	AWS_DEFAULT_ACL = None
//
// # When it stays silent
//
// Where no storage of django-storages is in use, and where the bucket takes static files only. Write access is an error.
func bucketPublic() lint.Rule {
	return lint.Rule{
		ID:      "DPL719",
		Name:    "bucket-public",
		Summary: "Files in the bucket are readable for everybody",
		Help:    "Leave AWS_DEFAULT_ACL at None, and sign the URLs",
		Level:   lint.Note,
		Tags:    []string{"security", "cwe-732"},
		Links: []string{
			"https://django-storages.readthedocs.io/en/latest/backends/amazon-S3.html",
			"https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl",
		},
		Since: "0.1.0",
		Check: lint.OfSetting{
			Name: "AWS_DEFAULT_ACL",
			When: func(s *deploy.Settings) bool { return s.KeepsUploads() != value.True },
			Bad:  lint.Text(func(acl string) bool { return strings.HasPrefix(acl, "public-") }),
			Fail: func(v value.Value, at lint.Placed) lint.Result {
				const fix = "AWS_DEFAULT_ACL = None"
				if v.Payload() == "public-read-write" {
					return lint.Fail(at, "everybody may replace the files in the bucket").Fix(fix).At(lint.Error)
				}
				return lint.Fail(at, "every upload is readable for everybody who knows or guesses its name").Fix(fix)
			},
		},
	}
}
