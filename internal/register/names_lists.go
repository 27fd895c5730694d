package register

import (
	"slices"
	"strings"
)

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
