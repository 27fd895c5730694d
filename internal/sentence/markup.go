package sentence

import (
	"regexp"
	"strings"
)

var (
	slackLink = regexp.MustCompile(`<(mailto:|tel:|[@#!])?([^<>|\n]{0,300})(?:\|([^<>\n]{0,300}))?>`)
	mailText  = regexp.MustCompile(`[\pL\pN._%+-]{1,64}@[\pL\pN-]{1,63}(?:\.[\pL\pN-]{1,63})+`)
	// removed marks for a moment where an address was taken out, and what labelled it.
	removed      = "\ufffc"
	addressLabel = regexp.MustCompile(`(?i)(?:^|[^\pL\pN])(?:e-?mail|mail)(?:adressen?| address)?(?: er| is)?[ :.]*` + removed)
	amidDigits   = regexp.MustCompile(`(\pN)[\s\p{Cf}]*(?:` + removed + `[\s\p{Cf}]*)+(\pN)`)
)

// markup takes Slack's markup out of the text: mail addresses and phone numbers are noted, and mentions and links
// leave the words that Slack shows for them. Slack rewrites these by itself in messages.
func (r *reader) markup(text string) string {
	text = strings.ReplaceAll(text, removed, " ")
	text = slackLink.ReplaceAllStringFunc(text, r.link)
	text = mailText.ReplaceAllStringFunc(text, func(address string) string {
		if r.out.ContactMail != "" && !strings.EqualFold(r.out.ContactMail, address) {
			return address // a second address stays in the note
		}
		set(&r.out.ContactMail, address)
		return removed
	})
	text = addressLabel.ReplaceAllString(text, " ") // "mail hj@example.dk" names no way of contact
	return closed(text)
}

// link notes what a link holds and gives the words that take its place.
func (r *reader) link(link string) string {
	part := slackLink.FindStringSubmatch(link)
	switch part[1] {
	case "mailto:":
		set(&r.out.ContactMail, part[2])
		return removed
	case "tel:":
		r.out.ContactTel = strings.Map(digit, part[2])
		return removed
	}
	words := part[2]
	if part[3] != "" {
		words = part[3] // what Slack shows the reader
	}
	if words == "" {
		return removed
	}
	return strings.Replace(part[1], "!", "@", 1) + words
}

// closed puts a space where something was taken out, and dots between digits, which must not come together: they
// might be halves of a CPR number.
func closed(text string) string {
	for range 2 { // a digit may stand between two addresses
		text = amidDigits.ReplaceAllString(text, "$1 … $2")
	}
	return strings.ReplaceAll(text, removed, " ")
}

func digit(c rune) rune {
	if c >= '0' && c <= '9' || c == '+' {
		return c
	}
	return -1
}
