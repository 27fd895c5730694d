package crm

import (
	"time"

	"samspil/internal/when"
)

// Scope says whose contacts are counted, and where. What is empty narrows nothing.
type Scope struct {
	Orgs           []Org    // contacts of any of these; the first is the one asked about
	Municipalities []string // codes; of the company, not of who contacted it
	Regions        []string // codes of those of which every municipality is in Municipalities, as proposals are marked
	Purpose        Purpose
	Person         Person // ID and Name; of the asker's own organisation
}

// OwnOf reports whether everything in the scope belongs to that organisation.
func (s Scope) OwnOf(orgID int64) bool { return len(s.Orgs) == 1 && s.Orgs[0].ID == orgID }

// Period is a span of days, both ends counted.
type Period struct{ From, To when.Date }

// Days is how many days the period has.
func (p Period) Days() int { return p.To.Sub(p.From) + 1 }

// Months is how many whole calendar months the period consists of; 0 when it does not.
func (p Period) Months() int {
	if p.From.Day != 1 || p.To.AddDays(1).Day != 1 {
		return 0
	}
	end := p.To.AddDays(1)
	return (end.Year-p.From.Year)*12 + int(end.Month) - int(p.From.Month)
}

// Before is the period of the same length that ends where this one begins: whole months before whole months.
func (p Period) Before() Period { return p.shifted(-1) }

// After is the period of the same length that follows.
func (p Period) After() Period { return p.shifted(1) }

func (p Period) shifted(by int) Period {
	if n := p.Months(); n > 0 {
		return Period{monthsOn(p.From, by*n), monthsOn(p.To.AddDays(1), by*n).AddDays(-1)}
	}
	return Period{p.From.AddDays(by * p.Days()), p.To.AddDays(by * p.Days())}
}

// monthsOn moves the first day of a month by so many months.
func monthsOn(first when.Date, n int) when.Date {
	months := first.Year*12 + int(first.Month) - 1 + n
	return when.Date{Year: months / 12, Month: time.Month(months%12 + 1), Day: 1}
}

// Count is a figure with the part of it that the asker's own organisation makes up, which is never hidden from them.
type Count struct{ N, Own int }

// Add is the sum of two counts.
func (c Count) Add(d Count) Count { return Count{c.N + d.N, c.Own + d.Own} }

// Others is what other organisations make up.
func (c Count) Others() int { return c.N - c.Own }

// Small reports whether the figure would tell of one or two contacts outside the asker's organisation. A zero tells of
// none.
func (c Count) Small() bool { return c.Others() > 0 && c.Others() < SmallNumber }

// SmallNumber is the fewest that are shown of others than the asker's own organisation (domain notes 2.4).
const SmallNumber = 3

// Figures is what one scope and period come to, for one viewer. Everything is counted from completed contacts of which
// the viewer may see the fact (TierFact); what they may know only the month of is in MonthOnly and nowhere else.
type Figures struct {
	Contacts    Count
	Visits      Count
	Companies   Count // different ones; Own: contacted by the viewer's organisation
	FirstTime   Count // of Companies, those with no contact in the scope before
	JointVisits Count // visits in which another organisation took part; one named in words counts in the viewer's own
	Overlaps    Count // contacts made although another organisation had been there within the window, or together with it
	Joined      Count // of Overlaps: made together with the organisation that had been there
	Reasoned    int   // of the viewer's own Overlaps: not together, and a reason was given; others' reasons are not told
	MonthOnly   int   // of whole months only; 0 in any other period
	FollowUps   *FollowUpFigures
	Proposals   *ProposalFigures // nil where a purpose or a person is asked about, which proposals do not have
	Denominator *Denominator     // nil where one of the municipalities has none for the year

	ByOrg          []Cell // largest first
	ByMunicipality []Cell
	ByPurpose      []Cell // a contact with two purposes counts in both
	ByWeek         []WeekCell
}

// Unanswered is how many of the viewer's own overlaps nothing was done about.
func (f Figures) Unanswered() int { return f.Overlaps.Own - f.Joined.Own - f.Reasoned }

// FiguresQuery asks for the figures of one scope in several periods.
type FiguresQuery struct {
	Scope   Scope
	Periods []Period
	Viewer  Org
	Today   when.Date
	Window  int // days within which another organisation's contact is an overlap
}

// FollowUpFigures are those of the viewer's own organisation: nobody else's are shown.
type FollowUpFigures struct {
	Open    int // now
	Overdue int // now: open after the workday they were to be done
	Closed  int // in the period
	OnTime  int // of Closed: by the end of the promised day, or of the workday after it
}

// ProposalFigures count the proposals that the viewer may see, and the consultations in which they ask or are heard.
type ProposalFigures struct {
	Registered Count  // not drafts, as they stood when the period ended; of the scope's organisations, marked with its places
	ByStage    []Cell // Registered by stage, largest first
	Asked      Count  // positions asked of the scope's organisations with a deadline in the period that has passed
	InTime     Count  // of Asked: first given by the end of the deadline
}

// Denominator is how many companies with at least one employee the scope's municipalities have.
type Denominator struct {
	Companies int
	Year      int
	Source    string    // of the oldest count
	Sources   int       // how many different ones; 0 where it is not known
	AsOf      when.Date // of the oldest count
}

// Cell is one row of a breakdown. Key is an organisation's code, a municipality's, a purpose's or a stage's.
type Cell struct {
	Key    string
	Name   Org // filled in a breakdown by organisation
	Now    Count
	Before Count
}

// WeekCell is one organisation's contacts in one ISO week.
type WeekCell struct {
	Monday when.Date
	Org    string // code
	Count
}

// CompanyLoad is how often a company was contacted, of what the viewer may see.
type CompanyLoad struct {
	Company  Company // ID, CVR and Name
	Orgs     int     // different organisations
	Contacts Count
}

// SideBySide puts the rows of an earlier period beside those of this one.
func SideBySide(now, before []Cell) []Cell {
	at := map[string]int{}
	cells := make([]Cell, 0, len(now))
	for _, c := range now {
		at[c.Key] = len(cells)
		cells = append(cells, c)
	}
	for _, b := range before {
		if i, ok := at[b.Key]; ok {
			cells[i].Before = b.Now
		} else {
			cells = append(cells, Cell{Key: b.Key, Name: b.Name, Before: b.Now})
		}
	}
	SortCells(cells)
	return cells
}

// LastOfMonth is the last day of the month in which d lies.
func LastOfMonth(d when.Date) when.Date { return monthsOn(firstOfMonth(d), 1).AddDays(-1) }
