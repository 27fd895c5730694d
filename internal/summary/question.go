package summary

import (
	"regexp"
	"slices"
)

// The memo's second point asks of every proposal whether upskilling and employment considerations are thought in.
var (
	upskillingWords = []string{"opkvalificering og", "kompetencer indtænk", "*opkvalificer", "*kompetenceudvikling", "*kompetenceløft", "efteruddannelse", "videreuddannelse", "voksenuddannelse", "amu$", "amu-", "*kursus$", "*kompetenceforløb", "uddannelsesaftale", "*certifikat", "chaufførkort", "*kørekort", "undervisning på", "svendeprøve", "faglig uddannelse", "løft på en", "løfte til faglært", "*kurser", "voksenlærling",
		"erhvervsuddannelse", "erhvervsrettet uddannelse", "erhvervsrettede uddannelse", "medarbejderuddannelse", "digitale kompetencer", "de kompetencer", "deres kompetencer", "udvikler kompetencer",
		"faglært", "faglærte", "kvalificeret arbejdskraft", "praktikplads", "praktikpladser", "lærlinge", "upskill", "reskill", "vocational training", "vocational education", "training course", "skills development", "continuing training",
		"kvalificering", "ledelseskvalificering", "formel uddannelse", "uddannelsestiltag", "uddannelsesforløb", "apprentice", "competence development", "basale kompetencer", "will train", "to train", "be trained", "training$", "nye kompetencer", "trains$", "skills", "train them", "*efteruddann", "begynder på en uddannelse", "kommer i praktik", "truckkursus", "certified", "lære$", "lærling", "course$", "courses", "introforløb", "grundforløb", "læreplads", "praktikaftale", "ufaglært", "omskoles", "oplæring", "elevplads", "kursus", "uddanne$", "uddannes$", "uddanner$", "uddannet$"}
	employmentWords = []string{"jobcenter", "jobcentre", "ledige", "ledighed", "beskæftigelse", "i job$", "arbejdspladser", "nyansæt", "rekrutter", "virksomhedspraktik", "løntilskud", "kontanthjælp", "dagpenge",
		"a-kasse", "på kanten af arbejdsmarkedet", "unemployed", "employment", "jobseeker", "job creation", "arbejdskraft", "årsværk", "nye job", "jobskabelse", "arbejdsmarkedet", "fleksjob"}
	// slight words name a group or a body more than what is done for it: they show less than the others.
	slight = []string{"faglært", "faglærte", "ufaglært", "kvalificeret arbejdskraft", "skills", "uddannet$", "jobcenter", "jobcentre", "dagpenge", "kontanthjælp", "a-kasse"}
)

func (d *document) upskilling() Field[bool] { return d.answered(upskillingWords) }
func (d *document) employment() Field[bool] { return d.answered(employmentWords) }

// full is how much more than a slight word another one shows.
const full = 5

var (
	// denied stands before what is not done: "skal ikke tilbyde opkvalificering", "ingen kurser".
	denied = regexp.MustCompile(`(?:^|[^\pL])(?:(?:ikke|not) (?:tilbyd|omfatte|indgå|indehold|gennemfør|planl|afhold|give|lave|afsat|have|include|offer|provide|involve|contain|plan)\pL* (?:[\pL-]+ ){0,3}|(?:der er|indgår|tilbydes|planlægges|med|there is|there are|with|has) (?:ingen|intet|no) (?:[\pL-]+ ){0,2})$`)
	// deniedAfter stands behind it: "opkvalificering indgår ikke", "kurser er ikke en del af projektet".
	deniedAfter = regexp.MustCompile(`^[\pL-]* (?:[\pL-]+ ){0,3}?(?:indgår|er|bliver|tilbydes|gives|planlægges|is|are) (?:dog |derfor )?(?:ikke|not) (\pL+|$)`)
	// trained is before what somebody is already: "en uddannet konservator".
	trained = regexp.MustCompile(`(?:^|[^\pL])en (?:fagligt? )?$`)
	// bodies hold a word that is only part of their names.
	bodies = regexp.MustCompile(`^(?:beskæftigelses(?:råd|region|minister)|employment (?:council|region|minist))`)
)

// shown is where a word stands that is neither denied nor part of a body's name; -1 where it does not.
func shown(low, w string) (int, int) {
	for from := 0; ; {
		at, end := find(low, w, from)
		if at < 0 {
			return -1, -1
		}
		m := deniedAfter.FindStringSubmatch(low[end:])
		but := m != nil && slices.Contains([]string{"kun", "blot", "alene", "bare", "only", "just"}, m[1])
		if !(w == "uddannet$" && trained.MatchString(low[max(0, at-deniedReach):at])) && !bodies.MatchString(low[at:]) && !denied.MatchString(low[max(0, at-deniedReach):at]) && (m == nil || but) {
			return at, end
		}
		from = end
	}
}

// deniedReach is the bytes before a word in which it is denied.
const deniedReach = 100

// answered is yes with the sentence that shows it best, the one with the most words of weight; no when none does.
func (d *document) answered(words []string) Field[bool] {
	var best, core span
	most, all := 0, 0
	for _, s := range d.sents {
		low := d.low[s.from:s.to]
		if instructs(low) {
			continue
		}
		n, first := 0, span{}
		for _, w := range words {
			at, end := shown(low, w)
			if at < 0 {
				continue
			}
			if all++; !slices.Contains(slight, w) {
				n += full - 1
			}
			if n++; first.to == 0 {
				first = span{s.from + at, s.from + end}
			}
		}
		if n > most {
			best, core, most = s, first, n
		}
	}
	if most == 0 {
		return Field[bool]{Confidence: 0.7}
	}
	return says(d, true, "", best, core, min(0.95, 0.6+0.1*float64(all)))
}
