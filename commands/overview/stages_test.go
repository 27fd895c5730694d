package overview_test

import (
	"strings"
	"testing"

	"github.com/slack-go/slack"

	"samspil/internal/crm"
)

// chartTitles are the titles of the charts in a reply.
func chartTitles(blocks []slack.Block) (titles []string) {
	for _, b := range blocks {
		if chart, ok := b.(*slack.DataVisualizationBlock); ok {
			titles = append(titles, chart.Title)
		}
	}
	return titles
}

func TestFewProposalsOfOthersAreHidden(t *testing.T) {
	d := newDesk(t)
	d.register("bo", "Hemmeligt kranprojekt", "2026-11-02")
	own := d.register("lis", "Elever i plejen", "2026-11-03")
	_, err := d.store.SetProposalStage(ctx, crm.Entry{Person: d.people["lis"], Now: now}, own.ID, 0, crm.StageRecommendation)
	d.ok(err)
	reply, err := d.types("anna", "lolland")
	d.ok(err)
	d.wants(reply.Text, "Projektforslag · skjult · 0", "Projektforslag efter fase: der er for få til at dele dem op")
	if strings.Contains(reply.Text, "Hemmeligt") || strings.Contains(strings.Join(chartTitles(reply.Blocks), " "), "fase") {
		t.Error(reply.Text)
	}
	csv, err := d.feature.Actions["csv"](ctx, d.request("anna", "lolland"))
	d.ok(err)
	d.wants(string(csv.Files[0].Data), "Alt;Projektforslag;;0;skjult")
	reply, err = d.types("lis", "jobcenter lolland")
	d.ok(err)
	d.wants(reply.Text, "• indstilling: 1 (0)")
	d.wants(strings.Join(chartTitles(reply.Blocks), " "), "Projektforslag efter fase")
	csv, err = d.feature.Actions["csv"](ctx, d.request("lis", "jobcenter lolland"))
	d.ok(err)
	d.wants(string(csv.Files[0].Data), "Fase;indstilling;1;0;")
}

// Slack takes two charts in a message: beside the weeks, proposals by stage come before purposes, which have none then.
func TestTwoChartsAreDrawn(t *testing.T) {
	d := newDesk(t)
	d.register("lis", "Elever i plejen", "2026-11-03")
	for line, want := range map[string]string{
		"":                 "Kontakter pr. uge · Projektforslag efter fase",
		"2026":             "Kontakter efter formål · Projektforslag efter fase",
		"i går vs i dag":   "Projektforslag efter fase",
		"mig":              "Kontakter pr. uge · Kontakter efter formål",
		"lolland november": "Projektforslag efter fase",
	} {
		reply, err := d.types("anna", line)
		d.ok(err)
		if got := strings.Join(chartTitles(reply.Blocks), " · "); got != want {
			t.Errorf("%q: %s, want %s", line, got, want)
		}
	}
}

// A private partner that is not heard knows of no proposal, and nobody's drafts are counted.
func TestProposalsAreCountedForThoseWhoMayKnow(t *testing.T) {
	d := newDesk(t)
	for range 4 {
		d.register("bo", "Kraner", "2026-11-02")
	}
	d.wants(d.says("anna", "lolland"), "Projektforslag · 4 · 0")
	d.wants(d.says("per", "lolland"), "Projektforslag · 0 · 0")
	d.wants(d.says("anna", "region østdanmark"), "Projektforslag · 4 · 0")
	d.wants(d.says("anna", "region nordjylland"), "Projektforslag · 0 · 0")
	if said := d.says("anna", "lolland opkvalificering"); strings.Contains(said, "Projektforslag") {
		t.Error(said)
	}
}
