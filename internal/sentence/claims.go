package sentence

var (
	contactVerbs = patterns("besøgte", "besøgt", "mødte", "mødtes", "ringede", "ringet", "talte med", "talt med", "snakkede med", "snakket med", "haft", "var ude", "været ude", "var forbi", "tager ud", "kører ud", "tog ud", "skal ud", "skal besøge", "besøger", "planlæg", "book", "log", "notér", "noter", "mailede", "visited", "met", "called", "phoned", "spoke", "talked", "had a", "schedule", "will visit", "plan a", "plan", "dropped by")
	contactQuery = patterns("været hos", "sidst hos", "senest hos", "var hos", "last at", "last with", "været i kontakt", "talt med", "besøgt", "kontaktet", "kontakt med", "kontaktperson~", "må jeg ringe", "må jeg besøge", "må jeg kontakte", "kan jeg ringe", "kan jeg kontakte", "kender vi", "hvem kender", "nogen der kender", "har nogen været", "nogen været", "samme firma", "been at", "been to", "visited", "contacted", "in contact with", "in touch with", "talked to", "contact person", "can i call", "may i call", "can i contact", "may i contact", "do we know", "same company")
	questions    = patterns("har nogen", "har andre", "har vi", "er der nogen", "hvem", "hvornår", "må jeg", "må vi", "kan jeg", "kender vi", "has anyone", "has anybody", "has somebody", "have we", "did anyone", "who", "when", "may i", "can i", "do we", "is there")
)

// ClaimsContact is how well a sentence without a command word fits a contact to be logged or changed, 0 to 1.
func ClaimsContact(sentence string) float64 {
	tokens := tokenize(sentence)
	if ClaimsQuestion(sentence) > 0 {
		return 0
	}
	_, noun := find(visitNouns, tokens)
	_, last := find(lastWords, tokens)
	if _, n := find(wrongly, tokens); n > 0 {
		return 0.9
	}
	if _, _, n := ordered(tokens); n > 0 {
		if noun > 0 || last > 0 {
			return 0.9
		}
		return 0 // "slet alt om …" is no contact
	}
	if _, n := find(contactVerbs, tokens); n > 0 {
		return 0.7
	}
	if found := hits(channelWords, tokens); len(found) > 0 && len(tokens) > 2 {
		return 0.55 // "telefon Ærø Maskinfabrik i går"
	}
	return 0
}

// ClaimsQuestion is how well a sentence fits a question about who has been in contact with a company, 0 to 1.
func ClaimsQuestion(sentence string) float64 {
	tokens := tokenize(sentence)
	i, asks := find(questions, tokens)
	_, about := find(contactQuery, tokens)
	switch {
	case asks > 0 && about > 0 && i <= 1:
		return 0.8
	case about > 0 && len(tokens) > 0 && tokens[len(tokens)-1].text == "?":
		return 0.6
	}
	return 0
}
