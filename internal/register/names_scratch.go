package register

// scratch is the memory one search works in; it is used again for the next.
type scratch struct {
	acc   [block]uint16 // scores of the block's entries, all zero between blocks
	group [block]uint8  // which group raised the score last
	hit   []uint16
	best  []scored

	counts   []uint8 // features shared with each word of the index, all zero between words
	touched  []uint32
	shared   [2*longestWord + 2][]uint32
	sounded  []byte
	features []uint32
	meant    []meant
	begun    []uint32

	pairs  []pair
	joined []byte
	ranked []match

	likes [likeCells]cell
	round uint32
}

// likeCells is how many words' likenesses are kept; a power of two.
const likeCells = 1 << 12

// cell is how alike a word of the index is to each word of the query.
type cell struct {
	id    uint32
	round uint32
	known uint32 // bit i: like[i] holds
	like  [2 * longestQuery]uint8
}

// fit makes room for an index of so many words.
func (s *scratch) fit(words int) {
	if len(s.counts) < words {
		s.counts = make([]uint8, words)
	}
}

// forget starts a new query.
func (s *scratch) forget() { s.round++ }

func (s *scratch) cell(id uint32) *cell {
	c := &s.likes[id*0x9e3779b1>>20&(likeCells-1)]
	if c.id != id || c.round != s.round {
		*c = cell{id: id, round: s.round}
	}
	return c
}

func (s *scratch) remember(i int, m meant) {
	c := s.cell(m.id)
	c.known |= 1 << i
	c.like[i] = m.like
}

// like is how alike word i of the query and a word of the index are.
func (s *scratch) like(x *nameIndex, q *question, i int, id uint32) uint8 {
	c := s.cell(id)
	if c.known&(1<<i) == 0 {
		word := x.word(id)
		c.known |= 1 << i
		c.like[i] = wordLikeness(q.words[i], word, letterMask(word))
	}
	return c.like[i]
}
