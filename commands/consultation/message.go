package consultation

import (
	"cmp"
	"fmt"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/text"
)

// shortWords is how many characters of an answer the status shows.
const shortWords = 140

// statusKey names the one living message of a consultation, cardKey that of an organisation heard.
func statusKey(id int64) string      { return fmt.Sprintf("consultation.%d.status", id) }
func cardKey(id, orgID int64) string { return fmt.Sprintf("consultation.%d.%d", id, orgID) }

// told makes the messages of a change: the status, and the cards of those of the organisations that are given.
func told(p crm.Proposal, orgs ...int64) func(crm.Consultation) ([]crm.Job, error) {
	return func(c crm.Consultation) ([]crm.Job, error) {
		var messages []commands.Message
		if c.Channel != "" || c.Person.SpeaksFor(c.Org) {
			messages = append(messages, statusMessage(c, p))
		}
		for _, id := range orgs {
			if h, ok := c.Of(id); ok && h.Channel != "" {
				messages = append(messages, cardMessage(c, p, h))
			}
		}
		jobs := make([]crm.Job, len(messages))
		for i, m := range messages {
			job, err := m.Job()
			if err != nil {
				return nil, err
			}
			jobs[i] = job
		}
		return jobs, nil
	}
}

func idsOf(heard []crm.Heard) []int64 {
	var ids []int64
	for _, h := range heard {
		ids = append(ids, h.Org.ID)
	}
	return ids
}

// statusMessage stands where the consultation was started; where that was no channel, with who started it.
func statusMessage(c crm.Consultation, p crm.Proposal) commands.Message {
	lang := langOf(c.Person)
	to := commands.NewPage()
	addStatus(to, lang, c, p)
	if c.State == crm.ConsultationOpen {
		to.Buttons(button(lang, "end", c.ID, buttonEnd), button(lang, "move", c.ID, buttonMove), button(lang, "cancel", c.ID, buttonCancel))
	} else if c.State == crm.ConsultationEnded {
		to.Buttons(button(lang, "note", c.ID, buttonNote))
	}
	m := commands.NewMessage(c.Person, c.Channel, lang, to.Reply())
	m.Team, m.Key, m.Readers = cmp.Or(c.Team, m.Team), statusKey(c.ID), readers(c, crm.Proposal{})
	if c.Channel == "" {
		m.Key += ".own" // where it stood before, Slack takes no message any more
	}
	return m
}

// addStatus says where the consultation stands, and of each organisation what it says.
func addStatus(to *commands.Page, lang text.Lang, c crm.Consultation, p crm.Proposal) {
	to.Heading(headConsultation.In(lang, p.ID, p.Title))
	to.Para(stateLine(lang, c))
	rows := make([]string, len(c.Heard))
	for i, h := range c.Heard {
		rows[i] = said(lang, h, shortWords)
	}
	to.List(labelAnswers.In(lang, len(c.Heard)-len(c.Silent()), len(c.Heard)), rows)
	if n := len(c.Comments); n > 0 {
		to.Small(textComments.In(lang, n))
	}
}

func langOf(p crm.Person) text.Lang { return cmp.Or(p.Lang, text.Danish) }

func stateLine(lang text.Lang, c crm.Consultation) string {
	switch {
	case c.State == crm.ConsultationCancelled:
		return textCancelled.In(lang, text.Time(lang, c.EndedAt), c.EndedBy, c.EndedWhy)
	case c.State == crm.ConsultationEnded:
		return textEnded.In(lang, text.Time(lang, c.EndedAt), c.EndedBy, noteID(c))
	case !c.First.IsZero():
		return textDeadline.In(lang, text.Date(lang, c.Deadline)) + " " + textMovedFrom.In(lang, text.ShortDate(lang, c.First))
	}
	return textDeadline.In(lang, text.Date(lang, c.Deadline))
}

