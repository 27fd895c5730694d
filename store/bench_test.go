package store_test

import (
	"context"
	"testing"

	"samspil/internal/crm"
	"samspil/internal/when"
	"samspil/store/storetest"
)

// BenchmarkLog measures what a person waits for when a contact is saved: one transaction on the disk.
func BenchmarkLog(b *testing.B) {
	big := storetest.OpenBig(b)
	// As in the program, where a request's context can end: the drivers then watch it.
	ctx, cancel := context.WithCancel(b.Context())
	defer cancel()
	storetest.Measure(b, func() error {
		k := big.Sample.Contact()
		k.Company, k.SiteID = crm.Company{ID: big.CompanyID(big.Pick())}, 0
		_, err := big.Store.LogContact(ctx, storetest.Entry(big.Sample.Anna), k, []crm.FollowUp{{Due: when.MustISO("2026-12-10"), Text: "ring"}})
		return err
	})
}

// BenchmarkDigest measures what a digest reads of the contacts: what was written in a day, and what is planned in a week,
// with the companies of one organisation.
func BenchmarkDigest(b *testing.B) {
	big := storetest.OpenBig(b)
	scope := crm.DigestScope{Orgs: []int64{big.Sample.Jobcentre.ID}, Since: when.MustISO("2025-11-23")}
	from := storetest.Noon.AddDate(0, 0, -1)
	storetest.Measure(b, func() error {
		if _, err := big.Store.FreshContacts(b.Context(), scope, from, storetest.Noon, 0, 200); err != nil {
			return err
		}
		_, err := big.Store.PlansAhead(b.Context(), scope, when.MustISO("2026-11-23"), when.MustISO("2026-11-30"), 1000)
		return err
	})
}

// BenchmarkFigures asks for the overview of August 2026 beside July: of 17 municipalities of 98, as in Region Sjælland, and
// of the whole country.
func BenchmarkFigures(b *testing.B) {
	big := storetest.OpenBig(b)
	august := crm.Period{From: when.MustISO("2026-08-01"), To: when.MustISO("2026-08-31")}
	july := crm.Period{From: when.MustISO("2026-07-01"), To: when.MustISO("2026-07-31")}
	for _, c := range []struct {
		name  string
		scope crm.Scope
	}{{"municipalities", crm.Scope{Municipalities: big.Municipalities(17)}}, {"country", crm.Scope{}}} {
		b.Run(c.name, func(b *testing.B) {
			storetest.Measure(b, func() error {
				_, err := big.Store.Figures(b.Context(), crm.FiguresQuery{Scope: c.scope, Periods: []crm.Period{august, july},
					Viewer: big.Sample.Jobcentre, Today: when.MustISO("2026-09-01"), Window: crm.DefaultWindow})
				return err
			})
		})
	}
}
