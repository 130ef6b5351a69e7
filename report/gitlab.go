package report

import (
	"crypto/sha256"
	"encoding/hex"
	"io"

	"deploylint/internal/lint"
)

// A gitlabIssue is one entry of GitLab's code quality report, a part of Code Climate's format
// (https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format).
type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

// GitLab writes the live findings for GitLab's merge request widget, which any edition has. The widget compares the
// fingerprints of two branches, so that they must not depend on lines.
func GitLab(w io.Writer, rep *lint.Report, _ Options) error {
	issues := []gitlabIssue{}
	for i := range rep.Results {
		r := &rep.Results[i]
		if !r.Finding() {
			continue
		}
		description := r.Message
		if r.Follows != "" {
			description += " (goes with " + r.Follows + ")"
		}
		if advice := r.Advice(); advice != "" {
			description += ". Fix: " + advice
		}
		sum := sha256.Sum256([]byte(r.Fingerprint))
		issues = append(issues, gitlabIssue{
			Description: cut(description, longestMessage),
			CheckName:   r.Rule.ID + " " + r.Rule.Name,
			Fingerprint: hex.EncodeToString(sum[:]),
			Severity:    gitlabSeverity(r.Level),
			Location:    gitlabLocation{Path: r.Span.Path(), Lines: gitlabLines{Begin: r.Span.From().Line, End: r.Span.To().Line}},
		})
	}
	return writeJSON(w, issues)
}

func gitlabSeverity(l lint.Level) string {
	switch l {
	case lint.Error:
		return "critical"
	case lint.Warning:
		return "major"
	default:
		return "info"
	}
}
