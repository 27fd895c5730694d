package summary

import (
	"regexp"
	"strings"
)

// sumBegins is how a sum begins, in figures or in words.
const sumBegins = `(?:op til |knap |godt |i alt |ca\. |små )?(?:\d|DKK|EUR|kr\.|to |tre |fire |fem |seks |syv |otte |ni |ti |elleve |tolv )`

var (
	applies  = regexp.MustCompile(`(` + bodyName + `),? (?:(?:hermed|nu|herved|hereby|som leadpartner|på vegne af [^.]{3,60}?) )?(?:ansøger|søger|vil (?:nu )?(?:ansøge|søge)|har (?:den [^,.]{1,3}\. [^,.]{3,20} |[^.,]{0,50}?)(?:ansøgt|søgt|anmodet)|har [^.,]{0,30}?indsendt (?:en |sin )?ansøgning|søgte|ansøgte|applies for|apply for|has applied|have applied|requests|is applying for|seeks|anmoder om|fremsender|indsender) (?:sammen |i (?:tæt )?samarbejde med [^.]{3,80}? (?:om )?|på vegne af [^.]{3,60}? |hermed |nu |Vækstforum |i \pL+ \d{4} |\pL+ )?(?:om [^.]{0,60}?\d|om|for|tilskud|støtte|[\d]|DKK|kr|a grant|funding|midler|(?:en |sin )?ansøgning|\p{Lu})`)
	leads    = regexp.MustCompile(`((?:De|Den|Det) [\pL -]{3,50}|` + bodyName + `)(?:, (?:der|som|which))? (?:er (?:projektets )?(?:tovholder|projektejer|hovedansøger|leadpartner|lead partner|projektholder|operatør|ansøger)|har (?:som ansøger|ansvaret for projektet|projektledelsen|det overordnede ansvar)|står i spidsen for|har projektledelsen|koordinerer (?:projektet|indsatsen|samarbejdet)|har taget initiativ til (?:projektet|indsatsen)|is (?:the )?(?:lead partner|applicant|lead applicant|coordinator)|(?:leads|coordinates|heads|runs) the (?:project|partnership|consortium))`)
	leading  = regexp.MustCompile(`(` + strings.TrimSuffix(bodyName, `(?: ?\([^()\n]{2,40}\))?`) + `) ?\((?:(?:herefter|i det følgende|hereafter) (?:kaldet |benævnt )?"?)?(?:lead partner|leadpartner|lead applicant|tovholder|projektejer|hovedansøger|ansøger|[Oo]peratør(?:en)?|[Tt]ilskudsmodtager(?:en)?|[Pp]rojektholder(?:en)?)"?\)`)
	fronted  = regexp.MustCompile(`^(?:På vegne af|Derfor|Hermed|I samarbejde med|Sammen med|For at|Med denne ansøgning) ?[^.]{0,200}? (?:ansøger|søger|anmoder) (` + bodyName + `) (?:hermed |nu |derfor )?(?:[\pL]+ )?(?:om|tilskud|støtte|\d)`)
	given    = regexp.MustCompile(`(?:[Hh]ar (?:[^.,]{2,40} )?(?:bevilget|givet|tildelt)|giver|bevilger|tildeler|bevilgede|tildelte|has granted|has awarded) (?:the )?(` + bodyName + `) (?:et tilskud|tilskud|støtte|en bevilling|a grant|` + sumBegins + `)|(?:Til|To) (?:the )?(` + bodyName + `) (?:bevilges|ydes|gives|tildeles|er (?:der )?bevilget)|(?:[Bb]evillingen|[Ss]tøtten|[Tt]ilskuddet|[Pp]engene|[Mm]idlerne) går til (` + bodyName + `)`)
	grants   = regexp.MustCompile(`(?:giver|gives|gav|har bevilget|bevilgede|har givet|meddeler|meddeles|yder|ydes|bevilger|bevilges|tildeles|grants|is granted).{0,90}? (?:til|to) (` + bodyName + `)`)
	now      = regexp.MustCompile(`^(?:Nu|Derfor|Her|I år|Fra|Med [^.]{5,60} i ryggen) (?:vil|går|skal|inviterer|sætter|starter|søger|åbner|gennemfører) (` + bodyName + `)`)
	behalf   = regexp.MustCompile(`(?:På vegne af|On behalf of) (?:the )?(` + bodyName + `),? (?:vil|skal|fremsender|søger|ansøger|ansøges|søges|I|we|would)`)
	owns     = regexp.MustCompile(`(` + bodyName + `)s (?:projekt|ansøgning)(?:$|[^\pL])`)
	asks     = regexp.MustCompile(`(?:[Aa]nsøgning fra|[Aa]nsøgt af|[Aa]nsøger er|[Aa]nsøgeren er|[Aa]pplication from|[Aa]pplicant is|[Ll]ed by|[Tt]ovholder er|projektejer er|[Aa]nsøges af|[Ii]ndsendt af|[Pp]ressemeddelelse fra|[Bb]ag (?:projektet|indsatsen|ansøgningen)(?: ["”“»’'][^"”“«’']{3,90}["”“«’'])? står|[Aa]nsøgningen kommer fra|[Ii]nitiativtager(?:en)? er|[Bb]evillingsmodtager(?:en)? er|[Tt]ilskudsmodtager(?:en)? er|[Pp]rojektets ejer er|[Pp]rojekt(?:et|ets) er (?:et initiativ fra|forankret (?:hos|på|i|ved))|[Cc]oordinated by|(?:[Gg]ennemføres|[Dd]rives|[Ll]edes|[Vv]aretages|[Uu]dbydes|[Ff]orestås|[Ii]værksættes) af|[Rr]un by|[Ii]mplemented by|[Ss]ubmitted by) (?:the )?(` + bodyName + `)|(?:, som|, which|, der) (` + bodyName + `) (?:står bag|is behind)|[Dd]et er (` + bodyName + `), (?:som|der) (?:står bag|leder|søger)|(` + bodyName + `), (?:som|der) har (?:stået for ansøgningen|sendt ansøgningen|søgt om pengene)`)
	gets     = regexp.MustCompile(`(` + bodyName + `),? (?:(?:er [^.,\d]{3,60} og )?(?:har (?:netop |nu |også )?(?:fået|modtaget)|får)|kan (?:glæde sig over|se frem til)|modtager|tildeles|er (?:blevet )?(?:bevilget|tildelt)|has received|has been (?:awarded|granted)|receives|will receive) [^.]{0,40}?(?:\d[\d.,]* ?(?:mio|mill|kr|t\.kr|tkr|DKK|kroner|euro|EUR)|(?:EUR|DKK|kr\.|€) ?\d|del i pulje|støtte fra|tilskud fra|penge fra)|(` + bodyName + `) er (?:blandt|en af) modtagerne`)
	serves   = regexp.MustCompile(`(?:[Mm]ed|with) (?:the )?(` + bodyName + `) (?:som|as) (?:operatør|leadpartner|lead ?partner|projektejer|projektholder|tovholder|ansøger|hovedansøger|leder|lead)`)
	aided    = regexp.MustCompile(`(?:støtter?|støttet|bevilget|bevilger) (?:et|en) (?:initiativ|projekt|indsats|partnerskab) fra (?:\p{Ll}[\pL-]+ )?(` + bodyName + `)`)
	manages  = regexp.MustCompile(`(` + bodyName + `) (?:er (?:projektleder|projektansvarlig|koordinator)|manages the project)|(?:hører til|har hjemme|er placeret) (?:på|i|hos) (` + bodyName + `)|[Pp]rojektet er (?:udviklet|udarbejdet|udtænkt|iværksat) af (` + bodyName + `)|[Aa] project by (` + bodyName + `)`)
	headline = regexp.MustCompile(`^(` + bodyName + `): \p{Lu}\p{Ll}`)
	proposed = regexp.MustCompile(`(?:[Ff]orslag|[Pp]roposal) (?:fra|from) (?:the )?(` + bodyName + `)`)
	weAre    = regexp.MustCompile(`(?:Vi er|We are|Undertegnede,?) (?:the )?(` + bodyName + `)(?: og|,| and|\.|$)|(?:Vi|We) (?:i|hos|på|in|at) (` + bodyName + `) (?:søger|ansøger|ønsker|vil|apply|seek)`)
	acts     = regexp.MustCompile(`^(?:I samarbejde med [^,]{3,80} )?(` + bodyName + `) (?:vil|er gået sammen|inviterer|støtter|står bag|igangsætter|gennemfører|leder|driver|will|har igangsat|ønsker|foreslår|går sammen|proposes)(?:[ ,])`)
)

