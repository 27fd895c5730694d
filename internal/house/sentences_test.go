package house

import (
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// What users read stands in both languages beside each other, in text.New. This rule finds string literals that
// pass it by, in commands and bot:
//   - whatever reads like two words or a sentence, wherever it stands, unless something around it shows that
//     nobody reads it (excused);
//   - any word at all where a Page, a button, a form or a reply takes its words (shown).
//
// Words that people type, for comparing with, are marked where they are declared: //house:typed

// logFiles hold the words of log lines, which only operators read.
var logFiles = []string{"bot/log.go"}

var (
	word  = regexp.MustCompile(`\p{Ll}{2,}`)
	prose = regexp.MustCompile(`(?:\p{L}{2,}[.,:;!?…"»)]* +[("«]*\p{L}|\p{L}[.,:;!?…"»)]* +[("«]*\p{L}{2,}|^\s*\p{Lu}\p{Ll}+[.!?…]$)`)
	// notWords is what has letters but says nothing: fmt verbs, Slack's emoji names, media types with a parameter.
	notWords = regexp.MustCompile(`%(\[\d+\])?[-+# 0]*\d*(\.\d+)?[a-zA-Z]|:[a-z0-9_+-]+:|^[a-z]+/[a-z0-9.+-]+; charset=.*$`)
)

// showing are the functions and methods that put their words before the user, by the number of leading arguments
// that are something else.
var showing = map[string]int{
	"Heading": 0, "Lead": 0, "Para": 0, "List": 0, "Small": 0, "Sentence": 0, "NewTextBlockObject": 1, "In": 1,
}

// shownFields are the fields of forms, buttons and replies that the user reads.
var shownFields = []string{"Label", "Hint", "Title", "Submit", "Intro", "Text", "Placeholder"}

// unseen are the packages whose functions get words that no user reads, and unseenCalls single ones. The methods
// are a logger's.
var (
	unseenPackages = []string{"errors", "regexp", "slog", "flag"}
	unseenCalls    = []string{"text.New", "text.NewPlural", "fmt.Errorf", "http.Error", "panic"}
	unseenMethods  = []string{"Debug", "Info", "Warn", "Error", "DebugContext", "InfoContext", "WarnContext", "ErrorContext", "Log", "LogAttrs"}
	readingCalls   = []string{"strings.Contains", "strings.HasPrefix", "strings.HasSuffix", "strings.CutPrefix", "strings.CutSuffix",
		"strings.Cut", "strings.TrimPrefix", "strings.TrimSuffix", "strings.Index", "strings.EqualFold", "strings.Count", "slices.Contains"}
	// passing calls make one string of others: what goes in is seen.
	passingCalls = []string{"fmt.Sprint", "fmt.Sprintf", "strings.Join", "strings.Repeat", "strings.ToUpper", "append", "text.Cut", "commands.Escape"}
)

// sentences finds them in a file; only non-test files of commands and bot are looked at.
func sentences(s source) []string {
	if s.test() || !strings.HasPrefix(s.path, "commands/") && !strings.HasPrefix(s.path, "bot/") || slices.Contains(logFiles, s.path) ||
		strings.HasPrefix(s.path, "bot/slackfake/") {
		return nil
	}
	var list []string
	var stack []ast.Node // from the file down to the parent of n
	ast.Inspect(s.file, func(n ast.Node) bool {
		if n == nil {
			stack = stack[:len(stack)-1]
			return true
		}
		if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING && s.readable(lit, stack) {
			list = append(list, s.at(lit, "%s belongs into text.New, in both languages", lit.Value))
		}
		stack = append(stack, n)
		return true
	})
	return list
}

func (s source) readable(lit *ast.BasicLit, stack []ast.Node) bool {
	value, err := strconv.Unquote(lit.Value)
	if err != nil {
		return false
	}
	value = notWords.ReplaceAllString(value, " ")
	if word.MatchString(value) && shown(lit, stack) {
		return true
	}
	return prose.MatchString(value) && !s.excused(lit, stack)
}

// shown reports whether the literal goes straight to the user: as an argument or field that is displayed, whole or
// put together with others.
func shown(child ast.Node, stack []ast.Node) bool {
	for i := len(stack) - 1; i >= 0; i-- {
		switch n := stack[i].(type) {
		case *ast.BinaryExpr:
			if n.Op != token.ADD {
				return false
			}
		case *ast.ParenExpr, *ast.CompositeLit:
		case *ast.KeyValueExpr:
			key, ok := n.Key.(*ast.Ident)
			return ok && n.Value == child && slices.Contains(shownFields, key.Name)
		case *ast.CallExpr:
			name := callee(n)
			first, ok := showing[name[strings.LastIndex(name, ".")+1:]]
			if ok && slices.IndexFunc(n.Args, func(a ast.Expr) bool { return a == child }) >= first {
				return true
			}
			if !slices.Contains(passingCalls, name) {
				return false
			}
		default:
			return false
		}
		child = stack[i]
	}
	return false
}

// callee is the called function as written: "errors.New", "Para" for a method of something longer.
func callee(c *ast.CallExpr) string {
	switch f := c.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		if x, ok := f.X.(*ast.Ident); ok {
			return x.Name + "." + f.Sel.Name
		}
		return f.Sel.Name
	}
	return ""
}

func TestSentences(t *testing.T) {
	for _, s := range sources(t) {
		report(t, sentences(s))
	}
}
