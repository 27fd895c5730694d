package main

import "samspil/internal/text"

var (
	errMatchLimit   = text.New("--limit kan være fra 1 til %d.", "--limit can be from 1 to %d.")
	errMatchInput   = text.New("Navnene kan ikke læses som %s.", "The names cannot be read as %s.")
	errMatchColumns = text.New("Den første linje skal have kolonnernes navne, og en af dem skal hedde %s.", "The first line must have the names of the columns, and one of them must be %s.")
	matchHeader     = text.New("match_cvr|match_navn|match_score|match_svar|match_andre", "match_cvr|match_name|match_score|match_verdict|match_others")
	errShowNumber   = text.New("\"%s\" er hverken et CVR-nummer eller et P-nummer.", "\"%s\" is neither a CVR number nor a P-number.")
)
