package store

import "samspil/internal/text"

var (
	errNoDigest      = text.New("Kanalen har intet dagsoverblik. Skriv /dagsoverblik til.", "This channel has no digest. Type /digest on.")
	errDigestChanged = text.New("En anden har lige ændret kanalens dagsoverblik. Skriv /dagsoverblik for at se det, og prøv igen.", "Somebody else has just changed this channel's digest. Type /digest to see it, and try again.")
)
