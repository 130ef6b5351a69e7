package process

import (
	"regexp"
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/dockerfile"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// keyMadeAtBuild reports a secret that is made while the image is built, and stays in it.
//
// # Why it matters
//
// An image is copied: to the registry, to each machine, to whoever may pull it. A key that a RUN makes lies in one of its layers, where
// docker save and a shell find it, and everything that is started from the image has the same one. Who knows SECRET_KEY signs
// sessions and password resets for any account. It happens without anybody asking for it: settings that make a key where none is given
// make it when RUN manage.py collectstatic imports them.
//
// # Example
//
//	RUN python manage.py collectstatic --noinput
//
//	SECRET_KEY = get_random_string(50)
//	SECRET_FILE.write_text(SECRET_KEY)
//
// # Use instead
//
//	RUN SECRET_KEY=only-for-the-build python manage.py collectstatic --noinput
//
//	SECRET_KEY = os.environ["SECRET_KEY"]
//
// # When it stays silent
//
// When the build gives the variable and no key is made, when the key is not written to a file, when the same RUN removes the file, and
// when production gives the container another key.
func keyMadeAtBuild() lint.Rule {
	return lint.Rule{
		ID:      "DPL480",
		Name:    "key-made-at-build",
		Summary: "A secret is made while the image is built, so all who have the image have it",
		Help:    "Give the build a value of its own, and the container the secret",
		Level:   lint.Error,
		Tags:    []string{"security", "cwe-321", "docker"},
		Links: []string{
			"https://docs.docker.com/build/building/secrets/",
			"https://docs.djangoproject.com/en/stable/topics/signing/#protecting-secret-key-and-secret-key-fallbacks",
		},
		Since: "0.2.0",
		Check: lint.Checks{lint.OfStep(checkKeyOfSettings), lint.OfImage(checkKeyOfRun)},
	}
}

func checkKeyOfSettings(p *deploy.Process, site *deploy.Site) lint.Answer {
	if p.Settings == nil || p.Place == nil {
		return nil
	}
	run := p.Place.Built.Instruction(p.Declared)
	if run == nil {
		return nil // a stage that is thrown away
	}
	kept := keptFile(p, site, run)
	if kept == nil {
		return nil
	}
	for _, name := range p.Settings.Names() {
		made, ok := generated(p.Settings.Get(name))
		if !ok || !isSecretName(name) || isGiven(p, name) || !runsWithIt(site, p, name) {
			continue
		}
		command := "manage.py " + p.Manage.Command.Text
		return lint.Fail(p, "%s makes %s while the image is built and leaves it in a file: all who have the image know it, and every container has the same", command, name).
			About(p.Key+"#"+name).
			With(made, "it is made here").
			With(*kept, "and kept here").
			Fix("%s", buildFix(p, site))
	}
	return nil
}

// buildFix says how the build goes on without making a key.
func buildFix(p *deploy.Process, site *deploy.Site) string {
	reads := p.Settings.Reads
	if site.Settings != nil {
		reads = slices.Concat(reads, site.Settings.Reads)
	}
	for _, r := range reads {
		if strings.HasSuffix(r.Name, "SECRET_KEY") {
			return "RUN " + r.Name + "=only-for-the-build python manage.py " + p.Manage.Command.Text + " …, and give each installation a " + r.Name + " of its own"
		}
	}
	return "read it from the environment without a default, give the build a value that nothing else uses, and each installation its own"
}

// keptFile returns the file that the settings write, nil where they write none that is in the image afterwards.
func keptFile(p *deploy.Process, site *deploy.Site, run *dockerfile.Instruction) *deploy.Effect {
	for _, e := range p.Settings.Effects {
		if e.Folder || strings.HasPrefix(e.Path, "/tmp/") || strings.HasPrefix(e.Path, "/dev/") {
			continue
		}
		name := e.Path[strings.LastIndexByte(e.Path, '/')+1:]
		if name != "" && removes(run.Text, name) {
			continue
		}
		if hiddenByHost(site, p.Place.Built, e.Path) {
			continue
		}
		return &e
	}
	return nil
}

// removes reports whether a command line removes a file of that name.
func removes(text, name string) bool {
	at := strings.LastIndex(text, name)
	return at >= 0 && slices.Contains(strings.Fields(text[:at]), "rm")
}

// hiddenByHost reports whether a folder of the host lies over a file in all containers of the image.
func hiddenByHost(site *deploy.Site, image *deploy.Image, file string) bool {
	hidden := false
	for _, p := range site.Processes {
		if p.Place == nil || p.Place.Built != image || p.Kind == deploy.Command {
			continue
		}
		name, ok := p.Place.PathOf(file)
		if !ok {
			return false
		}
		if m := p.Place.Storage(name).Mount; m == nil || m.Kind == deploy.VolumeMount {
			return false
		}
		hidden = true
	}
	return hidden
}

// generated returns the value that is made anew at each start among those that a setting may have.
func generated(v value.Value) (value.Value, bool) {
	if !v.Known() && v.Cause == value.Generated {
		return v, true
	}
	for _, a := range v.Alternatives {
		if made, ok := generated(a); ok {
			return made, true
		}
	}
	return value.Value{}, false
}

// runsWithIt reports whether a container of the image may take the secret that its build made: the settings of its processes come to
// the same place, and nothing gives them another.
func runsWithIt(site *deploy.Site, step *deploy.Process, name string) bool {
	for _, p := range site.Processes {
		if p.Place == nil || p.Place.Built != step.Place.Built || p.Settings == nil {
			continue
		}
		if _, ok := generated(p.Settings.Get(name)); !ok || isGiven(p, name) {
			return false
		}
	}
	return true
}

// isGiven reports whether a process is given a variable that the settings read for a secret, whatever its text.
func isGiven(p *deploy.Process, secret string) bool {
	return slices.ContainsFunc(p.Settings.Reads, func(r deploy.EnvRead) bool {
		return strings.HasSuffix(strings.ToUpper(r.Name), secret) && !p.Lacks(r.Name)
	})
}

// isSecretName reports whether a setting's name says that its value is to be known to nobody.
func isSecretName(name string) bool {
	if strings.Contains(name, "PUBLIC") {
		return false
	}
	for _, end := range []string{"SECRET_KEY", "SECRET", "_KEY", "TOKEN", "PASSWORD", "SALT"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}

// makesSecret finds programs and functions that make a secret.
var makesSecret = regexp.MustCompile(`get_random_secret_key|generate_secret_key|secrets\.token_|get_random_string|openssl\s+(rand|genrsa|genpkey|ecparam\b[^|;&]*-genkey|req\b[^|;&]*-newkey)|/dev/u?random|\bpwgen\b|\buuidgen\b|\bssh-keygen\s+-`)

// keepsSecret finds where a command line puts what it makes.
var keepsSecret = regexp.MustCompile(`(?:>>?\s*|\btee\s+(?:-a\s+)?|\s-out\s+|\s-keyout\s+|\bssh-keygen\b[^|;&]*-f\s+)["']?([^\s"'|;&>]+)`)

func checkKeyOfRun(i *deploy.Image, _ *deploy.Site) lint.Answer {
	var answers lint.Answers
	if i.Final == nil || i.Role == "dev" || i.Role == "test" {
		return answers
	}
	for _, stage := range i.Final.Stages {
		for _, in := range stage.Instructions {
			if in.Name != "RUN" {
				continue
			}
			text := in.Script()
			if file := secretFile(text); file != "" {
				answers = append(answers, lint.Fail(in.Span.FirstLine(), "this makes a secret while the image is built and leaves it in %s: all who have the image know it, and every container has the same", file).
					About(i.Key()+"#run:"+file).
					Fix("make it once on the server, and give it to the container as a variable, a secret or a mounted file"))
			}
		}
	}
	return answers
}

// secretFile returns the file that a command line makes a secret for and that is there afterwards, "" for none.
func secretFile(text string) string {
	for _, made := range makesSecret.FindAllStringIndex(text, -1) {
		line := text[made[0]:]
		line, _, _ = strings.Cut(line, "\n")
		line, _, _ = strings.Cut(line, "&&")
		for _, m := range keepsSecret.FindAllStringSubmatch(line, -1) {
			file := m[1]
			if strings.HasPrefix(file, "/dev/") || strings.HasPrefix(file, "/tmp/") || strings.HasSuffix(file, ".pub") || strings.HasPrefix(file, "&") || removes(text, file) {
				continue
			}
			return file
		}
	}
	return ""
}
