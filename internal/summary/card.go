package summary

import (
	"samspil/internal/text"
)

// Card is what a proposal says. Nothing in it is guessed: what is not stated is the zero Field.
type Card struct {
	Lang text.Lang // of the document

	Title          Field[string]
	Applicant      Field[string]
	Contact        Field[string] // name, e-mail and telephone as they stand
	Partners       List[string]
	Applied        Field[Amount] // in DKK
	Total          Field[Amount] // of the budget, or the size of the pool, in DKK
	Others         List[Amount]  // every other amount, each value once, in whatever currency
	Period         Field[Period]
	Regions        List[string]
	Municipalities List[string]
	Jobs           List[int]
	Participants   List[int] // Role: who they are ("ledige")
	Companies      List[int]
	Trades         List[string] // codes of trades.tsv, most of them also of crm.Trades
	Construction   Field[bool]  // Role: the project or the word
	Upskilling     Field[bool]  // the memo's first question: is upskilling thought in?
	Employment     Field[bool]  // the second: are employment considerations thought in?
	Funds          List[string]
	Deadlines      List[string] // ISO days, or the words where no day is stated; Role: what for
	Actors         List[string] // suggestions by rule, not statements of the document; Role: why
	Warnings       []Warning

	SummaryDA string // two or three sentences, Sentences in Danish unless somebody drafted others
	SummaryEN string

	Drafted bool // by a language model, and proved; else it is an extract made by rules
}

// HowMade says in that language how the card was made.
func (c Card) HowMade(lang text.Lang) string {
	if c.Drafted {
		return madeByModel.In(lang)
	}
	return madeByRules.In(lang)
}

// made is how the card was made, as a word for programs.
func (c Card) made() string {
	if c.Drafted {
		return "draft"
	}
	return "extract"
}

// Summary is the sentences in that language.
func (c Card) Summary(lang text.Lang) string {
	if lang == text.English {
		return c.SummaryEN
	}
	return c.SummaryDA
}

// JSON is the card with the keys of the command line's --json; texts are in that language.
func (c Card) JSON(lang text.Lang) ([]byte, error) {
	return asJSON(cardJSON{
		Title: c.Title, Applicant: withContact{c.Applicant.plain(), c.Contact}, Partners: c.Partners,
		Applied: c.Applied, Total: c.Total, Others: c.Others, Period: c.Period,
		Regions: c.Regions, Municipalities: c.Municipalities,
		Jobs: c.Jobs, Participants: withCompanies{c.Participants.plain(), c.Participants, c.Companies.plain()},
		Trades: c.Trades, Construction: c.Construction,
		Upskilling: withEmployment{c.Upskilling.plain(), c.Employment},
		Funds:      c.Funds, Deadlines: c.Deadlines, Actors: c.actorsJSON(lang),
		Summary: c.summaryJSON(lang), Warnings: c.warningsJSON(lang), Made: c.made(),
	})
}

// cardJSON fixes the keys and their order. What has no key of its own stands inside the field it belongs to.
type cardJSON struct {
	Title          Field[string]  `json:"title"`
	Applicant      withContact    `json:"applicant"`
	Partners       List[string]   `json:"partners"`
	Applied        Field[Amount]  `json:"amount_applied_dkk"`
	Total          Field[Amount]  `json:"total_budget_dkk"`
	Others         List[Amount]   `json:"other_amounts"`
	Period         Field[Period]  `json:"period"`
	Regions        List[string]   `json:"regions"`
	Municipalities List[string]   `json:"municipalities"`
	Jobs           List[int]      `json:"jobs"`
	Participants   withCompanies  `json:"participants"`
	Trades         List[string]   `json:"trades"`
	Construction   Field[bool]    `json:"construction"`
	Upskilling     withEmployment `json:"upskilling"`
	Funds          List[string]   `json:"funds"`
	Deadlines      List[string]   `json:"deadlines"`
	Actors         List[string]   `json:"actors_to_hear"`
	Summary        fieldJSON      `json:"summary"`
	Warnings       List[string]   `json:"warnings"`
	Made           string         `json:"made"`
}

type withContact struct {
	fieldJSON
	Contact Field[string] `json:"contact"`
}

type withCompanies struct {
	fieldJSON
	Items     []Field[int] `json:"items"`
	Companies fieldJSON    `json:"companies"`
}

type withEmployment struct {
	fieldJSON
	Employment Field[bool] `json:"employment"`
}

func (c Card) summaryJSON(lang text.Lang) fieldJSON {
	sentences := c.Summary(lang)
	if sentences == "" {
		return fieldJSON{}
	}
	return fieldJSON{Value: sentences, Quote: c.Title.Quote, Page: c.Title.Page, Confidence: c.Title.Confidence}
}