// endsInside is a name that runs over the end of a sentence: "Køge Skole. Der", but not "St. Bededag" or "A.P. Møller".
var (
	endsInside   = regexp.MustCompile(`\pL{4,}\. \p{Lu}`)
	endsSentence = regexp.MustCompile(`(?:^|[^.\pL])\pL+\.$`)
)

// inlineApplicant is a label inside a line, as in text that lost its line ends.
var inlineApplicant = regexp.MustCompile(`(?:^|[.;] )(?:Ansøger|Applicant): (` + bodyName + `)(?:\.|;|,| CVR|$)`)

// applicant is the labelled one, else who is said to apply, to lead or, with less confidence, to act in the opening.
func (d *document) applicant() Field[string] {
	if d.many {
		return Field[string]{} // each project has its own
	}
	if d.news {
		return d.bodyIn(acts, 0.5, 1500, true) // who gives to several is the one the news are about
	}
	if f := d.labelledApplicant(); f.Stated() {
		return f
	}
	for _, rule := range []struct {
		re         *regexp.Regexp
		confidence float64
	}{{inlineApplicant, 0.9}, {fronted, 0.85}, {behalf, 0.85}, {asks, 0.8}, {leading, 0.85}, {applies, 0.85}, {leads, 0.75}, {serves, 0.75}, {weAre, 0.7}, {aided, 0.65}, {gets, 0.65}, {given, 0.65}, {grants, 0.65}, {owns, 0.65}} {
		if f := d.bodyIn(rule.re, rule.confidence, len(d.text), false); f.Stated() {
			return f
		}
	}
	for _, rule := range []*regexp.Regexp{proposed, manages} {
		if f := d.bodyIn(rule, 0.7, 2500, true); f.Stated() {
			return f
		}
	}
	if f := d.runOn(); f.Stated() || d.call() {
		return f
	}
	if f := d.letter(); f.Stated() {
		return f
	}
	if f := d.bodyIn(acts, 0.5, 1500, true); f.Stated() {
		return f
	}
	if f := d.bodyIn(now, 0.5, 1500, true); f.Stated() {
		return f
	}
	if f := d.bodyIn(headline, 0.5, 150, true); f.Stated() && !has(strings.ToLower(f.Value), "*forum", "*styrelse", "*styrelsen", "ministeri", "udvalg", "*rådet", "region") {
		return f
	}
	return d.authority()
}

