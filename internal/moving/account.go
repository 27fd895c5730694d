package moving

// Account is what became of a file's rows. Every row counts under one verdict; the rest counts among those added.
type Account struct {
	Rows     int
	Verdicts [verdicts]int

	Overlaps  int // rows close to another organisation's contact
	Fresh     int // companies that the register does not have, each once
	Masked    int // CPR numbers, in any row
	Held      int // notes that stay inside the organisation
	LeftOut   int // contact persons that were not told
	NoChannel int // rows that state no way of contact
	Kept      int // cells that were put into the note
	FollowUps int

	fresh map[string]bool
}

// Add counts decisions.
func (a *Account) Add(list []Decision, told bool) {
	for _, d := range list {
		a.Rows++
		a.Verdicts[d.Verdict]++
		a.Masked += d.Draft.Masked
		if d.Verdict != Added {
			continue
		}
		a.Overlaps += one(d.Overlap)
		a.Held += one(d.Contact.NoteHeld)
		a.LeftOut += one(d.Draft.Named && !told)
		a.NoChannel += one(d.Draft.NoChannel)
		a.Kept += d.Draft.Kept
		a.FollowUps += len(d.Contact.FollowUps)
		if d.Fresh && !a.fresh[d.Contact.Company.CVR] {
			if a.fresh == nil {
				a.fresh = map[string]bool{}
			}
			a.fresh[d.Contact.Company.CVR] = true
			a.Fresh++
		}
	}
}

// NotTaken is how many rows want to be corrected.
func (a *Account) NotTaken() int { return a.Rows - a.Verdicts[Added] - a.Verdicts[There] }

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
