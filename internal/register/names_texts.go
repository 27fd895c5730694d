package register

import "samspil/internal/text"

var errUnknown = text.New("Ingen virksomhed har nummeret %s.", "No company has the number %s.")
