package moving

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"

	"samspil/internal/crm"
	"samspil/internal/privacy"
	"samspil/internal/sheet"
	"samspil/internal/text"
	"samspil/internal/when"
)

// Draft is what a row says, before it is known whose contact with whom it is.
type Draft struct {
	Contact   crm.Contact // without company, organisation and person
	FollowUps []promised
	DayRead   bool
	Number    string // the row's own number in the file
	CVR       string // as written
	PNumber   string
	Name      string // the company's
	Place     string
	Postcode  string
	Person    string // as written
	PersonID  string
	Named     bool // a contact person is named
	Masked    int  // CPR numbers
	NoChannel bool // no way of contact was stated
	Kept      int  // cells whose words were not understood and were put into the note
}

// promised is a follow-up with its owner as written.
type promised struct {
	crm.FollowUp
	owner string
}

// reading is how rows are read.
type reading struct {
	mapping  Mapping
	channel  crm.Channel // where a row states none
	from1904 bool
	told     bool
	now      time.Time
	lang     text.Lang
	orgs     map[string]crm.Org // by code
}

// rowReader reads one row.
type rowReader struct {
	reading
	out     Draft
	extra   []string // for the note
	follows map[int]*promised
}

func (r reading) read(row sheet.Row) Draft {
	p := &rowReader{reading: r, follows: map[int]*promised{}}
	p.out.Contact = crm.Contact{Start: crm.NoClock, End: crm.NoClock, Share: crm.ShareDefault, Source: "import"}
	for i, c := range r.mapping.Columns {
		if cell := strings.TrimSpace(row.Cells[i]); cell != "" {
			p.cell(c, cell)
		}
	}
	p.finish()
	return p.out
}

// cell reads one cell that is not empty. What it cannot read is kept for the note, with the column's name.
func (p *rowReader) cell(c Mapped, cell string) {
	k := &p.out.Contact
	read := true
	switch c.Field {
	case Date:
		var clock when.Clock
		if k.Date, clock, p.out.DayRead = readDay(cell, p.from1904, p.now); k.Start == crm.NoClock {
			k.Start = clock
		}
	case Start:
		if clock, ok := readClock(cell); ok {
			k.Start = clock
		} else {
			read = false
		}
	case End:
		k.End, read = readClock(cell)
	case Minutes:
		k.Minutes, read = readMinutes(cell, p.now)
	case Status:
		k.Status, read = statusOf(cell)
	case Channel:
		k.Channel, read = channelOf(cell)
	case Purposes:
		list, unread := purposesOf(cell)
		k.Purposes = append(k.Purposes, list...)
		if len(unread) > 0 {
			cell, read = strings.Join(unread, ", "), false
		}
	case Outcome:
		k.Outcome, read = outcomeOf(cell)
	case Trade:
		k.Trade, read = tradeOf(cell)
	case Headcount:
		k.Headcount, read = readNumber(cell)
	case NeedFrom:
		k.NeedFrom, _, read = readDay(cell, p.from1904, p.now)
	case Share:
		code, ok := codeOf(shares, cell)
		if read = ok; ok {
			k.Share = crm.Share(code)
		}
	default:
		p.words(c, cell)
	}
	if !read {
		p.keep(c.Header, cell)
	}
}

// words reads a cell that is taken as it stands.
func (p *rowReader) words(c Mapped, cell string) {
	k := &p.out.Contact
	switch c.Field {
	case CVR:
		p.out.CVR = cell
	case PNumber:
		p.out.PNumber = cell
	case Company:
		p.out.Name = p.masked(cell)
	case Place:
		p.out.Place = cell
	case Municipality:
		if p.out.Place == "" {
			p.out.Place = cell
		}
	case Postcode:
		p.out.Postcode = cell
	case Number:
		p.out.Number = cell
	case Person:
		p.out.Person = cell
	case PersonID:
		p.out.PersonID = cell
	case Note:
		if k.Note != "" {
			k.Note += "\n"
		}
		k.Note += cell
	case Held:
		k.NoteHeld = slices.Contains(yesWords, strings.ToLower(cell))
	case With:
		for line := range strings.SplitSeq(cell, "\n") {
			p.participant(line)
		}
	case ContactName, ContactTel, ContactMail:
		p.contactPerson(c.Field, cell)
	case OverlapWhy:
		k.OverlapWhy = p.masked(cell)
		if code, ok := termOf(crm.OverlapReasons, cell); ok {
			k.OverlapWhy = code
		}
	default:
		if c.Field.follows() {
			p.follow(c, cell)
		}
	}
}

