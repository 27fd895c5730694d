package register

import (
	"slices"
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

// index makes the index; the indexer is spent.
func (b *indexer) index() *nameIndex {
	b.sortWords()
	b.listNames()
	b.weighWords()
	b.listSpellings()
	b.x.indexPlaces()
	b.ids, b.order = nil, nil
	return b.x
}

// sortWords numbers the words anew, in alphabetical order.
func (b *indexer) sortWords() {
	x := b.x
	sorted := make([]uint32, len(b.order))
	for i := range sorted {
		sorted[i] = uint32(i)
	}
	slices.SortFunc(sorted, func(i, j uint32) int { return strings.Compare(b.order[i], b.order[j]) })
	number := make([]uint32, len(sorted))
	x.letterAt = make([]uint32, 1, len(sorted)+1)
	for n, old := range sorted {
		number[old] = uint32(n)
		x.letters = append(x.letters, b.order[old]...)
		x.letterAt = append(x.letterAt, uint32(len(x.letters)))
	}
	for i, old := range x.words {
		x.words[i] = number[old]
	}
}

// listNames makes the lists of entries by word.
func (b *indexer) listNames() {
	x := b.x
	x.named, x.namedAt = postingLists(len(b.order), func(yield func(list, item uint32)) {
		for e := range x.cvr {
			words := x.wordsOf(uint32(e))
			for i, id := range words {
				if !slices.Contains(words[:i], id) {
					yield(id, uint32(e))
				}
			}
		}
	})
}

// listSpellings makes the lists of words by spelling feature.
func (b *indexer) listSpellings() {
	x := b.x
	var sounded []byte
	var found []uint32
	x.spelt, x.speltAt = postingLists(features, func(yield func(list, item uint32)) {
		for id := range x.weight {
			word := x.word(uint32(id))
			if hasDigit(word) {
				continue
			}
			sounded = sound(sounded[:0], word)
			found = spellingFeatures(found[:0], sounded)
			slices.Sort(found)
			for _, f := range slices.Compact(found) {
				yield(f, uint32(id))
			}
		}
	})
}

// weighWords gives the words their weights and the entries the sum of theirs.
func (b *indexer) weighWords() {
	x := b.x
	counts := make([]int, len(b.order))
	for _, id := range x.words {
		counts[id]++
	}
	x.weight = make([]uint16, len(counts))
	x.most = uint32(weigh(1, x.size()))
	if b.weigher != nil {
		x.most = b.weigher.most
	}
	for id, n := range counts {
		x.weight[id] = weigh(n, x.size())
		if b.weigher != nil {
			x.weight[id] = b.weigher.weightOf(x.word(uint32(id)))
		}
	}
	x.mass = make([]uint16, x.size())
	for e := range x.mass {
		sum := float32(0)
		for i, id := range x.wordsOf(uint32(e)) {
			if i < int(x.core[e]) {
				sum += float32(x.weight[id])
			} else {
				sum += float32(x.weight[id]) * ownerMissing
			}
		}
		x.mass[e] = uint16(min(sum, 1<<16-1))
	}
}

// weightOf is how much a word tells in this index; one it does not have tells most.
func (x *nameIndex) weightOf(word string) uint16 {
	if id, ok := x.find(word); ok {
		return x.weight[id]
	}
	return uint16(x.most)
}

func (x *nameIndex) indexPlaces() {
	x.placeOf = map[string][]int{}
	for n, p := range x.places {
		if key := Fold(p); key != "" {
			x.placeOf[key] = append(x.placeOf[key], n)
		}
	}
}