// said is what one organisation says, its words shortened to so many characters.
func said(lang text.Lang, h crm.Heard, most int) string {
	if h.Position == "" && h.Undelivered != "" {
		return rowUndelivered.In(lang, h.Org.Name(lang))
	}
	if h.Position == "" {
		return rowSilent.In(lang, h.Org.Name(lang))
	}
	row := rowAnswer.In(lang, h.Org.Name(lang), h.Position.Name(lang), h.Person.Name)
	if h.Words != "" {
		row += " " + text.Cut(strings.Join(strings.Fields(h.Words), " "), most)
	}
	return row
}

// cardMessage is the consultation in the channel of an organisation that is heard, with its own position.
func cardMessage(c crm.Consultation, p crm.Proposal, h crm.Heard) commands.Message {
	lang := cmp.Or(h.Lang, text.Danish)
	m := commands.NewMessage(crm.Person{Team: h.Team}, h.Channel, lang, card(lang, c, p, h))
	m.Key, m.Readers = cardKey(c.ID, h.Org.ID), readers(c, p)
	return m
}

// readers are those who ask and are heard, and for the card of a public body's proposal the other public bodies: where an
// organisation shows its own answer is its own choice.
func readers(c crm.Consultation, p crm.Proposal) *commands.Readers {
	return &commands.Readers{Orgs: append(idsOf(c.Heard), c.Org.ID), Public: p.Org.Public}
}

// card asks an organisation for its position, and shows what it has said.
func card(lang text.Lang, c crm.Consultation, p crm.Proposal, h crm.Heard) commands.Reply {
	to := commands.NewPage().Heading(headAsked.In(lang, p.ID, p.Title))
	to.Para(textAsked.In(lang, c.Org.Name(lang), h.Org.Name(lang)) + "\n" + stateLine(lang, c))
	to.Para(facts(lang, p))
	if c.Question != "" {
		to.Para(textQuestion.In(lang, c.Question))
	}
	to.Para(textMemo.In(lang))
	if h.Position == "" {
		to.Lead(textYouSilent.In(lang))
	} else {
		to.Lead(textYouSaid.In(lang, h.Position.Name(lang), h.Person.Name, text.Time(lang, h.AnsweredAt)))
		if h.Words != "" {
			to.Para(h.Words)
		}
	}
	if c.State == crm.ConsultationOpen {
		to.Buttons(positionButtons(lang, c.ID, h)...)
	}
	return to.Reply()
}

// facts are what there is to know of the proposal at a glance.
func facts(lang text.Lang, p crm.Proposal) string {
	amount := notStated.In(lang)
	if p.Applied >= 0 {
		amount = textDKK.In(lang, text.Number(lang, int(p.Applied)))
	}
	period := notStated.In(lang)
	if !p.From.IsZero() && !p.To.IsZero() {
		period = text.ShortDate(lang, p.From) + " – " + text.ShortDate(lang, p.To)
	}
	return textFacts.In(lang, cmp.Or(p.Applicant, notStated.In(lang)), amount, period)
}

// positionButtons carry the consultation, the organisation they answer for and the answer they were shown with.
func positionButtons(lang text.Lang, id int64, h crm.Heard) []commands.Button {
	var row []commands.Button
	for _, p := range crm.Positions {
		label := []rune(crm.Position(p.Code).Name(lang))
		row = append(row, commands.Button{ID: "consultation." + p.Code, Value: fmt.Sprintf("%d|%d|%d", id, h.Org.ID, h.Version),
			Label: strings.ToUpper(string(label[:1])) + string(label[1:])})
	}
	return row
}

func button(lang text.Lang, action string, id int64, label text.Text) commands.Button {
	return commands.Button{ID: "consultation." + action, Value: fmt.Sprint(id), Label: label.In(lang)}
}

func noteID(c crm.Consultation) string { return fmt.Sprintf("H-%d-%d", c.NoteYear, c.NoteNumber) }
