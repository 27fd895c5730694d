package dossier

import (
	"strings"

	"samspil/internal/crm"
	"samspil/internal/register"
	"samspil/internal/text"
)

var (
	whyShared    = text.New("flere hedder det samme", "several share the name")
	whyBeginning = text.New("navnet begynder sådan", "the name begins like that")
	whyPart      = text.New("en del af navnet", "part of the name")
	whySpelling  = text.New("navnet staves anderledes", "the name is spelt differently")
	whyForm      = text.New("samme navn, anden selskabsform", "same name, other legal form")
	whyPlace     = text.New("navn og sted passer", "name and place fit")
	whySecondary = text.New("binavn", "secondary name")
	whyFormer    = text.New("tidligere navn", "former name")
	whyEnded     = text.New("ophørt", "ceased")
	whySuccessor = text.New("ophørt, videreført i CVR %s", "ceased, continued in CVR %s")

	whys = map[register.Reason]text.Text{
		register.ByShared: whyShared, register.ByBeginning: whyBeginning, register.ByPart: whyPart, register.BySpelling: whySpelling,
		register.ByOtherForm: whyForm, register.ByNameAndPlace: whyPlace, register.BySecondary: whySecondary, register.ByFormer: whyFormer,
	}
)

// CandidateLine is the company with how it agrees with what was asked: "Køge Kran ApS, Køge, CVR 99015527 (navnet staves
// anderledes)".
func CandidateLine(lang text.Lang, c register.Candidate) string {
	var why []string
	if t, ok := whys[c.Reason]; ok {
		why = append(why, t.In(lang))
	}
	switch {
	case c.Company.Status != crm.CompanyEnded:
	case c.Company.SuccessorCVR != "":
		why = append(why, whySuccessor.In(lang, c.Company.SuccessorCVR))
	default:
		why = append(why, whyEnded.In(lang))
	}
	if len(why) == 0 {
		return CompanyLine(c.Company)
	}
	return CompanyLine(c.Company) + " (" + strings.Join(why, "; ") + ")"
}
