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

// BenchmarkFigures asks for the overview of August 2026 beside July, of 17 municipalities of 98, as in Region Sjælland, and
// of the whole country; for the lists behind it; and for what a digest reads of the contacts: what was written in a day and
// what is planned in a week, with the companies of one organisation.
func BenchmarkFigures(b *testing.B) {
	storetest.EachBig(b, func(b *testing.B, big *storetest.Big) {
		august := crm.Period{From: when.MustISO("2026-08-01"), To: when.MustISO("2026-08-31")}
		july := crm.Period{From: when.MustISO("2026-07-01"), To: when.MustISO("2026-07-31")}
		region := crm.Scope{Municipalities: big.Municipalities(17)}
		measure := func(name string, scope crm.Scope, read func(context.Context, crm.FiguresQuery) error) {
			q := crm.FiguresQuery{Scope: scope, Periods: []crm.Period{august, july}, Viewer: big.Sample.Jobcentre, Today: when.MustISO("2026-09-01"), Window: crm.DefaultWindow}
			b.Run(name, func(b *testing.B) { storetest.Measure(b, func() error { return read(b.Context(), q) }) })
		}
		figures := func(ctx context.Context, q crm.FiguresQuery) error {
			_, err := big.Store.Figures(ctx, q)
			return err
		}
		measure("region", region, figures)
		measure("country", crm.Scope{}, figures)
		measure("most", region, func(ctx context.Context, q crm.FiguresQuery) error {
			_, err := big.Store.MostContacted(ctx, q, false, 2, 20)
			return err
		})
		measure("untouched", region, func(ctx context.Context, q crm.FiguresQuery) error {
			_, _, _, err := big.Store.Untouched(ctx, q, when.MustISO("2025-09-01"), 20)
			return err
		})
		measure("overlaps", region, func(ctx context.Context, q crm.FiguresQuery) error {
			_, err := big.Store.OverlapsMade(ctx, q, 20)
			return err
		})
		scope := crm.DigestScope{Orgs: []int64{big.Sample.Jobcentre.ID}, Since: when.MustISO("2025-11-23")}
		measure("digest", crm.Scope{}, func(ctx context.Context, _ crm.FiguresQuery) error {
			if _, err := big.Store.FreshContacts(ctx, scope, storetest.Noon.AddDate(0, 0, -1), storetest.Noon, 0, 200); err != nil {
				return err
			}
			_, err := big.Store.PlansAhead(ctx, scope, when.MustISO("2026-11-23"), when.MustISO("2026-11-30"), 1000)
			return err
		})
	})
}
