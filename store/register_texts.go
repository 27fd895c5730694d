package store

import "samspil/internal/text"

var (
	errImporting   = text.New("Registret er ved at blive indlæst af et andet program. Prøv igen, når det er færdigt.", "Another program is reading the register in. Try again when it is done.")
	errImportTaken = text.New("Et andet program er begyndt at indlæse registret. Denne indlæsning er stoppet; det, der er gemt, er gemt.", "Another program has begun to read the register in. This one has stopped; what is saved is saved.")
)
