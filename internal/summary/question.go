package summary

// The memo's second point asks of every proposal whether upskilling and employment considerations are thought in.
var (
	upskillingWords = []string{"opkvalificering og", "kompetencer indtænk", "*opkvalificer", "*kompetenceudvikling", "*kompetenceløft", "efteruddannelse", "videreuddannelse", "voksenuddannelse", "amu$", "amu-", "*kursus$", "*kompetenceforløb", "uddannelsesaftale", "*certifikat", "chaufførkort", "*kørekort", "undervisning på", "svendeprøve", "faglig uddannelse", "løft på en", "løfte til faglært", "*kurser", "voksenlærling",
		"erhvervsuddannelse", "erhvervsrettet uddannelse", "erhvervsrettede uddannelse", "medarbejderuddannelse", "digitale kompetencer", "de kompetencer", "deres kompetencer", "udvikler kompetencer",
		"faglært", "faglærte", "kvalificeret arbejdskraft", "praktikplads", "praktikpladser", "lærlinge", "upskill", "reskill", "vocational training", "vocational education", "training course", "skills development", "continuing training",
		"kvalificering", "ledelseskvalificering", "formel uddannelse", "uddannelsestiltag", "uddannelsesforløb", "apprentice", "competence development", "basale kompetencer", "will train", "to train", "be trained", "training$", "nye kompetencer", "trains$", "skills", "train them", "*efteruddann", "begynder på en uddannelse", "kommer i praktik", "truckkursus", "certified", "lære$", "lærling", "course$", "courses", "introforløb", "grundforløb", "læreplads", "praktikaftale", "ufaglært", "omskoles", "oplæring", "elevplads", "kursus", "uddanne$", "uddannes$", "uddanner$", "uddannet$"}
	employmentWords = []string{"jobcenter", "jobcentre", "ledige", "ledighed", "beskæftigelse", "i job$", "arbejdspladser", "nyansæt", "rekrutter", "virksomhedspraktik", "løntilskud", "kontanthjælp", "dagpenge",
		"a-kasse", "på kanten af arbejdsmarkedet", "unemployed", "employment", "jobseeker", "job creation", "arbejdskraft", "årsværk", "nye job", "jobskabelse", "arbejdsmarkedet", "beskæftigelsesråd", "fleksjob"}
)

func (d *document) upskilling() Field[bool] { return d.answered(upskillingWords) }
func (d *document) employment() Field[bool] { return d.answered(employmentWords) }

// answered is yes with the sentence that shows it best, the one in which most of the words stand; no when none does.
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
			if at, end := find(low, w, 0); at >= 0 {
				if n++; n == 1 {
					first = span{s.from + at, s.from + end}
				}
			}
		}
		if all += n; n > most {
			best, core, most = s, first, n
		}
	}
	if most == 0 {
		return Field[bool]{Confidence: 0.7}
	}
	return says(d, true, "", best, core, min(0.95, 0.6+0.1*float64(all)))
}
