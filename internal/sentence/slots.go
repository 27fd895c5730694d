package sentence

import (
	"fmt"

	"samspil/internal/crm"
	"samspil/internal/register"
	"samspil/internal/when"
)

// Slots gives what was understood under the slot names of the sample utterances. A date that was not stated, or
// is not certain, is null: it must be asked for.
func (c Contact) Slots() map[string]any {
	s := slots{}
	if c.Empty {
		return s
	}
	s.numbers(c.Numbers)
	s.number("contact", int(c.ID))
	s.words("company", c.Company)
	s.words("company_from", c.CompanyFrom)
	s.words("company_to", c.CompanyTo)
	switch c.Intent {
	case LogVisit, PlanVisit:
		s.date(c)
		s["channel"] = string(c.Channel)
	case UpdateVisit:
		if c.Channel != crm.Visit { // "besøg" is also what the record is called
			s["channel"] = string(c.Channel)
		}
	case DeleteVisit, CancelVisit:
		if c.Last {
			s["target"] = "last_by_self"
		}
	}
	s.clock("time", c.Start)
	s.clock("time_end", c.End)
	s.number("duration_min", c.Minutes)
	if len(c.Purposes) > 0 {
		s["purpose"] = c.Purposes
	}
	s.words("outcome", string(c.Outcome))
	s.words("trade", c.Trade)
	s.number("headcount", c.Headcount)
	s.words("start_date", c.NeedFrom.String())
	s.words("contact_name", c.ContactName)
	s.words("contact_email", c.ContactMail)
	s.words("contact_phone", c.ContactTel)
	if len(c.With) > 0 {
		s["participants"], s["joint"] = c.With, true
	}
	if c.FollowUp != nil {
		s.followUp(*c.FollowUp)
	}
	if c.FollowUpAsk != nil {
		s.words("followup_text", c.FollowUpAsk.Text)
	}
	if len(c.Others) > 0 {
		s["others"] = c.Others
	}
	for name, is := range map[string]bool{"doubtful": c.Doubtful, "no_show": c.NoShow, "more_contacts": c.MoreIDs} {
		if is {
			s[name] = true
		}
	}
	s.words("note", c.Note)
	return s
}

// Slots gives what was understood of the question.
func (q Question) Slots() map[string]any {
	s := slots{}
	var numbers []register.Number
	var names []string
	for _, subject := range q.Subjects {
		if subject.Number != nil {
			numbers = append(numbers, *subject.Number)
		} else {
			names = append(names, subject.Name)
		}
	}
	s.numbers(numbers)
	switch len(names) {
	case 0:
	case 1:
		s["company"] = names[0]
	default:
		s["companies"] = names
	}
	s.words("phone", q.Phone)
	s.words("question", q.About)
	s.words("period_text", q.PeriodText)
	s.words("channel", string(q.Channel))
	return s
}

type slots map[string]any

func (s slots) words(name, value string) {
	if value != "" {
		s[name] = value
	}
}

func (s slots) number(name string, n int) {
	if n > 0 {
		s[name] = n
	}
}

func (s slots) clock(name string, c when.Clock) {
	if c >= 0 {
		s[name] = fmt.Sprintf("%02d:%02d", c/60, c%60)
	}
}

func (s slots) numbers(list []register.Number) {
	var cvrs []string
	for _, n := range list {
		if n.Kind == register.KindPNumber {
			s["p_number"] = n.Value
			continue
		}
		cvrs = append(cvrs, n.Value)
	}
	switch len(cvrs) {
	case 0:
	case 1:
		s["cvr"] = cvrs[0]
	default:
		s["cvr_list"] = cvrs
	}
}

func (s slots) date(c Contact) {
	s["date"] = nil
	if !c.Date.IsZero() {
		s["date"] = c.Date.String()
	}
	if c.Stated == nil {
		return
	}
	s["date_text"] = c.Stated.Text
	if len(c.Stated.Candidates) > 0 {
		s["date_candidates"] = c.Stated.Candidates
	}
}

func (s slots) followUp(e when.Expr) {
	year, week := e.From.ISOWeek()
	if e.Precision == when.PrecisionWeek {
		s["followup_week"] = fmt.Sprintf("%d-W%02d", year, week)
		return
	}
	s["followup_date"] = e.From.String()
	if e.To != e.From {
		s["followup_to"] = e.To.String()
	}
}

// IsSure reports whether the contact may be saved without asking, as far as its date goes.
func (c Contact) IsSure() bool {
	return !c.Date.IsZero() && (c.Intent == LogVisit || c.Intent == PlanVisit) && c.Start >= crm.NoClock
}
