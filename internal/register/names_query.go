package register

import (
	"strings"
	"unicode"
)

// askedWord is a word of a query, or two neighbouring ones written together.
type askedWord struct {
	text    string
	mask    uint64
	weight  float32 // how much it tells, in massUnits
	missing float32 // share of the weight that counts when a name lacks the word
	digits  bool
	cut     bool     // a point shows that it is an abbreviation
	last    bool     // the word being typed: names may go on with it
	known   bool     // some name has exactly this word
	exact   bool     // not to be taken for misspelt
	long    []string // what it may be short for
	span    int      // 2 for two written together
}

// question is a query, read.
type question struct {
	words     []askedWord // then, from single on, the neighbours written together
	single    int
	total     float32 // weight of the single words, those that may be missing in part
	glued     string
	key       string
	form      string
	towns     []uint16 // municipalities that the query names
	places    []int    // in places of the index
	placeKeys []string // the places, folded
}

// longestQuery is how many words of a query are looked at, longestText how many bytes.
const (
	longestQuery = 10
	longestText  = 240
)

// Evidence is what is known of a company beside its name. Empty fields say nothing.
type Evidence struct {
	Place    string // town or municipality
	Postcode string // four digits
}

// ask reads a query; x gives words their weights.
func (x *nameIndex) ask(query string, evidence Evidence, typing bool) question {
	query = strings.ToValidUTF8(query[:min(len(query), longestText)], " ")
	key := Fold(query)
	q := question{key: key, glued: Glue(key), form: LegalForm(query)}
	words := x.withNumbersApart(Words(key))
	words = words[:min(len(words), longestQuery)]
	cut := cutWords(query)
	for i, w := range words {
		q.words = append(q.words, askedWord{text: w, mask: letterMask(w), digits: hasDigit(w), cut: cut[w], span: 1, missing: 1,
			last: typing && i == len(words)-1})
	}
	q.single = len(words)
	for i := range q.words {
		q.words[i].long = longForms[q.words[i].text]
	}
	x.seePlaces(&q, query, evidence)
	x.seePostcodes(&q, evidence)
	for i := range q.words {
		x.weighAsked(&q.words[i])
		q.total += q.words[i].weight * q.words[i].missing
	}
	for i := 0; i+1 < q.single; i++ {
		a, b := q.words[i], q.words[i+1]
		w := a.text + b.text
		q.words = append(q.words, askedWord{text: w, mask: letterMask(w), digits: a.digits || b.digits, span: 2, weight: a.weight + b.weight, last: b.last,
			exact: a.known && b.known, long: longTogether(a, b)})
	}
	return q
}

func (x *nameIndex) weighAsked(w *askedWord) {
	if id, ok := x.find(w.text); ok {
		w.known = true
		w.weight = float32(x.weight[id])
	} else {
		w.weight = float32(x.most) * 0.85
	}
	if noise[w.text] {
		w.missing = min(w.missing, 0.1)
	} else if len(w.text) == 1 {
		w.missing = min(w.missing, 0.6)
	}
}

// cutWords are the words of the query that a point shows to be abbreviated, folded.
func cutWords(query string) map[string]bool {
	var set map[string]bool
	for _, field := range strings.FieldsFunc(query, func(r rune) bool { return unicode.IsSpace(r) || r == ',' }) {
		for rest := field; ; {
			word, after, ok := strings.Cut(rest, ".")
			if !ok {
				break
			}
			for _, w := range foldedWords(word) {
				if set == nil {
					set = map[string]bool{}
				}
				set[w] = true
			}
			rest = after
		}
	}
	return set
}

// in is the query for another index, with the weights it has.
func (q question) in(x *nameIndex) question {
	q.places = nil
	for _, key := range q.placeKeys {
		q.places = append(q.places, x.placeOf[key]...)
	}
	return q
}

// longTogether is what two words may be short for: "nr.sundby", "ejd.selsk".
func longTogether(a, b askedWord) (list []string) {
	list = append(list, longForms[a.text+b.text]...)
	for _, long := range a.long {
		list = append(list, long+b.text)
	}
	return list
}
