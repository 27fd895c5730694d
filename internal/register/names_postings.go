package register

import "unsafe"

// postingLists makes n lists of ascending numbers; each is run twice, over the same pairs, items ascending within a
// list. A list is the differences of its items, seven bits a byte, least first.
func postingLists(n int, each func(yield func(list, item uint32))) (bytes []byte, at []uint32) {
	at = make([]uint32, n+1)
	last := make([]uint32, n)
	each(func(list, item uint32) {
		at[list+1] += uint32(varintLen(item - last[list]))
		last[list] = item
	})
	for i := range n {
		at[i+1] += at[i]
	}
	bytes = make([]byte, at[n])
	next := append([]uint32(nil), at...)
	clear(last)
	each(func(list, item uint32) {
		d, p := item-last[list], next[list]
		for ; d >= 0x80; d >>= 7 {
			bytes[p] = byte(d) | 0x80
			p++
		}
		bytes[p] = byte(d)
		next[list], last[list] = p+1, item
	})
	return bytes, at
}

func varintLen(d uint32) int {
	n := 1
	for ; d >= 0x80; d >>= 7 {
		n++
	}
	return n
}

// postings walks over one list.
type postings struct {
	rest []byte
	item uint32 // the one at hand
	more bool
}

func walk(bytes []byte, at []uint32, list uint32) postings {
	p := postings{rest: bytes[at[list]:at[list+1]]}
	p.next()
	return p
}

// next goes to the next item, if there is one.
func (p *postings) next() {
	var d uint32
	for i, b := range p.rest {
		d |= uint32(b&0x7f) << (7 * i)
		if b < 0x80 {
			p.rest, p.item, p.more = p.rest[i+1:], p.item+d, true
			return
		}
	}
	p.rest, p.more = nil, false
}

// stringOf is the text in bytes that never change.
func stringOf(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }
