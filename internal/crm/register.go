package crm

import "time"

// RegisterState is what the program has of the company register.
type RegisterState struct {
	Companies int            // all of them, ended ones and those that people wrote included
	Changed   time.Time      // when a company last changed; it rises with every change and stands still without
	Import    RegisterImport // the newest one that was finished; its ID is 0 for none
}

// RegisterImport is one reading of the register, from a file or from its distributor.
type RegisterImport struct {
	ID       int64
	Source   string // "csv", "virk" for a file of Virk's documents, "sync" for the distributor itself
	File     string // the file's name without its folder; "" for none
	Sum      string // SHA-256 of the file, in hexadecimal
	Size     int64  // bytes
	Replace  bool   // what the file does not have has ended
	Holder   string // a word of its own for each run, by which only one works at a time
	Started  time.Time
	Finished time.Time // zero while it is not
	Position int64     // how many records of the file are dealt with
	Counts   ImportCounts

	// Partial says that the source has no towns, sites, other names, successors or last days: what is known of these
	// stays. It is not stored.
	Partial bool
}

// ImportCounts says what became of the companies of an import.
type ImportCounts struct{ Added, Changed, Unchanged, Ended int }

// Plus adds up what two parts of an import did.
func (c ImportCounts) Plus(o ImportCounts) ImportCounts {
	return ImportCounts{c.Added + o.Added, c.Changed + o.Changed, c.Unchanged + o.Unchanged, c.Ended + o.Ended}
}

// Keeping is what a partial source says of a company, with what is known already and the source does not have. Where a
// company got a new name, the old one is a former name of it.
func (c Company) Keeping(known Company) Company {
	if c.Municipality == known.Municipality && known.Place != "" {
		c.Place = known.Place
	}
	if c.Status == CompanyEnded {
		c.EndedOn, c.SuccessorCVR = known.EndedOn, known.SuccessorCVR
	}
	c.Also = known.Also
	if c.Key != known.Key {
		c.Also = []CompanyName{{known.Name, known.Key, FormerName}}
		for _, n := range known.Also {
			if n.Name != known.Name && n.Name != c.Name {
				c.Also = append(c.Also, n)
			}
		}
	}
	return c
}

// Correction is a company that was found for some words, and was not the one meant.
type Correction struct {
	At    time.Time
	Words string // masked
	Wrong string // CVR number of the one found; "" where only the other is known
	Meant string // of the one chosen instead; "" until one is
}
