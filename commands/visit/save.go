package visit

import (
	"context"
	"slices"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/dossier"
	"samspil/internal/privacy"
)

// receipt is what the writer is told about a contact that was saved.
type receipt struct {
	contact  crm.Contact
	followUp *crm.FollowUp
	checked  crm.Checked // what else is known of the company, for this viewer
	person   person      // the contact person that was named but not yet told
	warnings []privacy.Kind
	edited   bool
	said     string // what a button of the receipt has changed; "" for nothing

	unchecked bool // the company's other contacts could not be read
}

// person is a contact person: stored only once the writer says that they were told.
type person struct {
	Name string `json:"n,omitempty"`
	Mail string `json:"m,omitempty"`
	Tel  string `json:"t,omitempty"`
}

func (p person) named() bool { return p != person{} }

func personOf(c crm.Contact) person { return person{c.ContactName, c.ContactMail, c.ContactTel} }

// warningsOf are the sensitive words in what the contact holds in the writer's own words.
func warningsOf(c crm.Contact) []privacy.Warning {
	return privacy.Warnings(strings.Join(append([]string{c.Note}, withNames(c)...), "\n"))
}

// masked hides the CPR numbers that only come together when fields are joined.
func masked(c crm.Contact) crm.Contact {
	c.Note, _ = privacy.Mask(c.Note)
	c.With = slices.Clone(c.With)
	for i := range c.With {
		c.With[i].Name, _ = privacy.Mask(c.With[i].Name)
	}
	return c
}

// save stores the draft and answers with the receipt.
func (f *feature) save(ctx context.Context, req commands.Request, d draft) (commands.Reply, error) {
	c := masked(d.contact)
	named := personOf(c)
	if !d.told {
		c.ContactName, c.ContactMail, c.ContactTel = "", "", ""
	}
	warned := warningsOf(c)
	c.NoteHeld = len(warned) > 0
	if err := c.Validate(req.Lang, today(req)); err != nil {
		return commands.Reply{}, err
	}
	saved, followUp, err := f.write(ctx, req, c, d.followUp)
	if err != nil {
		return commands.Reply{}, err
	}
	out := receipt{contact: saved, followUp: followUp, edited: c.ID != 0, warnings: privacy.Kinds(warned)}
	if !d.told && named.named() {
		out.person = named
	}
	// Read after the write: of two who log at the same moment, at least one sees the other.
	out.checked, err = dossier.Gather(ctx, f.store, saved.Company, req.Person.Org, req.Now, saved.Date)
	out.unchecked = err != nil
	reply := showReceipt(req, out)
	reply.Trouble = err // the contact is saved: an error would have the writer log it again
	return reply, nil
}

func (f *feature) write(ctx context.Context, req commands.Request, c crm.Contact, followUp *crm.FollowUp) (crm.Contact, *crm.FollowUp, error) {
	var list []crm.FollowUp
	if followUp != nil {
		followUp.CompanyID, followUp.OrgID = c.Company.ID, req.Person.Org.ID
		if followUp.OwnerID == 0 {
			followUp.OwnerID = req.Person.ID
		}
		followUp.State, followUp.CreatedAt = crm.FollowUpOpen, req.Now
		list = append(list, *followUp)
	}
	write := f.store.LogContact
	if c.ID != 0 {
		write = f.store.UpdateContact
	}
	saved, err := write(ctx, entry(req), c, list)
	return saved, followUp, err
}