// authority is the one whose committee is asked to send an application: it heads the paper.
func (d *document) authority() Field[string] {
	if len(d.lines) == 0 || !has(d.low, "sende en ansøgning", "ansøgningen godkendes", "sender ansøgning", "at kommunen søger", "at regionen søger") {
		return Field[string]{}
	}
	l := d.lines[0]
	if name := d.words(l.span); len(l.cells) > 1 || len(strings.Fields(name)) > 4 || !has(d.low[l.from:l.to], "*kommune$", "region ") {
		return Field[string]{}
	}
	return says(d, d.words(l.span), "", l.span, l.span, 0.5)
}

func (d *document) labelledApplicant() Field[string] {
	for _, l := range d.with("applicant") {
		s := d.firstLine(l.value)
		for _, end := range []string{" cvr", ", cvr", "(cvr", " (cvr", ", adresse", ", tlf", ", kontakt", "; "} {
			if i := strings.Index(d.low[s.from:s.to], end); i > 0 {
				s.to = s.from + i
			}
		}
		if whole := d.sentence(s.from); whole.from <= s.from && whole.to < s.to {
			s.to = whole.to
		}
		name := strings.Trim(d.words(s), " ,.;:")
		low := strings.ToLower(name)
		if len(name) < 2 || len(name) > 160 || labelOf(low) != "" || len(name) > 60 && !body(name) || instructs(low) || startsWithAny(low, []string{"angiv", "skriv", "udfyld", "navn på"}) {
			continue
		}
		if linked(name) || strings.ContainsAny(name, ":;") {
			continue
		}
		if known := labelOf(firstWord(low)); known != "" && len(strings.Fields(name)) > 3 {
			continue // a table that lost its order: the next label stands where the value should
		}
		return says(d, name, "", span{l.label.from, s.to}, s, 0.95)
	}
	return d.namedBelow()
}

func firstWord(s string) string {
	if list := strings.Fields(s); len(list) > 0 {
		return list[0]
	}
	return ""
}

func (d *document) bodyIn(re *regexp.Regexp, confidence float64, until int, typed bool) Field[string] {
	for _, s := range d.sents {
		if s.from > until {
			break
		}
		one := strings.ReplaceAll(d.text[s.from:s.to], "\n", " ")
		if instructs(d.low[s.from:s.to]) || len(one) > 1500 {
			continue
		}
		m := re.FindStringSubmatchIndex(one)
		if m == nil {
			continue
		}
		for m[2] < 0 {
			m = m[2:] // another form
		}
		at := span{s.from + m[2], s.from + m[3]}
		name := d.words(at)
		if endsInside.MatchString(name) {
			continue
		}
		if endsSentence.MatchString(name) {
			at.to--
			name = d.words(at)
		}
		if strings.HasSuffix(name, " Kommuner") || strings.HasSuffix(name, " Municipalities") {
			if f := d.bodyIn(leads, 0.75, len(d.text), false); re != leads && f.Stated() {
				return f // of several, one leads
			}
		}
		if full, ok := d.fullName(at); ok {
			at, name = full, d.words(full)
		}
		if named(name) && (!typed || body(name)) {
			return says(d, name, "", span{at.from, s.to}, at, confidence)
		}
	}
	return Field[string]{}
}
