package proposal

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"samspil/commands"
	"samspil/internal/cards"
	"samspil/internal/crm"
	"samspil/internal/summary"
	"samspil/internal/text"
	"samspil/internal/when"
)

func (f *feature) show(ctx context.Context, req commands.Request, id int64) (commands.Reply, error) {
	p, err := f.visible(ctx, req, id)
	if err != nil {
		return commands.Reply{}, err
	}
	return f.showOn(ctx, req, commands.NewPage(), p)
}

func (f *feature) showButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	id, err := pressed(req)
	if err != nil {
		return commands.Reply{}, err
	}
	return f.show(ctx, req, id)
}

// fewSimilar is how many similar proposals a card names.
const fewSimilar = 3

// showOn adds the card to what a page says already.
func (f *feature) showOn(ctx context.Context, req commands.Request, to *commands.Page, p crm.Proposal) (commands.Reply, error) {
	similar, err := f.store.SimilarProposals(ctx, p, req.Person.Org, fewSimilar)
	if err != nil {
		return commands.Reply{}, err
	}
	comments, err := f.store.ProposalComments(ctx, p.ID)
	if err != nil {
		return commands.Reply{}, err
	}
	told, err := f.store.ProposalNotices(ctx, p.ID)
	if err != nil {
		return commands.Reply{}, err
	}
	to.Heading(textHeading.In(req.Lang, p.ID, oneLine(p.Title)))
	to.Small(standing(req.Lang, p, told))
	if err := addCard(to, req, p); err != nil {
		return commands.Reply{}, err
	}
	to.List(textSimilar.In(req.Lang), similarLines(req.Lang, similar))
	to.List(textComments.In(req.Lang), commentLines(req.Lang, comments))
	return to.Small(madeBy(req.Lang, p)).Buttons(cardButtons(req, p, len(similar) > 0)...).Reply(), nil
}

// standing says whose it is, where it stands, and how long the others waited to hear of it.
func standing(lang text.Lang, p crm.Proposal, told []crm.ProposalNotice) string {
	parts := []string{p.Org.Name(lang), p.Person.Name, p.Stage.Name(lang)}
	if p.Decision != "" {
		parts = append(parts, textDecidedOn.In(lang, p.Decision.Name(lang), text.ShortDate(lang, p.DecidedOn)))
	}
	parts = append(parts, textIdea.In(lang, text.ShortDate(lang, p.IdeaOn)))
	if p.SharedAt.IsZero() {
		return strings.Join(append(parts, textOnlyOwn.In(lang)), " · ")
	}
	parts = append(parts, textDays.In(lang, days(p)))
	var names []string
	for _, n := range told {
		names = append(names, n.Org.Name(lang))
	}
	if len(names) > 0 {
		parts = append(parts, textTold.In(lang, text.List(lang, names)))
	}
	return strings.Join(parts, " · ")
}

// days is how many days went from the idea to the day others could first see it.
func days(p crm.Proposal) int { return max(0, when.DateOf(p.SharedAt).Sub(p.IdeaOn)) }

// inSummary are the fields whose values the summary tells.
var inSummary = []string{"title", "applicant", "amount_applied_dkk", "total_budget_dkk", "period", "regions", "municipalities", "jobs", "participants", "companies", "deadlines"}

func addCard(to *commands.Page, req commands.Request, p crm.Proposal) error {
	lang := req.Lang
	card, beside, err := cards.Read(p.Card, lang)
	if err != nil {
		return err
	}
	stale := slices.ContainsFunc(p.Fields, func(f crm.ProposalField) bool { return slices.Contains(inSummary, f.Field) })
	if said := card["summary"].Single(lang); said != "" && !stale { // it would repeat what was corrected
		to.Para(said)
	}
	if title := cards.Correction(p, "title"); title != nil {
		to.Small(textTitleWas.In(lang, title.Person, orNotStated(card["title"].Single(lang), lang)))
	}
	for _, group := range groups {
		var lines []string
		from := quotes{of: map[string]string{}, files: beside.Files}
		for _, r := range group {
			lines = append(lines, line(lang, p, r, card[r.field]))
			from.add(lang, r, card[r.field])
		}
		to.Para(strings.Join(lines, "\n"))
		if len(from.order) > 0 {
			to.Small(from.lines())
		}
	}
	var warnings []string
	for _, w := range card["warnings"].Items {
		warnings = append(warnings, w.Single(lang))
	}
	to.List(textWarnings.In(lang), warnings)
	var names []string
	for _, code := range cards.Hear(p, today(req)) {
		if code != p.Org.Code { // who asks is not heard
			names = append(names, summary.ActorName(code, lang))
		}
	}
	to.List(textHear.In(lang), names)
	return nil
}

