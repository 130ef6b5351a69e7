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
		Check: lint.Untyped(checkMysqlLosesText),
	}
}

func checkMysqlLosesText(site *deploy.Site) []lint.Result {
	s := site.Settings
	if s == nil {
		return nil
	}
	database := s.Get("DATABASES").At("default")
	if engine, ok := database.At("ENGINE").Text(); !ok || !strings.HasSuffix(engine, ".mysql") {
		return nil
	}
	options := database.At("OPTIONS")
	results := lint.AskSetting(s, lint.SettingQuestion{
		Name: "DATABASES", Part: "default.OPTIONS.charset", Value: options.At("charset"),
		Bad: func(v value.Value) bool {
			charset, ok := v.Text()
			return ok && (charset == "utf8" || charset == "utf8mb3" || charset == "latin1")
		},
		Fail: func(v value.Value, at lint.Placed) lint.Result {
			charset, _ := v.Text()
			return lint.Fail(at, "the connection's character set is %s, which has no emoji: saving one is an error", charset).Fix("\"charset\": \"utf8mb4\"").At(lint.Note)
		},
	})
	for _, key := range []string{"sql_mode", "init_command"} {
		results = append(results, lint.AskSetting(s, lint.SettingQuestion{
			Name: "DATABASES", Part: "default.OPTIONS." + key, Value: options.At(key),
			Bad: func(v value.Value) bool {
				mode, ok := v.Text()
				return ok && isLax(key, mode)
			},
			Fail: func(_ value.Value, at lint.Placed) lint.Result {
				return lint.Fail(at, "the sql_mode is not strict: MySQL cuts off what does not fit, without a word").Fix("\"sql_mode\": \"STRICT_TRANS_TABLES\"")
			},
		})...)
	}
	return results
}

// isLax reports whether an option sets a mode that is not strict.
func isLax(key, text string) bool {
	text = strings.ToUpper(text)
	if key == "init_command" && !strings.Contains(text, "SQL_MODE") {
		return false
	}
	return !strings.Contains(text, "STRICT_") && !strings.Contains(text, "TRADITIONAL") && !strings.Contains(text, "@@")
}
