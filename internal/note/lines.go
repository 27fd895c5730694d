package note

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"samspil/internal/crm"
	"samspil/internal/text"
)

// Sign is what stands below a note: the hash it was stored with, and who signed it, if anybody did.
type Sign struct {
	Hash string
	By   string // "" while nobody has
	At   time.Time
}

// style is how a line stands on the page.
type style string

// The styles, named as in the Word document.
const (
	titleStyle   style = "Title"
	headingStyle style = "Heading1"
	bodyStyle    style = "Normal"
	itemStyle    style = "ListBullet"
	quoteStyle   style = "Quote"
)

// line is a paragraph.
type line struct {
	style style
	text  string
}

// page collects the lines of a note in one language.
type page struct {
	lang  text.Lang
	lines []line
}

func (p *page) add(s style, words string) { p.lines = append(p.lines, line{s, words}) }

// lines is the note as it reads. Words of people stand whole.
func (n Note) lines(lang text.Lang, s Sign) []line {
	p := &page{lang: lang}
	p.add(titleStyle, titleNote.In(lang, n.ID()))
	n.about(p)
	n.positions(p)
	n.agreement(p)
	n.questions(p)
	n.comments(p)
	n.end(p, s)
	return p.lines
}

func (n Note) about(p *page) {
	lang, k := p.lang, n.Proposal
	p.add(bodyStyle, lineProposal.In(lang, k.ID, k.Title))
	p.add(bodyStyle, lineApplicant.In(lang, cmp.Or(k.Applicant, notStated.In(lang))))
	p.add(bodyStyle, lineAmounts.In(lang, amount(lang, k.Applied), amount(lang, k.Total)))
	period := notStated.In(lang)
	if !k.From.IsZero() && !k.To.IsZero() {
		period = textPeriod.In(lang, text.ShortDate(lang, k.From), text.ShortDate(lang, k.To))
	}
	p.add(bodyStyle, linePeriod.In(lang, period))
	if k.Construction != "" {
		p.add(bodyStyle, lineConstruction.In(lang, k.Construction))
	}
	p.add(bodyStyle, lineAsker.In(lang, n.Asker.in(lang), n.StartedBy))
	p.add(bodyStyle, lineDates.In(lang, text.Time(lang, n.Opened), text.ShortDate(lang, n.Deadline), text.Time(lang, n.Ended), n.EndedBy))
	if n.Question != "" {
		p.add(bodyStyle, lineQuestion.In(lang))
		p.add(quoteStyle, n.Question)
	}
}

func (n Note) positions(p *page) {
	p.add(headingStyle, headPositions.In(p.lang))
	for _, h := range n.Heard {
		if h.Position == "" {
			p.add(itemStyle, lineSilent.In(p.lang, h.Org.in(p.lang)))
			continue
		}
		p.add(itemStyle, linePosition.In(p.lang, h.Org.in(p.lang), h.Position.Name(p.lang), h.Person, text.Time(p.lang, h.Answered)))
		if h.Words != "" {
			p.add(quoteStyle, h.Words)
		}
	}
}

// agreement sets those who support apart from those who do not, and both from those who said nothing: silence is no
// consent.
func (n Note) agreement(p *page) {
	by := map[crm.Position][]string{}
	for _, h := range n.Heard {
		by[h.Position] = append(by[h.Position], h.Org.in(p.lang))
	}
	p.add(headingStyle, headAgreement.In(p.lang))
	for _, position := range []crm.Position{crm.Supports, crm.SupportsWithComments} {
		if list := by[position]; len(list) > 0 {
			p.add(itemStyle, lineGroup.In(p.lang, position.Name(p.lang), text.List(p.lang, list)))
		}
	}
	answered := len(by[""]) < len(n.Heard)
	switch {
	case !answered:
		p.add(bodyStyle, textNobodyAnswered.In(p.lang))
	case len(by[crm.Supports])+len(by[crm.SupportsWithComments]) == 0:
		p.add(bodyStyle, textNobodySupports.In(p.lang))
	}
	p.add(headingStyle, headDisagreement.In(p.lang))
	if answered {
		n.concerns(p)
	} else {
		p.add(bodyStyle, textNobodyAnswered.In(p.lang))
	}
	if list := by[crm.NotRelevant]; len(list) > 0 {
		p.add(headingStyle, headNotRelevant.In(p.lang))
		p.add(bodyStyle, textNotRelevant.In(p.lang, text.List(p.lang, list)))
	}
	p.add(headingStyle, headSilence.In(p.lang))
	if silent := by[""]; len(silent) > 0 {
		p.add(bodyStyle, textSilent.In(p.lang, len(silent), text.List(p.lang, silent)))
	} else {
		p.add(bodyStyle, textAllAnswered.In(p.lang))
	}
}

