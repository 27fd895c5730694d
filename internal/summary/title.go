package summary

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// projectNamed is "til projektet Nye veje til metroen."
var projectNamed = regexp.MustCompile(`(?:[Pp]rojektet|[Pp]rojekt|[Tt]he project) "?(\p{Lu}[^".:,\n]{4,100}?)(?:[".,\n]| \(| (?:vil|skal|er|har|gennemføres|løber|blev|bliver|koster|slutter|begynder|starter|will|is|has) |$)`)

// projectQuoted is `programmet "SMV:Makker"`.
var projectQuoted = regexp.MustCompile(`(?:[Pp]rojekt(?:et)?|[Pp]rogrammet|[Ii]ndsatsen|[Oo]rdningen|[Pp]roject|[Pp]rogramme)(?: hedder| kaldes| called)? (?:["“”„»]([^"“”„«»\n]{4,100})["“”«»]|'(\p{Lu}[^'\n]{4,100})')`)

var (
	// titlePrefix is what stands before the name of a project on its line.
	titlePrefix = regexp.MustCompile(`(?i)^(?:(?:dagsordens?)?punkt [\d.]+\s*[:.–-]\s*)?(?:(?:ansøgning|indstilling|orientering)\s*[–-]\s+|indstilling om (?:tilsagn|bevilling|støtte)\s*:\s*|(?:(?:projekt)?ansøgning(?: om [^:]{3,40})?|idéoplæg|opslag|projekt|projektforslag|høring|ansøgning fra [^:]{3,80}|projektbeskrivelse|indstilling|nyt projekt(?: i [^:]{2,40})?|project|proposal|application|pitch|sag|emne|vedr(?:ørende)?|re)\s*\.?\s*:\s*)?(?:ansøgning om (?:midler|tilskud|støtte|medfinansiering|bevilling|økonomisk støtte)(?: fra [^:]{3,40})? til (?:projekt(?:et)? )?|(?:tilskud|støtte|medfinansiering|bevilling) til projekt(?:et)? )?`)
	titleSuffix = regexp.MustCompile(`\s*[-–]\s*(?:FL )?§ ?[\d.]+.*$`)
	// notTitle are whole lines that head a document and name no project.
	notTitle = regexp.MustCompile(`^(?:kilde: |tak for |[\pL -]{0,40}(?:tidende|venstreblad|dagblad|stiftstidende)$|dagsorden(?:$|[^s])|referat|beslutningsreferat|sagsnr|sag nr|sagsnummer|journal|j\.? ?nr|dokumentnr|dok\.? ?nr|side \d|page \d|dato|date|til[: ]|to the |fra:|att|tel|tlf|e-?mail|cvr|` +
		`ansøgningsskema|ansøgningsformular|projektbeskrivelse$|projektansøgning$|ansøgning$|ansøgning om |indholdsfortegnelse|bilag|application form|application to |application for |notat$|brev$|følgebrev|kære |` +
		`lukket for|annex|skema|udfyldes|bestyrelsesmøde|godkendelse af|eventuelt|meddelelser|velkomst|project summary|executive summary|venlig hilsen|med venlig|hilsen|best regards|sincerely|yours |project fact sheet|faktaark|indstilling til |summary$|resum|version|udkast$|fortroligt|punkt \d+ ?[a-z]?[:.]?$|møde i|mødet den|project description$|proposal$|table of contents|tilsagn om|bevilling(?:sbrev)?$|tilskudsbrev|der |det |vi |hvis |når |idéoplæg$|http|www\.|udarbejdet af|(?:åbent|lukket) punkt|styrelsen for |ministeriet for |kontoret for |forslag til (?:partnerskab|samarbejde)$|formanden |møde nr|næste møde|jeg |minutes|de bedste |om puljen|om projektet|programme description|alle beløb|beløb i |alle tal|\d{4} \pL+(?: \pL+)?$|afdeling|hej|goddag|hi |dear |§|stk\. ?\d|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|sekretariatet |administrationen |forvaltningen |byrådet|kommunalbestyrelsen|økonomiudvalget|partnerskabsaftale$|mellem$|samarbejdsaftale$|tilsagn$|projektresum|(?:hvad|hvem|hvordan|hvornår|hvor) [^?]{3,60}\?$|projektets formål|projektets succes|ansøgningsfrist|formålet med |vejledning (?:til|for|om) (?:ansøg|puljen|tilskud)|opslag(?: og [\pL ]{3,30})?$|retningslinjer|(?:aktuelt|nyheder|om os|projekter|forside) ?[/>|"] ?\pL+$)`)
	// sentOn is what is left of a line that only says to whom the paper goes, or from whom.
	sentOn    = regexp.MustCompile(`^(?:idéoplæg|projektidé|projektforslag|(?:fælles |projekt)?ansøgning|projektbeskrivelse|pressemeddelelse|nyhed|pressemelding) (?:til|fra) `)
	headWords = regexp.MustCompile(`\s(?:Stamdata|Journalnummer|Journalnr|RESUMÉ|RESUME|Resumé|Baggrund|Sagsfremstilling|Ansøger:|Formål)(?:[\s.:]|$).*$`)
)

