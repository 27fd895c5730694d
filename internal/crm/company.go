package crm

import "samspil/internal/when"

// Company is a legal unit of the CVR register, as far as the program knows it.
type Company struct {
	ID           int64
	CVR          string // eight digits
	Name         string
	Key          string // the folded name (register.Fold), by which look-ups compare
	Form         string // legal form as printed: "A/S", "ApS"; "" where unknown
	Municipality string // code of three digits: "360"; "" where unknown
	Place        string // town or municipality as people say it: "Rødby"
	Industry     string // six digits of DB07 or DB25; "" where unknown
	Employees    int    // -1 where unknown
	Status       CompanyStatus
	EndedOn      when.Date // set when Status is CompanyEnded
	SuccessorCVR string    // after a merger; "" otherwise
	AdProtected  bool      // "reklamebeskyttet": CVR contact data may not be used for advertising
	AddedBy      Org       // ID and Public of whose staff wrote it; empty when it came from the register

	// Both are filled where a method says so.
	Sites []Site
	Also  []CompanyName
}

// CompanyName is a name that a company has beside its main one, or had.
type CompanyName struct {
	Name string
	Key  string // folded, as Company.Key
	Kind NameKind
}

// NameKind says what a CompanyName is to the company.
type NameKind string

// The kinds of other names.
const (
	SecondaryName NameKind = "secondary" // binavn
	FormerName    NameKind = "former"
)

// KnownTo reports whether the viewer may know of the company. The register is public; a company that only the staff
// of another organisation wrote would tell of their contact with it.
func (c Company) KnownTo(viewer Org, agreed Agreements) bool {
	return c.AddedBy.ID == 0 || c.AddedBy.ID == viewer.ID || pairTier(c.AddedBy, viewer, agreed) >= TierFact
}

// CompanyStatus is what the register says of the company's life.
type CompanyStatus string

// The statuses.
const (
	CompanyActive       CompanyStatus = "active"
	CompanyEnded        CompanyStatus = "ended"
	CompanyBankruptcy   CompanyStatus = "bankruptcy"   // under konkurs
	CompanyLiquidation  CompanyStatus = "liquidation"  // likvidation, tvangsopløsning
	CompanyRestructured CompanyStatus = "restructured" // under rekonstruktion
)

// Site is a production unit (P-enhed) of a company.
type Site struct {
	ID           int64
	CompanyID    int64
	PNumber      string // ten digits
	Name         string
	Place        string
	Municipality string
}

// NoticeKind says what a Notice warns of.
type NoticeKind string

// The kinds of notice.
const (
	NoticeNotBefore NoticeKind = "not_before" // "contact me again after …"
	NoticeOptOut    NoticeKind = "opt_out"    // asked not to be contacted
	NoticeConflict  NoticeKind = "conflict"   // industrial conflict or blockade (STAR's lock "Konfliktramt")
)

// Notice is a standing warning about a company, from an organisation that was told. A company's own wish is
// shown to everybody who checks the company: hiding it would defeat it. Who was told is shown from TierFact on.
type Notice struct {
	ID        int64
	CompanyID int64
	Kind      NoticeKind
	From      when.Date // first day it holds
	Until     when.Date // last day; zero: until withdrawn
	Org       Org       // who was told; empty for a viewer who may not know
}

// HoldsOn reports whether the notice is in force that day.
func (n Notice) HoldsOn(d when.Date) bool {
	return !d.Before(n.From) && (n.Until.IsZero() || !d.After(n.Until))
}

// asksNot reports whether the company itself asked not to be contacted.
func (n Notice) asksNot() bool { return n.Kind == NoticeNotBefore || n.Kind == NoticeOptOut }
