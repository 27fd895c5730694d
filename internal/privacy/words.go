package privacy

import "strings"

// phrase is words in a row. A word may begin or end with "*": anything before or after it in the same word.
type phrase []string

func phrases(list ...string) (out []phrase) {
	for _, p := range list {
		out = append(out, strings.Fields(p))
	}
	return out
}

func (p phrase) begins(tokens []token) bool {
	if len(tokens) < len(p) {
		return false
	}
	for i, pattern := range p {
		if !matches(pattern, tokens[i].word) {
			return false
		}
	}
	return true
}

func matches(pattern, word string) bool {
	core := strings.Trim(pattern, "*")
	before, after := strings.HasPrefix(pattern, "*"), strings.HasSuffix(pattern, "*")
	switch {
	case before && after:
		return strings.Contains(word, core)
	case before:
		return strings.HasSuffix(word, core)
	case after:
		return strings.HasPrefix(word, core)
	}
	return word == core
}

// unions are Danish trade unions as people name them, without those whose name is a common word.
//
//house:typed
var unions = []string{"3f", "hk", "foa", "nnf", "krifa", "prosa", "djøf", "ida", "bupl", "dsr", "dansk metal", "metal", "dansk el-forbund", "el-forbundet",
	"blik og rør", "malerforbundet", "serviceforbundet", "teknisk landsforbund", "lederne", "fængselsforbundet", "frie funktionærer"}

// sensitive are the words that tell something of a person, Danish and English.
//
//house:typed
var sensitive = map[Kind][]phrase{
	Health: phrases("syg", "syge", "sygt", "sygemeld*", "*sygemeld*", "sygdom*", "*sygdom", "*sygdomme", "sygedagpenge*", "sygeorlov*", "sygeliste*", "langtidssyg*", "kræftsyg*", "hjertesyg*", "psykisk", "psykiske",
		"helbredsproblem*", "helbredsmæssig*", "diagnose", "diagnosen", "diagnoser", "diagnosticere*", "depression*", "deprimer*", "stress", "stresset", "stressede", "stressramt*", "stress-ramt*", "kræft", "kræften", "*kræft", "kræftramt*", "kræftpatient*",
		"gravid*", "handicap*", "adhd*", "autis*", "ptsd*", "angst", "angsten", "angstanfald", "*angst", "psykiatrisk*", "bipolar", "skizofren*", "dement", "demens*", "misbrug", "misbruger*", "alkoholi*", "alkoholmisbrug*", "alkoholproblem*",
		"narkoman*", "stofmisbrug*", "diabetes", "diabetiker*", "epilep*", "sclerose", "sklerose", "blodprop*", "hjerteanfald*", "hjernerystelse*", "arbejdsskad*", "rygskade*", "hjerneskade*", "hjerneskadet", "kemoterapi*", "udbrændt*", "depressiv*", "førtidspension*", "tager medicin", "får medicin", "på medicin", "medicineret",
		"sick", "sickness*", "ill", "illness*", "disease*", "disability", "disabilities", "disabled", "mental health", "diagnosed", "diagnosis", "cancer*", "pregnan*", "depressed", "stressed", "on medication", "burnout", "anxiety", "heart attack*", "addict*", "alcoholi*"),
	Union: append(phrases("fagforening*", "fagforbund*", "tillidsmand*", "tillidsrepræsentant*", "fagligt organiseret", "uorganiseret", "trade union*", "union member*", "union membership", "labour union*", "labor union*", "shop steward*", "unionised", "unionized", "3f'er*", "hk'er*", "foa'er*"),
		memberships()...),
	Crime: phrases("straffeattest*", "børneattest*", "straffet", "straffede", "tidligere straffet", "dømt", "dømte", "domfældt*", "dom for", "domme for", "fængsel", "fængslet", "fængsling*", "fængselsdom*", "fængselsstraf*", "arresteret", "varetægt*",
		"kriminel*", "kriminalitet*", "sigtet", "sigtede", "sigtelse*", "tiltalt*", "straffesag*", "tyveri*", "*tyveri", "vold", "volden", "voldsdom*", "voldsdømt*", "voldelig*", "voldtægt*", "bedrageri*", "narkodom*", "narkodømt*", "theft*", "afsoner", "afsone", "afsoning", "prøveløsladt*", "løsladt", "fodlænke*", "indsat i", "criminal*", "convicted", "convict", "prison", "jail*", "offender*", "parole", "felony"),
}

// memberships are the ways to say that somebody is in a union: "medlem af 3F", "3F-medlem".
//
//house:typed
func memberships() (list []phrase) {
	for _, union := range unions {
		for _, tie := range []string{"medlem af", "medlem i", "medlemmer af", "medlemskab af", "medlemskab i", "organiseret i", "member of"} {
			list = append(list, strings.Fields(tie+" "+union))
		}
		words := strings.Fields(union)
		last := len(words) - 1
		list = append(list, append(words[:last:last], words[last]+"-medlem*"), append(words[:last+1:last+1], "medlem"), append(words[:last+1:last+1], "member"))
	}
	return list
}

// harmless are words of the work itself, which would warn on every other note: building projects (sygehus,
// fængselsbyggeri, demenscenter), trades and organisations, absence as a purpose in general, and words that only
// begin alike (kræfter, fængslende).
//
//house:typed
var harmless = phrases("sygehus*", "*sygehus", "*sygehuset", "sygefravær*", "sygedagpengerefusion*", "sygeplej*", "sygesikring*", "sygeforsikring*", "kræftens bekæmpelse*", "kræftafdeling*",
	"psykisk arbejdsmiljø*", "psykiske arbejdsmiljø*", "psykiatrisk hospital", "psykiatrisk sygehus", "psykiatrisk afdeling", "demenscent*", "demensbolig*", "demensafsnit*", "demensplej*", "demensvenlig*",
	"handicaptoilet*", "handicapvenlig*", "handicapparkering*", "handicaporganisation*", "handicapbolig*", "plantesygdom*", "dyresygdom*", "husdyrsygdom*", "svinesygdom*", "cancer society",
	"tyverisikr*", "tyverialarm*", "fængselsbyg*", "fængselsbetjent*", "fængselsvæsen*", "criminal justice", "dømte vi", "dømte jeg", "prison construction", "prison building", "prison officer*", "disabled toilet*", "disabled access", "disabled parking")
