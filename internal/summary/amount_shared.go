package summary

import (
	"regexp"
	"slices"

	"samspil/internal/text"
)

func startsWithAny(s string, cues []string) bool {
	for _, c := range cues {
		if at, _ := find(s, c, 0); at == 0 {
			return true
		}
	}
	return false
}

// shared gives the unit to the number before it: "25 og 14,2 mio. kr.", "mellem 250.000 og 750.000 kr.", "1-2 mio. kr.".
func (d *document) shared(low string, list []sum) []sum {
	var more []sum
	for _, a := range list {
		f, ok := numberBefore(low, a.from)
		if !ok || a.Minor < 0 || overlaps(list, f.span) {
			continue
		}
		last := digitIn(low, a.span)
		u, ok := unitAt(low, last.to, "")
		if !ok {
			continue
		}
		if f.places == 0 && !f.groups && f.digits >= 1900 && f.digits < 2100 || countedBefore(low, f.from) || u.times == 1 && !f.groups && f.digits < 1000 {
			continue
		}
		if minor, ok := f.times(u.times, separator(low, f), d.lang == text.English); ok {
			more = append(more, sum{span: f.span, Amount: Amount{Minor: minor, Currency: a.Currency}, confidence: 0.9})
		}
	}
	return inOrder(append(list, append(more, d.implied(low, list)...)...))
}

// givenBare is a number of millions that somebody gives, whose unit stands with the next amount: "regionen bevilger 5,5, mens".
var givenBare = regexp.MustCompile(`(?:^|[^\pL])(?:heraf|hvoraf|bevilger|giver|bidrager med|betaler|yder|skyder|investerer|of which|contributes|pays) (\d{1,3}[,.]\d)(?:, | (?:fra|til|og|from|and) )`)

// implied are those numbers, where the next amount of the sentence is one of millions.
func (d *document) implied(low string, list []sum) (more []sum) {
	if len(list) == 0 {
		return nil
	}
	for _, m := range givenBare.FindAllStringSubmatchIndex(low, -1) {
		i := slices.IndexFunc(list, func(a sum) bool { return a.from >= m[3] })
		f, ok := figureAt(low, m[2])
		if i < 0 || !ok || overlaps(list, f.span) {
			continue
		}
		if u, ok := unitAt(low, digitIn(low, list[i].span).to, ""); !ok || u.times != 1e6 {
			continue
		}
		if minor, ok := f.times(1e6, separator(low, f), d.lang == text.English); ok {
			more = append(more, sum{span: f.span, Amount: Amount{Minor: minor, Currency: list[i].Currency}, confidence: 0.8})
		}
	}
	return more
}

// digitIn is the figure inside the span of an amount.
func digitIn(low string, s span) figure {
	for i := s.from; i < s.to; i++ {
		if low[i] >= '0' && low[i] <= '9' {
			f, _ := figureAt(low, i)
			return f
		}
	}
	return figure{}
}
