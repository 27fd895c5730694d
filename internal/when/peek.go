package when

var noToken token

// tok is token i, or an empty token outside the text.
func (p *parser) tok(i int) *token {
	if i < 0 || i >= len(p.toks) {
		return &noToken
	}
	return &p.toks[i]
}

func (p *parser) word(i int, s set) bool { t := p.tok(i); return t.kind == tokWord && s[t.norm] }

func (p *parser) is(i int, norm string) bool {
	return i >= 0 && i < len(p.toks) && p.toks[i].norm == norm
}

// mark reports a punctuation mark that stands directly after the token before it.
func (p *parser) mark(i int, m string) bool {
	t := p.tok(i)
	return t.kind == tokMark && t.glued && t.norm == m
}

// seq reports the folded words one after another.
func (p *parser) seq(i int, norms ...string) bool {
	for n, w := range norms {
		if !p.is(i+n, w) {
			return false
		}
	}
	return true
}

// skipDot steps over the full stop of an abbreviation or an ordinal.
func (p *parser) skipDot(i int) int {
	if p.mark(i, ".") {
		return i + 1
	}
	return i
}

// small is a number of one or two digits.
func (p *parser) small(i int) (int, bool) {
	t := p.tok(i)
	return t.num, t.kind == tokNumber && t.digits <= 2
}

func isFraction(norm string) bool { return norm == "½" || norm == "¼" || norm == "¾" }

// isApostrophe knows the typewriter's and the printer's.
func isApostrophe(norm string) bool { return norm == "'" || norm == "’" }

// leftFree reports that token i is not the tail of a longer word, number, path or code.
func (p *parser) leftFree(i int) bool {
	t, prev := p.tok(i), p.tok(i-1)
	number := t.kind == tokNumber
	if !t.glued {
		return !(number && (prev.norm == "§" || prev.norm == "#"))
	}
	if prev.kind != tokMark {
		return prev.kind == tokBreak || p.is(i-1, "t") && p.tok(i-2).kind == tokNumber && p.last == i-1
	}
	switch prev.norm {
	case "_", "@", "#", "\\", "½", "¼", "¾", "§", "$", "€", "£", "^":
		return false
	}
	before := p.tok(i - 2)
	if !prev.glued || before.kind == tokMark || before.kind == tokBreak {
		return true
	}
	switch prev.norm {
	case "-":
		return !number && p.last == i-1 // "mandag-fredag"
	case "&", "=", "'", "’", "+":
		return false
	case ".", "/":
		return !number && before.kind == tokWord
	case ",", ":":
		return before.kind == tokWord
	}
	return true
}

// rightFree reports that the tokens before next are not the head of a longer word, number or amount.
func (p *parser) rightFree(next int) bool {
	t, number := p.tok(next), p.tok(next-1).kind == tokNumber
	if number && (t.norm == "%" || p.word(next, measures)) {
		return false
	}
	if !t.glued {
		return true
	}
	if t.kind != tokMark { // "2026-12-03T10:00" is a date and a clock
		return t.kind == tokBreak || number && t.norm == "t" && p.tok(next+1).glued && p.tok(next+1).kind == tokNumber
	}
	after := p.tok(next + 1)
	joined := after.glued && (after.kind == tokNumber || after.kind == tokWord || after.kind == tokOpaque)
	switch t.norm {
	case "_", "@", "#", "½", "¼", "¾", "%":
		return false
	case "-":
		return !joined || after.kind == tokWord && p.namesDay(next+1)
	case "/":
		return !(joined && number)
	case ".", ",", ":":
		return !(number && joined && after.kind == tokNumber)
	}
	return true
}

// namesDay reports the name of a weekday or a month, which may stand after a dash.
func (p *parser) namesDay(i int) bool {
	_, day := weekdays[p.tok(i).norm]
	_, month := monthNames[p.tok(i).norm]
	return day || month
}
