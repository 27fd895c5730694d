package register

import "samspil/internal/text"

// What is wrong with a file.
var (
	errNoFile      = text.New("Filen %s kan ikke læses.", "The file %s cannot be read.")
	errNoLines     = text.New("Filen er tom. Intet er ændret.", "The file is empty. Nothing is changed.")
	errHTML        = text.New("Filen er en webside, ikke et register. Hent den igen; intet er ændret.", "The file is a web page, not a register. Download it again; nothing is changed.")
	errBinary      = text.New("Filen er hverken tekst eller gzip. Gem et regneark som CSV med semikolon; intet er ændret.", "The file is neither text nor gzip. Save a spreadsheet as CSV with semicolons; nothing is changed.")
	errUTF16       = text.New("Filen er UTF-16. Gem den som UTF-8; intet er ændret.", "The file is UTF-16. Save it as UTF-8; nothing is changed.")
	errCutOff      = text.New("Filen er ikke hel: den pakkede fil slutter midt i. Hent den igen; intet er ændret.", "The file is not whole: the compressed file ends in the middle. Download it again; nothing is changed.")
	errDamaged     = text.New("Filen er beskadiget. Hent den igen.", "The file is damaged. Download it again.")
	errColumns     = text.New("Filen mangler kolonnerne %s. Den første linje skal have kolonnernes navne: %s. Intet er ændret.", "The file lacks the columns %s. Its first line must have the names of the columns: %s. Nothing is changed.")
	errMuchSmaller = text.New("Filen har kun %d linjer, og registret har %d virksomheder, som ikke er ophørt. Er det hele registret? Så brug --force. Intet er ændret.", "The file has only %d lines, and the register has %d companies that have not ended. Is it the whole register? Then use --force. Nothing is changed.")
	errManyGone    = text.New("%d af registrets %d virksomheder er ikke i filen. De er ikke meldt ophørt; resten er indlæst. Er filen hele registret, så brug --force.", "%d of the register's %d companies are not in the file. They are not marked as ended; the rest is read in. If the file is the whole register, use --force.")
)

// Why a line is refused. None of them repeats the line.
var (
	whyCells     = text.New("%d kolonner i stedet for %d", "%d columns instead of %d")
	whyQuotes    = text.New("et anførselstegn mangler", "a quotation mark is missing")
	whyLong      = text.New("linjen er for lang", "the line is too long")
	whyEncoding  = text.New("tegn, der ikke er UTF-8", "characters that are not UTF-8")
	whyNoCVR     = text.New("ikke et CVR-nummer", "not a CVR number")
	whyCheck     = text.New("CVR-nummerets kontrolciffer passer ikke", "the CVR number's check digit does not fit")
	whyNoName    = text.New("intet navn", "no name")
	whyStatus    = text.New("ukendt status", "unknown status")
	whyProtected = text.New("reklamebeskyttet er hverken 0 eller 1", "reklamebeskyttet is neither 0 nor 1")
	whyJSON      = text.New("ikke et Virk-dokument", "not a document of Virk's")
	whySite      = text.New("en produktionsenhed uden virksomhed", "a production unit without a company")
)
