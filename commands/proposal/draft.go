package proposal

import (
	"cmp"
	"context"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"samspil/commands"
	"samspil/internal/cards"
	"samspil/internal/crm"
	"samspil/internal/directory"
	"samspil/internal/register"
	"samspil/internal/summary"
	"samspil/internal/text"
	"samspil/internal/when"
)

// extra is what a person says beside the document.
type extra struct {
	construction string
	ideaOn       when.Date
}

// summarise makes a draft of the message that a shortcut was chosen on, and of its files.
func (f *feature) summarise(ctx context.Context, req commands.Request) (commands.Reply, error) {
	return f.draft(ctx, req, Source{Files: req.Files, Text: req.Text}, extra{ideaOn: today(req)})
}

// draft reads what was sent and stores the card as a draft, which only the person's organisation sees.
func (f *feature) draft(ctx context.Context, req commands.Request, from Source, said extra) (commands.Reply, error) {
	if strings.TrimSpace(from.Text) == "" && len(from.Files) == 0 {
		return commands.Reply{}, crm.Errorf(crm.Invalid, errEmpty)
	}
	var err error
	if from.Model, err = f.store.OrgUsesModel(ctx, req.Person.Org.ID); err != nil {
		return commands.Reply{}, err
	}
	made, err := f.maker.Make(ctx, from, today(req))
	if err != nil {
		return commands.Reply{}, err
	}
	p, err := proposalOf(made, said, today(req))
	if err != nil {
		return commands.Reply{}, err
	}
	p, err = f.store.AddProposal(ctx, entry(req), p, made.Documents)
	if err != nil {
		return commands.Reply{}, err
	}
	to := commands.NewPage()
	for _, r := range made.Refused {
		to.Para(textRefused.In(req.Lang, r.Name, r.Why.In(req.Lang)))
	}
	to.Small(textDrafted.In(req.Lang, p.ID, req.Person.Org.Name(req.Lang)))
	return f.showOn(ctx, req, to, p)
}

const titleRunes = 150

// proposalOf is the card as a proposal, with the marks by which it is found.
func proposalOf(made Made, said extra, on when.Date) (crm.Proposal, error) {
	card := made.Card
	p := crm.Proposal{Title: title(made), Applicant: card.Applicant.Value, ApplicantKey: register.Fold(card.Applicant.Value), IdeaOn: said.ideaOn,
		Applied: kroner(card.Applied), Total: kroner(card.Total), From: end(card.Period.Value.From, false), To: end(card.Period.Value.To, true),
		Deadline: nextDeadline(card.Deadlines.Values(), on), Construction: said.construction, Made: made.How}
	if p.Construction == "" && card.Construction.Confidence >= sureConstruction {
		p.Construction = card.Construction.Role
	}
	p.Marks = crm.Marks{Regions: regions(card.RegionCodes(on)), Municipalities: municipalities(card.Municipalities.Values()), Trades: card.Trades.Values(),
		Partners: folded(card.Partners.Values()), Words: titleWords(p.Title)}
	var err error
	if p.Card, err = cards.Keep(card, made.Documents); err != nil || said.construction == "" || said.construction == card.Construction.Role {
		return p, err
	}
	name, err := json.Marshal(said.construction)
	p.Fields = []crm.ProposalField{{Field: "construction", Value: name}}
	return p, err
}

// sureConstruction is how sure the card is when it names a project, not only words of the trade.
const sureConstruction = 0.9

var (
	// sentenceEnd is a full stop before another sentence; that of "kr. til" is none.
	sentenceEnd = regexp.MustCompile(`\.\s+\p{Lu}`)
	// formLine is a line of a form: "Ansøger: …".
	formLine = regexp.MustCompile(`^\p{L}[\p{L} ]{1,30}:(?: |$)`)
)

