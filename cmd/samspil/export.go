package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"samspil/internal/crm"
	"samspil/internal/moving"
	"samspil/internal/sheet"
	"samspil/internal/text"
	"samspil/internal/when"
	"samspil/store"
)

// exportCmd takes data out of the program: a field for each subcommand.
type exportCmd struct {
	Contacts exportContactsCmd `cmd:"" help:"Write an organisation's own contacts to a file, in full."`
}

type exportContactsCmd struct {
	Org  string `required:"" placeholder:"CODE" help:"Whose contacts: code of the organisation, as in samspil org list."`
	From string `placeholder:"DAY" help:"From this day on, for example 2026-01-01 or 1/1-2026."`
	To   string `placeholder:"DAY" help:"Up to and with this day."`
	CSV  bool   `name:"csv" xor:"format" required:"" help:"CSV as Danish Excel opens it: UTF-8 with a mark, semicolons, dates as 2026-11-23."`
	XLSX bool   `name:"xlsx" xor:"format" required:"" help:"A workbook, with a sheet that explains every column."`
	JSON bool   `name:"json" xor:"format" required:"" help:"A contact on each line, in JSON."`
	Out  string `placeholder:"FILE" help:"The file, instead of standard output."`
	DB   string `name:"db" placeholder:"URL" help:"The database, instead of SAMSPIL_DB."`
}

// Run writes the contacts. That somebody did so is in the audit log before the first of them is written.
func (c *exportContactsCmd) Run(t *terminal) error {
	from, err := dayFlag("--from", c.From)
	if err != nil {
		return err
	}
	to, err := dayFlag("--to", c.To)
	if err != nil {
		return err
	}
	return t.withStore(c.DB, func(ctx context.Context, st *store.Store) error {
		org, err := st.OrgByCode(ctx, c.Org)
		if err != nil {
			return err
		}
		err = st.Audit(ctx, byTerminal(org), "export.contacts", org.Code, map[string]string{"format": c.format(), "from": from.String(), "to": to.String()})
		if err != nil {
			return err
		}
		written := 0
		err = t.intoFile(c.Out, func(out io.Writer) error {
			written, err = c.write(ctx, t.lang, st, org, from, to, out)
			return err
		})
		if err == nil {
			_, err = fmt.Fprintln(t.err, exported.In(t.lang, text.Number(t.lang, written), org.Name(t.lang)))
		}
		return err
	})
}

func (c *exportContactsCmd) format() string {
	switch {
	case c.CSV:
		return "csv"
	case c.XLSX:
		return "xlsx"
	}
	return "json"
}

// byTerminal is the entry of what is done at the command line: for the organisation, by no person that Samspil knows.
func byTerminal(org crm.Org) crm.Entry {
	return crm.Entry{RequestID: "terminal", Now: time.Now().UTC().Truncate(time.Millisecond), Person: crm.Person{Org: org}}
}

// dayFlag reads a day of the command line; "" is none.
func dayFlag(flag, words string) (when.Date, error) {
	if words == "" {
		return when.Date{}, nil
	}
	e, ok := when.Parse(words, time.Now(), when.Past)
	day, sure := e.Day()
	if !ok || !sure {
		return when.Date{}, wrongUse(errDayFlag, flag, words)
	}
	return day, nil
}

// intoFile writes to a file that only its owner can read and that appears when it is whole, or to standard output.
func (t *terminal) intoFile(name string, write func(io.Writer) error) error {
	if name == "" {
		buffered := bufio.NewWriterSize(t.out, 1<<16)
		return errors.Join(write(buffered), buffered.Flush())
	}
	part := name + ".part"
	file, err := os.OpenFile(part, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return crm.Errorf(crm.Unavailable, errWrite, name).Because(err)
	}
	buffered := bufio.NewWriterSize(file, 1<<16)
	if err = errors.Join(write(buffered), buffered.Flush(), file.Close()); err == nil {
		err = os.Rename(part, name)
	}
	if err != nil {
		os.Remove(part)
	}
	return err
}

func (c *exportContactsCmd) write(ctx context.Context, lang text.Lang, st *store.Store, org crm.Org, from, to when.Date, out io.Writer) (written int, err error) {
	people, orgs, err := namesOf(ctx, st)
	if err != nil {
		return 0, err
	}
	to1 := exporter{lang: lang, people: people, orgs: orgs, out: out}
	begin, row, end := to1.beginJSON, to1.jsonLine, to1.end
	if !c.JSON {
		begin, row = func(n int) error { return to1.beginTable(n, c.XLSX) }, to1.tableRow
	}
	err = st.ExportContacts(ctx, org.ID, from, to, begin, func(k crm.WholeContact) error {
		written++
		return row(k)
	})
	return written, errors.Join(err, end(err == nil))
}

func namesOf(ctx context.Context, st *store.Store) (people moving.People, orgs map[int64]string, err error) {
	all, err := st.People(ctx)
	if err != nil {
		return nil, nil, err
	}
	people, orgs = moving.People{}, map[int64]string{}
	for _, p := range all {
		people[p.ID] = p
	}
	list, err := st.Orgs(ctx)
	for _, o := range list {
		orgs[o.ID] = o.Code
	}
	return people, orgs, err
}

// exporter writes contacts in one format.
type exporter struct {
	lang      text.Lang
	people    moving.People
	orgs      map[int64]string
	out       io.Writer
	followUps int
	table     sheet.Writer
	book      *sheet.Book
	lines     *json.Encoder
}

func (e *exporter) beginTable(followUps int, xlsx bool) (err error) {
	e.followUps = followUps
	columns := moving.Columns(e.lang, followUps)
	if !xlsx {
		e.table, err = sheet.NewCSV(e.out, columns)
		return err
	}
	if e.book, err = sheet.NewXLSX(e.out, e.lang); err != nil {
		return err
	}
	e.table, err = e.book.Sheet(contactSheet.In(e.lang), columns)
	return err
}

func (e *exporter) tableRow(k crm.WholeContact) error {
	return e.table.Row(moving.Cells(e.lang, k, e.people, e.orgs, e.followUps)...)
}

func (e *exporter) beginJSON(int) error {
	e.lines = json.NewEncoder(e.out)
	e.lines.SetEscapeHTML(false)
	return nil
}

func (e *exporter) jsonLine(k crm.WholeContact) error {
	return e.lines.Encode(moving.LineOf(k, e.people, e.orgs))
}

// end finishes the file, unless it failed before.
func (e *exporter) end(whole bool) error {
	switch {
	case !whole && e.book != nil:
		return e.book.Abandon()
	case !whole || e.table == nil:
		return nil
	case e.book != nil:
		return e.book.Close()
	}
	return e.table.Close()
}
