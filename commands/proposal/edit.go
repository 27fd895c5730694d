package proposal

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"samspil/commands"
	"samspil/internal/cards"
	"samspil/internal/crm"
	"samspil/internal/directory"
	"samspil/internal/register"
	"samspil/internal/text"
	"samspil/internal/when"
)

// carried is what the form of a proposal takes along.
type carried struct {
	ID      int64 `json:"id"`
	Version int   `json:"v"`
}

func (f *feature) editButton(ctx context.Context, req commands.Request) (commands.Reply, error) {
	id, err := pressed(req)
	if err != nil {
		return commands.Reply{}, err
	}
	return f.edit(ctx, req, id)
}

// edit opens the form with the fields as they stand.
func (f *feature) edit(ctx context.Context, req commands.Request, id int64) (commands.Reply, error) {
	p, err := f.own(ctx, req, id)
	if err != nil {
		return commands.Reply{}, err
	}
	now, err := entered(p)
	if err != nil {
		return commands.Reply{}, err
	}
	metadata, err := json.Marshal(carried{p.ID, p.Version})
	if err != nil {
		return commands.Reply{}, err
	}
	form := commands.Form{ID: "proposal.edited", Title: titleEdit.In(req.Lang), Submit: buttonSave.In(req.Lang), Metadata: string(metadata), Intro: introEdit.In(req.Lang)}
	for _, field := range editable {
		form.Fields = append(form.Fields, choices(req, commands.Field{Name: field.name, Label: field.label.In(req.Lang), Kind: field.kind, Required: field.name == "title",
			Values: []string{now[field.name]}, MaxRunes: field.runes}))
	}
	return form.Reply(req.Lang), nil
}

// editable are the fields of the form, with the field of the card each corrects; "" for what the card does not have.
var editable = []struct {
	name, card string
	label      text.Text
	kind       commands.FieldKind
	runes      int
}{
	{"title", "title", labelTitle, commands.FieldText, titleRunes}, {"applicant", "applicant", labelApplicant, commands.FieldText, titleRunes},
	{"partners", "partners", labelPartnersEdit, commands.FieldText, 1000}, {"contact", "contact", labelContact, commands.FieldText, titleRunes},
	{"applied", "amount_applied_dkk", labelApplied, commands.FieldNumber, 0}, {"total", "total_budget_dkk", labelTotal, commands.FieldNumber, 0},
	{"from", "period", labelFrom, commands.FieldDate, 0}, {"to", "period", labelTo, commands.FieldDate, 0}, {"deadline", "deadlines", labelDeadlineEdit, commands.FieldDate, 0},
	{"funds", "funds", labelFundsEdit, commands.FieldText, 1000},
	{"jobs", "jobs", labelJobsEdit, commands.FieldText, 200}, {"participants", "participants", labelParticipantsEdit, commands.FieldText, 200},
	{"companies", "companies", labelCompaniesEdit, commands.FieldText, 200}, {"trades", "trades", labelTrades, commands.FieldMany, 0},
	{"upskilling", "upskilling", labelUpskilling, commands.FieldOne, 0}, {"employment", "employment", labelEmployment, commands.FieldOne, 0},
	{"regions", "regions", labelRegionsEdit, commands.FieldMany, 0}, {"municipalities", "municipalities", labelMunicipalitiesEdit, commands.FieldText, 1000}, {"construction", "construction", labelProject, commands.FieldText, titleRunes},
	{"idea", "", labelIdea, commands.FieldDate, 0},
}

// countFields hold numbers with commas between.
var countFields = []string{"jobs", "participants", "companies"}

// entered are the fields' values as the form holds them.
func entered(p crm.Proposal) (map[string]string, error) {
	card, _, err := cards.Read(p.Card, text.Danish)
	if err != nil {
		return nil, err
	}
	partners := wordList(card["partners"], text.Danish)
	if by := cards.Correction(p, "partners"); by != nil {
		partners = wordList(cards.Field{Value: by.Value}, text.Danish)
	}
	now := map[string]string{"title": p.Title, "applicant": p.Applicant, "partners": partners, "applied": figure(p.Applied), "total": figure(p.Total),
		"from": p.From.String(), "to": p.To.String(), "deadline": p.Deadline.String(), "municipalities": strings.Join(municipalityNames(p.Marks.Municipalities), ", "),
		"construction": p.Construction, "idea": p.IdeaOn.String()}
	for _, field := range []string{"contact", "funds", "jobs", "participants", "companies", "trades", "regions", "upskilling", "employment"} {
		s := card[field]
		if by := cards.Correction(p, field); by != nil {
			s = cards.Field{Value: by.Value}
		}
		switch field {
		case "contact":
			now[field] = s.Single(text.Danish)
		case "funds":
			now[field] = wordList(s, text.Danish)
		case "trades":
			now[field] = codes(s)
		case "regions":
			now[field] = strings.Join(regionCodes(s), ", ")
		case "upskilling", "employment":
			now[field] = answerOf(s)
		default:
			now[field] = plainNumbers(s)
		}
	}
	return now, nil
}

