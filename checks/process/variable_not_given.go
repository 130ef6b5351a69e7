package process

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
)

// variableNotGiven reports a container that is started without a variable on which the settings insist.
//
// # Why it matters
//
// A container inherits nothing from the machine that it runs on. What neither its compose file, nor its env files, nor its image
// gives is not there: the settings raise an error when they are imported, the process ends at once, and the container is started
// over and over. It often hits one service alone, the worker that was added later.
//
// # Example
//
//	services:
//	  web:
//	    build: .
//	    environment:
//	      SECRET_KEY: ${SECRET_KEY}
//	  worker:
//	    build: .
//	    command: celery -A shop worker
//
// # Use instead
//
//	worker:
//	  build: .
//	  command: celery -A shop worker
//	  environment:
//	    SECRET_KEY: ${SECRET_KEY}
//
// # When it stays silent
//
// When an env file that the launcher names is not in the repository, when the image or its base comes from elsewhere, when a script
// on the way reads assignments from a file that is not there, or when the variable is passed on by its name alone: then something
// outside may give it.
func variableNotGiven() lint.Rule {
	return lint.Rule{
		ID:      "DPL470",
		Name:    "variable-not-given",
		Summary: "A container is started without a variable that the settings insist on",
		Help:    "Give the variable to every service that imports the settings",
		Level:   lint.Error,
		Tags:    []string{"availability"},
		Links:   []string{"https://docs.docker.com/compose/how-tos/environment-variables/set-environment-variables/"},
		Since:   "0.2.0",
		Check:   lint.OfProcess(checkVariableNotGiven),
	}
}

func checkVariableNotGiven(p *deploy.Process, _ *deploy.Site) lint.Answer {
	if p.Settings == nil || len(p.Settings.Missing) == 0 || p.Place == nil {
		return nil
	}
	var names []string
	for _, f := range p.Settings.Missing {
		if f.Variable != "" {
			names = append(names, f.Variable)
		}
	}
	first := p.Settings.Missing[0]
	if len(names) == 0 {
		return lint.Fail(p, "with what this process is given, importing the settings raises %s: it ends at once", first.Class).
			About(p.Key+"#environment").With(first.Span, "it is raised here")
	}
	r := lint.Fail(p, "this process is not given %s, on which the settings insist: it ends at once with %s", strings.Join(names, ", "), first.Class).
		About(p.Key+"#environment").Fix("give it %s under environment, or in an env file", strings.Join(names, " and "))
	for _, f := range p.Settings.Missing {
		r = r.With(f.Span, "%s is read here, without a default", f.Variable)
	}
	return r
}
