package crm

import (
	"slices"
	"time"

	"samspil/internal/text"
	"samspil/internal/when"
)

// A digest is sent at a time of the channel's choice between these hours, in Copenhagen. What was missed (the program was
// down) comes the same day until digestEnds.
const (
	DigestFirst   when.Clock = 6 * 60
	DigestLast    when.Clock = 17 * 60
	DigestDefault when.Clock = 8 * 60
	digestEnds               = 18
)

// DigestAhead is how many workdays ahead a digest tells of planned visits.
const DigestAhead = 5

// The window of a digest begins where that of the last one ended: of the first one digestFirst days back, and never more
// than digestMost days.
const (
	digestFirst = 7
	digestMost  = 31
)

// DigestWhy is why a digest is off.
type DigestWhy string

// The reasons.
const (
	DigestTurnedOff DigestWhy = "off"     // somebody turned it off
	DigestGone      DigestWhy = "gone"    // the channel is archived, or the program no longer in it
	DigestReaders   DigestWhy = "readers" // somebody reads the channel of whom nobody knows for whom they speak
)

// Digest is what a channel is told once a workday, or once a week.
type Digest struct {
	ID      int64
	Team    string
	Channel string
	Org     Org    // for whom it looks
	Person  Person // who set it up, or changed it last
	At      when.Clock
	Weekly  int // 1 Monday to 5 Friday; 0 each workday
	Lang    text.Lang
	Filter  DigestFilter
	Readers []int64 // organisations that read the channel when somebody confirmed it
	On      bool
	Why     DigestWhy // "" while it is on
	SetAt   time.Time // when its time was set: it begins after that
	Version int       // 1, and one more at every change
	LastDay when.Date // of the last one; zero for none
	LastTo  time.Time // where the window of the last one ended
}

// DigestFilter is what a channel chose. Where places are named, companies count that lie there; else those with which the
// organisations were in contact. Followed companies always count.
type DigestFilter struct {
	Orgs           []int64  `json:"orgs,omitempty"` // for whom it looks besides Digest.Org
	Regions        []string `json:"regions,omitempty"`
	Municipalities []string `json:"municipalities,omitempty"`
	Purposes       []string `json:"purposes,omitempty"`
	Companies      []string `json:"companies,omitempty"` // CVR numbers
}

// Empty reports whether nothing was chosen.
func (f DigestFilter) Empty() bool {
	return len(f.Orgs)+len(f.Regions)+len(f.Municipalities)+len(f.Purposes)+len(f.Companies) == 0
}

// For lists the organisations for whom the digest looks.
func (d Digest) For() []int64 { return append([]int64{d.Org.ID}, d.Filter.Orgs...) }

// CanSetDigest reports whether the person may set up a digest: secretariat, managers and administrators.
func CanSetDigest(p Person) bool { return p.Active && p.Role != Caseworker }

// DueOn reports whether a digest belongs to that day: a workday; for a weekly one its weekday, or the first workday after
// it when that is closed.
func (d Digest) DueOn(day when.Date) bool {
	if !when.IsWorkday(day) {
		return false
	}
	if d.Weekly == 0 {
		return true
	}
	its := when.MondayOf(day).AddDays(d.Weekly - 1)
	if its.After(day) {
		its = its.AddDays(-7)
	}
	return when.NextWorkday(its) == day
}

// Due is the day whose digest is to be sent at that moment; ok is false when there is none: it is not on, the day is not
// its day, too early or too late, sent already, or was set up after the day's time had passed.
func (d Digest) Due(now time.Time) (day when.Date, ok bool) {
	day = when.DateOf(now)
	at := day.At(int(d.At)/60, int(d.At)%60)
	ok = d.On && d.DueOn(day) && !now.Before(at) && now.Before(day.At(digestEnds, 0)) && d.SetAt.Before(at)
	return day, ok && (d.LastDay.IsZero() || d.LastDay.Before(day))
}

// Window is the time of which a digest tells: from the end of the last one's until now.
func (d Digest) Window(now time.Time) (from, to time.Time) {
	from = now.AddDate(0, 0, -digestFirst)
	if !d.LastTo.IsZero() {
		from = d.LastTo
	}
	if most := now.AddDate(0, 0, -digestMost); from.Before(most) {
		from = most
	}
	return from, now
}

// DigestSent is one digest that was sent, or had nothing to say.
type DigestSent struct {
	Day      when.Date
	At       time.Time
	From, To time.Time
	By       string // which program
}

// DigestScope is which contacts a digest looks at.
type DigestScope struct {
	Orgs           []int64
	Municipalities []string  // companies that lie there count; with none, those with which Orgs were in contact
	Companies      []int64   // that always count
	Since          when.Date // how far back a contact makes a company theirs
}

// SeenByAll reports whether staff of every one of the organisations may see the proposal.
func (p Proposal) SeenByAll(viewers []Org, heard []int64) bool {
	return len(viewers) > 0 && !slices.ContainsFunc(viewers, func(v Org) bool { return !p.CanSee(Person{Org: v, Active: true}, heard...) })
}

// OpenConsultation is a consultation that waits for positions.
type OpenConsultation struct {
	Consultation
	Proposal Proposal // ID, Org, Title, SharedAt, DeletedAt
}

// Waiting are the organisations that have not answered.
func (c OpenConsultation) Waiting() (list []Org) {
	for _, h := range c.Heard {
		if h.Position == "" {
			list = append(list, h.Org)
		}
	}
	return list
}

// Concerns reports whether one of the organisations asks or is asked.
func (c OpenConsultation) Concerns(orgs []int64) bool {
	return slices.Contains(orgs, c.Org.ID) || slices.ContainsFunc(c.Heard, func(h Heard) bool { return slices.Contains(orgs, h.Org.ID) })
}
