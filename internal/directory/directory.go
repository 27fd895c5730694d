// Package directory knows the public actors and the municipalities: what they are called, what people type for
// them, from when to when they exist and who came after them.
//
// The data lies beside this file, one row a line, so that it can be read and corrected without reading code:
// organisations.tsv (the named organisations; "mark" tells how sure a row is), municipalities.tsv, patterns.tsv
// (what people type for every organisation of a type, * being its place) and aliases.tsv (what they type for one).
// A row that has been used is never deleted: give it a last year and a successor.
package directory

import (
	_ "embed" // for the four tables
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"samspil/internal/crm"
	"samspil/internal/when"
)

var (
	//go:embed organisations.tsv
	organisationsTSV string
	//go:embed municipalities.tsv
	municipalitiesTSV string
	//go:embed patterns.tsv
	patternsTSV string
	//go:embed aliases.tsv
	aliasesTSV string
)

// Types of the organisations that are generated for each municipality.
const (
	typeMunicipality = "municipality"
	typeJobCentre    = "job_centre"
)

var load = sync.OnceValue(func() []crm.Org {
	list := named()
	for _, m := range municipalities() {
		list = append(list, m.authority(), m.jobCentre())
	}
	addAliases(list)
	return list
})

// Orgs is every organisation: the 79 named ones, then each municipality with its job centre. ID is 0 in all.
func Orgs() []crm.Org { return slices.Clone(load()) }

// byCode gives the organisation with that code; ok is false when there is none.
func byCode(code string) (crm.Org, bool) {
	i := slices.IndexFunc(load(), func(o crm.Org) bool { return o.Code == code })
	if i < 0 {
		return crm.Org{}, false
	}
	return load()[i], true
}

// named reads organisations.tsv: code, Danish and English name, type, region, first and last year or day,
// successors, whether it is a public authority or body, and the evidence.
func named() []crm.Org {
	var list []crm.Org
	for _, f := range rows(organisationsTSV, 10) {
		list = append(list, crm.Org{
			Code: f[0], NameDA: withoutRemark(f[1]), NameEN: withoutRemark(f[2]), Type: f[3], Region: region(f[4]),
			ValidFrom: day(f[5], "-01-01"), ValidTo: day(f[6], "-12-31"), Successors: split(f[7], ","), Public: f[8] == "1",
		})
	}
	return list
}

// rows cuts a table into its rows and fields, without the header. A row of another length is a broken build.
func rows(tsv string, fields int) [][]string {
	var list [][]string
	for _, line := range strings.Split(strings.TrimRight(tsv, "\n"), "\n")[1:] {
		f := strings.Split(line, "\t")
		if len(f) != fields {
			panic(fmt.Sprintf("directory: %d fields, want %d: %q", len(f), fields, line))
		}
		list = append(list, f)
	}
	return list
}

var remark = regexp.MustCompile(`\s*\([^)]*\)`)

// withoutRemark drops what stands in parentheses: it tells the editor of the table something, not the reader.
func withoutRemark(name string) string { return remark.ReplaceAllString(name, "") }

// region is the table's region, EastDenmark where it says "tbd" because no official code is known to it yet.
func region(s string) string {
	if s == "tbd" {
		return EastDenmark
	}
	return s
}

// day reads a year, completed with the given month and day, or a whole date; empty is no date.
func day(s, ofYear string) when.Date {
	switch len(s) {
	case 0:
		return when.Date{}
	case len("2027"):
		s += ofYear
	}
	return when.MustISO(s)
}

// split cuts a list and drops the empty and the surrounding space.
func split(s, separator string) []string {
	var list []string
	for _, part := range strings.Split(s, separator) {
		if part = strings.TrimSpace(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}
