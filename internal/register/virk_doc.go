package register

import (
	"bytes"
	"encoding/json"
	"strings"
)

// virkDoc is what is read of a document of distribution.virk.dk: a company or a production unit. The field names are
// case-sensitive there.
type virkDoc struct {
	Company *virkCompany `json:"Vrvirksomhed"`
	Site    *virkSite    `json:"VrproduktionsEnhed"`
}

type virkPeriod struct {
	From string `json:"gyldigFra"`
	To   string `json:"gyldigTil"` // "" while it goes on
}

type virkName struct {
	Name   string     `json:"navn"`
	Period virkPeriod `json:"periode"`
}

type virkAddress struct {
	Municipality struct {
		Code flexible `json:"kommuneKode"`
	} `json:"kommune"`
	Town   string     `json:"postdistrikt"`
	Period virkPeriod `json:"periode"`
}

type virkForm struct {
	Code  flexible `json:"virksomhedsformkode"`
	Short string   `json:"kortBeskrivelse"`
}

type virkIndustry struct {
	Code flexible `json:"branchekode"`
}

type virkEmployment struct {
	Year     int      `json:"aar"`
	Quarter  int      `json:"kvartal"`
	Month    int      `json:"maaned"`
	Number   flexible `json:"antalAnsatte"`
	Interval string   `json:"intervalKodeAntalAnsatte"`
}

type virkCompany struct {
	CVR       flexible      `json:"cvrNummer"`
	Protected bool          `json:"reklamebeskyttet"`
	Names     []virkName    `json:"navne"`
	Secondary []virkName    `json:"binavne"`
	Addresses []virkAddress `json:"beliggenhedsadresse"`
	Lives     []struct {
		Period virkPeriod `json:"periode"`
	} `json:"livsforloeb"`
	Statuses []struct {
		Status string     `json:"status"`
		Period virkPeriod `json:"periode"`
	} `json:"virksomhedsstatus"`
	Sites []struct {
		PNumber flexible   `json:"pNummer"`
		Period  virkPeriod `json:"periode"`
	} `json:"penheder"`
	Meta struct {
		Name    *virkName     `json:"nyesteNavn"`
		Form    *virkForm     `json:"nyesteVirksomhedsform"`
		Address *virkAddress  `json:"nyesteBeliggenhedsadresse"`
		Trade   *virkIndustry `json:"nyesteHovedbranche"`
		Credit  *struct {
			Text string `json:"kreditoplysningtekst"`
		} `json:"nyesteStatus"`
		Yearly    *virkEmployment `json:"nyesteAarsbeskaeftigelse"`
		Quarterly *virkEmployment `json:"nyesteKvartalsbeskaeftigelse"`
		Monthly   *virkEmployment `json:"nyesteMaanedsbeskaeftigelse"`
		Registry  *virkEmployment `json:"nyesteErstMaanedsbeskaeftigelse"`
		Status    string          `json:"sammensatStatus"`
	} `json:"virksomhedMetadata"`
}

type virkSite struct {
	PNumber   flexible      `json:"pNummer"`
	Names     []virkName    `json:"navne"`
	Addresses []virkAddress `json:"beliggenhedsadresse"`
	Owners    []struct {
		CVR    flexible   `json:"cvrNummer"`
		Period virkPeriod `json:"periode"`
	} `json:"virksomhedsrelation"`
}

// flexible is a number or a text, as text: Virk and its clients write numbers both ways.
type flexible string

// UnmarshalJSON reads either.
func (f *flexible) UnmarshalJSON(raw []byte) error {
	var s string
	switch {
	case bytes.Equal(raw, []byte("null")):
	case raw[0] == '"':
		if err := json.Unmarshal(raw, &s); err != nil {
			return err
		}
	default:
		var n json.Number
		if err := json.Unmarshal(raw, &n); err != nil {
			return err
		}
		s = n.String()
	}
	*f = flexible(strings.TrimSpace(s))
	return nil
}