func (p *rowReader) contactPerson(f Field, cell string) {
	p.out.Named = true
	if !p.told {
		return
	}
	k := &p.out.Contact
	*map[Field]*string{ContactName: &k.ContactName, ContactTel: &k.ContactTel, ContactMail: &k.ContactMail}[f] = p.masked(cell)
}

// participant reads "Jobcenter Lolland [JC-360]", or a name.
func (p *rowReader) participant(line string) {
	name := strings.TrimSpace(line)
	if name == "" {
		return
	}
	if at := strings.LastIndex(name, "["); at >= 0 && strings.HasSuffix(name, "]") {
		if org, ok := p.orgs[name[at+1:len(name)-1]]; ok {
			p.out.Contact.With = append(p.out.Contact.With, crm.Participant{OrgID: org.ID, Name: strings.TrimSpace(name[:at]), Public: org.Public})
			return
		}
	}
	p.out.Contact.With = append(p.out.Contact.With, crm.Participant{Name: p.masked(name)})
}

// follow reads a cell of a follow-up.
func (p *rowReader) follow(c Mapped, cell string) {
	f := p.follows[c.Turn]
	if f == nil {
		f = &promised{FollowUp: crm.FollowUp{State: crm.FollowUpOpen}}
		p.follows[c.Turn] = f
	}
	switch c.Field {
	case FollowText:
		if day, _, ok := readDay(cell, p.from1904, p.now); ok && f.Due.IsZero() { // "Opfølgning" is a day in one program, a text in another
			f.Due = day
			return
		}
		f.Text = p.masked(text.Cut(cell, crm.NoteLimit))
	case FollowDue:
		day, _, ok := readDay(cell, p.from1904, p.now)
		if f.Due = day; !ok {
			f.Due = when.Date{}
			p.keep(c.Header, cell)
		}
	case FollowWords:
		f.DueText = p.masked(cell)
	case FollowState:
		if code, ok := codeOf(followStates, cell); ok {
			f.State = crm.FollowUpState(code)
		} else if s, ok := statusOf(cell); ok && s == crm.Done {
			f.State = crm.FollowUpDone
		}
	case FollowOwner:
		f.owner = cell
	}
}

// keep puts words that were not understood into the note, so that nothing is lost.
func (p *rowReader) keep(header, cell string) {
	p.extra = append(p.extra, header+": "+cell)
	p.out.Kept++
}

func (p *rowReader) masked(s string) string {
	s, n := privacy.Mask(s)
	p.out.Masked += n
	return s
}

// finish puts the parts together that stand in several columns.
func (p *rowReader) finish() {
	k := &p.out.Contact
	turns := make([]int, 0, len(p.follows))
	for turn := range p.follows {
		turns = append(turns, turn)
	}
	slices.Sort(turns)
	for _, turn := range turns {
		f := p.follows[turn]
		switch {
		case f.Due.IsZero() && f.Text != "": // a promise without a day cannot be reminded of
			p.keep(nextStep.In(p.lang), f.Text)
		case !f.Due.IsZero():
			p.out.FollowUps = append(p.out.FollowUps, *f)
		}
	}
	if p.out.NoChannel = k.Channel == ""; p.out.NoChannel {
		k.Channel = p.channel
	}
	if k.Status == "" && p.out.DayRead {
		k.Status = crm.StatusFor(k.Date, when.DateOf(p.now))
	}
	if k.End != crm.NoClock && k.Start == crm.NoClock {
		k.End = crm.NoClock
	}
	k.Note = strings.TrimSpace(strings.Join(append([]string{k.Note}, p.extra...), "\n"))
	k.Note = p.masked(k.Note)
	spoken := []string{k.Note}
	for _, w := range k.With {
		spoken = append(spoken, w.Name)
	}
	k.NoteHeld = k.NoteHeld || len(privacy.Warnings(strings.Join(spoken, "\n"))) > 0
}

var nextStep = text.New("Næste skridt", "Next step")

// Key is the same for the same row of a file and no other: a sum of the cells that are not empty with the names of their
// columns, but for the column that says why a row was not taken.
func (m Mapping) Key(row sheet.Row) string {
	sum := sha256.New()
	for i, c := range m.Columns {
		if cell := strings.TrimSpace(row.Cells[i]); cell != "" && c.Field != Reason {
			sum.Write([]byte(c.Header + "\x1f" + cell + "\x1e"))
		}
	}
	return hex.EncodeToString(sum.Sum(nil)[:16])
}
