package crm

import "time"

// ContactImport is one reading of contacts from another program's file.
type ContactImport struct {
	ID       int64
	Org      Org    // ID and Code
	File     string // the file's name without its folder
	Sum      string // SHA-256 of the file, in hexadecimal
	Started  time.Time
	Finished time.Time // zero while it is not
	Undone   time.Time // zero unless it was taken back
	Rows     int       // of the file, known when it is finished
	Added    int       // contacts
	Removed  int       // of those, when it was taken back
}

// ImportedContact is a contact from a row of a file. Its company, site, organisation and person are filled by id, with
// the names they had on its day.
type ImportedContact struct {
	Contact
	Key       string     // the same for the same row of a file, and no other
	FollowUps []FollowUp // open or done; their owner is filled
}

// WholeContact is a contact with all that hangs on it, as its own organisation takes it along.
type WholeContact struct {
	Contact
	PNumber   string    // of the site; "" for the company as a whole
	FollowUps []Promise // open and done, by due date; ID, Due, DueText, Text, State and the Owner's ID and Name
}
