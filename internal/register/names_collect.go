package register

import "slices"

// block is how many entries are scored together: their scores stay in the processor's cache.
const block = 1 << 16

// term is a list of entries and what each of them gains by being in it.
type term struct {
	list postings
	gain uint16
}

// termGroup are the terms one word of the query stands for; an entry gains by the best of them only.
type termGroup struct {
	terms []term // best first
	best  uint16
}

// scored is an entry and its score in the first round.
type scored struct {
	entry entry
	score int32
}

// gainUnit is how much full likeness multiplies a weight by: the sum of all gains fits 16 bits.
const gainUnit = 2

// collect gives the entries that have most of the query's words, best first, about want of them.
func (x *nameIndex) collect(q question, s *scratch, want int) []scored {
	groups := x.groups(q, s)
	slices.SortFunc(groups, func(a, b termGroup) int { return int(b.best) - int(a.best) })
	s.best = s.best[:0]
	floor := int32(1)
	for from := 0; from < x.size(); from += block {
		x.score(groups, s, uint32(from), floor)
		for _, at := range s.hit {
			e := uint32(from) + uint32(at)
			got := int32(s.acc[at])
			s.acc[at] = 0
			if got < floor {
				continue
			}
			if got -= max(0, int32(x.mass[e])*gainUnit-got) / 5; got >= floor {
				s.best = append(s.best, scored{e, got})
			}
		}
		if len(s.best) > 4*want {
			floor = s.keepBest(want)
		}
	}
	s.keepBest(want)
	return s.best
}

// keepBest cuts the list to the best, and gives the least score kept.
func (s *scratch) keepBest(want int) int32 {
	slices.SortFunc(s.best, func(a, b scored) int {
		if a.score != b.score {
			return int(b.score - a.score)
		}
		return int(a.entry) - int(b.entry)
	})
	s.best = s.best[:min(len(s.best), want)]
	if len(s.best) < want {
		return 1
	}
	return max(1, s.best[want-1].score)
}

// score adds up the gains of the block's entries. Groups that cannot lift an entry to floor by themselves count only
// for entries that others found.
func (x *nameIndex) score(groups []termGroup, s *scratch, from uint32, floor int32) {
	s.hit = s.hit[:0]
	rest := int32(0)
	for _, g := range groups {
		rest += int32(g.best)
	}
	for i := range groups {
		g := &groups[i]
		s.addGroup(g, from, rest >= floor, uint8(i+1))
		rest -= int32(g.best)
	}
	if len(groups) > 1 {
		for _, at := range s.hit {
			s.group[at] = 0
		}
	}
}

func (s *scratch) addGroup(g *termGroup, from uint32, opens bool, mark uint8) {
	end := from + block
	for i := range g.terms {
		t := &g.terms[i]
		for t.list.more && t.list.item < end {
			at := uint16(t.list.item - from)
			switch {
			case s.acc[at] == 0:
				if opens {
					s.acc[at], s.group[at] = t.gain, mark
					s.hit = append(s.hit, at)
				}
			case s.group[at] != mark:
				s.acc[at] += t.gain
				s.group[at] = mark
			}
			t.list.next()
		}
	}
}

// groups are the lists of entries to be added up.
func (x *nameIndex) groups(q question, s *scratch) []termGroup {
	var groups []termGroup
	s.forget()
	for i, w := range q.words {
		var g termGroup
		for _, m := range x.expand(w, s) {
			s.remember(i, m)
			if m.like < 55 && w.span == 2 {
				continue
			}
			like := float32(m.like) / 100
			g.add(x, m.id, like*like*w.weight)
		}
		if len(g.terms) > 0 {
			groups = append(groups, g)
		}
		if w.span == 1 && !w.digits && !w.known && len(w.text) >= 5 {
			groups = x.split(groups, w)
		}
	}
	return groups
}

func (g *termGroup) add(x *nameIndex, id uint32, gain float32) {
	n := uint16(gain * gainUnit)
	g.terms = append(g.terms, term{walk(x.named, x.namedAt, id), max(1, n)})
	g.best = max(g.best, n)
}

// split adds the lists of the words that w may be made of, written together by mistake: only the rarest two.
func (x *nameIndex) split(groups []termGroup, w askedWord) []termGroup {
	type half struct {
		id   uint32
		gain float32
	}
	var best []half
	for n := 2; n+2 <= len(w.text); n++ {
		a, okA := x.find(w.text[:n])
		b, okB := x.find(w.text[n:])
		share := float32(n) / float32(len(w.text))
		if okA && (okB || n >= splitLetters) {
			best = append(best, half{a, share * w.weight * 0.5})
		}
		if okB && (okA || len(w.text)-n >= splitLetters) {
			best = append(best, half{b, (1 - share) * w.weight * 0.5})
		}
	}
	slices.SortFunc(best, func(a, b half) int { return int(b.gain) - int(a.gain) })
	var g termGroup
	for _, h := range best[:min(len(best), 8)] {
		g.add(x, h.id, h.gain)
	}
	if len(g.terms) > 0 {
		groups = append(groups, g)
	}
	return groups
}
