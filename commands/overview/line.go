package overview

import (
	"strconv"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/when"
)

// at is the line that asks the same of another period.
func (a asked) at(p crm.Period) string {
	return strings.TrimSpace(a.words + " " + slashed(p.From) + "-" + slashed(p.To))
}

// line asks exactly this again.
func (a asked) line() string {
	if a.named {
		return a.at(a.period) + ", " + slashed(a.beside.From) + "-" + slashed(a.beside.To)
	}
	return a.at(a.period)
}

func slashed(d when.Date) string {
	return strconv.Itoa(d.Day) + "." + strconv.Itoa(int(d.Month)) + "." + strconv.Itoa(d.Year)
}

func (a asked) understood() commands.Understood {
	s := map[string]any{"period_from": a.period.From.String(), "period_to": a.period.To.String()}
	if a.named {
		s["beside_from"], s["beside_to"] = a.beside.From.String(), a.beside.To.String()
	}
	if len(a.scope.Municipalities) > 0 {
		s["municipality"] = a.scope.Municipalities
	}
	var orgs []string
	for _, o := range a.scope.Orgs {
		orgs = append(orgs, o.Code)
	}
	if len(orgs) > 0 {
		s["actor"] = orgs
	}
	if a.scope.Purpose != "" {
		s["purpose"] = string(a.scope.Purpose)
	}
	return commands.Understood{Intent: "status.kpi", Slots: s}
}
