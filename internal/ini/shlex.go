package ini

import (
	"errors"
	"strings"
	"unicode/utf8"
)

var (
	errNoClosingQuotation = errors.New("no closing quotation")
	errNoEscapedCharacter = errors.New("no escaped character")
	errBrokenPairs        = errors.New("unexpected end of key/value pairs")
)

// A Word is one word of a command, after quotes and backslashes are resolved.
type Word struct {
	Text string
	// Start and End are the offsets of the word as written, quotes included.
	Start, End int
	// Quoted says that a part of the word stood in quotes.
	Quoted bool
}

// SplitCommand splits a command as Python's shlex.split does, which is how supervisor makes an argument list: quotes and
// backslashes as in a POSIX shell, but no comments, operators or expansions. On an error the words so far are returned;
// supervisor refuses the command when it starts the process.
func SplitCommand(text string) ([]Word, error) {
	var words []Word
	i := 0
	for {
		for i < len(text) && strings.IndexByte(" \t\r\n", text[i]) >= 0 {
			i++
		}
		if i >= len(text) {
			return words, nil
		}
		w, err := scanWord(text, i)
		if err != nil {
			return words, err
		}
		words = append(words, w)
		i = w.End
	}
}

// scanWord reads the word that begins at start.
func scanWord(text string, start int) (Word, error) {
	w := Word{Start: start}
	var b strings.Builder
	i := start
	for ; i < len(text); i++ {
		switch c := text[i]; c {
		case ' ', '\t', '\r', '\n':
			w.Text, w.End = b.String(), i
			return w, nil
		case '\\':
			i++
			if i >= len(text) {
				return w, errNoEscapedCharacter
			}
			b.WriteByte(text[i])
		case '\'', '"':
			w.Quoted = true
			for i++; ; i++ {
				if i >= len(text) {
					return w, errNoClosingQuotation
				}
				if text[i] == c {
					break
				}
				if c == '"' && text[i] == '\\' {
					i++
					if i >= len(text) {
						return w, errNoEscapedCharacter
					}
					// Inside quotes a backslash protects only the quote and itself.
					if text[i] != '\\' && text[i] != '"' {
						b.WriteByte('\\')
					}
				}
				b.WriteByte(text[i])
			}
		default:
			b.WriteByte(c)
		}
	}
	w.Text, w.End = b.String(), i
	return w, nil
}

// An Assignment is one KEY=value of an environment list.
type Assignment struct {
	Key, Value string
	// KeyStart and KeyEnd are the offsets of the key, ValueStart and ValueEnd those of the value with its quotes.
	KeyStart, KeyEnd, ValueStart, ValueEnd int
}

// A Loss is a part of an environment list that supervisor drops without a word: what follows an unquoted value up to the
// next token ("b" in A=a b), or a comment that "#" starts inside a value.
type Loss struct {
	Start, End int
	// Comment says that a "#" started it.
	Comment bool
}

// SplitEnvironment splits the value of an environment option as supervisor's dict_of_key_value_pairs does
// (supervisor/datatypes.py): tokens of Python's non-POSIX shlex, taken four at a time as a key, "=", a value and whatever
// comes next, which ought to be a comma but is not looked at. A repeated key is listed again; the last one wins. On an
// error, which stops supervisord, the assignments before it are returned.
func SplitEnvironment(text string) (assignments []Assignment, losses []Loss, err error) {
	tokens, losses, err := tokenize(text)
	if err != nil {
		return nil, losses, err
	}
	for i := 0; i < len(tokens); i += 4 {
		if len(tokens)-i < 3 || tokens[i+1].text != "=" {
			return assignments, losses, errBrokenPairs
		}
		key, value := tokens[i], tokens[i+2]
		assignments = append(assignments, Assignment{
			Key: key.text, KeyStart: key.start, KeyEnd: key.end,
			Value: strings.Trim(value.text, `'"`), ValueStart: value.start, ValueEnd: value.end,
		})
		if i+3 < len(tokens) && tokens[i+3].text != "," {
			losses = append(losses, Loss{Start: tokens[i+3].start, End: tokens[i+3].end})
		}
	}
	return assignments, losses, nil
}

type token struct {
	text       string
	start, end int
}

// tokenize is list(shlex.shlex(text)) with supervisor's word characters. A quoted string is a token of its own only where
// a token may begin; inside a word a quote is a character like any other, and a comment inside a word ends with its line
// while the word goes on behind it.
func tokenize(text string) (tokens []token, comments []Loss, err error) {
	for i := 0; i < len(text); {
		c, n := utf8.DecodeRuneInString(text[i:])
		start := i
		switch {
		case strings.ContainsRune(" \t\r\n", c):
			i += n
		case c == '#':
			i = lineEnd(text, i)
			comments = append(comments, Loss{Start: start, End: i, Comment: true})
		case isPairWord(c):
			var b strings.Builder
			end := i
			for i < len(text) {
				c, n = utf8.DecodeRuneInString(text[i:])
				if c == '#' {
					from := i
					i = min(lineEnd(text, i)+1, len(text))
					comments = append(comments, Loss{Start: from, End: lineEnd(text, from), Comment: true})
					continue
				}
				if !isPairWord(c) && c != '\'' && c != '"' {
					break
				}
				b.WriteString(text[i : i+n])
				i += n
				end = i
			}
			tokens = append(tokens, token{text: b.String(), start: start, end: end})
		case c == '\'' || c == '"':
			closing := strings.IndexRune(text[i+1:], c)
			if closing < 0 {
				return tokens, comments, errNoClosingQuotation
			}
			i += closing + 2
			tokens = append(tokens, token{text: text[start:i], start: start, end: i})
		default:
			i += n
			tokens = append(tokens, token{text: text[start:i], start: start, end: i})
		}
	}
	return tokens, comments, nil
}

// lineEnd returns where the line that holds i ends.
func lineEnd(text string, i int) int {
	if n := strings.IndexByte(text[i:], '\n'); n >= 0 {
		return i + n
	}
	return len(text)
}

// isPairWord reports whether c belongs to a word of an environment list: shlex's own word characters and supervisor's.
func isPairWord(c rune) bool {
	return c < utf8.RuneSelf && (isWordByte(byte(c)) || strings.IndexByte("/.+-():", byte(c)) >= 0)
}
