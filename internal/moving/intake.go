package moving

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"samspil/internal/crm"
	"samspil/internal/sheet"
	"samspil/internal/text"
	"samspil/internal/when"
)

// Records is where the rows come from that a file is compared with.
type Records interface {
	CompanyByCVR(ctx context.Context, cvr string) (crm.Company, error)
	CompanyByPNumber(ctx context.Context, pNumber string) (crm.Company, error)
	// ImportedKeys gives those of the keys that contacts of the organisation have which are not deleted.
	ImportedKeys(ctx context.Context, orgID int64, keys []string) (map[string]bool, error)
	// ContactsOfCompanies gives everybody's contacts with the companies in that time, but for those of one import.
	ContactsOfCompanies(ctx context.Context, companyIDs []int64, from, to when.Date, except int64) ([]crm.Contact, error)
}

// Verdict is what becomes of a row. Each row has exactly one.
type Verdict int

// The verdicts.
const (
	Added          Verdict = iota // it is a new contact
	There                         // an earlier import brought it in
	Ours                          // the organisation has this contact already
	Twice                         // an earlier row of the file is this contact
	CompanyUnsure                 // more than one company may be meant
	CompanyUnknown                // none is
	NoDay                         // the day cannot be read
	NoPerson                      // nobody of the organisation is called so
	Refused                       // it cannot be stored as it is
	verdicts
)

// Decision is one row with what becomes of it.
type Decision struct {
	Row        sheet.Row
	Draft      Draft
	Verdict    Verdict
	Contact    crm.ImportedContact // of Added
	Fresh      bool                // its company is to be added first: Company.ID is 0
	Candidates []crm.Company       // of CompanyUnsure
	Why        string              // of all but Added and There, in the language
	Overlap    bool                // another organisation's contact is close, as far as this one may know
}

// Options say how a file is taken in.
type Options struct {
	Mapping  Mapping
	Org      crm.Org
	People   []crm.Person // of the organisation
	Logger   *crm.Person  // who logs every row; nil for the person each row names
	Orgs     []crm.Org
	Agreed   crm.Agreements
	Channel  crm.Channel // where a row states none
	Told     bool        // contact persons know that they are noted
	From1904 bool
	ImportID int64 // what it has brought in already is nobody's duplicate; 0 for none
	Now      time.Time
	Lang     text.Lang
}

// Intake decides about the rows of one file, in their order.
type Intake struct {
	Options
	rec       Records
	reading   reading
	companies *companies
	seen      map[[16]byte]int // contacts of the file, by what makes them the same, and the row that had them first
	keys      map[string]int   // the same for rows that are or come in, by their key
}

// NewIntake begins with a file.
func NewIntake(rec Records, finder Finder, o Options) *Intake {
	in := &Intake{Options: o, rec: rec, seen: map[[16]byte]int{}, keys: map[string]int{}}
	in.reading = reading{mapping: o.Mapping, channel: o.Channel, from1904: o.From1904, told: o.Told, now: o.Now, lang: o.Lang, orgs: map[string]crm.Org{}}
	for _, org := range o.Orgs {
		in.reading.orgs[org.Code] = org
	}
	in.companies = &companies{rec: rec, finder: finder, known: map[asked]answer{}, knows: func(c crm.Company) bool { return c.KnownTo(o.Org, o.Agreed) }}
	return in
}

// AtOnce is how many rows are best given to Take.
const AtOnce = 500

// Take decides about the next rows.
func (in *Intake) Take(ctx context.Context, rows []sheet.Row) ([]Decision, error) {
	list := make([]Decision, len(rows))
	keys := make([]string, len(rows))
	for i, row := range rows {
		keys[i] = in.Mapping.Key(row)
		list[i] = Decision{Row: row, Draft: in.reading.read(row)}
		list[i].Contact.Key = keys[i]
	}
	there, err := in.rec.ImportedKeys(ctx, in.Org.ID, keys)
	if err != nil {
		return nil, err
	}
	answers, err := in.answers(ctx, list)
	if err != nil {
		return nil, err
	}
	for i := range list {
		in.judge(&list[i], answers[i], there[keys[i]])
	}
	return list, in.compare(ctx, list)
}

