package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"samspil/bot"
	"samspil/internal/crm"
	"samspil/internal/moving"
	"samspil/internal/register"
	"samspil/internal/sheet"
	"samspil/store"
)

// importCmd brings data of other programs in: a field for each subcommand.
type importCmd struct {
	Contacts importContactsCmd `cmd:"" help:"Read contacts from another program's file: first only say what would happen, then with --write do it."`
	Undo     importUndoCmd     `cmd:"" help:"Delete the contacts of one import, but for those that were changed since."`
	List     importListCmd     `cmd:"" help:"List the imports of contacts."`
}

type importContactsCmd struct {
	File    string   `arg:"" help:"The file: CSV or .xlsx, with the names of the columns in the first row."`
	Org     string   `required:"" placeholder:"CODE" help:"Whose contacts they become: code of the organisation, as in samspil org list."`
	Person  string   `placeholder:"TEAM/USER" help:"Who logs them all; without it, the one of the organisation's people whom each row names."`
	Map     []string `name:"map" sep:"none" placeholder:"COLUMN=FIELD" help:"How a column is read, where the program reads it wrongly; an empty field leaves it out. May be repeated."`
	Channel string   `default:"visit" enum:"visit,phone,email,online_meeting,webinar,event,letter,company_called_us" help:"The way of contact where a row states none (${default})."`
	Told    bool     `help:"The contact persons know that they are noted: store them. Otherwise they are left out."`
	Write   bool     `help:"Save. Without it nothing is saved."`
	DB      string   `name:"db" placeholder:"URL" help:"The database, instead of SAMSPIL_DB."`
}

// Run reads the file, says what becomes of each row, and saves where it is told to. A file that was broken off is read
// again from its beginning: what came in already is there.
func (c *importContactsCmd) Run(t *terminal) error {
	_, err := c.read(t)
	return err
}

// read is Run, and gives the account too.
func (c *importContactsCmd) read(t *terminal) (account moving.Account, err error) {
	table, err := sheet.Open(c.File, sheet.Ordinary)
	if err != nil {
		return account, err
	}
	defer func() { err = errors.Join(err, table.Close()) }()
	mapping, err := moving.Map(table.Header, c.Map)
	if err != nil {
		return account, usageError{err}
	}
	err = t.withStore(c.DB, func(ctx context.Context, st *store.Store) error {
		r := &importRun{importContactsCmd: c, t: t, st: st, table: table, fresh: map[string]crm.Company{}}
		if r.options, err = c.prepare(ctx, st, mapping, table.From1904, t); err != nil {
			return err
		}
		r.showMapping()
		source := register.Options{Source: st, Path: namesFile(t.database(c.DB))}
		return searching(ctx, source, func(ctx context.Context, search *register.Search) error {
			r.intake = moving.NewIntake(st, search, r.options)
			err := r.all(ctx)
			account = r.account
			return err
		})
	})
	return account, err
}

// prepare reads from the database whom and what the rows are compared with.
func (c *importContactsCmd) prepare(ctx context.Context, st *store.Store, mapping moving.Mapping, from1904 bool, t *terminal) (o moving.Options, err error) {
	o = moving.Options{Mapping: mapping, Channel: crm.Channel(c.Channel), Told: c.Told, From1904: from1904, Now: time.Now().UTC().Truncate(time.Millisecond), Lang: t.lang}
	if o.Org, err = st.OrgByCode(ctx, c.Org); err != nil {
		return o, err
	}
	if o.Orgs, err = st.Orgs(ctx); err != nil {
		return o, err
	}
	if o.Agreed, err = st.Agreements(ctx); err != nil {
		return o, err
	}
	people, err := st.People(ctx)
	if err != nil {
		return o, err
	}
	o.People = slices.DeleteFunc(people, func(p crm.Person) bool { return p.Org.ID != o.Org.ID })
	if c.Person == "" {
		return o, nil
	}
	i := slices.IndexFunc(o.People, func(p crm.Person) bool { return p.Team+"/"+p.User == c.Person })
	if i < 0 {
		return o, wrongUse(errLogger, c.Person, o.Org.Name(t.lang))
	}
	o.Logger = &o.People[i]
	return o, nil
}

// importRun is one reading of one file.
type importRun struct {
	*importContactsCmd
	t       *terminal
	st      *store.Store
	table   *sheet.Reader
	options moving.Options
	intake  *moving.Intake
	account moving.Account
	example map[moving.Verdict]moving.Decision
	first   []moving.Decision
	im      crm.ContactImport // zero until something is saved
	fresh   map[string]crm.Company
	rest    *restFile
}

