package summary

import (
	"slices"
)

// strike puts the extract's value in the place of what failed.
func strike(c *Card, extract Card, key string, findings []Finding) {
	switch key {
	case "title":
		c.Title = extract.Title
	case "applicant":
		c.Applicant = extract.Applicant
	case "applicant.contact":
		c.Contact = extract.Contact
	case "amount_applied_dkk":
		c.Applied = extract.Applied
	case "total_budget_dkk":
		c.Total = extract.Total
	case "other_amounts":
		c.Others = extract.Others
	case "period":
		c.Period = extract.Period
	case "construction":
		c.Construction = extract.Construction
	case "upskilling":
		c.Upskilling = extract.Upskilling
	case "upskilling.employment":
		c.Employment = extract.Employment
	case "summary.da":
		c.SummaryDA = extract.SummaryDA
	case "summary.en":
		c.SummaryEN = extract.SummaryEN
	case "jobs":
		c.Jobs = without(c.Jobs, key, findings)
	case "participants":
		c.Participants = without(c.Participants, key, findings)
	case "participants.companies":
		c.Companies = without(c.Companies, key, findings)
	default:
		strikeName(c, key, findings)
	}
}

func strikeName(c *Card, key string, findings []Finding) {
	lists := map[string]*List[string]{"partners": &c.Partners, "regions": &c.Regions, "municipalities": &c.Municipalities,
		"trades": &c.Trades, "funds": &c.Funds, "deadlines": &c.Deadlines}
	if l, ok := lists[key]; ok {
		*l = without(*l, key, findings)
	}
}

// without drops the values that failed.
func without[T any](list List[T], key string, findings []Finding) List[T] {
	var kept List[T]
	for i, f := range list {
		if !slices.ContainsFunc(findings, func(x Finding) bool { return x.Field == key && x.Index == i }) {
			kept = append(kept, f)
		}
	}
	return kept
}
