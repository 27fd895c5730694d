package summary

import (
	"samspil/internal/directory"
	"samspil/internal/text"
)

func (c Card) timeAndPlace(p *printed) {
	named := func(f Field[string]) string { return f.Value }
	field(p, labelPeriod, c.Period, func(v Period) string {
		switch {
		case v.From == "":
			return until.In(p.lang, dateIn(p.lang, v.To))
		case v.To == "":
			return since.In(p.lang, dateIn(p.lang, v.From))
		}
		return dateIn(p.lang, v.From) + " – " + dateIn(p.lang, v.To)
	})
	list(p, labelDeadlines, c.Deadlines, func(f Field[string]) string {
		if f.Role == "" {
			return dateIn(p.lang, f.Value)
		}
		return dateIn(p.lang, f.Value) + " (" + f.Role + ")"
	})
	list(p, labelRegions, c.Regions, named)
	list(p, labelMunicipalities, c.Municipalities, func(f Field[string]) string { return directory.WithMunicipality(f.Value) })
}

func (c Card) effects(p *printed) {
	counted := func(f Field[int]) string {
		if f.Role == "" {
			return text.Number(p.lang, f.Value)
		}
		return text.Number(p.lang, f.Value) + " (" + f.Role + ")"
	}
	list(p, labelJobs, c.Jobs, counted)
	list(p, labelParticipants, c.Participants, counted)
	list(p, labelCompanies, c.Companies, counted)
	list(p, labelTrades, c.Trades, func(f Field[string]) string { return TradeName(f.Value, p.lang) })
	if c.Construction.Value {
		p.row(labelConstruction, c.Construction.Role)
		p.source(c.Construction.Quote, c.Construction.Page)
	} else {
		p.row(labelConstruction, notStated.In(p.lang))
	}
}

func (c Card) questions(p *printed) {
	p.b.WriteByte('\n')
	for _, q := range []struct {
		label text.Text
		f     Field[bool]
	}{{labelUpskilling, c.Upskilling}, {labelEmployment, c.Employment}} {
		if !q.f.Value {
			p.row(q.label, nothingFound.In(p.lang))
			continue
		}
		p.row(q.label, mentioned.In(p.lang))
		p.source(q.f.Quote, q.f.Page)
	}
}

// hearing prints whom to hear, always as a suggestion, and the warnings.
func (c Card) hearing(p *printed) {
	if len(c.Actors) > 0 {
		p.b.WriteString("\n" + headActors.In(p.lang) + "\n")
		for _, a := range c.Actors {
			p.b.WriteString("  - " + ActorName(a.Value, p.lang))
			if a.Value != a.Role {
				p.b.WriteString(" (" + actorText(a.Role, p.lang) + ")")
			}
			p.b.WriteByte('\n')
		}
	}
	if len(c.Warnings) > 0 {
		p.b.WriteString("\n" + headWarnings.In(p.lang) + "\n")
		for _, w := range c.Warnings {
			p.b.WriteString("  - " + plainLine(w.Say(p.lang)) + "\n")
		}
	}
	p.b.WriteString("\n" + c.HowMade(p.lang) + "\n")
}
