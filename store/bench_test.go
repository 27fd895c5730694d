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
