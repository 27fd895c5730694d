package sheet

import "samspil/internal/text"

var (
	explainSheet  = text.New("Forklaring", "Explanation")
	explainTable  = text.New("Ark", "Sheet")
	explainColumn = text.New("Kolonne", "Column")
	explainMeans  = text.New("Betydning", "Meaning")
	errManyRows   = text.New("Et ark i Excel har plads til %s rækker. Vælg et kortere tidsrum, eller brug CSV.", "A sheet in Excel has room for %s rows. Choose a shorter period, or use CSV.")
)

// What is wrong with a file.
var (
	errNoFile  = text.New("Filen %s kan ikke læses.", "The file %s cannot be read.")
	errEmpty   = text.New("Filen er tom. Den første række skal have kolonnernes navne.", "The file is empty. Its first row must have the names of the columns.")
	errLarge   = text.New("Filen er på mere end %d MB. Del den i flere.", "The file is larger than %d MB. Split it.")
	errOld     = text.New("Filen er et ældre regneark (.xls) eller har en adgangskode. Gem den som .xlsx uden adgangskode.", "The file is an old spreadsheet (.xls) or has a password. Save it as .xlsx without one.")
	errWeb     = text.New("Filen er en webside eller XML. Gem den som .xlsx eller CSV.", "The file is a web page or XML. Save it as .xlsx or CSV.")
	errBinary  = text.New("Filen er hverken CSV eller .xlsx. Gem den som en af dem.", "The file is neither CSV nor .xlsx. Save it as one of them.")
	errNoBook  = text.New("Filen er en pakket fil, men ikke et regneark i .xlsx. Gem den som .xlsx eller CSV.", "The file is an archive, but not an .xlsx spreadsheet. Save it as .xlsx or CSV.")
	errDamaged = text.New("Regnearket er beskadiget. Åbn det i Excel, og gem det igen.", "The spreadsheet is damaged. Open it in Excel and save it again.")
	errBomb    = text.New("Regnearket fylder for meget, når det pakkes ud. Gem tabellen som CSV.", "The spreadsheet takes too much room when unpacked. Save the table as CSV.")
	errColumns = text.New("Filen har %d kolonner, og der er plads til %d. Slet dem, der ikke skal bruges.", "The file has %d columns, and there is room for %d. Delete those that are not needed.")
	errHeader  = text.New("Den første række har celler på over %d tegn, så den er næppe kolonnernes navne. Sæt navnene i den første række.", "The first row has cells of more than %d characters, so it can hardly be the names of the columns. Put the names in the first row.")
	errLongRow = text.New("Rækken efter linje %d fylder mere end %d MB. Mangler der et anførselstegn?", "The row after line %d is larger than %d MB. Is a quotation mark missing?")
)

// Why a row cannot be used.
var (
	whyMoreCells = text.New("rækken har flere celler end der er kolonner", "the row has more cells than there are columns")
	whyLongCell  = text.New("en celle har over 32.767 tegn", "a cell has more than 32,767 characters")
)
