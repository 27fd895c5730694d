package summary

import (
	"regexp"
	"strings"
)

// chromeLine is a line that a website sets around its pages, and that stays when a page is saved or copied as text: it is no
// line of the paper. What follows a colon, or stands among other words, may be, so only whole lines are meant.
var chromeLine = regexp.MustCompile(`^(?:` + strings.Join([]string{
	`(?:spring|hop|gå|skip|jump|videre) (?:over|til|to) (?:primært |hoved|venstre|højre|top|main )?(?:menu|indhold|navigation|content|forside)(?:en|et)?`,
	`forsiden?(?: af \S+)?`, `til forsiden`, `home(?: page)?`, `menu`, `toggle navigation`, `hovedmenu`, `søg(?: på siden| efter)?`, `search`, `log (?:ind|ud|in|out)`, `del(?: siden| artiklen| på .{3,40})?`, `share(?: on .{3,40})?`,
	`udskriv(?: siden)?`, `print(?: siden| page)?`, `læs op(?: \| .*)?`, `læs højt`, `i dette afsnit`, `annonce`, `\S+(?: \S+)?(?: · \S+(?: \S+)?){3,}`, `eu logo`, `se kontaktoplysninger`, `andre tjenester`, `kommentarer`, `arkivbillede`, `arkivfoto`, `advertisement`, `photo: .*`, `foto: .*`, `print friendly.*`, `skip navigation links.*`, `(?:publiceret|revideret):? \d.{4,30}`, `tip en ven`, `abonn[eé]r(?: på .{3,60})?`, `luk(?: alle punkter(?: dagsorden)?)?`, `fold (?:dette punkt )?(?:ind|ud).{0,40}`, `vis mere`, `forsidepil.*`, `læs (?:mere|referat|program|artiklen|nyheden|også)(?: (?:om|på|for|fra|her|i|hos)\b.{0,80})?`, `read more`, `tilbage(?: til .{3,40})?`,
	`(?:du er|you are) (?:her|here):?.{0,120}`, `(?:forside|home)n? ?(?:>|›|"|/|\|).{0,200}`,
	`størrelse: ?px`, `starte visningen fra side:?`, `transkript`, `save this pdf as:?`, `word png txt jpg`, `relaterede dokumenter`, `download "[^"\n]*"`, `show(?:ing)? from page:?`, `size: ?px`, `transcript`,
	`(?:dette |vores |denne |this )?(?:site|websted|website|hjemmeside|web ?site) (?:bruger|anvender|benytter|uses) cookies.*`, `accept[eé]r(?: ikke| alle)? cookies`, `accept (?:all )?cookies`, `.{0,60}(?:sætte|bruger|anvender|use) .{0,30}cookies.{0,80}`,
	`facebook(?:[ ,|]+(?:twitter|linkedin|x|instagram|e-?mail|print))+.*`, `pga\. coronavirus .{0,20}skal hjemmesidens indhold .*`, `opdateret \d.{4,30}`, `(?:siden er |side )?(?:sidst|senest) (?:opdateret|ændret):? .{4,30}`, `last (?:updated?|modified):? .{4,30}`, `udskriftsvenlig version`, `(?:pdf|word)-version`,
}, "|") + `)$`)

// mostChrome is the most bytes of such a line.
const mostChrome = 240

func chrome(low string) bool {
	return len(low) <= mostChrome && chromeLine.MatchString(strings.TrimSpace(low))
}

// crumb stands between the parts of the path that websites set above a page.
var crumb = regexp.MustCompile(` ?(?: / |>|›| " )\s*`)

// hereYouAre is what some sites say before it.
var hereYouAre = regexp.MustCompile(`^(?:Du er her|You are here):? `)

const (
	leastCrumbs   = 3
	longestCrumb  = 110 // bytes
	mostAbovePath = 12  // lines of a site above it
)

// path is the index of the line that is the path of a page on its website, and its parts; -1 for none. What stands above it
// is the site's own.
func (d *document) path() (line int, parts []string) {
	for i := min(len(d.lines), mostAbovePath) - 1; i >= 0; i-- {
		l := d.lines[i]
		parts = crumb.Split(hereYouAre.ReplaceAllString(d.text[l.from:l.to], ""), -1)
		least := leastCrumbs
		if i+1 < len(d.lines) && len(parts) > 1 && strings.EqualFold(parts[len(parts)-1], d.words(d.lines[i+1].span)) {
			least = 2 // the page's name stands below
		}
		if len(parts) < least || len(l.cells) > 1 && !strings.Contains(d.text[l.from:l.to], " / ") {
			continue
		}
		whole := true
		for _, p := range parts {
			whole = whole && p != "" && len(p) <= longestCrumb && !strings.ContainsAny(p, ":;?") && !strings.HasSuffix(p, ".")
		}
		if whole {
			return i, parts
		}
	}
	return -1, nil
}
