package sentence

import (
	"samspil/internal/directory"
	"samspil/internal/privacy"
	"samspil/internal/when"
)

// maxParticipant is the most words that one participant's name has.
const maxParticipant = 5

var (
	// orgWords begin or are the name of an organisation; roleWords say what somebody is there.
	orgWords = patterns("jobcent*", "job cent*", "erhvervshus*", "veu", "veu-*", "amu*", "rbr", "rar", "3f", "hk", "foa", "di", "amk", "star", "zbc", "kommune~", "kommunen", "*kommune", "region*", "vækstforum*", "vækstfora", "*a-kasse~", "akasse~", "fagforening*",
		"business hub*", "sekretariat*", "*sekretariatet", "employment council*", "council*", "*råd", "*rådet", "*skole", "*skolen", "college~", "dansk industri", "dansk byggeri", "dansk erhverv", "erhvervskontor*", "erhvervsservice*", "ministeri*", "*styrelsen", "agency")
	roleWords = patterns("*konsulent", "*konsulenten", "*konsulenter", "*rådgiver", "*rådgiveren", "*vejleder", "*vejlederen", "sagsbehandler~", "kollega~", "kolleger", "*koordinator", "*koordinatoren", "*underviser", "consultant~", "caseworker~", "colleague~", "adviser~", "advisor~", "coordinator~")
	// aboutWords end what is said of a participant.
	aboutWords = wordSet("om about vedr vedrørende ang angående re emne topic")
)

// participants finds who else took part: "sm. erhvervshuset", "m/ VEU konsulent", "with jobcenter cph". Only what
// looks like an organisation or a role is one; a person's name stays in the note, which is held to its tier.
func (r *reader) participants() {
	for i := 0; i < len(r.tokens); i++ {
		cue := r.withCue(i)
		if cue == 0 || !r.free(i, cue) {
			continue
		}
		from, end := i+cue, 0
		for from < len(r.tokens) {
			to := r.participantEnd(from)
			if !r.looksLikeOrg(from, to) || end > 0 && r.tokens[from-1].text == "," && to < len(r.tokens) && !r.breaks(to) && !coordinators[r.tokens[to].key] {
				break
			}
			r.out.With = append(r.out.With, r.words(from, to-from))
			end = to
			if to >= len(r.tokens) || !coordinators[r.tokens[to].key] && r.tokens[to].text != "," && r.tokens[to].text != "&" {
				break
			}
			from = to + 1
		}
		if end > 0 {
			r.set(i, end-i, taken)
			i = end - 1
		}
	}
}

// participantEnd finds where the name of a participant that begins at from ends.
func (r *reader) participantEnd(from int) int {
	to := from
	for to < len(r.tokens) && to-from < maxParticipant {
		t := r.tokens[to]
		inside := to > from && joins[t.key] && !coordinators[t.key] && to+1 < len(r.tokens) && r.tokens[to+1].capital()
		switch {
		case !t.isWord() || r.marks[to] != open || r.inPlace(to) || aboutWords[t.key] || coordinators[t.key]:
			return to
		case isTalk(r.tokens, to) || to > from && r.withCue(to) > 0:
			return to
		case fillers[t.key] && !inside || isVocabulary(r.tokens, to) && longestAt(orgWords, r.tokens, to) == 0:
			return to
		case to > from && t.capital() && longestAt(roleWords, r.tokens, to-1) > 0 && longestAt(orgWords, r.tokens, to) == 0:
			return to // "konsulent Hans Jensen"
		}
		to++
	}
	return to
}

// inPlace reports whether token i belongs to a date, a clock or a length.
func (r *reader) inPlace(i int) bool {
	for _, p := range r.places {
		if i >= p.i && i < p.end() {
			return true
		}
	}
	return false
}

// looksLikeOrg reports whether the words name an organisation or a role, and tell nothing sensitive of anybody.
func (r *reader) looksLikeOrg(from, to int) bool {
	if to == from || len(privacy.Warnings(r.words(from, to-from))) > 0 {
		return false
	}
	if r.holds(orgWords, from, to) || r.holds(roleWords, from, to) {
		return true
	}
	hit, _, ok := directory.Find(r.words(from, to-from), when.DateOf(r.now))
	return ok && hit.Exact
}

// withCue is how many tokens the words for "together with" cover from i. A bare "med" or "with" counts only before
// an organisation and right behind the way of contact, the day or the company: "aftale med 3F" is the company's.
func (r *reader) withCue(i int) int {
	if n := longestAt(withCues, r.tokens, i); n > 0 {
		if next := i + n; next < len(r.tokens) && r.tokens[next].text == "." {
			return n + 1
		}
		return n
	}
	t := r.tokens[i]
	if t.key == "m" && i+1 < len(r.tokens) && r.tokens[i+1].text == "/" {
		return 2
	}
	if (t.key == "med" || t.key == "with") && i > 0 && !isTalk(r.tokens, i-1) && longestAt(orgWords, r.tokens, i+1) > 0 && r.isAnchor(i-1) {
		return 1
	}
	return 0
}

// isAnchor reports whether token i tells of the contact itself: the company, the day or the way of contact.
func (r *reader) isAnchor(i int) bool {
	return r.marks[i] == taken || r.inPlace(i) || longestAt(visitWords, r.tokens, i) > 0 || longestAt(channelNouns, r.tokens, i) > 0
}

func isTalk(tokens []token, i int) bool { return i >= 0 && longestAt(talkCues, tokens, i) > 0 }
