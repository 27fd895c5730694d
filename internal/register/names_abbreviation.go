package register

import "strings"

// shortFor are abbreviations in company names and what people say, folded by Fold.
//
//house:typed
var shortFor = map[string]string{
	"entr": "entreprenør entreprise entreprenørfirma", "ent": "entreprenør entreprise", "maskinf": "maskinfabrik", "maskf": "maskinfabrik",
	"maskinv": "maskinværksted", "maskinst": "maskinstation", "maskst": "maskinstation", "mek": "mekanisk mekaniker", "autov": "autoværksted",
	"sdr": "sønder søndre", "nr": "nørre nordre", "ndr": "nørre nordre", "vestr": "vestre", "østr": "østre", "st": "store sankt", "ll": "lille",
	"gl": "gammel gamle", "skt": "sankt", "kgs": "kongens", "kbh": "københavn københavns", "cph": "københavn copenhagen", "frb": "frederiksberg",
	"aal": "aalborg", "aarh": "aarhus", "sj": "sjælland", "sønderj": "sønderjylland", "dk": "danmark denmark",
	"ejd": "ejendom ejendomme ejendomsselskab ejendomsselskabet", "ejend": "ejendom ejendomme ejendomsselskabet",
	"ejdselskabet": "ejendomsselskabet", "ejdselsk": "ejendomsselskabet", "ejendselsk": "ejendomsselskabet",
	"inv": "invest", "invselskabet": "investeringsselskabet", "invselsk": "investeringsselskabet", "hold": "holding", "adm": "administration",
	"mgmt": "management", "mgt": "management", "int": "international", "intl": "international", "selsk": "selskab selskabet", "grp": "group gruppen",
	"rest": "restaurant", "rådg": "rådgivende rådgivning", "ing": "ingeniør ingeniører", "ark": "arkitekt arkitekter", "adv": "advokat advokater advokatfirma",
	"rev": "revision revisor", "reg": "registreret", "bogf": "bogføring", "forsikr": "forsikring", "komm": "kommunikation",
	"tømrerf": "tømrerfirma", "tømrerm": "tømrermester", "malerm": "malermester", "murerm": "murermester", "snedk": "snedker", "byggef": "byggefirma",
	"elinst": "elinstallatør elinstallation", "inst": "installation installatør", "isol": "isolering", "vent": "ventilation", "bet": "beton",
	"vognm": "vognmand", "transp": "transport", "trsp": "transport", "reng": "rengøring", "serv": "service", "spec": "special",
	"prod": "produktion production", "ind": "industri", "handelsf": "handelsfirma", "gart": "gartner gartneri", "anlgart": "anlægsgartner", "landbr": "landbrug",
	"tandl": "tandlæge tandlægerne", "tlg": "tandlæge tandlægerne", "dyrl": "dyrlæge", "fys": "fysioterapi", "kiro": "kiropraktor kiropraktik", "psyk": "psykolog", "klin": "klinik",
	"ab": "andelsboligforeningen", "ef": "ejerforeningen", "gf": "grundejerforeningen", "brdr": "brødrene", "bros": "brothers", "eftf": "efterfølger", "co": "company compagni",
	"tekn": "teknik teknologi", "tech": "technology", "eng": "engineering", "cons": "consulting consult",
}

// longForms has for each abbreviation, folded, the words it stands for, and shorts the other way round.
var longForms, shorts = func() (map[string][]string, map[string][]string) {
	long, short := map[string][]string{}, map[string][]string{}
	for abbreviation, meanings := range shortFor {
		a := Glue(Fold(abbreviation))
		for _, word := range Words(Fold(meanings)) {
			long[a] = append(long[a], word)
			short[word] = append(short[word], a)
		}
	}
	return long, short
}()

// abbreviates reports whether short is a usual abbreviation of word.
func abbreviates(short, word string) bool {
	for _, w := range longForms[short] {
		if w == word {
			return true
		}
	}
	return false
}

// noise are words that people say around a name; a name that lacks them is hardly less likely.
//
//house:typed
var noise = wordSet("firma firmaet virksomhed virksomheden selskab selskabet hos ved i på af til fra for med den det de en et v og att kontakt ring besøg the by")

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		for _, f := range Words(Fold(w)) {
			set[f] = true
		}
	}
	return set
}