// heading is a first line that names no project.
var heading = regexp.MustCompile(`(?i)^\P{L}*(?:ansøgning(?: om (?:tilskud|støtte))?|ansøgningsskema|projekt(?:ansøgning|forslag|beskrivelse|skema)|notat|bilag|referat|dagsorden|(?:(?:grant|project) )?application(?: form)?|(?:project )?proposal|project description|annex)\P{L}*$`)

// title is the card's, else the first sentence of the document that is neither a heading nor a line of a form, else its first
// line.
func title(made Made) string {
	if made.Card.Title.Stated() {
		return text.Cut(made.Card.Title.Value, titleRunes)
	}
	first := ""
	for _, d := range made.Documents {
		for _, page := range d.Pages {
			for line := range strings.Lines(page) {
				for rest := oneLine(line); rest != ""; {
					said := rest
					if at := sentenceEnd.FindStringIndex(rest); at != nil {
						said, rest = rest[:at[0]], rest[at[0]+2:]
					} else {
						rest = ""
					}
					if first = cmp.Or(first, said); !heading.MatchString(said) && !formLine.MatchString(said) {
						return text.Cut(said, titleRunes)
					}
				}
			}
		}
	}
	return text.Cut(cmp.Or(first, "–"), titleRunes)
}

// kroner is an amount in whole kroner; -1 where it is not stated, or in another currency.
func kroner(f summary.Field[summary.Amount]) int64 {
	if !f.Stated() || f.Value.Currency != "DKK" {
		return -1
	}
	return f.Value.Minor / 100
}

// end is the first or last day of "2014", "2014-08" or "2014-08-01".
func end(s string, last bool) when.Date {
	day, err := when.ParseISO((s + "-01-01")[:min(10, len(s)+6)])
	switch {
	case err != nil || s == "":
		return when.Date{}
	case last && len(s) == 4:
		return when.Date{Year: day.Year, Month: 12, Day: 31}
	case last && len(s) == 7 && day.Month == 12:
		return when.Date{Year: day.Year, Month: 12, Day: 31}
	case last && len(s) == 7:
		return when.Date{Year: day.Year, Month: day.Month + 1, Day: 1}.AddDays(-1)
	}
	return day
}

// nextDeadline is the first day from on; the zero Date where none is stated as a day.
func nextDeadline(days []string, on when.Date) (next when.Date) {
	for _, s := range days {
		if d, err := when.ParseISO(s); err == nil && !d.Before(on) && (next.IsZero() || d.Before(next)) {
			next = d
		}
	}
	return next
}

func regions(codes []string) []string {
	return slices.DeleteFunc(codes, func(c string) bool { return c == "" })
}

func municipalities(names []string) (codes []string) {
	for _, n := range names {
		if m, ok := directory.MunicipalityOf(n); ok {
			codes = append(codes, m.Code)
		}
	}
	return codes
}

func folded(names []string) (keys []string) {
	for _, n := range names {
		if k := register.Fold(n); k != "" {
			keys = append(keys, text.Cut(k, titleRunes))
		}
	}
	return keys
}

// shortWord is the fewest letters of a word of a title that says what it is about: "øer" folds to two.
const shortWord = 2

func titleWords(title string) []string {
	return slices.DeleteFunc(register.Words(register.Fold(title)), func(w string) bool {
		return utf8.RuneCountInString(w) < shortWord || emptyWords[w]
	})
}

// emptyWords stand in the titles of many proposals.
var emptyWords = map[string]bool{"projekt": true, "projektet": true, "projektforslag": true, "project": true, "proposal": true, "ansogning": true, "gennem": true, "inden": true, "with": true, "from": true, "through": true, "til": true, "for": true, "med": true, "som": true, "den": true, "det": true, "der": true, "fra": true, "ved": true, "mod": true, "and": true, "the": true, "ikke": true,
	"pa": true, "af": true, "og": true, "en": true, "et": true, "er": true, "at": true, "om": true, "de": true, "vi": true, "to": true, "in": true, "of": true, "on": true, "by": true}
