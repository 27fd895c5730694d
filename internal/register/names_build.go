package register

import (
	"strconv"
	"strings"

	"samspil/internal/crm"
)

// indexer collects names and makes an index of them.
type indexer struct {
	x       *nameIndex
	ids     map[string]uint32
	order   []string // words by first appearance
	forms   map[string]int
	places  map[string]int
	weigher *nameIndex // gives the words their weights, where an index is small beside it; nil for its own
}

func newIndexer() *indexer {
	return &indexer{x: &nameIndex{starts: []uint32{0}}, ids: map[string]uint32{}, forms: map[string]int{}, places: map[string]int{}}
}

// expect makes room for so many companies.
func (b *indexer) expect(companies int) {
	x, n := b.x, companies+companies/16
	x.cvr, x.marks, x.form, x.core = make([]uint32, 0, n), make([]uint8, 0, n), make([]uint8, 0, n), make([]uint8, 0, n)
	x.town, x.place = make([]uint16, 0, n), make([]uint16, 0, n)
	x.starts, x.words = append(make([]uint32, 0, n+1), 0), make([]uint32, 0, 3*n+n/4)
}

// nameWords is how many words of a name are looked at.
const nameWords = 16

// add takes in all names of a company. One without eight digits of CVR is left out: it could not be told apart.
func (b *indexer) add(c crm.Company) {
	cvr, err := strconv.ParseUint(c.CVR, 10, 32)
	if err != nil || len(c.CVR) != 8 {
		return
	}
	b.x.companies++
	var marks uint8
	if c.Status == crm.CompanyEnded {
		marks = markEnded
	}
	if c.AddedBy.ID != 0 {
		marks |= markWritten
	}
	key := c.Key
	if key == "" {
		key = Fold(c.Name)
	}
	b.addName(uint32(cvr), key, coreWords(c.Name), marks, c)
	for _, also := range alsoOf(c) {
		if also.key != key {
			b.addName(uint32(cvr), also.key, coreWords(also.name), marks|also.mark, c)
		}
	}
}

// coreWords is how many words of the name stand before the owner's.
func coreWords(name string) int {
	for _, sign := range []string{" v/", " V/", " ved "} {
		if before, _, ok := strings.Cut(name, sign); ok && before != "" {
			return len(Words(Fold(before)))
		}
	}
	return nameWords
}

func (b *indexer) addName(cvr uint32, key string, core int, marks uint8, c crm.Company) {
	x := b.x
	n := 0
	for word := range strings.FieldsSeq(key) {
		if n++; n > nameWords {
			break
		}
		id, ok := b.ids[word]
		if !ok {
			id = uint32(len(b.order))
			word = strings.Clone(word)
			b.ids[word] = id
			b.order = append(b.order, word)
		}
		x.words = append(x.words, id)
	}
	if n == 0 {
		return
	}
	town, _ := strconv.ParseUint(c.Municipality, 10, 16)
	x.cvr = append(x.cvr, cvr)
	x.marks = append(x.marks, marks)
	x.core = append(x.core, uint8(core))
	x.form = append(x.form, uint8(numberOf(printedForm(c), b.forms, &x.forms, 1<<8)))
	x.town = append(x.town, uint16(town))
	x.place = append(x.place, uint16(numberOf(c.Place, b.places, &x.places, 1<<16)))
	x.starts = append(x.starts, uint32(len(x.words)))
}

// numberOf gives a string its number in the list, 0 for those that no longer fit.
func numberOf(s string, known map[string]int, list *[]string, limit int) int {
	if len(*list) == 0 {
		*list, known[""] = []string{""}, 0
	}
	n, ok := known[s]
	if !ok && len(*list) < limit {
		n = len(*list)
		known[s] = n
		*list = append(*list, s)
	}
	return n
}

// printedForm is the legal form as LegalForm writes it, from the name before the register's own field.
func printedForm(c crm.Company) string {
	if form := LegalForm(c.Name); form != "" {
		return form
	}
	if form := formOfToken(strings.ToLower(c.Form)); form != "" {
		return form
	}
	return c.Form
}
