package document

import "samspil/internal/text"

// refusals are what people read when a file is not read, by Refusal. %[1]s and %[2]s are numbers.
var refusals = map[Refusal]text.Text{
	Empty:     text.New("Filen er tom.", "The file is empty."),
	TooLarge:  text.New("Filen fylder mere end %[1]s MB, som er det meste, der læses. Gem den uden billeder, eller send den del, det drejer sig om.", "The file is larger than %[1]s MB, which is the most that is read. Save it without pictures, or send the part that matters."),
	TooLong:   text.New("Filen har %[1]s sider, og der læses højst %[2]s. Send den del, det drejer sig om.", "The file has %[1]s pages, and at most %[2]s are read. Send the part that matters."),
	Password:  text.New("Filen er beskyttet med en adgangskode. Gem den uden adgangskode, og send den igen.", "The file is protected by a password. Save it without one and send it again."),
	Corrupt:   text.New("Filen er beskadiget og kan ikke læses. Prøv at gemme den igen fra det program, den er lavet i.", "The file is damaged and cannot be read. Try to save it again from the program it was made in."),
	Scanned:   text.New("PDF-filen er scannet: den består af billeder uden tekst. Send den i det format, den er skrevet i, eller indsæt teksten.", "The PDF is a scan: it is made of pictures without text. Send it in the format it was written in, or paste the text."),
	NoText:    text.New("Der er ingen tekst i filen.", "There is no text in the file."),
	OldWord:   text.New("Filen er i det gamle Word-format (.doc) eller RTF, som ikke kan læses. Gem den som .docx eller PDF, og send den igen.", "The file is in the old Word format (.doc) or RTF, which cannot be read. Save it as .docx or PDF and send it again."),
	Sheet:     text.New("Filen er et regneark. Gem det, der skal læses, som PDF, eller indsæt teksten.", "The file is a spreadsheet. Save what is to be read as a PDF, or paste the text."),
	Slides:    text.New("Filen er en præsentation. Gem den som PDF, og send den igen.", "The file is a presentation. Save it as a PDF and send it again."),
	Image:     text.New("Filen er et billede, og tekst i billeder kan ikke læses. Send selve dokumentet, eller indsæt teksten.", "The file is a picture, and text in pictures cannot be read. Send the document itself, or paste the text."),
	Archive:   text.New("Filen er et arkiv (fx zip) med andre filer i. Pak det ud, og send dokumentet alene.", "The file is an archive (such as a zip) with other files in it. Unpack it and send the document alone."),
	Slow:      text.New("Det tog for lang tid at læse filen, så det blev stoppet. Prøv at gemme den igen som PDF, eller send den del, det drejer sig om.", "Reading the file took too long and was stopped. Try to save it as a PDF again, or send the part that matters."),
	Unsafe:    text.New("Filen er bygget på en måde, som et almindeligt dokument ikke er, og læses derfor ikke. Prøv at gemme den igen fra det program, den er lavet i.", "The file is built in a way that an ordinary document is not, and is therefore not read. Try to save it again from the program it was made in."),
	Unknown:   text.New("Filen er ikke et dokument, der kan læses. PDF, Word (.docx), OpenDocument (.odt), tekst, HTML og mail kan.", "The file is not a document that can be read. PDF, Word (.docx), OpenDocument (.odt), text, HTML and mail can be."),
	Exhausted: text.New("Det kræver for meget hukommelse at læse filen, så det blev stoppet. Prøv at gemme den igen som PDF, eller send den del, det drejer sig om.", "Reading the file takes too much memory and was stopped. Try to save it as a PDF again, or send the part that matters."),
	Failed:    text.New("Filen kunne ikke læses.", "The file could not be read."),
}

var errNoReader = text.New("Filer kan ikke læses lige nu. Prøv igen om lidt, eller indsæt teksten.", "Files cannot be read right now. Try again in a moment, or paste the text.")

// concerns are the beginnings of warnings.
var concerns = map[Concern]text.Text{
	Hidden:      text.New("Filen har skjult tekst, som ikke er taget med", "The file has hidden text, which is left out"),
	Instruction: text.New("Filen har ord, der ligner en ordre til et program", "The file has words that look like an order to a program"),
	Recognised:  text.New("Teksten er aflæst fra et scannet billede og kan have fejl", "The text was read off a scanned picture and may have errors"),
	Picture:     text.New("Sider, der er billeder uden tekst, er ikke læst", "Pages that are pictures without text were not read"),
	Broken:      text.New("Sider, der er beskadigede, er ikke læst", "Damaged pages were not read"),
	Unchecked:   text.New("Meget sammensatte sider er ikke gennemset for skjult tekst", "Pages that are very complicated were not searched for hidden text"),
	Attachment:  text.New("Et bilag er ikke åbnet", "An attachment was not opened"),
	Deleted:     text.New("Tekst, der er slettet med sporede ændringer, er ikke taget med", "Text that is deleted with tracked changes is left out"),
	Cut:         text.New("Teksten er meget lang; kun begyndelsen er taget med", "The text is very long; only its beginning was taken"),
}

var (
	quoted     = text.New("\"%s\"", "\"%s\"")
	onPage     = text.New("side %s", "page %s")
	onThePages = text.New("siderne %s", "pages %s")
)
