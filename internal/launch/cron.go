package launch

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/program"
	"deploylint/internal/shell"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

var (
	// jobRE parts a job of a crontab into its times and the rest.
	jobRE = regexp.MustCompile(`^[ \t]*(@[a-z]+|[\d*][^\s]*(?:[ \t]+[\d*A-Za-z][^\s]*){4})[ \t]+(.*?)[ \t\r]*$`)
	// setRE parts NAME = value.
	setRE = regexp.MustCompile(`^[ \t]*["']?([A-Za-z_]\w*)["']?[ \t]*=[ \t]*(.*?)[ \t\r]*$`)
	// accountRE parts the account from the command of a job of the system's crontab.
	accountRE = regexp.MustCompile(`^([a-z_][a-z0-9_-]*)[ \t]+(.*)$`)
)

// crontab reads a crontab: each job is a command that a shell runs at its times. It is given what the lines before it set and
// what cron itself sets, and nothing of what a service manager or a container is given. The environment stays open all the
// same: Debian's cron has PAM add what /etc/environment says.
//
// https://manpages.debian.org/bookworm/cron/crontab.5.en.html
func (r *reader) crontab(f File) {
	var vars []env.Var
	jobs := jobsOf(f.File)
	withAccount := hasAccounts(f.File.Path, jobs)
	n := 0
	for line := 1; line <= f.File.LineCount() && n < maxPrograms; line++ {
		at := f.File.LineSpan(line)
		if m := setRE.FindStringSubmatchIndex(at.Text()); m != nil && jobRE.FindString(at.Text()) == "" {
			vars = append(vars, cronVariable(f.File, at, m))
			continue
		}
		if n < len(jobs) && jobs[n].line == at {
			r.job(f, jobs[n], n+1, withAccount, vars)
			n++
		}
	}
}

// A job is one line of a crontab.
type job struct {
	line source.Span
	// when are its times: five fields, or a word such as @daily.
	when string
	// rest is what stands behind them.
	rest source.Span
}

func jobsOf(f *source.File) []job {
	var all []job
	for n := 1; n <= f.LineCount(); n++ {
		line := f.LineSpan(n)
		if m := jobRE.FindStringSubmatchIndex(line.Text()); m != nil {
			all = append(all, job{line, line.Text()[m[2]:m[3]], f.Span(line.Start+m[4], line.Start+m[5])})
		}
	}
	return all
}

// hasAccounts reports whether an account stands before each command, as in /etc/crontab and /etc/cron.d, and not in what the
// command crontab reads. Nothing but the words tells the two apart: it is so where the first word of each job may be an account
// and is that of all, or root.
func hasAccounts(name string, jobs []job) bool {
	if strings.Contains("/"+name, "/cron.d/") {
		return true
	}
	first := map[string]bool{}
	for _, j := range jobs {
		m := accountRE.FindStringSubmatch(j.rest.Text())
		if m == nil || program.Is(m[1]) || isPython(m[1]) || isShell(m[1]) || isCommon(m[1]) {
			return false
		}
		first[m[1]] = true
	}
	return first["root"] || first["www-data"] || len(first) == 1 && len(jobs) > 1 && strings.Contains(jobs[0].rest.Text(), "/")
}

// isCommon reports whether a word begins the jobs of many crontabs and is nobody's account.
func isCommon(word string) bool {
	_, isTool := prefixOf(word)
	return isTool || slices.Contains([]string{
		"cd", "find", "curl", "wget", "rm", "test", "docker", "docker-compose", "certbot", "source", "export", "echo", "pg_dump",
		"run-parts", "su", "sleep", "git", "cp", "tar", "systemctl", "supervisorctl", "logrotate",
	}, word)
}

// cronVariable makes the variable that a line sets. Cron takes quotes off and fills nothing in.
func cronVariable(f *source.File, line source.Span, m []int) env.Var {
	text, at := line.Text()[m[4]:m[5]], f.Span(line.Start+m[4], line.Start+m[5])
	if n := len(text); n > 1 && (text[0] == '"' || text[0] == '\'') && text[n-1] == text[0] {
		text = text[1 : n-1]
	}
	return env.Given(line.Text()[m[2]:m[3]], text, at, f.Path)
}

// job adds the process of a job.
func (r *reader) job(f File, j job, n int, withAccount bool, vars []env.Var) {
	at := j.rest
	if slices.ContainsFunc([]string{"%(", "{{", "{%", "<%"}, func(hole string) bool { return strings.Contains(at.Text(), hole) }) {
		r.notify(source.Note, at, "something else fills the job in, and it was not read")
		return
	}
	c := &command{
		name: "cron job " + strconv.Itoa(n) + " of " + f.File.Path, key: "cron:" + f.File.Path + "#" + strconv.Itoa(n), launcher: deploy.Cron,
		declared: j.line, role: serverRole(f), doubtful: f.Doubtful, oneShot: j.when != "@reboot", life: leftOpen(),
		user: value.NotKnown(value.External, "it is the account whose crontab this is"),
	}
	if m := accountRE.FindStringSubmatchIndex(at.Text()); withAccount && m != nil {
		c.setUser(shell.Known(at.Text()[m[2]:m[3]], f.File.Span(at.Start+m[2], at.Start+m[3])))
		at = f.File.Span(at.Start+m[4], at.Start+m[5])
	}
	c.directory = value.NotKnown(value.External, "it is the home of the job's account")
	for _, v := range vars {
		if dir, ok := v.Value.Text(); ok && v.Name == "HOME" {
			c.directory = value.Written(dir, v.Span, "HOME is set here")
		}
	}
	c.give(f.File.Path, vars...)
	c.shellCode(cronCommand(at.Text()), shell.Known("sh", at))
	r.add(c)
}

// cronCommand returns what the shell gets: what stands behind the first % is the command's input, unless a backslash is before it.
func cronCommand(text string) string {
	for i := range len(text) {
		if text[i] == '%' && (i == 0 || text[i-1] != '\\') {
			return text[:i]
		}
	}
	return strings.ReplaceAll(text, `\%`, "%")
}
