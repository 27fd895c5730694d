package main

import (
	"context"
	"io"
	"strings"
	"time"

	"samspil/bot/console"
	"samspil/commands"
	"samspil/commands/overview"
	"samspil/internal/crm"
	"samspil/internal/directory"
	"samspil/internal/text"
	"samspil/internal/when"
	"samspil/store"
)

// overviewCmd is the figures: a field for each subcommand.
type overviewCmd struct {
	Show        overviewShowCmd `cmd:"" default:"withargs" help:"Print the figures of a region, municipality, organisation or purpose in a period."`
	Denominator denominatorCmd  `cmd:"" help:"Set how many companies with at least one employee a municipality has, which the contact rate is counted against."`
	Ceiling     ceilingCmd      `cmd:"" help:"Set how many contacts in a period are much for a company of a region: those with more are listed."`
}

type overviewShowCmd struct {
	Words []string `arg:"" optional:"" help:"What is asked, as after /overview: region sjælland sidste kvartal."`
	Org   string   `required:"" placeholder:"CODE" help:"Whose eyes to see with: the code of an organisation."`
	CSV   bool     `name:"csv" xor:"form" help:"Print CSV with semicolons, as Danish Excel opens it."`
	XLSX  bool     `name:"xlsx" xor:"form" help:"Print an Excel workbook; send it to a file."`
	JSON  bool     `name:"json" xor:"form" help:"Print JSON; a hidden number is null."`
	Lang  string   `placeholder:"da|en" help:"Language of the figures."`
	Now   string   `placeholder:"TIME" help:"Let the clock stand at this time: 2026-11-23 10:00 or RFC 3339."`
	DB    string   `name:"db" placeholder:"URL" help:"The database, instead of SAMSPIL_DB."`
}

// Run prints what an employee of the organisation would be shown.
func (c *overviewShowCmd) Run(t *terminal) error {
	now, err := clockAt(c.Now)
	if err != nil {
		return err
	}
	return t.withStore(c.DB, func(ctx context.Context, st *store.Store) error {
		org, err := st.OrgByCode(ctx, c.Org)
		if err != nil {
			return err
		}
		find := overview.Orgs(orgs(st))
		req := commands.Request{Now: now, Lang: t.lang, Text: strings.Join(c.Words, " "), Person: crm.Person{Org: org, Role: crm.Secretariat, Active: true}}
		kind := map[bool]string{c.CSV: "csv", c.XLSX: "xlsx", c.JSON: "json"}[true]
		if kind == "" {
			reply, err := overview.New(st, find).Handle(ctx, req)
			if err != nil {
				return err
			}
			_, err = io.WriteString(t.out, reply.Text+"\n")
			return err
		}
		file, err := overview.Export(ctx, st, find, req, kind)
		if err != nil {
			return err
		}
		_, err = t.out.Write(file.Data)
		return err
	})
}

type denominatorCmd struct {
	Municipality string `arg:"" help:"Name or code: Lolland, 360."`
	Year         int    `arg:"" help:"The year it holds for."`
	Companies    int    `arg:"" help:"How many companies have at least one employee."`
	Source       string `required:"" help:"Where the number was found."`
	AsOf         string `required:"" placeholder:"DATE" help:"The day it was counted: 2026-01-01."`
	DB           string `name:"db" placeholder:"URL" help:"The database, instead of SAMSPIL_DB."`
}

// Run stores the number, over one that is there.
func (c *denominatorCmd) Run(t *terminal) error {
	m, ok := directory.FindMunicipality(c.Municipality)
	if !ok {
		return wrongUse(errMunicipality, c.Municipality)
	}
	asOf, err := when.ParseISO(c.AsOf)
	if err != nil {
		return wrongUse(errAsOf, c.AsOf)
	}
	return t.withStore(c.DB, func(ctx context.Context, st *store.Store) error {
		err := st.SaveDenominator(ctx, m.Code, crm.Denominator{Companies: c.Companies, Year: c.Year, Source: c.Source, AsOf: asOf})
		if err != nil {
			return err
		}
		_, err = io.WriteString(t.out, denominatorSaved.In(t.lang, m.Name, text.Number(t.lang, c.Companies), c.Year)+"\n")
		return err
	})
}

type ceilingCmd struct {
	Region   string `arg:"" help:"Its name: \"Region Sjælland\"."`
	Contacts int    `arg:"" help:"How many, 1 to 1000; 0 for the program's own number again."`
	DB       string `name:"db" placeholder:"URL" help:"The database, instead of SAMSPIL_DB."`
}

// Run stores the number, over one that is there.
func (c *ceilingCmd) Run(t *terminal) error {
	region, ok := directory.FindRegion(c.Region)
	if !ok {
		return wrongUse(errRegion, c.Region)
	}
	if c.Contacts < 0 || c.Contacts > crm.MostCeiling {
		return wrongUse(errCeiling, crm.MostCeiling)
	}
	return t.withStore(c.DB, func(ctx context.Context, st *store.Store) error {
		if err := st.SetCeiling(ctx, crm.Entry{Now: time.Now()}, region.Code, c.Contacts); err != nil {
			return err
		}
		set, err := st.Ceilings(ctx)
		if err != nil {
			return err
		}
		_, err = io.WriteString(t.out, ceilingSaved.In(t.lang, region.Org.Name(t.lang), set.Of(region.Code))+"\n")
		return err
	})
}

// clockAt is the moment of a --now, the present without one.
func clockAt(words string) (time.Time, error) {
	if words == "" {
		return time.Now(), nil
	}
	return console.ParseNow(words)
}
