package house

import "testing"

func TestSentencesSeesThem(t *testing.T) {
	for _, body := range []string{
		`func f(p *Page) { p.Para("Besøget er noteret.") }`,
		`func f(p *Page) { p.Lead("Nobody has been there lately") }`,
		`func f(p *Page) { p.Para("Gemt") }`,
		`func f(p *Page) { NewPage().Heading("saved").Rule() }`,
		`func f(p *Page, n string) { p.Para("Besøg hos " + n) }`,
		`func f(p *Page, n string) { p.Small(fmt.Sprintf("Logget af %s", n)) }`,
		`func f(p *Page) { p.List("kontakter", []string{x}) }`,
		`func f(p *Page) { p.List(label, []string{"første kontakt"}) }`,
		`func f() Reply { return Sentence("Intet fundet.") }`,
		`func f() Reply { return commands.Reply{Text: "ok, gemt"} }`,
		`func f() Button { return Button{ID: "visit.undo", Label: "Fortryd"} }`,
		`func f() Field { return commands.Field{Name: "note", Hint: "Skriv kort"} }`,
		`func f(l Lang) string { return greeting.In(l, "kilden") }`,
		`const greeting = "Hej med dig"`,
		`var table = map[string]string{"a": "I dag"}`,
		`func f() string { return "Der er ingen kontakter" }`,
		`func f() string { switch { case x == "a": return "Ikke fundet endnu" }; return "" }`,
		"func f() string { return `to linjer\nog mere tekst` }",
		`func f() error { return crm.Sentence("virker ikke") }`,
		`func f() any { return slack.NewTextBlockObject(slack.PlainTextType, "Luk", false, false) }`,
		`func f() string { return "Gemt." }`,
		`func f(p *Page) { for _, line := range []string{"Hej med dig"} { p.Para(line) } }`,
		`func f(p *Page, s string) { for _, w := range []string{"hvem er"} { if strings.Contains(s, w) { p.Para(w) } } }`,
	} {
		for _, path := range []string{"commands/visit/view.go", "bot/reply.go", "bot/console/show.go", "commands/page.go"} {
			if len(sentences(snippet(t, path, "package x\n"+body))) == 0 {
				t.Errorf("in %s this is not seen:\n%s", path, body)
			}
		}
	}
}

func TestSentencesSeesOnlyThem(t *testing.T) {
	for _, body := range []string{
		`import "a b"`,
		`var saved = text.New("Besøg hos %s er noteret.", "Visit to %s is logged.")`,
		`var n = text.NewPlural("%s kontakt fundet", "%s kontakter fundet", "%s contact found", "%s contacts found")`,
		`func f(p *Page, l Lang) { p.Para(saved.In(l, name)).Rule() }`,
		`func f(p *Page, l Lang) { p.Para(a.In(l) + " – " + b.In(l) + "\n• ") }`,
		`func f(p *Page, l Lang) { p.Para(fmt.Sprintf("%s: %d", a, b)) }`,
		`func f() Button { return Button{ID: "visit.undo", Value: "12", Label: undo.In(lang)} }`,
		`func f() error { return fmt.Errorf("read the row: %w", err) }`,
		`func f() error { return errors.New("no such row") }`,
		`func f() { panic("bot: two features share a word") }`,
		`func f() { slog.Info("request done now") }`,
		`func f(b *Bot) { b.log.LogAttrs(ctx, level, "request was answered") }`,
		`func f(log *slog.Logger) { log.WarnContext(ctx, "people are missing") }`,
		"type T struct { A string `json:\"a\" help:\"what it is\"` }",
		`var re = regexp.MustCompile("kan jeg ringe")`,
		`func f(s string) bool { return strings.Contains(s, "må jeg ringe") || s == "slet alt" }`,
		`func f(s string) bool { for _, w := range []string{"how do i", "hvem er"} { if strings.HasPrefix(s, w) { return true } }; return false }`,
		`func f(s string) bool { switch s { case "hvem er", "who is": return true }; return false }`,
		`var feature = Feature{Words: []string{"visit", "besoeg"}, Also: []string{"log besøg"}}`,
		"// Words people use.\n//\n//house:typed\nvar askWords = []string{\"har nogen\", \"has anyone\"}",
		`var intent = map[string]int{"visit log": 1}`,
		`func f(w http.ResponseWriter) { http.Error(w, "bad signature", 401) }`,
		`func f(h http.Header) { h.Set("Content-Type", "text/html; charset=utf-8") }`,
		`func f(p *Page) { p.Lead(":white_check_mark: " + done.In(lang)) }`,
		`func f(p *Page) { p.Small("CVR " + cvr) }`,
	} {
		if got := sentences(snippet(t, "commands/visit/visit.go", "package x\n"+body)); len(got) > 0 {
			t.Errorf("this is nobody's sentence:\n%s\n%q", body, got)
		}
	}
	const sentence = "package x\nconst s = \"Hej med dig\""
	for _, path := range []string{"internal/demo/x.go", "commands/visit/x_test.go", "cmd/samspil/x.go", "bot/log.go"} {
		if len(sentences(snippet(t, path, sentence))) > 0 {
			t.Errorf("the rule is not for %s", path)
		}
	}
}