// plainNumbers are numbers as the form holds them: "40, 1200".
func plainNumbers(s cards.Field) string {
	var list []string
	for _, from := range s.Sources() {
		var one int
		var many []int
		if json.Unmarshal(from.Value, &one) == nil && len(from.Value) > 0 && string(from.Value) != "null" {
			many = []int{one}
		} else if json.Unmarshal(from.Value, &many) != nil {
			continue
		}
		for _, n := range many {
			list = append(list, strconv.Itoa(n))
		}
	}
	return strings.Join(list, ", ")
}

// numbersIn reads them back; wrong has a sentence where one is no number.
func numbersIn(req commands.Request, field string, wrong map[string]string) []int {
	list := []int{}
	for _, word := range commaList(value(req, field)) {
		n, err := strconv.Atoi(word)
		if err != nil || n < 0 || n > crm.MaxHeadcount {
			wrong[field] = errNumbers.In(req.Lang)
			return nil
		}
		list = append(list, n)
	}
	return list
}

func figure(n int64) string {
	if n < 0 {
		return ""
	}
	return strconv.FormatInt(n, 10)
}

// submitEdit stores what was changed in the form; what the machine read stays beside it.
func (f *feature) submitEdit(ctx context.Context, req commands.Request) (commands.Reply, error) {
	var c carried
	if err := json.Unmarshal([]byte(req.Metadata), &c); err != nil {
		return commands.Reply{}, crm.Errorf(crm.Invalid, errOldButton).Because(err)
	}
	p, err := f.own(ctx, req, c.ID)
	if err != nil {
		return commands.Reply{}, err
	}
	before, err := entered(p)
	if err != nil {
		return commands.Reply{}, err
	}
	wrong := map[string]string{}
	edit := filled(req, p, wrong)
	if len(wrong) > 0 {
		return commands.Reply{Errors: wrong}, nil
	}
	fields, err := changes(req, before, edit)
	if err != nil {
		return commands.Reply{}, err
	}
	edit.Version = c.Version
	jobs, err := f.corrected(ctx, req, edit)
	if err != nil {
		return commands.Reply{}, err
	}
	after, err := f.store.CorrectProposal(ctx, entry(req, jobs...), edit, fields)
	if err != nil {
		return commands.Reply{}, err
	}
	return f.showOn(ctx, req, commands.NewPage().Lead(textSaved.In(req.Lang, p.ID)), after)
}

