package moving

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"samspil/internal/crm"
	"samspil/internal/sheet"
	"samspil/internal/text"
	"samspil/internal/when"
)

// Columns are those of an export with room for so many follow-ups of a contact.
func Columns(lang text.Lang, followUps int) []sheet.Column {
	var list []sheet.Column
	for _, c := range columns {
		list = append(list, sheet.Column{Name: c.name.In(lang), Kind: c.kind, Explain: c.explain.In(lang)})
	}
	for n := range followUps {
		for _, c := range followColumns {
			list = append(list, sheet.Column{Name: c.name.In(lang, n+1), Kind: c.kind, Explain: c.explain.In(lang)})
		}
	}
	return list
}

// People gives who a person of the contacts is, by the id of their row.
type People map[int64]crm.Person

// id is how a person can be found again: their workspace and Slack id.
func (p People) id(row int64) string {
	if who, ok := p[row]; ok {
		return who.Team + "/" + who.User
	}
	return ""
}

// Cells are the contact in the columns of an export.
func Cells(lang text.Lang, k crm.WholeContact, people People, orgs map[int64]string, followUps int) []any {
	held := no
	if k.NoteHeld {
		held = yes
	}
	cells := []any{k.ID, k.Date, clock(k.Start), clock(k.End), count(k.Minutes), k.Company.CVR, k.Company.Name, k.PNumber,
		k.Person.Name, people.id(k.Person.ID), k.Status.Name(lang), k.Channel.Name(lang), purposeNames(lang, k.Purposes), k.Outcome.Name(lang),
		k.Note, held.In(lang), nameOf(shares, string(k.Share), lang), participants(k.With, orgs), k.ContactName, k.ContactTel, k.ContactMail,
		tradeName(lang, k.Trade), count(k.Headcount), k.NeedFrom, reasonName(lang, k.OverlapWhy), k.Source, k.CreatedAt.In(when.Copenhagen).Format(time.DateTime)}
	for _, f := range k.FollowUps[:min(followUps, len(k.FollowUps))] {
		cells = append(cells, f.Text, f.Due, f.DueText, nameOf(followStates, string(f.State), lang), f.Owner.Name)
	}
	for range max(0, followUps-len(k.FollowUps)) * len(followColumns) {
		cells = append(cells, nil)
	}
	return cells
}

func clock(c when.Clock) string {
	if c < 0 {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", c/60, c%60)
}

func count(n int) any {
	if n == 0 {
		return nil
	}
	return n
}

func purposeNames(lang text.Lang, list []crm.Purpose) string {
	names := make([]string, len(list))
	for i, p := range list {
		names[i] = p.Name(lang)
	}
	return strings.Join(names, "\n")
}

func tradeName(lang text.Lang, code string) string {
	if t, ok := crm.Find(crm.Trades, code); ok {
		return t.Name(lang)
	}
	return code
}

func reasonName(lang text.Lang, code string) string {
	if t, ok := crm.Find(crm.OverlapReasons, code); ok {
		return t.Name(lang)
	}
	return code
}

// participants are one on a line; an organisation of ours has its code behind its name.
func participants(list []crm.Participant, orgs map[int64]string) string {
	lines := make([]string, len(list))
	for i, p := range list {
		lines[i] = strings.ReplaceAll(p.Name, "\n", " ")
		if code := orgs[p.OrgID]; code != "" {
			lines[i] = strings.TrimSpace(lines[i] + " [" + code + "]")
		}
	}
	return strings.Join(lines, "\n")
}

// Line is a contact as one line of JSON. The keys stay as they are.
type Line struct {
	ID          int64         `json:"id"`
	Date        when.Date     `json:"date"`
	Start       string        `json:"start"`
	End         string        `json:"end"`
	Minutes     int           `json:"minutes"`
	CVR         string        `json:"cvr"`
	Company     string        `json:"company"`
	PNumber     string        `json:"pnumber"`
	Org         string        `json:"org"`
	Person      string        `json:"person"`
	PersonID    string        `json:"person_id"`
	Status      crm.Status    `json:"status"`
	Channel     crm.Channel   `json:"channel"`
	Purposes    []crm.Purpose `json:"purposes"`
	Outcome     crm.Outcome   `json:"outcome"`
	Note        string        `json:"note"`
	Held        bool          `json:"held"`
	Share       crm.Share     `json:"share"`
	With        []LineWith    `json:"with"`
	ContactName string        `json:"contact_name"`
	ContactTel  string        `json:"contact_tel"`
	ContactMail string        `json:"contact_mail"`
	Trade       string        `json:"trade"`
	Headcount   int           `json:"headcount"`
	NeedFrom    when.Date     `json:"need_from"`
	OverlapWhy  string        `json:"overlap_why"`
	Source      string        `json:"source"`
	Logged      time.Time     `json:"logged"`
	FollowUps   []LinePromise `json:"follow_ups"`
}

// LineWith is who took part.
type LineWith struct {
	Org  string `json:"org"` // code; "" for a name as typed
	Name string `json:"name"`
}

// LinePromise is a follow-up.
type LinePromise struct {
	Text    string            `json:"text"`
	Due     when.Date         `json:"due"`
	DueText string            `json:"due_text"`
	State   crm.FollowUpState `json:"state"`
	Owner   string            `json:"owner"`
}

// LineOf is the contact as JSON has it; no list is null.
func LineOf(k crm.WholeContact, people People, orgs map[int64]string) Line {
	l := Line{ID: k.ID, Date: k.Date, Start: clock(k.Start), End: clock(k.End), Minutes: k.Minutes, CVR: k.Company.CVR, Company: k.Company.Name,
		PNumber: k.PNumber, Org: k.Org.Code, Person: k.Person.Name, PersonID: people.id(k.Person.ID), Status: k.Status, Channel: k.Channel,
		Purposes: slices.Concat([]crm.Purpose{}, k.Purposes), Outcome: k.Outcome, Note: k.Note, Held: k.NoteHeld, Share: k.Share, With: []LineWith{},
		ContactName: k.ContactName, ContactTel: k.ContactTel, ContactMail: k.ContactMail, Trade: k.Trade, Headcount: k.Headcount, NeedFrom: k.NeedFrom,
		OverlapWhy: k.OverlapWhy, Source: k.Source, Logged: k.CreatedAt, FollowUps: []LinePromise{}}
	if l.Purposes == nil {
		l.Purposes = []crm.Purpose{}
	}
	for _, p := range k.With {
		l.With = append(l.With, LineWith{orgs[p.OrgID], p.Name})
	}
	for _, f := range k.FollowUps {
		l.FollowUps = append(l.FollowUps, LinePromise{f.Text, f.Due, f.DueText, f.State, f.Owner.Name})
	}
	return l
}