func (n Note) concerns(p *page) {
	none := true
	for _, h := range n.Heard {
		if h.Position == crm.Concerns {
			none = false
			p.add(itemStyle, lineGroup.In(p.lang, h.Position.Name(p.lang), h.Org.in(p.lang)))
			p.add(quoteStyle, h.Words)
		}
	}
	if none {
		p.add(bodyStyle, textNoConcerns.In(p.lang))
	}
}

func (n Note) questions(p *page) {
	p.add(headingStyle, headQuestions.In(p.lang))
	for _, q := range []struct {
		asked text.Text
		Evidence
	}{{lineUpskilling, n.Upskilling}, {lineEmployment, n.Employment}} {
		answer := map[string]text.Text{"yes": textYes, "no": textNo, "": textUnknown}[q.Answer].In(p.lang)
		switch {
		case q.CorrectedBy != "" && q.Answer == "yes":
			answer = textYesBy.In(p.lang, q.CorrectedBy)
		case q.CorrectedBy != "" && q.Read == "yes":
			answer = textNoBy.In(p.lang, q.CorrectedBy)
		case q.CorrectedBy != "":
			answer = textNoSaid.In(p.lang, q.CorrectedBy)
		}
		p.add(itemStyle, q.asked.In(p.lang)+" "+answer)
		if q.Quote != "" {
			p.add(quoteStyle, textQuoted.In(p.lang, q.Quote, q.Page))
		}
	}
}

func (n Note) comments(p *page) {
	if len(n.Comments) == 0 {
		return
	}
	p.add(headingStyle, headComments.In(p.lang))
	for _, k := range n.Comments {
		p.add(itemStyle, lineComment.In(p.lang, k.Author, text.Time(p.lang, k.At), k.Person, k.Org.in(p.lang)))
		p.add(quoteStyle, k.Text)
	}
}

func (n Note) end(p *page, s Sign) {
	p.add(headingStyle, headSign.In(p.lang))
	if s.By != "" {
		p.add(bodyStyle, lineSigned.In(p.lang, s.By, text.Time(p.lang, s.At)))
	} else {
		p.add(bodyStyle, textUnsigned.In(p.lang))
	}
	p.add(bodyStyle, lineHash.In(p.lang, s.Hash))
}

func (n Name) in(lang text.Lang) string { return crm.Org{NameDA: n.DA, NameEN: n.EN}.Name(lang) }

// amount writes DKK; "not stated" for -1.
func amount(lang text.Lang, dkk int64) string {
	if dkk < 0 {
		return notStated.In(lang)
	}
	return textDKK.In(lang, text.Number(lang, int(dkk)))
}

// Text is the note in words, a paragraph a line; quoted words are set in.
func (n Note) Text(lang text.Lang, s Sign) string {
	var b strings.Builder
	for _, l := range n.lines(lang, s) {
		switch l.style {
		case headingStyle:
			fmt.Fprintf(&b, "\n%s\n", l.text)
		case itemStyle:
			fmt.Fprintf(&b, "• %s\n", l.text)
		case quoteStyle:
			fmt.Fprintf(&b, "    %s\n", strings.ReplaceAll(l.text, "\n", "\n    "))
		default:
			fmt.Fprintf(&b, "%s\n", l.text)
		}
	}
	return b.String()
}