// mostTitleLines is how far down a title is looked for. Below the lines that are surely the head, a project named by the
// first paragraphs is likelier.
const (
	mostTitleLines  = 25
	surelyHead      = 4
	firstParagraphs = 800 // bytes
)

// title is the labelled one, else the first line that reads like one.
func (d *document) title() Field[string] {
	called := d.called()
	ofMail := func(l labelled) bool { return has(d.low[l.label.from:l.label.to], "emne", "vedr", "subject", "re$") }
	labels := d.with("title")
	slices.SortStableFunc(labels, func(a, b labelled) int { // the subject of a mail comes last
		switch ofA, ofB := ofMail(a), ofMail(b); {
		case ofA && !ofB:
			return 1
		case ofB && !ofA:
			return -1
		}
		return 0
	})
	for _, l := range labels {
		if called.Stated() && ofMail(l) {
			continue
		}
		end := d.firstLine(l.value)
		t := cleanTitle(d.words(end))
		if letters, _ := lettersAndDigits(t); letters > 4 && labelOf(strings.ToLower(t)) == "" && !linked(t) {
			return says(d, t, "", span{l.label.from, end.to}, end, 0.95)
		}
	}
	if called.Stated() {
		return called
	}
	if f := d.namedAbove(); f.Stated() {
		return f
	}
	if f := d.factsName(); f.Stated() {
		return f
	}
	m := projectQuoted.FindStringSubmatchIndex(d.text)
	if m != nil && m[2] < 0 {
		m = m[2:] // in single quotation marks
	}
	if m == nil {
		m = projectNamed.FindStringSubmatchIndex(d.text)
	}
	if f := d.item(); f.Stated() {
		return f
	}
	if f := d.announced(); f.Stated() {
		return f
	}
	above, crumbs := d.path()
	named := ""
	if len(crumbs) > 0 {
		named = crumbs[len(crumbs)-1]
	}
	for i := above + 1; named != "" && i < len(d.lines) && i <= above+surelyHead; i++ {
		if s := d.lines[i].span; strings.EqualFold(d.words(s), strings.TrimSpace(named)) {
			return says(d, d.words(s), "", s, s, 0.75) // the page that the path leads to
		}
	}
	for i := above + 1; i+1 < len(d.lines) && i < above+mostHead; i++ {
		if !paperKind.MatchString(bare(d.low[d.lines[i].from:d.lines[i].to])) {
			continue
		}
		if t := cleanTitle(d.words(d.lines[i+1].span)); d.titled(i+1, t) {
			return says(d, t, "", d.lines[i+1].span, d.lines[i+1].span, 0.7)
		}
	}
	for i := above + 1; i < len(d.lines) && i < mostTitleLines; i++ {
		if i >= above+1+surelyHead && m != nil && m[2] < d.lines[i].from+firstParagraphs {
			break // the sentences name it sooner
		}
		if has(d.low[d.lines[i].from:d.lines[i].to], "hilsen", "sincerely", "regards") {
			break // below is the signature
		}
		if i == 1 && above < 0 {
			if f := d.heading(); f.Stated() {
				return f
			}
		}
		for _, s := range []span{d.titleSpan(i), d.lines[i].span} {
			if t := cleanTitle(d.words(s)); d.titled(i, t) && !slices.ContainsFunc(crumbs, func(c string) bool { return strings.EqualFold(strings.TrimSpace(c), t) }) {
				return says(d, t, "", s, s, 0.7)
			}
		}
	}
	if m != nil {
		s := span{m[2], m[3]}
		return says(d, d.words(s), "", d.sentence(s.from), s, 0.6)
	}
	return Field[string]{}
}

