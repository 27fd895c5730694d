package sentence

import "samspil/internal/crm"

// The words of a cell in a table, where nothing else is said: a form's field, a column of another program's file. They
// are the vocabulary's, without the rules by which a sentence is read.

// ChannelOf is the way of contact that the words name; ok is false for none.
func ChannelOf(words string) (c crm.Channel, ok bool) {
	code, ok := firstOf(channelWords, words)
	return crm.Channel(code), ok
}

// OutcomeOf is what came of a contact by the words; ok is false for none.
func OutcomeOf(words string) (o crm.Outcome, ok bool) {
	code, ok := firstOf(outcomeWords, words)
	return crm.Outcome(code), ok
}

// TradeOf is the code of the trade that the words name; ok is false for none.
func TradeOf(words string) (code string, ok bool) { return firstOf(tradeWords, words) }

// PurposesOf are the purposes that the words name, each once, in order.
func PurposesOf(words string) []crm.Purpose {
	var list []crm.Purpose
	seen := map[string]bool{}
	for _, h := range hits(purposeWords, tokenize(words)) {
		if !seen[h.code] {
			seen[h.code] = true
			list = append(list, crm.Purpose(h.code))
		}
	}
	return list
}

// firstOf is the code of the first of the words, if they name one and no other.
func firstOf(list []entry, words string) (code string, ok bool) {
	for _, h := range hits(list, tokenize(words)) {
		if ok && h.code != code {
			return "", false
		}
		code, ok = h.code, true
	}
	return code, ok
}
