package load

import (
	"slices"
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/env"
	"deploylint/internal/pyeval"
	"deploylint/internal/source"
	"deploylint/internal/value"
)

// mostSwitches is how many settings are tried at most.
const mostSwitches = 100

// onText has to turn a switch on: where it does not, the setting says the contrary of the variable.
const onText = "True"

// zero is tried first: nearly every switch that a text turns on although it means off is turned on by this one, and where none is,
// that is the only evaluation.
const zero = "0"

// triedTexts are what switches are tried with then: onText, what people write to switch something off, the spelling of Python
// first, and the empty text, of which only presence tests make something.
func triedTexts() []string { return []string{onText, "False", "false", zero, ""} }

// switches finds the settings that a text turns on although it means off. It does not look at how they are written: it
// evaluates the settings once more, as if the environment gave these texts.
func (l *loader) switches(c choice, e *env.Environment, paths pythonPath, s *deploy.Settings) []deploy.Switch {
	found := l.mayBeSwitches(s)
	if len(found) == 0 {
		return nil
	}
	try := func(text string) *deploy.Settings {
		given := env.Layer{Origin: "what means off"}
		for _, one := range found {
			if !slices.ContainsFunc(given.Vars, func(v env.Var) bool { return v.Name == one.Variable }) {
				given.Vars = append(given.Vars, env.Var{Name: one.Variable, Value: value.OfStr(text)})
			}
		}
		tried := l.evaluate(c, e.With(given), paths, pyeval.AsWritten)
		if tried.broke {
			return nil
		}
		return l.model(c, tried.result)
	}
	off := try(zero)
	if off == nil {
		return nil
	}
	found = slices.DeleteFunc(found, func(one deploy.Switch) bool { return off.Get(one.Setting).Truth() != value.True })
	if len(found) == 0 {
		return nil
	}
	for _, text := range triedTexts() {
		m := off
		if text != zero {
			m = try(text)
		}
		if m == nil {
			return nil
		}
		found = slices.DeleteFunc(found, func(one deploy.Switch) bool {
			return text == onText && m.Get(one.Setting).Truth() != value.True
		})
		for i := range found {
			note(&found[i], s, text, m.Get(found[i].Setting))
		}
	}
	return slices.DeleteFunc(found, func(one deploy.Switch) bool {
		return len(one.TurnedOn) == 0 || isDerived(one, found)
	})
}

// note notes what a text makes of a switch.
func note(one *deploy.Switch, s *deploy.Settings, text string, v value.Value) {
	_, isBool := v.Bool()
	on := v.Truth() == value.True && (isBool || isBoolean(s, one.Setting))
	switch {
	case text == onText:
	case text == "":
		one.Present = on
	case on:
		one.TurnedOn = append(one.TurnedOn, text)
	case v.Truth() == value.False:
		one.TurnedOff = append(one.TurnedOff, text)
	}
}

// isDerived reports whether a switch is made of another setting, in whose own line the variable is read.
func isDerived(one deploy.Switch, all []deploy.Switch) bool {
	return !holds(one.Span, one.Read.Span) && slices.ContainsFunc(all, func(other deploy.Switch) bool {
		return other.Read.Span == one.Read.Span && holds(other.Span, other.Read.Span)
	})
}

// holds reports whether a piece of code holds another one.
func holds(code, piece source.Span) bool {
	return code.File == piece.File && code.Start <= piece.Start && code.End >= piece.End
}

// mayBeSwitches returns the settings that hang on the bare text of one variable, which is meant to switch them on and off.
func (l *loader) mayBeSwitches(s *deploy.Settings) []deploy.Switch {
	var found []deploy.Switch
	for _, name := range s.Names() {
		v := s.Get(name)
		if v.IsSequence() || v.Kind() == value.Dict || v.Kind() == value.Path || v.Span().IsZero() || len(found) >= mostSwitches {
			continue
		}
		for _, variable := range variablesOf(v) {
			read := deploy.EnvRead{Name: variable, Span: v.Span(), Library: "os.environ"} // "X" in os.environ reads nothing
			if i := slices.IndexFunc(s.Reads, func(r deploy.EnvRead) bool { return r.Name == variable }); i >= 0 {
				read = s.Reads[i]
			}
			if isBareRead(read) && meantAsSwitch(s, name, read) {
				found = append(found, deploy.Switch{Setting: name, Variable: variable, Span: assignedAt(v, read), Read: read})
				break
			}
		}
	}
	return found
}