// answers finds the companies of the rows, with all of the machine.
func (in *Intake) answers(ctx context.Context, list []Decision) ([]answer, error) {
	found := make([]answer, len(list))
	failed := make([]error, len(list))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(list); i = int(next.Add(1)) - 1 {
				if d := list[i]; d.Row.Broken.IsZero() {
					found[i], failed[i] = in.companies.find(ctx, asked{d.Draft.CVR, d.Draft.PNumber, d.Draft.Name, d.Draft.Place, d.Draft.Postcode})
				}
			}
		})
	}
	workers.Wait()
	return found, errors.Join(failed...)
}

var (
	whyDay       = text.New("datoen kan ikke læses", "the date cannot be read")
	whyPerson    = text.New("\"%s\" er ikke en af organisationens medarbejdere", "\"%s\" is not one of the organisation's people")
	whySamePeo   = text.New("flere af organisationens medarbejdere hedder \"%s\"", "several of the organisation's people are called \"%s\"")
	whyNoPerson  = text.New("medarbejderen er ikke angivet", "the person is not stated")
	whyTwice     = text.New("samme kontakt som række %d", "the same contact as row %d")
	whyOurs      = text.New("samme kontakt som nr. %d", "the same contact as no. %d")
	whyCandidate = text.New("%s: %s", "%s: %s")
)

// judge decides about one row as far as its company allows.
func (in *Intake) judge(d *Decision, a answer, there bool) {
	in.judgePerson(d)
	switch k := &d.Contact.Contact; {
	case there:
		in.judgeThere(d, a)
	case !d.Row.Broken.IsZero():
		d.Verdict, d.Why = Refused, d.Row.Broken.In(in.Lang)
	case !d.Draft.DayRead:
		d.Verdict, d.Why = NoDay, whyDay.In(in.Lang)
	case !a.found && !a.fresh && len(a.candidates) > 0:
		d.Verdict, d.Candidates, d.Why = CompanyUnsure, a.candidates, in.unsure(a)
	case !a.found && !a.fresh:
		d.Verdict, d.Why = CompanyUnknown, a.why.In(in.Lang)
	case d.Verdict == NoPerson:
	default:
		in.fill(d, a)
		probe := *k
		if d.Fresh {
			probe.Company.ID = -1
		}
		if err := probe.Validate(in.Lang, when.DateOf(in.Now)); err != nil {
			d.Verdict, d.Why = Refused, sentenceOf(err, in.Lang)
			return
		}
		in.judgeTwice(d)
	}
}

// judgeThere decides about a row that an earlier import brought in, or this one before it was broken off.
func (in *Intake) judgeThere(d *Decision, a answer) {
	if first, ok := in.keys[d.Contact.Key]; ok {
		d.Verdict, d.Why = Twice, whyTwice.In(in.Lang, first)
		return
	}
	in.keys[d.Contact.Key] = d.Row.Number
	if d.Verdict != NoPerson && (a.found || a.fresh) {
		in.fill(d, a)
		if key := in.same16(d); in.seen[key] == 0 {
			in.seen[key] = d.Row.Number
		}
	}
	d.Verdict, d.Why = There, ""
}

func sentenceOf(err error, lang text.Lang) string {
	if shown, ok := errors.AsType[*crm.Error](err); ok {
		return shown.In(lang)
	}
	return err.Error()
}

func (in *Intake) unsure(a answer) string {
	names := make([]string, len(a.candidates))
	for i, c := range a.candidates {
		names[i] = c.CVR + " " + c.Name
	}
	return whyCandidate.In(in.Lang, a.why, strings.Join(names, " | "))
}

// fill puts the contact together.
func (in *Intake) fill(d *Decision, a answer) {
	who := d.Contact.Person
	d.Contact.Contact = d.Draft.Contact
	k := &d.Contact.Contact
	k.Person, k.Company, k.SiteID, d.Fresh = who, a.company, a.site, a.fresh
	if in.Mapping.Own && d.Draft.Name != "" && d.Draft.CVR != "" {
		k.Company.Name = d.Draft.Name
	}
	k.Org = in.Org
	for _, f := range d.Draft.FollowUps {
		f.OwnerID = who.ID
		if owner, _ := in.personCalled(f.owner); owner != nil {
			f.OwnerID = owner.ID
		}
		d.Contact.FollowUps = append(d.Contact.FollowUps, f.FollowUp)
	}
}
