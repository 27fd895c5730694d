package overview

import (
	"math"

	"samspil/internal/crm"
	"samspil/internal/text"
)

// measure is one figure: its name, what it counts, and where it is in the figures. ok is false where it does not apply.
type measure struct {
	name, means text.Text
	of          func(crm.Figures) (n crm.Count, ok bool)
	percent     bool // of tenths of a percent
	standing    bool // as it stands now: nothing can be set beside it
	sourced     bool // from elsewhere: its source and date are said with it
}

// all is for figures that always apply; own for those of the viewer's own organisation alone.
func all(of func(crm.Figures) crm.Count) func(crm.Figures) (crm.Count, bool) {
	return func(f crm.Figures) (crm.Count, bool) { return of(f), true }
}

func own(of func(crm.Figures) int) func(crm.Figures) (crm.Count, bool) {
	return func(f crm.Figures) (crm.Count, bool) {
		n := of(f)
		return crm.Count{N: n, Own: n}, f.Overlaps.Own > 0
	}
}

func promised(of func(crm.FollowUpFigures) int) func(crm.Figures) (crm.Count, bool) {
	return func(f crm.Figures) (crm.Count, bool) {
		if f.FollowUps == nil {
			return crm.Count{}, false
		}
		n := of(*f.FollowUps)
		return crm.Count{N: n, Own: n}, true
	}
}

func proposed(of func(crm.ProposalFigures) crm.Count) func(crm.Figures) (crm.Count, bool) {
	return func(f crm.Figures) (crm.Count, bool) {
		if f.Proposals == nil {
			return crm.Count{}, false
		}
		return of(*f.Proposals), true
	}
}

