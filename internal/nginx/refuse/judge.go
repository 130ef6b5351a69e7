package refuse

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"deploylint/internal/nginx"
	"deploylint/internal/nginx/syntax"
)

// judge says what is wrong with a directive in a block of context c, by the table of directives alone.
// The order of the questions is that of ngx_conf_handler. message is "" where nothing is.
func judge(words []string, block bool, c syntax.Context, v syntax.Version) (kind RefusalKind, message string) {
	name := words[0]
	known := false
	for _, d := range syntax.Definitions(name) {
		if !d.At(v) {
			continue
		}
		known = true
		switch {
		case d.ThirdParty || c == syntax.OtherContext:
			return 0, ""
		case !d.In(c):
			continue
		case !d.Block && block:
			return NotTerminated, fmt.Sprintf(`directive "%s" is not terminated by ";"`, name)
		case d.Block && !block:
			return NoOpening, fmt.Sprintf(`directive "%s" has no opening "{"`, name)
		case !d.Takes(len(words) - 1):
			return ArgumentCount, fmt.Sprintf(`invalid number of arguments in "%s" directive`, name)
		}
		return judgeValue(d, words)
	}
	switch {
	case c == syntax.OtherContext:
		return 0, ""
	case known:
		return NotAllowedHere, fmt.Sprintf(`"%s" directive is not allowed here`, name)
	default:
		return UnknownDirective, fmt.Sprintf(`unknown directive "%s"`, name)
	}
}

// judgeValue says what is wrong with the parameters where nginx reads them in a way that many directives share
// (ngx_conf_set_flag_slot and its kin).
func judgeValue(d syntax.Definition, words []string) (kind RefusalKind, message string) {
	invalid := func(what string) (RefusalKind, string) {
		return InvalidValue, fmt.Sprintf(`"%s" directive %s`, words[0], what)
	}
	switch d.Value {
	case "flag":
		if value := strings.ToLower(words[1]); value != "on" && value != "off" {
			return InvalidValue, fmt.Sprintf(`invalid value "%s" in "%s" directive, it must be "on" or "off"`, words[1], words[0])
		}
	case "num":
		if _, err := strconv.ParseUint(words[1], 10, 63); err != nil {
			return invalid("invalid number")
		}
	case "size", "off":
		if _, ok := nginx.ParseSize(words[1]); !ok || d.Value == "size" && strings.ContainsAny(words[1], "gG") {
			return invalid("invalid value")
		}
	case "msec", "sec":
		if _, ok := nginx.ParseTime(words[1]); !ok || d.Value == "sec" && strings.Contains(words[1], "ms") {
			return invalid("invalid value")
		}
	case "bufs":
		n, err := strconv.ParseUint(words[1], 10, 63)
		size, ok := nginx.ParseSize(words[2])
		if err != nil || n == 0 || !ok || size == 0 {
			return invalid("invalid value")
		}
	case "access":
		for _, word := range words[1:] {
			who, what, _ := strings.Cut(word, ":")
			if !slices.Contains([]string{"user", "group", "all"}, who) || !slices.Contains([]string{"r", "w", "rw"}, what) {
				return InvalidValue, fmt.Sprintf(`invalid value "%s"`, word)
			}
		}
	case "enum", "mask":
		for _, word := range words[1:] {
			if !slices.ContainsFunc(d.Words, func(w string) bool { return strings.EqualFold(w, word) }) {
				return InvalidValue, fmt.Sprintf(`invalid value "%s"`, word)
			}
		}
	}
	return 0, ""
}

// repeated says whether the block has the directive already, and may not have it twice.
func (s *scope) repeated(words []string, v syntax.Version) (kind RefusalKind, message string) {
	name := words[0]
	once := false
	for _, d := range syntax.Definitions(name) {
		if d.In(s.context) && d.At(v) && !d.ThirdParty {
			once = d.Value != "" && d.Value != "mask" // ngx_conf_set_bitmask_slot adds
		}
	}
	if !once {
		return 0, ""
	}
	if s.seen == nil {
		s.seen = map[string]bool{}
	}
	if (name == "root" && s.seen["alias"]) || (name == "alias" && s.seen["root"]) {
		earlier := map[string]string{"root": "alias", "alias": "root"}[name]
		return Duplicate, fmt.Sprintf(`"%s" directive is duplicate, "%s" directive was specified earlier`, name, earlier)
	}
	if s.seen[name] {
		return Duplicate, fmt.Sprintf(`"%s" directive is duplicate`, name)
	}
	s.seen[name] = true
	return 0, ""
}

