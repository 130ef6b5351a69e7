package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/source"
)

type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Errors   int          `xml:"errors,attr"`
	Skipped  int          `xml:"skipped,attr"`
	Time     string       `xml:"time,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Time     string      `xml:"time,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Class   string        `xml:"classname,attr"`
	Name    string        `xml:"name,attr"`
	File    string        `xml:"file,attr,omitempty"`
	Line    int           `xml:"line,attr,omitempty"`
	Time    string        `xml:"time,attr"`
	Failure *junitOutcome `xml:"failure"`
	Error   *junitOutcome `xml:"error"`
	Skipped *junitSkipped `xml:"skipped"`
	Out     string        `xml:"system-out,omitempty"`
}

type junitOutcome struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

type junitSkipped struct {
	Message string `xml:"message,attr"`
}

// noTime stands for durations, which some readers demand and which would differ from run to run.
const noTime = "0"

// JUnit writes the report as test results: one suite for each site, one test for each rule that has something to say about
// it. What makes the run fail is a failure; what cannot be verified, or is suppressed, is a skipped test. That something
// could not be read is an error of its own (https://github.com/testmoapp/junitxml).
func JUnit(w io.Writer, rep *lint.Report, o Options) error {
	doc := junitSuites{Name: "deploylint", Time: noTime}
	doc.Suites = append(doc.Suites, junitOwn(rep, o))
	for _, site := range rep.Sites {
		doc.Suites = append(doc.Suites, junitSite(rep, site, o))
	}
	for _, s := range doc.Suites {
		doc.Tests += s.Tests
		doc.Failures += s.Failures
		doc.Errors += s.Errors
		doc.Skipped += s.Skipped
	}
	raw, err := xml.MarshalIndent(doc, "", "  ")
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, xml.Header+breakCommands(string(raw), "&#35;")+"\n")
	return err
}

// junitOwn is the suite about the run itself: whether everything was read, and the rules that belong to no site.
func junitOwn(rep *lint.Report, o Options) junitSuite {
	suite := junitSuite{Name: "deploylint", Time: noTime}
	read := junitCase{Class: "deploylint", Name: "everything could be read", Time: noTime}
	var lines []string
	failed := false
	for _, n := range rep.Notifications {
		if n.Level >= source.Warning {
			lines = append(lines, o.notice(n))
			failed = failed || n.Level == source.Error
		}
	}
	text := Inert(strings.Join(lines, "\n"))
	if failed {
		read.Error = &junitOutcome{Message: "the verdict is incomplete", Type: "incomplete", Text: text}
	} else {
		read.Out = text
	}
	suite.add(read)
	for i := range rep.Rules {
		suite.rule(rep, &rep.Rules[i], "", "", o)
	}
	return suite
}

func junitSite(rep *lint.Report, site *deploy.Site, o Options) junitSuite {
	suite := junitSuite{Name: lint.Visible(site.Name), Time: noTime}
	suffix := ""
	if len(rep.Sites) > 1 { // GitLab tells tests apart by class and name alone
		suffix = " (" + suite.Name + ")"
	}
	for i := range rep.Rules {
		suite.rule(rep, &rep.Rules[i], site.Name, suffix, o)
	}
	return suite
}

// rule adds the test of one rule, if the rule applies to the site; "" stands for none.
func (s *junitSuite) rule(rep *lint.Report, rule *lint.Rule, site, suffix string, o Options) {
	var all []*lint.Reported
	for i := range rep.Results {
		r := &rep.Results[i]
		if r.Rule.ID == rule.ID && (slices.Contains(r.Sites, site) || site == "" && len(r.Sites) == 0) {
			all = append(all, r)
		}
	}
	if len(all) > 0 {
		s.add(junitCaseOf(rule, all, suffix, o))
	}
}

// junitCaseOf makes the test of a rule with its results on one site: the worst of them decides.
func junitCaseOf(rule *lint.Rule, all []*lint.Reported, suffix string, o Options) junitCase {
	c := junitCase{Class: "deploylint." + rule.ID, Name: rule.Name + suffix, Time: noTime}
	of := func(is func(*lint.Reported) bool) []*lint.Reported {
		return slices.DeleteFunc(slices.Clone(all), func(r *lint.Reported) bool { return !is(r) })
	}
	failing := of(o.Gate.Counts)
	open := of(func(r *lint.Reported) bool { return r.Kind == lint.KindOpen && r.Suppressed == nil })
	below := of((*lint.Reported).Finding)
	suppressed := of(func(r *lint.Reported) bool { return r.Suppressed != nil })
	switch {
	case len(failing) > 0:
		c.at(failing[0])
		c.Failure = &junitOutcome{Message: failing[0].Message, Type: failing[0].Level.String(), Text: junitText(failing, o)}
		if more := len(failing) - 1; more > 0 {
			c.Failure.Message += fmt.Sprintf(" (and %d more)", more)
		}
	case len(open) > 0:
		c.at(open[0])
		c.Skipped = &junitSkipped{Message: "unverified: " + open[0].Message}
	case len(below) > 0:
		c.at(below[0])
		c.Out = junitText(below, o)
	case len(suppressed) > 0:
		c.at(suppressed[0])
		c.Skipped = &junitSkipped{Message: "suppressed: " + lint.Visible(suppressed[0].Suppressed.Reason)}
	}
	return c
}

func (c *junitCase) at(r *lint.Reported) {
	c.File, c.Line = lint.Visible(r.Span.Path()), r.Span.From().Line
}

// junitText prints results as Concise does, each with its fix.
func junitText(results []*lint.Reported, o Options) string {
	var lines []string
	for _, r := range results {
		lines = append(lines, fmt.Sprintf("%s: %s: %s", o.position(r.Span), word(r), r.Message))
		if advice := r.Advice(); advice != "" {
			lines = append(lines, "  fix: "+advice)
		}
	}
	return Inert(strings.Join(lines, "\n"))
}

func (s *junitSuite) add(c junitCase) {
	s.Cases = append(s.Cases, c)
	s.Tests++
	switch {
	case c.Failure != nil:
		s.Failures++
	case c.Error != nil:
		s.Errors++
	case c.Skipped != nil:
		s.Skipped++
	}
}
