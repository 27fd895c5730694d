package demo

import (
	"samspil/internal/crm"
	"samspil/internal/register"
	"samspil/internal/when"
)

// Numbers of the companies that contacts and notices refer to. They pass the register's check, but lie far above
// the numbers in use.
const (
	lollandBeton      = "99000007"
	aeroeMaskin       = "99001941"
	aabenraaAnlaeg    = "99002913"
	soerensenVVS      = "99004851"
	koegeKranservice  = "99005823"
	roedbyHavn        = "99007761"
	groenLogistik     = "99008733"
	vestfynsEl        = "99009705"
	hjoerringHoevleri = "99010673"
	metrobyg          = "99011645"
	nordfalster       = "99012617"
	aarhusAabygApS    = "99013583"
	aarhusAabygAS     = "99014555"
	koegeKran         = "99015527"
	koegeKorn         = "99016493"
	jensenMaribo      = "99017465"
	jensenHolbaek     = "99018437"
	nakskovSvejs      = "99019409"
	guldborgsundGulve = "99019905"
	sydhavsgulve      = "99020873"
	femoeBaade        = "99021845"
	lollandEnergi     = "99022817"
	sakskoebing       = "99023783"
	guldborgAuto      = "99024755"
	vordingborg       = "99025727"
	soroeStruktoer    = "99026693"
	naestvedStillads  = "99027665"
	landkoekken       = "99028637"
	kalundborgRoer    = "99029609"
)

// Companies is the demo's part of the register. Industries are six digits of DB25.
func Companies() []crm.Company {
	list := []crm.Company{
		company(lollandBeton, "Lolland Betonelementer A/S", "A/S", "360", "Rødby", "236100", 44),
		company(aeroeMaskin, "Ærø Maskinfabrik ApS", "ApS", "492", "Marstal", "282900", 18),
		company(aabenraaAnlaeg, "Aabenraa Anlæg A/S", "A/S", "580", "Aabenraa", "421100", 62),
		company(soerensenVVS, "Sørensen & Søn VVS I/S", "I/S", "360", "Nakskov", "432200", 9),
		company(koegeKranservice, "Køge Kranservice ApS", "ApS", "259", "Køge", "439900", 14),
		company(roedbyHavn, "Rødby Havneservice A/S", "A/S", "360", "Rødbyhavn", "522200", 27),
		company(groenLogistik, "Grøn Logistik ApS", "ApS", "265", "Roskilde", "494100", 35),
		company(vestfynsEl, "Vestfyns El ApS", "ApS", "420", "Assens", "432100", 12),
		company(hjoerringHoevleri, "Hjørring Høvleri A/S", "A/S", "860", "Hjørring", "161100", 41),
		company(metrobyg, "Metrobyg JV I/S", "I/S", "101", "København", "421300", 310),
		company(nordfalster, "Nordfalster Tømrer ApS", "ApS", "376", "Nørre Alslev", "433200", 11),
		company(aarhusAabygApS, "Aarhus Å-byg ApS", "ApS", "751", "Aarhus", "410000", 8),
		company(aarhusAabygAS, "Århus Aabyg A/S", "A/S", "751", "Viby J", "410000", 73),
		company(koegeKran, "Køge Kran ApS", "ApS", "259", "Køge", "439900", 6),
		company(koegeKorn, "Køge Korn A/S", "A/S", "259", "Køge", "462100", 29),
		company(jensenMaribo, "Jensen Byg ApS", "ApS", "360", "Maribo", "410000", 7),
		company(jensenHolbaek, "Jensen Byg ApS", "ApS", "316", "Holbæk", "410000", 16),
		company(nakskovSvejs, "Nakskov Svejseteknik ApS", "ApS", "360", "Nakskov", "251100", 5),
		company(guldborgsundGulve, "Guldborgsund Gulve ApS", "ApS", "376", "Nykøbing F", "433300", -1),
		company(sydhavsgulve, "Sydhavsøernes Gulventreprise A/S", "A/S", "376", "Nykøbing F", "433300", 22),
		company(femoeBaade, "Femø Bådservice v/Ib Lyngholm", "ENK", "360", "Femø", "331500", 1),
		company(lollandEnergi, "Lolland Energiservice A/S", "A/S", "360", "Maribo", "332000", 58),
		company(sakskoebing, "Sakskøbing Bærkonserves A/S", "A/S", "376", "Sakskøbing", "103900", 33),
		company(guldborgAuto, "Guldborg Autotransport A/S", "A/S", "376", "Guldborg", "494100", 48),
		company(vordingborg, "Vordingborg Vinduer ApS", "ApS", "390", "Vordingborg", "162300", 21),
		company(soroeStruktoer, "Sorø Struktør A/S", "A/S", "340", "Sorø", "410000", 38),
		company(naestvedStillads, "Næstved Stilladsmontage ApS", "ApS", "370", "Næstved", "439900", 24),
		company(landkoekken, "Lolland Landkøkken ApS", "ApS", "360", "Maribo", "561100", 13),
		company(kalundborgRoer, "Kalundborg Procesrør A/S", "A/S", "326", "Kalundborg", "432200", 52),
	}
	for i := range list {
		special(&list[i])
	}
	return list
}

func company(cvr, name, form, municipality, place, industry string, employees int) crm.Company {
	return crm.Company{CVR: cvr, Name: name, Key: register.Fold(name), Form: form, Municipality: municipality, Place: place,
		Industry: industry, Employees: employees, Status: crm.CompanyActive}
}

// special adds what is not plain about a company. P-numbers begin with 1013 to 1031, so that none looks like a
// CPR number.
func special(c *crm.Company) {
	switch c.CVR {
	case lollandBeton:
		c.Sites = []crm.Site{{PNumber: "1013999999", Name: c.Name, Place: "Rødby", Municipality: "360"}}
	case lollandEnergi:
		c.Sites = []crm.Site{
			{PNumber: "1014000017", Name: "Lolland Energiservice Maribo", Place: "Maribo", Municipality: "360"},
			{PNumber: "1015000021", Name: "Lolland Energiservice Nakskov", Place: "Nakskov", Municipality: "360"},
			{PNumber: "1016000033", Name: "Lolland Energiservice Nykøbing", Place: "Nykøbing F", Municipality: "376"},
		}
	case hjoerringHoevleri:
		c.AdProtected = true
	case nakskovSvejs:
		c.Status = crm.CompanyBankruptcy
	case guldborgsundGulve:
		c.Status, c.EndedOn, c.SuccessorCVR = crm.CompanyEnded, when.MustISO("2025-12-31"), sydhavsgulve
	}
}
