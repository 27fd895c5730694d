// Package moving takes an organisation's contacts out of the program and brings contacts of other programs in: which
// columns there are, what their headers and cells mean, and what becomes of each row. It knows no files and no rows of a
// database.
package moving

import (
	"samspil/internal/sheet"
	"samspil/internal/text"
)

// Field is what a column holds.
type Field string

// The fields.
const (
	Number       Field = "number"
	Date         Field = "date"
	Start        Field = "start"
	End          Field = "end"
	Minutes      Field = "minutes"
	CVR          Field = "cvr"
	Company      Field = "company"
	PNumber      Field = "pnumber"
	Place        Field = "place"
	Postcode     Field = "postcode"
	Municipality Field = "municipality"
	Address      Field = "address"
	Person       Field = "person"
	PersonID     Field = "person_id"
	Status       Field = "status"
	Channel      Field = "channel"
	Purposes     Field = "purposes"
	Outcome      Field = "outcome"
	Note         Field = "note"
	Held         Field = "held"
	Share        Field = "share"
	With         Field = "with"
	ContactName  Field = "contact_name"
	ContactTel   Field = "contact_tel"
	ContactMail  Field = "contact_mail"
	Trade        Field = "trade"
	Headcount    Field = "headcount"
	NeedFrom     Field = "need_from"
	OverlapWhy   Field = "overlap_why"
	Source       Field = "source"
	Logged       Field = "logged"
	FollowText   Field = "fu_text"
	FollowDue    Field = "fu_due"
	FollowWords  Field = "fu_words"
	FollowState  Field = "fu_state"
	FollowOwner  Field = "fu_owner"
	Reason       Field = "reason" // why a row was not taken, in the file of such rows; read past
	Unread       Field = ""
)

// column is a field as it is written: in this order, with this header.
type column struct {
	field   Field
	kind    sheet.Kind
	name    text.Text
	explain text.Text
}

// columns are those of an export. Those of follow-ups have their number in the name and come as often as there are any.
var columns = []column{
	{Number, sheet.Number, text.New("Samspil-nr.", "Samspil no."), text.New("kontaktens nummer i Samspil", "the contact's number in Samspil")},
	{Date, sheet.Date, text.New("Dato", "Date"), text.New("dagen for kontakten", "the day of the contact")},
	{Start, sheet.Text, text.New("Fra kl.", "From"), text.New("hvornår på dagen den begyndte, hvis det er oplyst", "when in the day it began, where that was stated")},
	{End, sheet.Text, text.New("Til kl.", "To"), text.New("hvornår på dagen den sluttede, hvis det er oplyst", "when in the day it ended, where that was stated")},
	{Minutes, sheet.Number, text.New("Minutter", "Minutes"), text.New("hvor længe den varede, hvis det er oplyst", "how long it took, where that was stated")},
	{CVR, sheet.Text, text.New("CVR-nr.", "CVR no."), text.New("virksomhedens CVR-nummer", "the company's CVR number")},
	{Company, sheet.Text, text.New("Virksomhed", "Company"), text.New("virksomhedens navn, som det var den dag", "the company's name as it was that day")},
	{PNumber, sheet.Text, text.New("P-nr.", "P no."), text.New("produktionsenheden, hvis det ikke er virksomheden som helhed", "the production unit, unless it is the company as a whole")},
	{Person, sheet.Text, text.New("Medarbejder", "Person"), text.New("hvem der har noteret kontakten", "who logged the contact")},
	{PersonID, sheet.Text, text.New("Medarbejder-id", "Person id"), text.New("medarbejderens arbejdsområde og id i Slack", "the person's workspace and id in Slack")},
	{Status, sheet.Text, text.New("Status", "Status"), text.New("planlagt, gennemført, aflyst eller ikke mødt op", "planned, completed, cancelled or no-show")},
	{Channel, sheet.Text, text.New("Kontaktform", "Channel"), text.New("besøg, telefon, e-mail og så videre", "visit, phone, e-mail and so on")},
	{Purposes, sheet.Text, text.New("Formål", "Purposes"), text.New("et formål pr. linje i cellen", "one purpose on each line of the cell")},
	{Outcome, sheet.Text, text.New("Resultat", "Outcome"), text.New("hvad der kom ud af den, hvis det er oplyst", "what came of it, where that was stated")},
	{Note, sheet.Text, text.New("Note", "Note"), text.New("noten; CPR-numre er skjult", "the note; CPR numbers are masked")},
	{Held, sheet.Text, text.New("Note holdes inde", "Note held"), text.New("ja, hvis noten bliver i organisationen på grund af følsomme ord", "yes, if the note stays inside the organisation because of sensitive words")},
	{Share, sheet.Text, text.New("Deling", "Sharing"), text.New("hvad skribenten har valgt, at andre må se: efter aftale, intet, måned, fakta eller note", "what the writer chose that others may see: as agreed, nothing, month, facts or note")},
	{With, sheet.Text, text.New("Deltagere", "Participants"), text.New("andre, der deltog, én pr. linje; aktører har deres kode i kantede parenteser", "who else took part, one on each line; organisations have their code in square brackets")},
	{ContactName, sheet.Text, text.New("Kontaktperson", "Contact person"), text.New("kontaktperson i virksomheden, som ved, at de er noteret", "contact person at the company, who was told")},
	{ContactTel, sheet.Text, text.New("Telefon", "Telephone"), text.New("kontaktpersonens telefon", "the contact person's telephone")},
	{ContactMail, sheet.Text, text.New("Mail", "E-mail"), text.New("kontaktpersonens e-mail", "the contact person's e-mail")},
	{Trade, sheet.Text, text.New("Fag", "Trade"), text.New("det fag, virksomheden mangler folk i", "the trade the company needs people of")},
	{Headcount, sheet.Number, text.New("Antal", "Headcount"), text.New("hvor mange personer der mangler eller er aftalt", "how many people are needed or agreed")},
	{NeedFrom, sheet.Date, text.New("Behov fra", "Needed from"), text.New("hvornår behovet begynder", "when the need begins")},
	{OverlapWhy, sheet.Text, text.New("Årsag trods overlap", "Reason despite overlap"), text.New("hvorfor man gik videre, selv om en anden netop havde været der", "why one went ahead although another had just been there")},
	{Source, sheet.Text, text.New("Kilde", "Source"), text.New("hvordan kontakten kom ind: command, form eller import", "how the contact came in: command, form or import")},
	{Logged, sheet.Text, text.New("Oprettet", "Logged"), text.New("hvornår den blev noteret", "when it was logged")},
}

var followColumns = []column{
	{FollowText, sheet.Text, text.New("Opfølgning %d", "Follow-up %d"), text.New("hvad der er lovet", "what was promised")},
	{FollowDue, sheet.Date, text.New("Opfølgning %d dato", "Follow-up %d date"), text.New("hvornår det er lovet til", "when it was promised for")},
	{FollowWords, sheet.Text, text.New("Opfølgning %d frist", "Follow-up %d term"), text.New("fristen med ord, fx uge 50", "the day in words, for example week 50")},
	{FollowState, sheet.Text, text.New("Opfølgning %d status", "Follow-up %d status"), text.New("åben eller færdig", "open or done")},
	{FollowOwner, sheet.Text, text.New("Opfølgning %d ansvarlig", "Follow-up %d owner"), text.New("hvem der følger op", "who follows up")},
}