// measures is every figure in the order it is shown, with its definition.
var measures = []measure{
	{name: text.New("Kontakter", "Contacts"), means: text.New("gennemførte kontakter i perioden, uanset kanal.", "completed contacts in the period, through whatever channel."),
		of: all(func(f crm.Figures) crm.Count { return f.Contacts })},
	{name: text.New("Besøg", "Visits"), means: text.New("de kontakter, hvor man mødtes hos virksomheden.", "those contacts that were a meeting in person."),
		of: all(func(f crm.Figures) crm.Count { return f.Visits })},
	{name: text.New("Virksomheder", "Companies"), means: text.New("forskellige CVR-numre med mindst én kontakt; hver tæller én gang.", "different CVR numbers with at least one contact; each counts once."),
		of: all(func(f crm.Figures) crm.Count { return f.Companies })},
	{name: text.New("Nye virksomheder", "First-time companies"), means: text.New("de virksomheder, som ingen i udsnittet havde haft kontakt med før periodens første dag.", "those companies that nobody in the selection had contacted before the first day of the period."),
		of: all(func(f crm.Figures) crm.Count { return f.FirstTime })},
	{name: text.New("Fælles besøg", "Joint visits"), means: text.New("besøg, hvor mindst én anden aktør var med.", "visits in which at least one other organisation took part."),
		of: all(func(f crm.Figures) crm.Count { return f.JointVisits })},
	{name: text.New("Andel fælles besøg", "Share of joint visits"), means: text.New("fælles besøg i procent af alle besøg; vises ikke, når et af tallene er skjult.", "joint visits in per cent of all visits; not shown where one of the figures is hidden."), percent: true,
		of: func(f crm.Figures) (crm.Count, bool) {
			if f.Visits.N == 0 || f.Visits.Small() || f.JointVisits.Small() {
				return crm.Count{}, false
			}
			return permille(f.JointVisits.N, f.Visits.N), true
		}},
	{name: text.New("Overlap", "Overlaps"), means: text.New("kontakter taget inden for 90 dage efter en anden aktørs kontakt med samme virksomhed.", "contacts made within 90 days after another organisation's contact with the same company."),
		of: all(func(f crm.Figures) crm.Count { return f.Overlaps })},
	{name: text.New("Overlap, taget sammen", "Overlaps, made together"), means: text.New("de overlap, hvor den anden aktør var med.", "those overlaps in which the other organisation took part."),
		of: all(func(f crm.Figures) crm.Count { return f.Joined })},
	{name: text.New("Egne overlap med grund", "Own overlaps with a reason"), means: text.New("jeres egne overlap, der ikke blev taget sammen, men hvor grunden er noteret. Andres grunde deles ikke.", "your own overlaps that were not made together, but have a reason noted. Others' reasons are not shared."),
		of: own(func(f crm.Figures) int { return f.Reasoned })},
	{name: text.New("Egne overlap uden grund", "Own overlaps without a reason"), means: text.New("jeres egne overlap, der hverken blev taget sammen eller har en grund.", "your own overlaps that were neither made together nor have a reason."),
		of: own(crm.Figures.Unanswered)},
	{name: text.New("Åbne opfølgninger", "Open follow-ups"), means: text.New("jeres egne, som de står nu, ikke i perioden.", "your own, as they stand now, not in the period."),
		standing: true, of: promised(func(f crm.FollowUpFigures) int { return f.Open })},
	{name: text.New("Forfaldne opfølgninger", "Overdue follow-ups"), means: text.New("de åbne, hvis arbejdsdag er gået.", "those open whose workday has passed."),
		standing: true, of: promised(func(f crm.FollowUpFigures) int { return f.Overdue })},
	{name: text.New("Udførte opfølgninger", "Follow-ups done"), means: text.New("jeres egne, der blev markeret som udført i perioden.", "your own that were marked done in the period."),
		of: promised(func(f crm.FollowUpFigures) int { return f.Closed })},
	{name: text.New("Udført til tiden", "Done on time"), means: text.New("de udførte, der blev gjort senest den lovede dag, eller arbejdsdagen efter når den lå i en weekend.", "those done by the promised day, or the workday after it where it lay in a weekend."),
		of: promised(func(f crm.FollowUpFigures) int { return f.OnTime })},
	{name: text.New("Projektforslag", "Proposals"), means: text.New("de projektforslag, I må se, i den fase, de stod i, da perioden sluttede (eller står i nu), også de afgjorte og afsluttede, men ikke kladder. De er registreret af udsnittets aktør eller mærket med dets kommune eller en hel region i det.", "the proposals you may see, at the stage where they stood when the period ended (or stand now), also those decided and closed, but no drafts. They were registered by the selection's organisation, or marked with its municipality or a whole region of it."),
		of: proposed(func(f crm.ProposalFigures) crm.Count { return f.Registered })},
	{name: text.New("Høringssvar med frist", "Positions due"), means: text.New("svar, som udsnittets aktører blev bedt om i høringer, hvis frist faldt i perioden og er gået. Kun høringer, I har sendt ud eller er hørt i. Blev en høring afsluttet før fristen, tæller kun de svar, der nåede at komme.", "positions asked of the selection's organisations in consultations whose deadline fell in the period and has passed. Only consultations you began or are heard in. Of one that was ended before its deadline, only the positions that were given by then."),
		of: proposed(func(f crm.ProposalFigures) crm.Count { return f.Asked })},
	{name: text.New("Høringssvar til tiden", "Positions given in time"), means: text.New("dem, hvor aktøren svarede første gang senest på fristens dag.", "those where the organisation first answered by the end of the day of the deadline."),
		of: proposed(func(f crm.ProposalFigures) crm.Count { return f.InTime })},
	{name: text.New("Andel høringssvar til tiden", "Share of positions in time"), means: text.New("høringssvar til tiden i procent af dem med frist; vises ikke, når et af tallene er skjult.", "positions given in time in per cent of those due; not shown where one of the figures is hidden."), percent: true,
		of: func(f crm.Figures) (crm.Count, bool) {
			p := f.Proposals
			if p == nil || p.Asked.N == 0 || p.Asked.Small() || p.InTime.Small() {
				return crm.Count{}, false
			}
			return permille(p.InTime.N, p.Asked.N), true
		}},
	{name: text.New("Virksomheder med ansatte", "Companies with employees"), means: text.New("kontaktgradens nævner: kommunernes virksomheder med mindst én ansat i det år, perioden slutter i. Tallet er hentet andetsteds; kilde og dato står ved.", "what the contact rate is counted against: the municipalities' companies with at least one employee in the year in which the period ends. The number comes from elsewhere; its source and date are given."), sourced: true,
		of: func(f crm.Figures) (crm.Count, bool) {
			if f.Denominator == nil {
				return crm.Count{}, false
			}
			return crm.Count{N: f.Denominator.Companies, Own: f.Denominator.Companies}, true
		}},
	{name: text.New("Kontaktgrad", "Contact rate"), means: text.New("vores eget mål: virksomheder med kontakt i procent af kommunernes virksomheder med mindst én ansat. Det er ikke STAR's måling, som tæller virksomheder med fx praktik og løntilskud.", "our own measure: companies contacted in per cent of the municipalities' companies with at least one employee. It is not STAR's measure, which counts companies with for example work placements and wage subsidies."), percent: true,
		of: func(f crm.Figures) (crm.Count, bool) {
			if f.Denominator == nil || f.Companies.Small() {
				return crm.Count{}, false
			}
			return permille(f.Companies.N, f.Denominator.Companies), true
		}},
}

// beside is the figure of the period beside this one, where there is one.
func (m measure) beside(f crm.Figures) crm.Figures {
	if m.standing {
		return crm.Figures{}
	}
	return f
}

// permille is a share in tenths of a percent, which is nobody's count and never small.
func permille(n, of int) crm.Count {
	tenths := int(math.Round(1000 * float64(n) / float64(of)))
	return crm.Count{N: tenths, Own: tenths}
}
