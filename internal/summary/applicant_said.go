package summary

import (
	"regexp"
	"strings"
)

// either makes one expression of several ways to say a thing. NAME stands for the name of a body, SUM for the beginning of a
// sum.
func either(ways ...string) *regexp.Regexp {
	all := strings.Join(ways, "|")
	all = strings.ReplaceAll(all, "SUM", `(?:op til |knap |godt |i alt |ca\. |små )?(?:\d|DKK|EUR|kr\.|to |tre |fire |fem |seks |syv |otte |ni |ti |elleve |tolv )`)
	return regexp.MustCompile(strings.ReplaceAll(all, "NAME", "("+bodyName+")"))
}

// The ways a sentence tells who applies.
var (
	// Who applies, in so many words.
	applies = either(`NAME,? (?:(?:hermed|nu|herved|hereby|som leadpartner|på vegne af [^.]{3,60}?) )?` +
		`(?:ansøger|søger|søgte|ansøgte|vil (?:nu )?(?:ansøge|søge)|har (?:den [^,.]{1,3}\. [^,.]{3,20} |[^.,]{0,50}?)(?:ansøgt|søgt|anmodet)|har [^.,]{0,30}?indsendt (?:en |sin )?ansøgning|` +
		`anmoder om|fremsender|indsender|applies for|apply for|has applied|have applied|is applying for|requests|seeks) ` +
		`(?:sammen |i (?:tæt )?samarbejde med [^.]{3,80}? (?:om )?|på vegne af [^.]{3,60}? |hermed |nu |Vækstforum |i \pL+ \d{4} |(?:regionens|kommunens|ministeriets|statens|styrelsens|EU's) \pL+ |\pL+ )?` +
		`(?:om [^.]{0,60}?\d|om|for|tilskud|støtte|[\d]|DKK|kr|a grant|funding|midler|(?:en |sin )?ansøgning|\p{Lu})`)
	// "Derfor ansøger Køge Skole om", where the verb comes first.
	fronted = either(`^(?:På vegne af|Derfor|Hermed|I samarbejde med|Sammen med|For at|Med denne ansøgning) ?[^.]{0,200}? (?:ansøger|søger|anmoder) NAME (?:hermed |nu |derfor )?(?:[\pL]+ )?(?:om|tilskud|støtte|\d)`)
	behalf  = either(`(?:På vegne af|On behalf of) (?:the )?NAME,? (?:vil|skal|fremsender|søger|ansøger|ansøges|søges|I|we|would)`)
	weAre   = either(
		`(?:Vi er|We are|Undertegnede,?) (?:the )?NAME(?: og|,| and|\.|$)`,
		`(?:Vi|We) (?:i|hos|på|in|at) NAME (?:søger|ansøger|ønsker|vil|apply|seek)`)

	// "Ansøgning fra Køge Skole", "Projektet gennemføres af Køge Skole".
	asks = either(
		`(?:[Aa]nsøgning fra|[Aa]nsøgningen kommer fra|[Aa]nsøgt af|[Aa]nsøges af|[Ii]ndsendt af|[Pp]ressemeddelelse fra|[Aa]pplication from|[Ss]ubmitted by) (?:the )?NAME`,
		`(?:[Aa]nsøger(?:en)?|[Tt]ovholder|projektejer|[Ii]nitiativtager(?:en)?|[Bb]evillingsmodtager(?:en)?|[Tt]ilskudsmodtager(?:en)?|[Bb]ygherre(?:n)?|[Pp]rojektets ejer) er NAME|[Aa]pplicant is (?:the )?NAME`,
		`(?:[Gg]ennemføres|[Uu]dføres|[Dd]rives|[Ll]edes|[Vv]aretages|[Uu]dbydes|[Ff]orestås|[Ii]værksættes) af NAME|(?:[Ll]ed|[Rr]un|[Ii]mplemented|[Cc]oordinated) by (?:the )?NAME`,
		`[Pp]rojekt(?:et|ets) er (?:et initiativ fra|forankret (?:hos|på|i|ved)) NAME`,
		`[Bb]ag (?:projektet|indsatsen|ansøgningen)(?: ["”“»’'][^"”“«’']{3,90}["”“«’'])? står NAME`,
		`(?:, som|, which|, der) NAME (?:står bag|leder|koordinerer|driver|is behind|leads)`,
		`[Dd]et er NAME, (?:som|der) (?:står bag|leder|søger)`,
		`NAME, (?:som|der) har (?:stået for ansøgningen|sendt ansøgningen|søgt om pengene)`)

	// Who gets the money, in so many words, and answers for it.
	beneficiary = either(`NAME (?:er|var|har været|is) (?:projektets )?(?:tilskudsmodtager|støttemodtager|tilsagnsmodtager|bevillingsmodtager|bevillingshaver|the beneficiary|the grant holder)`)
	// Who leads, coordinates or answers for the project.
	leads = either(`((?:De|Den|Det) [\pL -]{3,50}|` + bodyName + `)(?:, (?:der|som|which))? ` +
		`(?:(?:er|var|har været) (?:projektets )?(?:tovholder|projektejer|hovedansøger|leadpartner|lead partner|lead|projektholder|projektansvarlig|operatør|ansøger)|er ansvarlig for (?:projektet|indsatsen)|har stået i spidsen for|` +
		`har (?:som ansøger|ansvaret for projektet|projektledelsen|det overordnede ansvar)|står i spidsen for|koordinerer (?:projektet|indsatsen|samarbejdet)|har taget initiativ til (?:projektet|indsatsen)|` +
		`is (?:the )?(?:lead partner|applicant|lead applicant|coordinator)|(?:leads|coordinates|heads|runs) the (?:project|partnership|consortium))`)
	leading = either(`(` + strings.TrimSuffix(bodyName, `(?: ?\([^()\n]{2,40}\))?`) + `) ?\((?:(?:herefter|i det følgende|hereafter) (?:kaldet |benævnt )?"?)?` +
		`(?:lead partner|leadpartner|lead applicant|tovholder|projektejer|hovedansøger|ansøger|[Oo]peratør(?:en)?|[Tt]ilskudsmodtager(?:en)?|[Pp]rojektholder(?:en)?)"?\)`)
	serves  = either(`(?:[Mm]ed|peget på|valgt|udpeget|with) (?:the )?NAME (?:som|as|til) (?:tilsagnsmodtager|tilskudsmodtager|operatør|leadpartner|lead ?partner|projektejer|projektholder|tovholder|ansøger|hovedansøger|leder|lead)`)
	manages = either(
		`NAME (?:er (?:projektleder|projektansvarlig|koordinator)|manages the project)`,
		`(?:hører til|har hjemme|er placeret) (?:på|i|hos) NAME`,
		`[Pp]rojektet er (?:udviklet|udarbejdet|udtænkt|iværksat) af NAME|[Aa] project by NAME`)
	owns     = either(`NAMEs (?:projekt|ansøgning)(?:$|[^\pL])`)
	proposed = either(`(?:[Ff]orslag|[Pp]roposal) (?:fra|from) (?:the )?NAME`)

	// Who gets the money.
	gets = either(
		`NAME,? (?:(?:er [^.,\d]{3,60} og )?(?:har (?:netop |nu |også )?(?:fået|modtaget)|får)|kan (?:glæde sig over|se frem til)|modtager|tildeles|bevilges|er (?:blevet )?(?:bevilget|tildelt)|`+
			`has received|has been (?:awarded|granted)|receives|will receive) `+
			`[^.]{0,40}?(?:\d[\d.,]* ?(?:mio|mill|kr|t\.kr|tkr|DKK|kroner|euro|EUR)|(?:EUR|DKK|kr\.|€) ?\d|del i pulje|støtte fra|tilskud fra|penge fra)`,
		`NAME er (?:blandt|en af) modtagerne`)
	given = either(
		`(?:[Hh]ar (?:[^.,]{2,40} )?(?:bevilget|givet|tildelt)|giver|bevilger|tildeler|bevilgede|tildelte|has granted|has awarded) (?:the )?NAME (?:et tilskud|tilskud|støtte|en bevilling|a grant|SUM)`,
		`(?:Til|To) (?:the )?NAME (?:bevilges|ydes|gives|tildeles|er (?:der )?bevilget)`,
		`(?:[Bb]evillingen|[Ss]tøtten|[Tt]ilskuddet|[Pp]engene|[Mm]idlerne) (?:går|gik|er gået|er givet|gives|er tildelt|er bevilget) til NAME`)
	grants = either(`(?:giver|gives|gav|har bevilget|bevilgede|har givet|meddeler|meddeles|yder|ydes|bevilger|bevilges|tildeles|grants|is granted).{0,90}? (?:til|to) NAME`)
	aided  = either(`(?:støtter?|støttet|bevilget|bevilger) (?:et|en) (?:initiativ|projekt|indsats|partnerskab) fra (?:\p{Ll}[\pL-]+ )?NAME`)

	// Who acts, in the opening: the least sure.
	acts = either(`^(?:I samarbejde med [^,]{3,80} )?NAME (?:vil|er gået sammen|inviterer|støtter|står bag|igangsætter|gennemfører|leder|driver|will|har igangsat|ønsker|foreslår|går sammen|proposes)(?:[ ,])`)
	now  = either(`^(?:Nu|Derfor|Her|I år|Fra|Med [^.]{5,60} i ryggen) (?:vil|går|skal|inviterer|sætter|starter|søger|åbner|gennemfører) NAME`)
	// "AMU Syd: Flere elever"
	headline = either(`^NAME: \p{Lu}\p{Ll}`)
	// inlineApplicant is a label inside a line, as in text that lost its line ends.
	inlineApplicant = either(`(?:^|[.;] )(?:Ansøger|Applicant): NAME(?:\.|;|,| CVR|$)`)
)

