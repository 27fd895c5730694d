package store_test

import (
	"context"
	"testing"
	"time"

	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
	"samspil/store"
	"samspil/store/storetest"
)

var sampleText = text.New("prøve", "sample")

func contextWithTimeout(d time.Duration) (context.Context, context.CancelFunc) {
	return context.WithTimeout(ctx, d)
}

// everything puts at least one row in every table.
func everything(t *testing.T, s *store.Store) storetest.Sample {
	t.Helper()
	w := storetest.Fill(t, s)
	k, err := s.LogContact(ctx, storetest.Entry(w.Anna), w.Contact(), []crm.FollowUp{{Due: when.MustISO("2026-12-10"), Text: "ring"}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.SetStatus(ctx, storetest.Entry(w.Anna), k.ID, 1, crm.Cancelled); err != nil {
		t.Fatal(err)
	}
	if err := s.SaveAgreement(ctx, "JC-360", "EHB-SJ", crm.TierFact); err != nil {
		t.Fatal(err)
	}
	_, err = s.AddNotice(ctx, crm.Notice{CompanyID: w.Crane.ID, Kind: crm.NoticeOptOut, From: when.MustISO("2026-11-01"), Org: w.Hub})
	if err != nil {
		t.Fatal(err)
	}
	return w
}
