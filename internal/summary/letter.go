package summary

import (
	"regexp"
	"strings"
)

var (
	// writes is a letter of the applicant: "vi søger", "vores ansøgning".
	writes = []string{"vi søger", "vi ansøger", "søger vi", "ansøger vi", "tillader vi os", "tillader os", "vi anmoder", "vores ansøgning", "vores projekt", "vi vil gerne søge", "vi fremsender", "hermed fremsendes", "we apply", "we request", "we hereby", "our application", "our proposal", "we ask for", "we propose", "vi foreslår", "vores forslag", "vi vil gerne", "vi ønsker", "vi samarbejder", "søger vi", "our project"}
	// answers is a letter to the applicant.
	answers = []string{"jeres ansøgning", "til jeres projekt", "give jeres projekt", "giver jeres projekt", "din ansøgning", "deres ansøgning", "din ansøgnings", "giver hermed tilsagn", "giver tilsagn", "meddeler hermed", "your application"}
	// addressee begins the line of the person at whom a letter is aimed.
	addressee = regexp.MustCompile(`^(?:att|til|to|fra|from)\b`)
)

// mostHead is how many lines the head of a letter has, mostFoot how many its end.
const (
	mostHead = 8
	mostFoot = 6
)

// letter is the body that wrote a letter of application, by its head or its signature; or, of a letter of grant, the
// one to which it was sent.
func (d *document) letter() Field[string] {
	mine, theirs := has(d.low, writes...), has(d.low, answers...)
	switch {
	case theirs:
		for i := 0; i < len(d.lines) && i < mostHead; i++ {
			if i == 0 && !d.attention() {
				continue // the sender's head
			}
			if f := d.bodyLine(i); f.Stated() {
				return f
			}
		}
	case mine:
		for i := 0; i < len(d.lines) && i < 3 && !addressee.MatchString(d.low[d.lines[i].from:d.lines[i].to]); i++ {
			if f := d.bodyLine(i); f.Stated() {
				return f
			}
		}
		return d.signed()
	}
	return Field[string]{}
}

// attention reports that a letter begins with those to whom it goes: their name, their address, "Att.".
func (d *document) attention() bool {
	for i := 1; i < len(d.lines) && i < 5; i++ {
		if strings.HasPrefix(d.low[d.lines[i].from:d.lines[i].to], "att") {
			return true
		}
	}
	return false
}

// signed is the body in the lines below the last greeting.
func (d *document) signed() Field[string] {
	for i := len(d.lines) - 1; i >= 0; i-- {
		if !startsWithAny(d.low[d.lines[i].from:d.lines[i].to], []string{"venlig hilsen", "med venlig hilsen", "hilsen", "mange hilsner", "mvh", "vh$", "bedste hilsner", "de bedste hilsner", "best regards", "kind regards", "yours sincerely", "på vegne af"}) {
			continue
		}
		for j := i + 1; j < len(d.lines) && j <= i+mostFoot; j++ {
			if f := d.bodyLine(j); f.Stated() {
				return f
			}
		}
		break
	}
	return Field[string]{}
}

// bodyLine is the name of a body that fills a line.
func (d *document) bodyLine(i int) Field[string] {
	l := d.lines[i]
	l.to = l.cells[0].to
	name := strings.TrimRight(d.words(l.span), " ,.")
	whole := nameRun.FindString(name)
	if street.MatchString(strings.ToLower(name)) || whole != name || !body(name) || !named(name) || labelOf(strings.ToLower(name)) != "" || !strings.Contains(name, " ") {
		return Field[string]{}
	}
	return says(d, name, "", l.span, l.span, 0.6)
}
