package register

import "strings"

// seePlaces marks the words of the query that may say where the company is, and not how it is called.
func (x *nameIndex) seePlaces(q *question, query string, evidence Evidence) {
	if key := Fold(evidence.Place); key != "" {
		x.addPlace(q, key)
	}
	for n := min(3, q.single-1); n > 0; n-- {
		for i := 1; i+n <= q.single; i++ {
			key := joinWords(q.words[i : i+n])
			marked := q.words[i-1].text == "i" || q.words[i-1].text == "ved" || q.words[i-1].text == "fra"
			if !x.addPlace(q, key) && !(marked && i+n == q.single && !q.words[i].digits) {
				continue
			}
			for j := range n {
				q.words[i+j].missing = min(q.words[i+j].missing, 0.25)
			}
		}
	}
	if _, behind, ok := strings.Cut(query, ","); ok {
		said := Words(Fold(behind))
		for i := max(1, q.single-len(said)); i < q.single && len(said) <= 4; i++ {
			q.words[i].missing = min(q.words[i].missing, 0.35)
		}
	}
}

func joinWords(words []askedWord) string {
	if len(words) == 1 {
		return words[0].text
	}
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return b.String()
}

// addPlace notes the place with that folded name, if there is one.
func (x *nameIndex) addPlace(q *question, key string) bool {
	numbers, known := x.placeOf[key]
	town := townOf(key)
	if town == nil && !known {
		return false
	}
	q.placeKeys = append(q.placeKeys, key)
	q.places = append(q.places, numbers...)
	q.towns = append(q.towns, town...)
	return true
}

// withNumbersApart sets a house number apart that was written together with the word before it: "svenvej21".
func (x *nameIndex) withNumbersApart(words []string) (apart []string) {
	for _, w := range words {
		i := strings.IndexAny(w, "0123456789")
		if i >= 3 {
			if _, known := x.find(w); !known {
				apart = append(apart, w[:i])
				w = w[i:]
			}
		}
		apart = append(apart, w)
	}
	return apart
}

// seePostcodes marks the numbers of the query that may be postcodes: four digits, with no more than the town behind.
func (x *nameIndex) seePostcodes(q *question, evidence Evidence) {
	q.towns = append(q.towns, townsOfPostcode(evidence.Postcode)...)
	for i := max(1, q.single-3); i < q.single; i++ {
		if codes := townsOfPostcode(q.words[i].text); codes != nil {
			q.towns = append(q.towns, codes...)
			q.words[i].missing = min(q.words[i].missing, 0.25)
		}
	}
}