// paperKind is a line that only says what kind of paper it is; the next one names the project.
var paperKind = regexp.MustCompile(`^(?:indkaldelse af ansøgninger|projektbeskrivelse|projektansøgning|call for (?:proposals|applications)|project description|samarbejdsaftale om projekt|opslag)$`)

// projectCalled is `Projektet hedder "Butikken på to ben"`: whatever stands above it, that is its name.
var projectCalled = regexp.MustCompile(`(?:[Pp]rojektet|[Ff]orslaget|[Ss]amarbejdet|[Ii]ndsatsen|[Tt]he project)(?:, (?:der|som))? (?:hedder|kaldes|har fået navnet|bærer navnet|is called) ["“”„»]([^"“”„«»\n]{4,100})["“”«»]|(?:som vi kalder|[Ss]øger (?:[\pL ]{3,60} )?om [\d.,]+ (?:mio\. )?(?:kr\.|kroner) til(?: projektet)?) ["“”„»]([^"“”„«»\n]{4,100})["“”«»]`)

func (d *document) called() Field[string] {
	m := projectCalled.FindStringSubmatchIndex(d.text)
	if m != nil && m[2] < 0 {
		m = m[2:] // the second form
	}
	if m == nil || linked(d.text[m[2]:m[3]]) || instructs(d.low[d.sentence(m[2]).from:d.sentence(m[2]).to]) {
		return Field[string]{}
	}
	s := span{m[2], m[3]}
	return says(d, d.words(s), "", d.sentence(s.from), s, 0.8)
}

// item is the one point of an agenda, or of minutes, that names a project: "Punkt 3. Nyt projekt: Vestjysk Svendebrev".
func (d *document) item() (found Field[string]) {
	if !has(firstBytes(d.low, 200), "referat", "dagsorden", "minutes", "agenda") {
		return found
	}
	for i, l := range d.lines {
		plain := numbering.ReplaceAllString(d.text[l.from:l.to], "")
		prefix := strings.ToLower(titlePrefix.FindString(plain))
		if t := cleanTitle(plain); strings.Contains(prefix, "projekt") && strings.Contains(prefix, ":") && d.titled(i, t) {
			if found.Stated() {
				return Field[string]{}
			}
			at := span{l.from + strings.Index(d.text[l.from:l.to], t), l.to}
			found = says(d, t, "", l.span, span{at.from, at.from + len(t)}, 0.7)
		}
	}
	return found
}

// namedAbove is a line "Navn: Klar til kajen" right above the one that says who proposes it.
func (d *document) namedAbove() Field[string] {
	for i := range max(0, len(d.lines)-1) {
		l := d.lines[i]
		m := nameLine.FindStringSubmatchIndex(d.text[l.from:l.to])
		if f, _, _ := d.onLine(d.lines[i+1]); m == nil || f != "applicant" {
			continue
		}
		s := span{l.from + m[2], l.from + m[3]}
		if t := d.words(s); !linked(t) && !body(t) {
			return says(d, t, "", l.span, s, 0.8)
		}
	}
	return Field[string]{}
}

// factsHead is the heading of the facts of a project, whose "Navn" is the project's.
var factsHead = regexp.MustCompile(`^(?:projekt)?fakta(?: om projektet)?$|^(?:kort )?om projektet$|^(?:project )?facts(?: about the project)?$`)

func (d *document) factsName() Field[string] {
	for _, l := range d.with("name") {
		i := d.lineAt(l.label.from)
		if i == 0 || !factsHead.MatchString(bare(d.low[d.lines[i-1].from:d.lines[i-1].to])) {
			continue
		}
		s := d.firstLine(l.value)
		if t := cleanTitle(d.words(s)); len(t) > 4 && !linked(t) {
			return says(d, t, "", span{l.label.from, s.to}, s, 0.85)
		}
	}
	return Field[string]{}
}

