package crm

import (
	"encoding/json"
	"slices"
	"time"

	"samspil/internal/text"
	"samspil/internal/when"
)

// Stage is where a proposal stands.
type Stage string

// The stages, in their order. A draft has been read but not yet registered by anybody.
const (
	StageDraft          Stage = "draft"
	StageIdea           Stage = "idea"
	StageEarlyNotice    Stage = "early_notice"
	StageConsultation   Stage = "consultation"
	StageRecommendation Stage = "recommendation"
	StageDecided        Stage = "decided"
	StageRunning        Stage = "running"
	StageClosed         Stage = "closed"
)

// Stages lists them in the order a proposal goes through them.
var Stages = []Term{
	{Code: string(StageDraft), name: text.New("kladde", "draft")},
	{Code: string(StageIdea), name: text.New("idé", "idea")},
	{Code: string(StageEarlyNotice), name: text.New("tidlig orientering", "early notice")},
	{Code: string(StageConsultation), name: text.New("høring", "consultation")},
	{Code: string(StageRecommendation), name: text.New("indstilling", "recommendation")},
	{Code: string(StageDecided), name: text.New("afgjort", "decided")},
	{Code: string(StageRunning), name: text.New("i gang", "running")},
	{Code: string(StageClosed), name: text.New("afsluttet", "closed")},
}

// Name is the stage in that language.
func (s Stage) Name(lang text.Lang) string { return name(Stages, string(s), lang) }

// Decision is what was decided of a proposal.
type Decision string

// The decisions.
const (
	Approved             Decision = "approved"
	ApprovedWithComments Decision = "approved_with_comments"
	Rejected             Decision = "rejected"
	Withdrawn            Decision = "withdrawn"
)

// Decisions lists them in the order people choose them.
var Decisions = []Term{
	{Code: string(Approved), name: text.New("godkendt", "approved")},
	{Code: string(ApprovedWithComments), name: text.New("godkendt med bemærkninger", "approved with comments")},
	{Code: string(Rejected), name: text.New("afvist", "rejected")},
	{Code: string(Withdrawn), name: text.New("trukket tilbage", "withdrawn")},
}

// IsApproval reports whether the project may go ahead.
func (d Decision) IsApproval() bool { return d == Approved || d == ApprovedWithComments }

// Name is the decision in that language.
func (d Decision) Name(lang text.Lang) string { return name(Decisions, string(d), lang) }

// Proposal is a project proposal of one organisation on its way through forum and council.
type Proposal struct {
	ID           int64
	Org          Org    // whose secretariat registered it
	Person       Person // who did
	Title        string
	Applicant    string // "" when not stated
	ApplicantKey string // folded, by which applicants are compared
	Stage        Stage
	Decision     Decision  // "" until decided
	IdeaOn       when.Date // when the idea was first heard of
	SharedAt     time.Time // when others could first see it; zero while they cannot
	DecidedOn    when.Date
	Applied      int64 // DKK; -1 when not stated
	Total        int64 // DKK; -1 when not stated
	From, To     when.Date
	Deadline     when.Date       // the next that it states; zero for none
	Construction string          // the construction project it belongs to; "" for none
	Marks        Marks           // by what it is found and compared
	Made         string          // how the card was made: "extract", "draft" (a model's, checked) or "person"
	Card         json.RawMessage // as it was read by machine; never changed
	Fields       []ProposalField // as people corrected them, the oldest first
	Heard        []int64         // organisations that were asked in a consultation
	CreatedAt    time.Time
	UpdatedAt    time.Time
	DeletedAt    time.Time // zero while it counts
	Version      int
}

// Marks are the codes by which proposals are found and compared.
type Marks struct {
	Regions        []string // 1081–1085 and as directory.RegionOn gives them
	Municipalities []string // three digits
	Trades         []string
	Partners       []string // folded names
	Words          []string // of the title, folded
}

// ProposalField is one field as a person corrected it.
type ProposalField struct {
	Field    string // as in the card's JSON
	Value    json.RawMessage
	PersonID int64
	Person   string // name
	At       time.Time
}

// ProposalDocument is what a card was read from. The file itself is not kept.
type ProposalDocument struct {
	Name  string
	Kind  string   // "pdf", "docx", "odt", "html", "mail", "text"
	Size  int64    // bytes
	Sum   string   // SHA-256 of the file, hex
	Pages []string // CPR numbers masked
}

// Open reports whether it has not been decided yet.
func (p Proposal) Open() bool {
	return p.Decision == "" && p.Stage != StageDecided && p.Stage != StageRunning && p.Stage != StageClosed
}

// StageChange is a step of a proposal from one stage to another.
type StageChange struct {
	At time.Time
	To Stage
}

// StageBefore is where a proposal stood just before that moment: now is where it stands, changes are all its steps, the
// oldest first. A draft before the first.
func StageBefore(now Stage, changes []StageChange, at time.Time) Stage {
	if len(changes) == 0 || changes[len(changes)-1].At.Before(at) {
		return now
	}
	stood := StageDraft
	for _, c := range changes {
		if c.At.Before(at) {
			stood = c.To
		}
	}
	return stood
}

// ProposalFilter narrows a list of proposals. The zero values of the others narrow nothing.
type ProposalFilter struct {
	Viewer       Org // who asks: only what that organisation may see is found
	OrgID        int64
	Stage        Stage
	Decisions    []Decision
	Region       string
	Municipality string
	Words        []string // folded; each is in the applicant's name, among the partners or in the title
	OpenOnly     bool
	Limit        int
}

// ProposalNotice says that an organisation was told of a proposal early.
type ProposalNotice struct {
	Org Org
	At  time.Time
}

// OrgChannel is where an organisation is told of proposals and heard.
type OrgChannel struct {
	Org     Org
	Team    string
	Channel string
	Lang    text.Lang // of what is said there; "" for Danish
}

// ProposalComment is what somebody said of a proposal outside a consultation.
type ProposalComment struct {
	ID         int64
	ProposalID int64
	Org        Org
	Person     Person
	At         time.Time
	Text       string
}

// CanSee reports whether the person may see the proposal: its own organisation always; other public bodies and those
// heard (p.Heard and heard; private partners too) once it is shared.
func (p Proposal) CanSee(who Person, heard ...int64) bool {
	switch {
	case !who.Active || !p.DeletedAt.IsZero():
		return false
	case p.Org.ID == who.Org.ID:
		return true
	case p.SharedAt.IsZero():
		return false
	}
	return p.Org.Public && who.Org.Public || slices.Contains(p.Heard, who.Org.ID) || slices.Contains(heard, who.Org.ID)
}

// CanChange reports whether the person may correct it, register it and start a consultation: its own organisation.
func (p Proposal) CanChange(who Person) bool { return who.SpeaksFor(p.Org) }

// CanDecide reports whether the person may say what was decided: secretariat, managers and administrators of its own
// organisation.
func (p Proposal) CanDecide(who Person) bool { return p.CanChange(who) && who.Role != Caseworker }
