package register

import "strings"

// shortFor are abbreviations in company names and what people say, folded by Fold.
//
//house:typed
var shortFor = map[string]string{
	"entr": "entreprenør entreprise entreprenørfirma", "ent": "entreprenør entreprise", "maskinf": "maskinfabrik", "maskf": "maskinfabrik", "mf": "maskinfabrik",
	"maskinv": "maskinværksted", "maskst": "maskinstation", "mst": "maskinstation",
	"sdr": "sønder søndre", "nr": "nørre nordre", "ndr": "nørre nordre", "vestr": "vestre", "østr": "østre", "st": "store sankt", "ll": "lille", "gl": "gammel gamle",
	"skt": "sankt", "kbh": "københavn københavns", "cph": "københavn copenhagen", "frb": "frederiksberg", "kgs": "kongens", "fr": "frederiks", "hbg": "helsingborg",
	"aal": "aalborg", "aarh": "aarhus", "sj": "sjælland", "jyl": "jylland", "dk": "danmark denmark", "sønderj": "sønderjylland",
	"ejd": "ejendom ejendomme ejendomsselskab ejendomsselskabet", "ejend": "ejendom ejendomme ejendomsselskabet", "ejdselskabet": "ejendomsselskabet", "ejdselsk": "ejendomsselskabet", "ejendselsk": "ejendomsselskabet", "invselsk": "investeringsselskabet", "ejdsel": "ejendomsselskabet",
	"inv": "invest", "invselskabet": "investeringsselskabet", "hold": "holding", "mgmt": "management", "mgt": "management", "adm": "administration", "int": "international", "intl": "international",
	"rest": "restaurant", "rådg": "rådgivende rådgivning", "ing": "ingeniør ingeniører", "ark": "arkitekt arkitekter", "adv": "advokat advokater advokatfirma",
	"rev": "revision revisor", "reg": "registreret", "tømrerf": "tømrerfirma", "tømrerm": "tømrermester", "tmr": "tømrermester", "malerm": "malermester", "murerm": "murermester", "mm": "murermester malermester",
	"vognm": "vognmand", "vogn": "vognmand", "bogf": "bogføring", "regn": "regnskab", "reng": "rengøring", "reg.rev": "registreret revisor", "trsp": "transport", "transp": "transport", "spec": "special",
	"serv": "service", "sv": "service", "prod": "produktion production", "ind": "industri", "el-inst": "elinstallatør", "elinst": "elinstallatør elinstallation", "inst": "installation installatør",
	"forsikr": "forsikring", "for": "foreningen", "foren": "foreningen", "andelsbolig": "andelsboligforeningen", "ab": "andelsboligforeningen", "ef": "ejerforeningen", "gf": "grundejerforeningen",
	"sel": "selskab selskabet", "selsk": "selskab selskabet", "komp": "kompagni", "co": "company compagni", "bros": "brothers", "brdr": "brødrene", "eftf": "efterfølger", "fa": "firma firmaet",
	"tlg": "tandlæge tandlægerne", "tandl": "tandlæge tandlægerne", "fys": "fysioterapi", "kiro": "kiropraktor kiropraktik", "psyk": "psykolog", "dyrl": "dyrlæge", "klin": "klinik", "kl": "klinik", "frisk": "friskole",
	"mek": "mekanisk mekaniker", "auto.v": "autoværksted", "autov": "autoværksted", "cykelv": "cykelværksted", "bet": "beton", "stålm": "stålmontage", "isol": "isolering", "vent": "ventilation", "vin.pol": "vinduespolering",
	"gart": "gartner gartneri", "anl": "anlæg anlægsgartner", "anlgart": "anlægsgartner", "planteskl": "planteskole", "landbr": "landbrug", "svineprod": "svineproduktion", "h": "hos", "vedr": "vedrørende",
	"komm": "kommunikation", "mark": "marketing", "cons": "consulting consult", "tech": "technology", "tekn": "teknik teknologi", "eng": "engineering", "dev": "development", "grp": "group gruppen", "gr": "gruppen", "fond": "fonden",
	"byggef": "byggefirma", "bygg": "byggeri", "snedk": "snedker", "smede": "smedeværksted", "vvs": "vandogsanitet", "hnd": "handel", "handelsf": "handelsfirma", "isb": "isenkram", "køb": "købmand", "slagterm": "slagtermester", "bagerm": "bagermester",
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

// compoundEnds are ends of words that are often abbreviated by themselves: "Ejd.selskabet", "Maskinf.".
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
