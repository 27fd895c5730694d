package sentence

// titles stand before a person's name and are no part of it.
var titles = patterns("direktør~", "*direktør", "*direktøren", "indehaver~", "ejer", "ejeren", "*chef", "*chefen", "*leder", "*lederen", "*ansvarlig", "værkfører~", "formand", "mester", "konsulent", "hr", "director", "owner", "*manager", "foreman", "ceo", "the", "den", "deres", "their")

// contactPerson finds the person at the company: the name behind "snakkede med" or "contact person". A title stays
// in the note.
func (r *reader) contactPerson() {
	for i := range r.tokens {
		n := longestAt(talkCues, r.tokens, i)
		if n == 0 || !r.free(i, n) {
			continue
		}
		from := i + n
		for from < len(r.tokens) && (r.tokens[from].text == ":" || r.titleAt(from)) {
			from++
		}
		to := r.nameEnd(from, longestAt(personCues, r.tokens, i) > 0)
		if to == from {
			continue
		}
		r.out.ContactName = r.words(from, to-from)
		r.talkedWith = longestAt(titleCues, r.tokens, i) == 0
		r.set(from, to-from, taken)
		if longestAt(titles, r.tokens, i) == 0 {
			r.set(i, n, taken)
		}
		return
	}
}

// titleAt reports whether a title with a name behind it stands at token i.
func (r *reader) titleAt(i int) bool {
	return i+1 < len(r.tokens) && longestAt(titles, r.tokens, i) > 0 && (r.tokens[i+1].capital() || longestAt(titles, r.tokens, i+1) > 0)
}

// nameEnd finds where a person's name that begins at from ends: up to three capitalised words, or, where the cue
// is followed by nothing but a name, up to two words without capitals.
func (r *reader) nameEnd(from int, lower bool) int {
	to := from
	for to < len(r.tokens) && to-from < 3 && r.marks[to] == open && r.tokens[to].capital() && !r.inPlace(to) && longestAt(orgWords, r.tokens, to) == 0 {
		to++
	}
	if to > from || !lower {
		return to
	}
	for to < len(r.tokens) && to-from < 2 && r.nameWord(to) && !isVocabulary(r.tokens, to) {
		to++
	}
	return to
}

func (r *reader) nameWord(i int) bool {
	t := r.tokens[i]
	return t.isWord() && r.marks[i] == open && !fillers[t.key] && (t.key[0] < '0' || t.key[0] > '9')
}

// isVocabulary reports whether a word with a meaning of its own begins at token i.
func isVocabulary(tokens []token, i int) bool {
	for _, list := range [][]entry{channelWords, purposeWords, outcomeWords, tradeWords} {
		for _, e := range list {
			if longestAt(e.says, tokens, i) > 0 {
				return true
			}
		}
	}
	return false
}
