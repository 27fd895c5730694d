package summary

import "regexp"

// What is given to several projects together is the size of a pool, and no project's grant.
const (
	severalOf  = `(?:to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|\d{1,3}|two|three|four|five|six|seven|eight|nine|ten) (?:(?:nye|af|de|lokale|forskellige|\pL{2,20}|\pL{2,20}- og \pL{2,20}) ){0,2}(?:projekter|initiativer|ansøgninger|fyrtårne|projects|initiatives)`
	severalDef = `(?:projekterne|initiativerne|the projects)`
)

var (
	// "10 mio. kr. er sat af til tre projekter"
	toSeveral = regexp.MustCompile(`^ ?(?:fra [^.,\d]{3,80} )?(?:er sat af |er afsat |er fordelt |fordeles |fordelt |går )?(?:til|på|mellem|to|between) (?:i alt |de |disse |the )?` + severalOf + `(?:$|[^\pL])`)
	// "Tre projekter får 10 mio. kr.", "støtter ni projekter … med i alt", "støtter projekterne med i alt"
	severalGet = regexp.MustCompile(severalOf + `(?: [^.\d]{0,80})? (?:får(?: del i)?|modtager|deler|tildeles|bevilges|støttes med|med|get|receive|share) (?:i alt |tilsammen |samlet |ca\. |omkring |knap |godt |a total of )?$|` + severalDef + ` (?:får |støttes |deler )?(?:med )?(?:i alt |tilsammen |samlet )?$`)
)

// newsOpening is how many bytes of news tell what they are about.
const newsOpening = 1500

// sharedSum is the amount that news of several projects open with; nil where somebody applies.
func (d *document) sharedSum(all []judged) *judged {
	var found *judged
	for i, j := range all {
		if j.score[RoleApplied] >= sure {
			return nil
		}
		if found == nil && j.from < newsOpening && j.Currency == "DKK" && d.sharedOut(j) {
			found = &all[i]
		}
	}
	return found
}

// sharedOut reports an amount that several projects get together.
func (d *document) sharedOut(j judged) bool {
	s := d.sentence(j.from)
	if has(d.low[s.from:s.to], "indstil", "ansøg", "recommend", "apply", "applications") {
		return false // asked for, not given
	}
	return toSeveral.MatchString(d.low[j.to:min(s.to, j.to+160)]) || severalGet.MatchString(d.low[max(s.from, j.from-160):j.from])
}
