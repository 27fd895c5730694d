package overview_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"samspil/commands/overview"
	"samspil/internal/crm"
	"samspil/internal/when"
)

// Every export has the proposals by stage and the source of the denominator; the workbook explains each figure on a sheet.
func TestExportsHoldStagesAndSources(t *testing.T) {
	d := newDesk(t)
	d.propose()
	d.ok(d.store.SaveDenominator(ctx, "360", crm.Denominator{Companies: 1480, Year: 2026, Source: "Danmarks Statistik", AsOf: when.MustISO("2026-01-01")}))
	file := func(kind string) []byte {
		f, err := overview.Export(ctx, d.store, byWords(d.store), d.request("lis", "lolland 1.9.2026-30.11.2026"), kind)
		d.ok(err)
		return f.Data
	}
	d.wants(string(file("csv")), "Fase;tidlig orientering;5;5;", "Fase;høring;3;0;", "Alt;Andel høringssvar til tiden;83,3;;",
		"Alt;Virksomheder med ansatte (Kilde til virksomheder med ansatte i 2026: Danmarks Statistik, optalt 1. jan. 2026);1480;")
	var read struct {
		Rows []struct {
			Breakdown, What string
			Number, Beside  *float64
		}
	}
	d.ok(json.Unmarshal(file("json"), &read))
	found := false
	for _, r := range read.Rows {
		found = found || r.Breakdown == "Fase" && r.What == "høring" && r.Number != nil && *r.Number == 3 && r.Beside != nil && *r.Beside == 0
	}
	if !found {
		t.Errorf("%+v", read)
	}
	book, err := zip.NewReader(bytes.NewReader(file("xlsx")), int64(len(file("xlsx"))))
	d.ok(err)
	var all strings.Builder
	for _, part := range book.File {
		r, err := part.Open()
		d.ok(err)
		_, err = io.Copy(&all, r)
		d.ok(err)
	}
	d.wants(all.String(), "Projektforslag", "også de afgjorte og afsluttede, men ikke kladder", "svarede første gang senest på fristens dag", "kontaktgradens nævner", "høring")
}
