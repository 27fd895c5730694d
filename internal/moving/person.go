package moving

import (
	"strings"

	"samspil/internal/crm"
	"samspil/internal/privacy"
	"samspil/internal/text"
)

// judgePerson finds who logs the row: whom the import was told, else the one of the organisation's people that the row
// names. It never chooses between two.
func (in *Intake) judgePerson(d *Decision) {
	who := in.Logger
	if who == nil {
		var several bool
		if who, several = in.personOf(d.Draft); who == nil {
			d.Verdict = NoPerson
			switch {
			case d.Draft.Person == "":
				d.Why = whyNoPerson.In(in.Lang)
			case several:
				d.Why = whySamePeo.In(in.Lang, text.Cut(d.Draft.Person, 60))
			default:
				d.Why = whyPerson.In(in.Lang, text.Cut(d.Draft.Person, 60))
			}
			return
		}
	} else if p := d.Draft.Person; p != "" && !strings.EqualFold(p, who.Name) {
		p, n := privacy.Mask(text.Cut(p, 100))
		d.Draft.Masked += n
		d.Draft.Contact.Note = strings.TrimSpace(d.Draft.Contact.Note + "\n" + loggedBy.In(in.Lang, p))
	}
	d.Contact.Person = *who
}

var loggedBy = text.New("Medarbejder: %s", "Person: %s")

// personOf is who the row names, by id or by name.
func (in *Intake) personOf(d Draft) (who *crm.Person, several bool) {
	for i, p := range in.People {
		if d.PersonID != "" && (d.PersonID == p.Team+"/"+p.User || d.PersonID == p.User) {
			return &in.People[i], false
		}
	}
	return in.personCalled(d.Person)
}

// personCalled is the one who has that whole name; several says that more than one has.
func (in *Intake) personCalled(name string) (who *crm.Person, several bool) {
	name = spaced(name)
	for i, p := range in.People {
		if name != "" && spaced(p.Name) == name {
			if who != nil {
				return nil, true
			}
			who = &in.People[i]
		}
	}
	return who, false
}

func spaced(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }
