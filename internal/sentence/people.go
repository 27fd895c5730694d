package sentence

import (
	"regexp"
	"strings"
)

var (
	slackLink = regexp.MustCompile(`<(mailto:|tel:|[@#!])?([^<>|\n]{0,300})(?:\|([^<>\n]{0,300}))?>`)
	mailText  = regexp.MustCompile(`[\pL\pN._%+-]{1,64}@[\pL\pN-]{1,63}(?:\.[\pL\pN-]{1,63})+`)
)

// markup takes Slack's markup out of the text: mail addresses and phone numbers are noted, and mentions and links
// leave the words that Slack shows for them. Slack rewrites these by itself in messages.
func (r *reader) markup(text string) string {
	text = slackLink.ReplaceAllStringFunc(text, func(link string) string {
		part := slackLink.FindStringSubmatch(link)
		switch part[1] {
		case "mailto:":
			set(&r.out.ContactMail, part[2])
			return " "
		case "tel:":
			r.out.ContactTel = strings.Map(digit, part[2])
			return " "
		}
		words := part[2]
		if part[3] != "" {
			words = part[3] // what Slack shows the reader
		}
		return strings.Replace(part[1], "!", "@", 1) + words
	})
	return mailText.ReplaceAllStringFunc(text, func(address string) string {
		if r.out.ContactMail != "" && !strings.EqualFold(r.out.ContactMail, address) {
			return address // a second address stays in the note
		}
		set(&r.out.ContactMail, address)
		return " "
	})
}

func digit(c rune) rune {
	if c >= '0' && c <= '9' || c == '+' {
		return c
	}
	return -1
}

// participants finds who else took part: "sm. erhvervshuset", "m/ VEU konsulent", "with jobcenter cph".
func (r *reader) participants() {
	for i := 0; i < len(r.tokens); i++ {
		cue := r.withCue(i)
		if cue == 0 || !r.free(i, cue) {
			continue
		}
		from := i + cue
		to := from
		for to < len(r.tokens) && to-from < 5 && !r.tokens[to].ends() && r.marks[to] == open && !isTalk(r.tokens, to) &&
			(to == from || r.withCue(to) == 0) {
			to++
		}
		for to > from && r.tokens[to-1].key == "" {
			to--
		}
		if to == from {
			continue
		}
		r.out.With = append(r.out.With, r.words(from, to-from))
		r.set(i, to-i, taken)
		i = to - 1
	}
}

// orgWords begin the name of an organisation, so that a bare "med" or "with" before them names a participant.
var orgWords = patterns("jobcent*", "erhvervshus*", "veu", "veu-*", "rbr", "rar", "3f", "hk", "kommunen", "region*", "vækstforum*", "a-kasse*", "akasse*", "fagforening*", "business hub*", "amk", "star", "sekretariat*", "employment council*")

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
	if (t.key == "med" || t.key == "with") && !isTalk(r.tokens, i-1) && i+1 < len(r.tokens) && longestAt(orgWords, r.tokens, i+1) > 0 {
		return 1
	}
	return 0
}

func isTalk(tokens []token, i int) bool { return i >= 0 && longestAt(talkCues, tokens, i) > 0 }

// contactPerson finds the person at the company: the name behind "snakkede med" or "contact person".
func (r *reader) contactPerson() {
	for i := range r.tokens {
		n := longestAt(talkCues, r.tokens, i)
		if n == 0 || !r.free(i, n) {
			continue
		}
		from := i + n
		if from < len(r.tokens) && r.tokens[from].text == ":" {
			from++
		}
		to := r.nameEnd(from)
		if to > from {
			r.out.ContactName = r.words(from, to-from)
			r.named = longestAt(titleCues, r.tokens, i) == 0
			r.set(i, to-i, taken)
			return
		}
	}
}

// nameEnd finds where a person's name that begins at from ends: up to three capitalised words, or up to two
// words when the writer does not bother with capitals.
func (r *reader) nameEnd(from int) int {
	to := from
	for to < len(r.tokens) && to-from < 3 && r.marks[to] == open && r.tokens[to].capital() {
		to++
	}
	if to > from {
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
