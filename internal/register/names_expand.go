package register

import "slices"

// meant is a word of the index that a word of the query may stand for.
type meant struct {
	id   uint32
	like uint8
}

// How many words of the index a word of the query is taken for, at most.
const (
	mostMeant    = 40
	mostChecked  = 100  // compared letter by letter
	mostGlanced  = 2500 // looked at
	mostBegun    = 24   // that begin with it
	splitLetters = 5    // least letters of the one half when only that is known
)

// expand finds the words of the index that w may stand for, the likest first.
func (x *nameIndex) expand(w askedWord, s *scratch) []meant {
	list := s.meant[:0]
	add := func(id uint32) {
		if slices.ContainsFunc(list, func(m meant) bool { return m.id == id }) {
			return
		}
		word := x.word(id)
		if like := wordLikeness(w, word, letterMask(word)); like >= leastLikeness {
			list = append(list, meant{id, like})
		}
	}
	if id, ok := x.find(w.text); ok {
		add(id)
	}
	for _, long := range w.long {
		if id, ok := x.find(long); ok {
			add(id)
		}
	}
	if !w.digits && w.span == 1 {
		for _, short := range shorts[w.text] {
			if id, ok := x.find(short); ok {
				add(id)
			}
		}
		x.shorter(w.text, add)
	}
	if w.last || w.span == 1 && len(w.text) >= 3 && !w.digits {
		x.longer(w, s, add)
	}
	if len(w.text) >= 3 && !w.digits && !w.exact {
		x.misspelt(w, s, add)
	}
	slices.SortFunc(list, func(a, b meant) int { return int(b.like) - int(a.like) })
	s.meant = list
	return list[:min(len(list), mostMeant)]
}

// shorter gives the words with which text begins.
func (x *nameIndex) shorter(text string, add func(uint32)) {
	for n := len(text) - 1; n >= 4; n-- {
		if id, ok := x.find(text[:n]); ok {
			add(id)
		}
	}
}

// longer gives the words that begin with w, those of most names first.
func (x *nameIndex) longer(w askedWord, s *scratch, add func(uint32)) {
	from, to := x.firstFrom(w.text), x.firstFrom(w.text+"\xff")
	if to-from > 4000 && !w.last {
		to = from + 4000
	}
	best := s.begun[:0]
	for id := from; id < to; id++ {
		if len(best) == mostBegun && x.weight[id] >= x.weight[best[len(best)-1]] {
			continue
		}
		at, _ := slices.BinarySearchFunc(best, x.weight[id], func(b uint32, weight uint16) int { return int(x.weight[b]) - int(weight) })
		best = slices.Insert(best[:min(len(best), mostBegun-1)], min(at, len(best)), uint32(id))
		if len(best) > mostBegun {
			best = best[:mostBegun]
		}
	}
	s.begun = best
	for _, id := range best {
		add(id)
	}
}

// misspelt gives the words that share most spelling features with w.
func (x *nameIndex) misspelt(w askedWord, s *scratch, add func(uint32)) {
	s.sounded = sound(s.sounded[:0], w.text[:min(len(w.text), longestWord)])
	s.features = spellingFeatures(s.features[:0], s.sounded)
	slices.SortFunc(s.features, func(a, b uint32) int { return x.speltLen(a) - x.speltLen(b) })
	s.features = slices.Compact(s.features)
	edits := 1 + min(len(s.sounded)/4, 2)
	rare := 3*min(edits, 2) + 1 // a word with so many edits has one of so many features left
	left := mostChecked
	if w.known { // it is most often what was meant
		left /= 2
		s.features = s.features[:min(len(s.features), rare)]
	}
	s.features = s.features[:min(len(s.features), rare+3)]
	s.countShared(x, rare)
	for n := len(s.shared) - 1; n > 0 && left > 0; n-- {
		likely := s.likely(x, w, s.shared[n], edits+1)
		for _, id := range likely[:min(len(likely), left)] {
			add(id)
		}
		left -= len(likely)
	}
}

// likely are those of the words that a glance does not rule out, those of most names first.
func (s *scratch) likely(x *nameIndex, w askedWord, ids []uint32, edits int) []uint32 {
	likely := ids[:0]
	for _, id := range ids[:min(len(ids), mostGlanced)] {
		length := int(x.letterAt[id+1] - x.letterAt[id])
		if abs(length-len(w.text)) <= edits && unlike(letterMask(x.word(id)), w.mask) <= edits {
			likely = append(likely, id)
		}
	}
	slices.SortFunc(likely, func(a, b uint32) int { return int(x.weight[a]) - int(x.weight[b]) })
	return likely
}

func (x *nameIndex) speltLen(feature uint32) int {
	return int(x.speltAt[feature+1] - x.speltAt[feature])
}

// countShared sorts the words by how many of the features they have; words with none of the rarest are left out.
func (s *scratch) countShared(x *nameIndex, rare int) {
	for i := range s.shared {
		s.shared[i] = s.shared[i][:0]
	}
	s.touched = s.touched[:0]
	for i, f := range s.features {
		for p := walk(x.spelt, x.speltAt, f); p.more; p.next() {
			n := s.counts[p.item]
			if n == 0 {
				if i >= rare {
					continue
				}
				s.touched = append(s.touched, p.item)
			}
			s.counts[p.item] = n + 1
		}
	}
	for _, id := range s.touched {
		n := min(int(s.counts[id]), len(s.shared)-1)
		s.shared[n] = append(s.shared[n], id)
		s.counts[id] = 0
	}
}
