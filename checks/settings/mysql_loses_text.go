package settings

import (
	"strings"

	"deploylint/internal/deploy"
	"deploylint/internal/lint"
	"deploylint/internal/value"
)

// mysqlLosesText reports MySQL settings with which text is cut off or refused.
//
// # Why it matters
//
// MySQL's utf8 is UTF-8 without the characters of four bytes: an emoji in a form is an error 1366. And without a strict mode
// MySQL shortens a text that is too long, and makes 0 of what is no number, without a word.
//
// # Example
//
//	"OPTIONS": {"charset": "utf8", "sql_mode": "NO_ENGINE_SUBSTITUTION"}
//
// # Use instead
//
//	"OPTIONS": {"charset": "utf8mb4", "sql_mode": "STRICT_TRANS_TABLES"}
//
// # When it stays silent
//
// Where neither is set: the server's own mode is strict since MySQL 5.7. The character set alone is a note.
func mysqlLosesText() lint.Rule {
	return lint.Rule{
		ID:      "DPL184",
		Name:    "mysql-loses-text",
		Summary: "MySQL cuts text off or refuses it",
		Help:    "Use charset utf8mb4 and a strict sql_mode",
		Level:   lint.Warning,
		Tags:    []string{"availability"},
		Links: []string{
			"https://docs.djangoproject.com/en/stable/ref/databases/#mysql-sql-mode",
			"https://docs.djangoproject.com/en/stable/ref/databases/#encoding",
		},
		Since: "0.1.0",
		Check: lint.OfSettings(checkMysqlLosesText),
	}
}

func checkMysqlLosesText(s *deploy.Settings, _ *deploy.Site) lint.Answer {
	database := s.Get("DATABASES").At("default")
	if engine, ok := database.At("ENGINE").Text(); !ok || !strings.HasSuffix(engine, ".mysql") {
		return nil
	}
	options := database.At("OPTIONS")
	narrow := lint.Is("utf8", "utf8mb3", "latin1")
	answers := lint.Answers{lint.AskPart(s, "DATABASES", "default.OPTIONS.charset", options.At("charset"), narrow, func(v value.Value, at lint.Placed) lint.Result {
		charset, _ := v.Text()
		return lint.Fail(at, "the connection's character set is %s, which has no emoji: saving one is an error", charset).Fix("\"charset\": \"utf8mb4\"").At(lint.Note)
	})}
	for _, key := range []string{"sql_mode", "init_command"} {
		lax := lint.Text(func(mode string) bool { return isLax(key, mode) })
		answers = append(answers, lint.AskPart(s, "DATABASES", "default.OPTIONS."+key, options.At(key), lax, func(_ value.Value, at lint.Placed) lint.Result {
			return lint.Fail(at, "the sql_mode is not strict: MySQL cuts off what does not fit, without a word").Fix("\"sql_mode\": \"STRICT_TRANS_TABLES\"")
		}))
	}
	return answers
}

// isLax reports whether an option sets a mode that is not strict.
func isLax(key, text string) bool {
	text = strings.ToUpper(text)
	if key == "init_command" && !strings.Contains(text, "SQL_MODE") {
		return false
	}
	return !strings.Contains(text, "STRICT_") && !strings.Contains(text, "TRADITIONAL") && !strings.Contains(text, "@@")
}