// line says one field; where a person corrected it, also by whom and what the document was read to say.
func line(lang text.Lang, p crm.Proposal, r row, s cards.Field) string {
	read := orNotStated(r.say(s, lang), lang)
	by := cards.Correction(p, r.field)
	if by == nil {
		return r.label.In(lang) + ": " + read
	}
	return r.label.In(lang) + ": " + orNotStated(corrected(r, *by, lang), lang) + " " + textCorrected.In(lang, by.Person, read)
}

func orNotStated(s string, lang text.Lang) string {
	if s == "" {
		return textNotStated.In(lang)
	}
	return s
}

const (
	mostQuotes = 3 // of one field
	quoteRunes = 160
)

// quotes are the words of the document behind fields. Words that stand behind several are given once.
type quotes struct {
	order []string
	of    map[string]string // the labels, by the quote
	files []cards.Part
}

func (q *quotes) add(lang text.Lang, r row, s cards.Field) {
	label, n := r.label.In(lang), 0
	for _, from := range s.Sources() {
		said := quoted(lang, q.files, text.Cut(oneLine(from.Quote), quoteRunes), from.Page)
		switch {
		case from.Quote == "" || n == mostQuotes || q.of[said] == label || strings.HasSuffix(q.of[said], ", "+label):
			continue
		case q.of[said] == "":
			q.order, q.of[said] = append(q.order, said), label
		default:
			q.of[said] += ", " + label
		}
		n++
	}
}

func (q *quotes) lines() string {
	var lines []string
	for _, said := range q.order {
		lines = append(lines, q.of[said]+": "+said)
	}
	return strings.Join(lines, "\n")
}

func madeBy(lang text.Lang, p crm.Proposal) string {
	if p.Made == "draft" {
		return textMadeDraft.In(lang)
	}
	return textMadeExtract.In(lang)
}

// commentRunes is how much of a comment a card shows.
const commentRunes = 300

func commentLines(lang text.Lang, comments []crm.ProposalComment) []string {
	var list []string
	for _, c := range comments {
		list = append(list, fmt.Sprintf("%s, %s, %s: %s", c.Person.Name, c.Org.Name(lang), text.Time(lang, c.At), text.Cut(oneLine(c.Text), commentRunes)))
	}
	return list
}

// cardButtons are what the person can do with it.
func cardButtons(req commands.Request, p crm.Proposal, similar bool) []commands.Button {
	value, lang := fmt.Sprint(p.ID), req.Lang
	var list []commands.Button
	if p.CanChange(req.Person) {
		if p.SharedAt.IsZero() {
			list = append(list, commands.Button{ID: "proposal.register", Value: value, Label: buttonRegister.In(lang), Primary: true})
		} else if p.Open() && p.Stage != crm.StageConsultation && p.CanConsult(req.Person) {
			list = append(list, commands.Button{ID: "consultation.start", Value: value, Label: buttonConsult.In(lang), Primary: true})
		}
		list = append(list, commands.Button{ID: "proposal.edit", Value: value, Label: buttonEdit.In(lang)})
	}
	list = append(list, commands.Button{ID: "proposal.comment", Value: value, Label: buttonComment.In(lang)})
	if similar {
		list = append(list, commands.Button{ID: "proposal.similar", Value: value, Label: buttonSimilar.In(lang)})
	}
	return list
}