var nameLine = regexp.MustCompile(`^(?:Navn|Name)(?: of project| på projektet)?:[\t ]+(\p{Lu}[^\n\t]{4,100})$`)

// announced is the first line of the head that says what it is before the name: "Proposal: Tunnel-ready", "Vedr.: Grønne hænder".
func (d *document) announced() Field[string] {
	for i := 0; i < len(d.lines) && i < mostTitleLines; i++ {
		l := d.lines[i]
		if has(d.low[l.from:l.to], "hilsen", "sincerely", "regards", "kære", "dear") {
			break
		}
		if t := cleanTitle(d.words(l.span)); d.introduced(l) && len(strings.Fields(t)) < 15 && d.titled(i, t) {
			return says(d, t, "", l.span, l.span, 0.7)
		}
	}
	return Field[string]{}
}

// heading is the first line of a paper that is no letter, when it names a pool, a programme or a project in a few words.
func (d *document) heading() Field[string] {
	if len(d.lines) == 0 || has(d.low, "hilsen", "kære ", "sincerely", "regards", "att.") {
		return Field[string]{}
	}
	l := d.lines[0]
	t := d.words(l.span)
	if len(l.cells) > 1 || len(t) < 8 || len(t) > 80 || !has(strings.ToLower(t), "*pulje$", "*puljen$", "interreg", "*program$", "programme") || notTitle.MatchString(strings.ToLower(t)) || labelOf(strings.ToLower(t)) != "" || linked(t) {
		return Field[string]{}
	}
	return says(d, t, "", l.span, l.span, 0.5)
}

// firstLine is the first paragraph of a value, without further cells.
func (d *document) firstLine(s span) span {
	i := d.lineAt(s.from)
	to := d.lines[i].to
	if len(d.lines[i].cells) > 1 {
		for _, c := range d.lines[i].cells {
			if c.from <= s.from && s.from < c.to {
				to = c.to
			}
		}
	}
	for i+1 < len(d.lines) && d.lines[i+1].joined && d.lines[i+1].to <= s.to && to-s.from < 160 {
		i++
		to = d.lines[i].to
	}
	return span{s.from, min(s.to, to)}
}

// titleSpan is the line and, when it is broken in the middle, the next.
func (d *document) titleSpan(i int) span {
	s := d.lines[i].span
	if i+1 < len(d.lines) && d.lines[i+1].joined && s.to-s.from < 120 {
		s.to = d.lines[i+1].to
	}
	return s
}

// quotedName is the name of a project in a line about its application.
var quotedName = regexp.MustCompile(`(?i)(?:ansøgning|vedr|punkt|indstilling|tilsagn|støtte|projekt|projektet|application|bevilling|tilskud|bilag)(?:[^"]*"([^"]{5,120})"|[^"']*'(\p{Lu}[^'"]{4,120})')`)

func cleanTitle(t string) string {
	if m := quotedName.FindStringSubmatch(strings.Map(plainQuote, t)); m != nil {
		return m[1] + m[2]
	}
	if rest := numbering.ReplaceAllString(strings.TrimSpace(t), ""); !unicode.IsLower(first(rest)) { // "12 mio. kr. til …"
		t = rest
	}
	t = headWords.ReplaceAllString(t, "")
	if rest := titlePrefix.ReplaceAllString(t, ""); !unicode.IsLower(first(rest)) {
		t = rest
	}
	t = titleSuffix.ReplaceAllString(t, "")
	if n := len(t); n > 2 && strings.ContainsRune(`"“”»«'`, first(t)) && strings.ContainsRune(`"“”»«'`, lastRune(t)) {
		t = strings.Trim(t, `"“”»«'`)
	}
	return strings.TrimRight(strings.TrimSpace(t), ".:")
}

// datedEnd is the end of a line of place and date; unfinished lines lead to a name on the next one.
var (
	datedEnd   = regexp.MustCompile(`(?:\d{1,2}\. ?(?:` + monthNames + `)|(?:` + monthNames + `)|\d[./-]\d{1,2}[./-]) ?(?:19|20)\d\d$`)
	unfinished = regexp.MustCompile(`(?:^| )(?:projektet|vedrørende|vedr\.?|om|til|for|project|regarding)$`)
)