// said are those that hold wherever they stand, the surest first. words are what each has at least one of, in small letters:
// looking for them costs far less.
var said = []struct {
	way        *regexp.Regexp
	confidence float64
	words      []string
}{
	{inlineApplicant, 0.9, []string{"ansøger:", "applicant:"}},
	{beneficiary, 0.85, []string{"modtager", "bevillingshaver", "beneficiary", "grant holder"}},
	{fronted, 0.85, []string{"søger", "anmoder"}},
	{behalf, 0.85, []string{"vegne af", "behalf of"}},
	{asks, 0.8, []string{"ansøg", "indsendt", "pressemeddelelse", "applica", " by ", "tovholder", "ejer er", "initiativ", "modtager", "es af", "ås af", "forankret", "bygherre", "bag", "behind", " leder", "koordinerer", "driver", "leads", "det er", "har s"}},
	{leading, 0.85, []string{"("}},
	{applies, 0.85, []string{"søg", "anmod", "fremsender", "indsend", "appl", "request", "seeks"}},
	{leads, 0.75, []string{"tovholder", "ejer", "ansøger", "partner", "holder", "operatør", "projektet", "ledelsen", "ansvar", "spidsen", " er lead ", "koordinerer", "applicant", "coordinat", "the pro", "the con"}},
	{serves, 0.75, []string{" som ", " as "}},
	{weAre, 0.7, []string{"vi ", "we ", "undertegnede"}},
	{aided, 0.65, []string{" fra "}},
	{gets, 0.65, []string{"får", "fået", "modtag", "glæde", "frem til", "tildel", "bevilget", "receive", "awarded", "granted"}},
	{given, 0.65, []string{"giv", "bevilg", "tildel", "grant", "award", "ydes", "går til", "gik til", "gået til"}},
	{grants, 0.65, []string{"giv", "gav", "bevilg", "meddel", "yde", "tildel", "grant"}},
	{owns, 0.65, []string{"s projekt", "s ansøgning"}},
}