// filled is the proposal as the form says it; wrong has the sentence for each field that cannot be so.
func filled(req commands.Request, p crm.Proposal, wrong map[string]string) crm.Proposal {
	p.Title, p.Applicant = oneLine(value(req, "title")), oneLine(value(req, "applicant"))
	if p.Title == "" {
		wrong["title"] = errTitle.In(req.Lang)
	}
	p.ApplicantKey, p.Construction, p.IdeaOn = register.Fold(p.Applicant), oneLine(value(req, "construction")), ideaDay(req, wrong)
	p.Applied, p.Total = sum(req, "applied", wrong), sum(req, "total", wrong)
	before := p.Deadline
	p.From, p.To, p.Deadline = dayIn(req, "from", wrong), dayIn(req, "to", wrong), dayIn(req, "deadline", wrong)
	if p.Deadline != before && !p.Deadline.IsZero() && p.Deadline.Before(today(req)) {
		wrong["deadline"] = errDeadlinePast.In(req.Lang)
	}
	if !p.From.IsZero() && !p.To.IsZero() && p.To.Before(p.From) {
		wrong["to"] = errOrder.In(req.Lang)
	}
	for _, field := range countFields {
		numbersIn(req, field, wrong)
	}
	if _, asked := req.Values["trades"]; asked {
		p.Marks.Trades = tradesIn(req, wrong)
	}
	stands := cards.Correction(p, "regions")
	if _, asked := req.Values["regions"]; asked {
		p.Marks.Regions = regionsIn(req, wrong)
	} else if card, _, err := cards.Read(p.Card, text.Danish); err == nil && stands == nil {
		p.Marks.Regions = regionCodes(card["regions"])
	} else if stands != nil {
		p.Marks.Regions = regionCodes(cards.Field{Value: stands.Value})
	}
	p.Marks.Municipalities = nil
	for _, name := range commaList(value(req, "municipalities")) {
		m, ok := directory.MunicipalityOf(name)
		if !ok {
			wrong["municipalities"] = errMunicipality.In(req.Lang, name)
			continue
		}
		if slices.Contains(p.Marks.Municipalities, m.Code) {
			continue // "Rødby, Lolland"
		}
		p.Marks.Municipalities = append(p.Marks.Municipalities, m.Code)
		p.Marks.Regions = append(p.Marks.Regions, m.Region)
	}
	for _, code := range p.Marks.Regions {
		p.Marks.Regions = append(p.Marks.Regions, directory.RegionOn(code, today(req)))
	}
	p.Marks.Partners, p.Marks.Words = folded(commaList(value(req, "partners"))), titleWords(p.Title)
	return p
}

// mostKroner is the largest amount a form takes: more than any project costs.
const mostKroner = 1_000_000_000_000

func sum(req commands.Request, field string, wrong map[string]string) int64 {
	s := value(req, field)
	if s == "" {
		return -1
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 0 || n > mostKroner {
		wrong[field] = errAmount.In(req.Lang)
	}
	return n
}

func dayIn(req commands.Request, field string, wrong map[string]string) when.Date {
	s := value(req, field)
	d, err := when.ParseISO(s)
	switch {
	case s != "" && err != nil:
		wrong[field] = errDay.In(req.Lang)
	case s != "" && (d.Year < firstYear || d.Year > lastYear):
		wrong[field] = errFarDay.In(req.Lang, firstYear, lastYear)
	}
	return d
}

func commaList(s string) (list []string) {
	for part := range strings.SplitSeq(s, ",") {
		if part = oneLine(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}

// changes are the fields of the card that the form changed, as the card writes them; null is "not stated".
func changes(req commands.Request, before map[string]string, after crm.Proposal) ([]crm.ProposalField, error) {
	values := map[string]any{"title": after.Title, "applicant": orNull(after.Applicant), "partners": commaList(value(req, "partners")),
		"amount_applied_dkk": sumOrNull(after.Applied), "total_budget_dkk": sumOrNull(after.Total), "period": [2]any{orNull(after.From.String()), orNull(after.To.String())},
		"deadlines": commaList(after.Deadline.String()), "municipalities": municipalityNames(after.Marks.Municipalities), "construction": orNull(after.Construction)}
	values["contact"], values["funds"] = orNull(oneLine(value(req, "contact"))), commaList(value(req, "funds"))
	for _, field := range countFields {
		values[field] = numbersIn(req, field, map[string]string{}) // looked at before
	}
	values["regions"] = regionNames(regionsIn(req, map[string]string{}))
	values["trades"], values["upskilling"], values["employment"] = after.Marks.Trades, value(req, "upskilling") == answerYes, value(req, "employment") == answerYes
	var fields []crm.ProposalField
	for _, f := range editable {
		now := oneLine(value(req, f.name))
		switch f.name {
		case "trades":
			now = strings.Join(after.Marks.Trades, ", ")
		case "regions":
			now = strings.Join(regionsIn(req, map[string]string{}), ", ")
		case "municipalities":
			now = strings.Join(municipalityNames(after.Marks.Municipalities), ", ")
		}
		if _, asked := req.Values[f.name]; f.card == "" || !asked || now == oneLine(before[f.name]) || len(fields) > 0 && fields[len(fields)-1].Field == f.card {
			continue
		}
		raw, err := json.Marshal(values[f.card])
		if err != nil {
			return nil, err
		}
		fields = append(fields, crm.ProposalField{Field: f.card, Value: raw})
	}
	return fields, nil
}

func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func sumOrNull(n int64) any {
	if n < 0 {
		return nil
	}
	return n
}