func (r *importRun) all(ctx context.Context) (err error) {
	sum, err := sumOf(r.File)
	if err != nil {
		return err
	}
	if err := r.goOn(ctx, sum); err != nil {
		return err
	}
	r.example = map[moving.Verdict]moving.Decision{}
	r.rest = &restFile{name: r.File + ".rest.csv", lang: r.t.lang, mapping: r.options.Mapping, from1904: r.options.From1904}
	shown := newProgress(r.t)
	err = r.rows(ctx, sum, shown)
	shown.end()
	if closing := r.rest.close(err == nil); err == nil {
		err = closing
	}
	if err == nil && r.im.ID != 0 {
		r.im.Rows = r.account.Rows
		err = r.st.FinishContactImport(ctx, byTerminal(r.options.Org), r.im)
	}
	if err == nil {
		r.report()
	}
	return err
}

// goOn finds the import of this file that was broken off, whose contacts are nobody's duplicates.
func (r *importRun) goOn(ctx context.Context, sum string) error {
	list, err := r.st.ContactImports(ctx)
	for _, im := range list {
		if im.Sum == sum && im.Org.ID == r.options.Org.ID && im.Finished.IsZero() && im.Undone.IsZero() {
			r.intake.ImportID = im.ID
			if r.Write {
				r.im = im
			}
		}
	}
	return err
}

func (r *importRun) rows(ctx context.Context, sum string, shown *progress) error {
	batch := make([]sheet.Row, 0, moving.AtOnce)
	for end := false; !end; {
		row, err := r.table.Next()
		if end = err == io.EOF; err != nil && !end {
			return err
		}
		if !end {
			for i, cell := range row.Cells { // as with everything that people write
				row.Cells[i] = bot.Clean(cell)
			}
			batch = append(batch, row)
		}
		if len(batch) == moving.AtOnce || end && len(batch) > 0 {
			if err := r.take(ctx, sum, batch); err != nil {
				return err
			}
			batch = batch[:0]
			shown.show(register.ImportProgress{Read: int64(r.account.Rows)})
		}
		if err := ctx.Err(); err != nil {
			return err
		}
	}
	return nil
}

// take decides about rows, saves them where it is told to, and counts them.
func (r *importRun) take(ctx context.Context, sum string, rows []sheet.Row) error {
	list, err := r.intake.Take(ctx, rows)
	if err != nil {
		return err
	}
	if r.Write {
		if err := r.save(ctx, sum, list); err != nil {
			return err
		}
	}
	r.account.Add(list, r.Told)
	for _, d := range list {
		if len(r.first) < previewed {
			r.first = append(r.first, d)
		}
		if _, ok := r.example[d.Verdict]; !ok {
			r.example[d.Verdict] = d
		}
		if r.Write && d.Verdict != moving.Added && d.Verdict != moving.There {
			if err := r.rest.add(r.table.Header, d); err != nil {
				return err
			}
		}
	}
	return nil
}

// previewed is how many rows are shown before the account.
const previewed = 5

// save stores the contacts that are new. One that another import of the same rows stored meanwhile is there already.
func (r *importRun) save(ctx context.Context, sum string, list []moving.Decision) (err error) {
	var contacts []crm.ImportedContact
	for i := range list {
		if d := &list[i]; d.Verdict == moving.Added {
			if d.Fresh {
				if err := r.addCompany(ctx, d); err != nil {
					return err
				}
			}
			contacts = append(contacts, d.Contact)
		}
	}
	if len(contacts) == 0 {
		return nil
	}
	if r.im.ID == 0 {
		r.im, err = r.st.BeginContactImport(ctx, crm.ContactImport{Org: r.options.Org, File: filepath.Base(r.File), Sum: sum}, r.options.Now)
		if err != nil {
			return err
		}
		r.intake.ImportID = r.im.ID
	}
	added, err := r.st.ImportContacts(ctx, byTerminal(r.options.Org), r.im, contacts)
	if err != nil {
		return err
	}
	for i := range list {
		if d := &list[i]; d.Verdict == moving.Added && !added[d.Contact.Key] {
			d.Verdict = moving.There
		}
	}
	return nil
}

// addCompany adds a company that the register does not have, once.
func (r *importRun) addCompany(ctx context.Context, d *moving.Decision) error {
	name := d.Contact.Company.Name
	co, ok := r.fresh[d.Contact.Company.CVR]
	if !ok {
		var err error
		if co, err = r.st.AddCompany(ctx, byTerminal(r.options.Org), d.Contact.Company); err != nil {
			return err
		}
		r.fresh[co.CVR] = co
	}
	d.Contact.Company = co
	d.Contact.Company.Name = name
	return nil
}

// sumOf is the SHA-256 of a file.
func sumOf(name string) (string, error) {
	file, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer file.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// seen is text of a file as it is shown in a terminal: on one line, and with nothing in it that moves the cursor.
func seen(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return ' '
		}
		return r
	}, s)
}