// special says what is wrong with a directive that nginx reads in a way of its own. inner is the block that it opens.
func (s *scope) special(words []string, inner *scope) (kind RefusalKind, message string) {
	inner.modifier, inner.path = s.modifier, s.path
	switch words[0] {
	case "location":
		return s.nests(words, inner)
	case "server":
		if s.context == syntax.UpstreamContext {
			s.servers++
		}
	case "alias", "root":
		if words[0] == "alias" && s.modifier == "@" {
			return Misplaced, `the "alias" directive cannot be used inside the named location`
		}
	case "proxy_pass":
		if s.context < syntax.DataContext {
			return s.passes(words[1])
		}
	case "return":
		code, err := strconv.ParseUint(words[1], 10, 63)
		isURL := len(words) == 2 && (strings.HasPrefix(words[1], "http://") || strings.HasPrefix(words[1], "https://") || strings.HasPrefix(words[1], "$scheme"))
		if (err != nil && !isURL) || code > 999 {
			return InvalidValue, fmt.Sprintf(`invalid return code "%s"`, words[1])
		}
	case "rewrite":
		if words[2] == "" {
			return InvalidValue, "empty replacement"
		}
		if len(words) == 4 && !slices.Contains([]string{"last", "break", "redirect", "permanent"}, words[3]) {
			return InvalidValue, fmt.Sprintf(`invalid parameter "%s"`, words[3])
		}
	case "set":
		if !strings.HasPrefix(words[1], "$") || len(words[1]) < 2 {
			return InvalidValue, fmt.Sprintf(`invalid variable name "%s"`, words[1])
		}
	case "if":
		return judgeCondition(words)
	}
	return 0, ""
}

// nests says whether a location may stand in the one around it, as ngx_http_core_location does.
func (s *scope) nests(words []string, inner *scope) (kind RefusalKind, message string) {
	if len(words) == 3 && !slices.Contains([]string{"=", "^~", "~", "~*"}, words[1]) {
		return InvalidValue, fmt.Sprintf(`invalid location modifier "%s"`, words[1])
	}
	modifier, path := nginx.ParseLocation(words[1:]...)
	inner.modifier, inner.path = modifier, path
	if s.context != syntax.LocationContext {
		return 0, ""
	}
	switch {
	case s.modifier == "=":
		return Misplaced, fmt.Sprintf(`location "%s" cannot be inside the exact location "%s"`, path, s.path)
	case s.modifier == "@":
		return Misplaced, fmt.Sprintf(`location "%s" cannot be inside the named location "%s"`, path, s.path)
	case modifier == "@":
		return Misplaced, fmt.Sprintf(`named location "%s" can be on the server level only`, path)
	case modifier != "~" && modifier != "~*" && !strings.HasPrefix(path, s.path): // of a pattern too, taken as a text
		return Misplaced, fmt.Sprintf(`location "%s" is outside location "%s"`, path, s.path)
	}
	return 0, ""
}

// passes says whether a proxy_pass may have the URI that it has.
func (s *scope) passes(url string) (kind RefusalKind, message string) {
	if strings.Contains(url, "$") {
		return 0, ""
	}
	lower := strings.ToLower(url)
	rest, ok := strings.CutPrefix(lower, "http://")
	if !ok {
		if rest, ok = strings.CutPrefix(lower, "https://"); !ok {
			return InvalidValue, "invalid URL prefix"
		}
	}
	hasURI := strings.Contains(rest, "/")
	if unix, ok := strings.CutPrefix(rest, "unix:"); ok {
		hasURI = strings.Contains(unix, ":")
	}
	if hasURI && (s.modifier == "~" || s.modifier == "~*" || s.modifier == "@" || s.context != syntax.LocationContext) {
		return Misplaced, `"proxy_pass" cannot have URI part in location given by regular expression, ` +
			`or inside named location, or inside "if" statement, or inside "limit_except" block`
	}
	return 0, ""
}

// judgeCondition says what is wrong with the words of an if, as ngx_http_rewrite_if_condition does.
func judgeCondition(words []string) (kind RefusalKind, message string) {
	invalid := func(word string) (RefusalKind, string) {
		return InvalidValue, fmt.Sprintf(`invalid condition "%s"`, word)
	}
	first, last := 1, len(words)-1
	if words[first] == "" || words[first][0] != '(' {
		return invalid(words[first])
	}
	words = slices.Clone(words)
	if words[first] = words[first][1:]; words[first] == "" {
		first++
	}
	if first > last || words[last] == "" || !strings.HasSuffix(words[last], ")") {
		return invalid(words[last])
	}
	if words[last] = strings.TrimSuffix(words[last], ")"); words[last] == "" {
		last--
	}
	if first > last {
		return invalid(words[len(words)-1])
	}
	count := last - first + 1
	word := words[first]
	switch {
	case len(word) > 1 && word[0] == '$':
		if count != 1 && count != 3 {
			return invalid(word)
		}
		if count == 3 && !slices.Contains([]string{"=", "!=", "~", "~*", "!~", "!~*"}, words[first+1]) {
			return InvalidValue, fmt.Sprintf(`unexpected "%s" in condition`, words[first+1])
		}
		return 0, ""
	case len(word) == 2 && word[0] == '-' || len(word) == 3 && strings.HasPrefix(word, "!-"):
		if count != 2 {
			return invalid(words[first])
		}
		if !strings.Contains("fdex", word[len(word)-1:]) {
			return invalid(word)
		}
		return 0, ""
	}
	return invalid(word)
}