// variablesOf returns the environment variables that a value is said to come from.
func variablesOf(v value.Value) []string {
	all := slices.Clone(v.Waits)
	for _, step := range v.Trail {
		if step.Name != "" && !slices.Contains(all, step.Name) {
			all = append(all, step.Name)
		}
	}
	for _, a := range v.Alternatives {
		all = append(all, variablesOf(a)...)
	}
	return all
}

// assignedAt returns where code gives a setting its value, also where an env file has the last word.
func assignedAt(v value.Value, r deploy.EnvRead) source.Span {
	for _, step := range slices.Backward(v.Trail) {
		if step.How == value.Assigned && !step.Span.IsZero() {
			return step.Span
		}
	}
	return r.Span
}

// isBareRead reports whether a text may count as it was read. It only saves evaluations: what is cast, or compared with the
// texts that mean on, needs none.
func isBareRead(r deploy.EnvRead) bool {
	if r.Cast != "" || r.Span.IsZero() {
		return false
	}
	before, after := r.Span.File.Text[:r.Span.Start], r.Span.File.Text[r.Span.End:]
	before = before[strings.LastIndexByte(before, '\n')+1:]
	after, _, _ = strings.Cut(after, "\n")
	switch {
	case strings.Contains(before, "int("), strings.Contains(before, "strtobool("), strings.Contains(after, "=="):
		return false
	}
	return !strings.Contains(after, " in ") || strings.Contains(after, " not in ")
}

// meantAsSwitch reports whether a variable is there to switch a setting on and off: its default says so, or the names do. A
// setting may also hang on whether something else is there, as on the address of a service.
func meantAsSwitch(s *deploy.Settings, setting string, r deploy.EnvRead) bool {
	if r.HasDefault {
		text, isText := r.Default.Text()
		switch strings.ToLower(text) {
		case "true", "false", "yes", "no", "on", "off", "0", "1":
			return true
		}
		if r.Default.Kind() == value.Bool && (isBoolean(s, setting) || strings.HasSuffix(strings.ToUpper(r.Name), setting)) {
			return true
		}
		if isText && text != "" {
			return false
		}
	}
	words := strings.Split(strings.ToUpper(r.Name), "_")
	if slices.ContainsFunc(words, func(w string) bool {
		switch w {
		case "ENABLE", "ENABLED", "DISABLE", "DISABLED", "USE", "FORCE", "ALLOW", "DEBUG":
			return true
		}
		return false
	}) {
		return true
	}
	own := strings.Split(setting, "_")
	if len(own) > 1 {
		own = own[1:] // EMAIL_HOST says nothing of EMAIL_USE_TLS
	}
	return isBoolean(s, setting) && slices.ContainsFunc(own, func(w string) bool { return w != "USE" && slices.Contains(words, w) })
}

// isBoolean reports whether a setting is read as a bool: one of Django's, or of the packages that many projects have.
func isBoolean(s *deploy.Settings, name string) bool {
	if v, ok := s.Default(name); ok {
		return v.Kind() == value.Bool
	}
	switch name {
	case "AWS_IS_GZIPPED", "AWS_QUERYSTRING_AUTH", "AWS_S3_FILE_OVERWRITE", "AWS_S3_USE_SSL", "AWS_S3_VERIFY",
		"AXES_ENABLED", "CELERY_ALWAYS_EAGER", "CELERY_TASK_ALWAYS_EAGER", "CELERY_TASK_EAGER_PROPAGATES", "CELERY_ENABLE_UTC",
		"COMPRESS_ENABLED", "COMPRESS_OFFLINE", "CORS_ALLOW_ALL_ORIGINS", "CORS_ALLOW_CREDENTIALS", "CORS_ORIGIN_ALLOW_ALL",
		"RATELIMIT_ENABLE", "RATELIMIT_FAIL_OPEN", "SILKY_PYTHON_PROFILER", "WHITENOISE_AUTOREFRESH", "WHITENOISE_USE_FINDERS":
		return true
	}
	return false
}
