package demo

import (
	"slices"
	"time"

	"samspil/internal/crm"
	"samspil/internal/when"
)

// Record is one contact of the demo as its writer logged it. The contact has its company's CVR number and no IDs;
// With holds codes of organisations that took part.
type Record struct {
	By        string // Slack user id of the writer, who also owns the follow-ups
	At        time.Time
	Contact   crm.Contact
	FollowUps []crm.FollowUp // Due and Text
	With      []string
}

// Contacts is some weeks of contacts around now, oldest entry first. Every day is a Danish workday; completed and
// missed ones lie before today, planned ones after it.
func Contacts(now time.Time) []Record {
	d := days{when.DateOf(now)}
	var list []Record
	for _, of := range []func(days) []Record{jobCentreRecords, hubRecords, schoolRecords, councilRecords, fundRecords} {
		list = append(list, of(d)...)
	}
	for i := range list {
		list[i].complete(d)
	}
	slices.SortStableFunc(list, func(a, b Record) int { return a.At.Compare(b.At) })
	return list
}

// bookedAhead is how many workdays before its day a visit was put in the book.
const bookedAhead = 6

// complete fills what follows from the rest: when it was logged, the unstated times, and the usual choices.
func (r *Record) complete(d days) {
	c := &r.Contact
	if c.Start == 0 {
		c.Start = crm.NoClock
	}
	if c.End == 0 {
		c.End = crm.NoClock
	}
	if c.Share == "" {
		c.Share = crm.ShareDefault
	}
	c.Source = "form"
	r.At = c.Date.At(16, 10)
	if c.Status == crm.Planned || c.Status == crm.Cancelled {
		day := c.Date
		if day.After(d.today) {
			day = d.today
		}
		r.At = when.AddWorkdays(day, -bookedAhead).At(10, 20)
	}
}

// days counts from the demo's today.
type days struct{ today when.Date }

// back is the workday n days before today, or the last one before that.
func (d days) back(n int) when.Date { return when.AddWorkdays(d.today.AddDays(1-n), -1) }

// ahead is the workday n days after today, or the first one after that.
func (d days) ahead(n int) when.Date { return when.NextWorkday(d.today.AddDays(n)) }

// nextWeek is that day of the week after this one, or the first workday after it.
func (d days) nextWeek(day time.Weekday) when.Date {
	monday := d.today.AddDays(7 - (int(d.today.Weekday())+6)%7)
	return when.NextWorkday(monday.AddDays((int(day) + 6) % 7))
}

func at(hour, minute int) when.Clock { return when.Clock(hour*60 + minute) }

func of(cvr string) crm.Company { return crm.Company{CVR: cvr} }

func purposes(list ...crm.Purpose) []crm.Purpose { return list }

func promise(due when.Date, text string) []crm.FollowUp {
	return []crm.FollowUp{{Due: due, Text: text}}
}
