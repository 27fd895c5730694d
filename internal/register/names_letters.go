package register

import "math/bits"

// classes is how many kinds of letter the spelling tables tell apart: a to z, 0 to 9, anything else, and the edge of
// a word.
const (
	classes    = 38
	classOther = 36
	classEdge  = 37
)

// class maps a byte of a folded word to its kind.
var class = func() (t [256]uint8) {
	for b := range t {
		switch {
		case b >= 'a' && b <= 'z':
			t[b] = uint8(b - 'a')
		case b >= '0' && b <= '9':
			t[b] = uint8(b-'0') + 26
		default:
			t[b] = classOther
		}
	}
	return t
}()

// letterMask has a bit for each kind of letter in the word.
func letterMask(word string) (mask uint64) {
	for i := 0; i < len(word); i++ {
		mask |= 1 << class[word[i]]
	}
	return mask
}

// unlike is the least number of edits that two letter masks imply.
func unlike(a, b uint64) int {
	return max(bits.OnesCount64(a&^b), bits.OnesCount64(b&^a))
}

// hasDigit reports whether the word has a digit: such words ("33", "18b") are never taken for misspelt.
func hasDigit(word string) bool {
	for i := 0; i < len(word); i++ {
		if word[i] >= '0' && word[i] <= '9' {
			return true
		}
	}
	return false
}

// sounds are pairs of letters that stand for one sound, longest effect first; "" for a silent one.
var sounds = [...]struct{ from, to string }{
	{"sch", "sk"}, {"ch", "k"}, {"ck", "k"}, {"ph", "f"}, {"th", "t"}, {"dt", "t"}, {"nd", "n"}, {"ld", "l"}, {"rd", "r"}, {"qu", "kv"},
	{"ds", "s"}, {"ts", "s"}, {"tz", "s"}, {"x", "ks"}, {"c", "k"}, {"q", "k"}, {"z", "s"}, {"w", "v"}, {"y", "i"},
}

// firstSounds are the beginnings whose first letter is silent in speech.
var firstSounds = map[string]bool{"hv": true, "hj": true, "kn": true, "gn": true}

// sound appends to buf how a folded word sounds, roughly: "schmidt" and "smit" become alike, doubled letters single.
// It serves to find candidates; spelling judges them.
func sound(buf []byte, word string) []byte {
	if len(word) > 2 && firstSounds[word[:2]] {
		word = word[1:]
	}
	from := len(buf)
next:
	for i := 0; i < len(word); {
		for _, s := range sounds {
			if len(word)-i >= len(s.from) && word[i:i+len(s.from)] == s.from {
				buf = append(buf, s.to...)
				i += len(s.from)
				continue next
			}
		}
		buf = append(buf, word[i])
		i++
	}
	return single(buf, from)
}

// single takes doubled letters out of buf[from:].
func single(buf []byte, from int) []byte {
	to := from
	for i := from; i < len(buf); i++ {
		if i == from || buf[i] != buf[i-1] || buf[i] >= '0' && buf[i] <= '9' {
			buf[to] = buf[i]
			to++
		}
	}
	return buf[:to]
}

// shortWord is the most letters of a word that is found by pairs of letters besides triples: one wrong letter in
// the middle of "byg" leaves no triple.
const shortWord = 5

// features is how many lists the spelling features make.
const features = classes*classes*classes + 2*classes*classes

// spellingFeatures appends the features of a sounded word: its letter triples with the word's edges and, for a short
// one, pairs of neighbours and pairs with a letter between. Features may repeat.
func spellingFeatures(buf []uint32, sounded []byte) []uint32 {
	at := func(i int) uint32 {
		if i < 0 || i >= len(sounded) {
			return classEdge
		}
		return uint32(class[sounded[i]])
	}
	for i := range sounded {
		buf = append(buf, (at(i-1)*classes+at(i))*classes+at(i+1))
	}
	if len(sounded) > shortWord {
		return buf
	}
	const pairs = classes * classes * classes
	for i := -1; i < len(sounded); i++ {
		buf = append(buf, pairs+at(i)*classes+at(i+1))
		if i+2 <= len(sounded) {
			buf = append(buf, pairs+classes*classes+at(i)*classes+at(i+2))
		}
	}
	return buf
}
