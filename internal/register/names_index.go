package register

import (
	"math"
	"sort"
	"strings"
)

// entry is a name in the index, by its place there. A company has one for its name and one for each of its secondary
// and former names, in a row.
type entry = uint32

// Marks of an entry.
const (
	markEnded uint8 = 1 << iota
	markSecondary
	markFormer
	markWritten // people wrote the company, and no register has it
)

// nameIndex finds names by how their words are spelt. It has two floors: the distinct words of all names, by the
// letters in them, and the names, by their words. So a misspelt word is corrected among some hundred thousand words,
// and not among millions of names. All of it is flat, so that it can be a file in memory. It is never changed.
type nameIndex struct {
	// Of each entry.
	cvr    []uint32
	marks  []uint8
	form   []uint8  // in forms
	town   []uint16 // code of the municipality, 0 for none
	place  []uint16 // in places
	core   []uint8  // words before "v/" and the owner's name
	mass   []uint16 // weight of all words, the owner's less, in massUnits
	starts []uint32 // in words; one more than entries
	words  []uint32 // of all entries, in order

	// Of each word; words are numbered in alphabetical order.
	letters   []byte
	letterAt  []uint32 // in letters; one more than words
	weight    []uint16 // how much it tells, in massUnits
	named     []byte   // entries that have the word
	namedAt   []uint32
	spelt     []byte // words that have the spelling feature
	speltAt   []uint32
	forms     []string
	places    []string
	placeOf   map[string][]int // numbers in places by folded name
	most      uint32           // weight of a word that no name has
	companies uint32           // that were taken in
	changed   int64            // when the register last changed before, in Unix milliseconds
}

// ownerMissing is the share of its weight with which a word of the owner's name ("v/Jens Hansen") counts when the query
// lacks it.
const ownerMissing = 0.12

// massUnits are the steps in a weight of 1.
const massUnits = 64

// size is the number of entries.
func (x *nameIndex) size() int { return len(x.cvr) }

func (x *nameIndex) word(id uint32) string {
	return stringOf(x.letters[x.letterAt[id]:x.letterAt[id+1]])
}

func (x *nameIndex) wordsOf(e entry) []uint32 { return x.words[x.starts[e]:x.starts[e+1]] }

// keyOf is the folded name.
func (x *nameIndex) keyOf(e entry) string {
	var list []string
	for _, id := range x.wordsOf(e) {
		list = append(list, x.word(id))
	}
	return strings.Join(list, " ")
}

// find is the number of a word.
func (x *nameIndex) find(word string) (id uint32, ok bool) {
	at := x.firstFrom(word)
	return uint32(at), at < len(x.weight) && x.word(uint32(at)) == word
}

// firstFrom is the number of the first word that is not before this one.
func (x *nameIndex) firstFrom(word string) int {
	return sort.Search(len(x.weight), func(i int) bool { return x.word(uint32(i)) >= word })
}

// weigh is how much a word tells that count of n names have: the logarithm of its rarity.
func weigh(count, n int) uint16 {
	return uint16(massUnits * math.Log(1+float64(n)/float64(max(count, 1))))
}

// coreOf is the folded name without the owner's.
func (x *nameIndex) coreOf(e entry) string {
	words := x.wordsOf(e)
	var list []string
	for _, id := range words[:min(len(words), int(x.core[e]))] {
		list = append(list, x.word(id))
	}
	return strings.Join(list, " ")
}
