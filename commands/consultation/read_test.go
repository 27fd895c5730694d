package consultation

import (
	"testing"

	"samspil/internal/crm"
)

func TestPosition(t *testing.T) {
	for said, want := range map[string]struct {
		is    crm.Position
		words string
	}{
		"støtter":                      {crm.Supports, ""},
		"støtter.":                     {crm.Supports, ""},
		"Vi støtter forslaget":         {crm.Supports, ""},
		"støtter, der er brug for det": {crm.Supports, "der er brug for det"},
		"støtter: god idé":             {crm.Supports, "god idé"},
		"støtter\nGod idé":             {crm.Supports, "God idé"},
		"støtter – god idé":            {crm.Supports, "god idé"},
		"støtter fuldt ud":             {crm.Supports, ""},
		"supports":                     {crm.Supports, ""},
		"supports it: good":            {crm.Supports, "good"},

		"støtter med bemærkninger: mangler pladser":    {crm.SupportsWithComments, "mangler pladser"},
		"støtter med bemærkninger: ikke pladser nok":   {crm.SupportsWithComments, "ikke pladser nok"},
		"støtter m. bemærkninger: mangler pladser":     {crm.SupportsWithComments, "mangler pladser"},
		"støtter forslaget med bem. mangler pladser":   {crm.SupportsWithComments, "mangler pladser"},
		"støtter med forbehold: økonomien":             {crm.SupportsWithComments, "økonomien"},
		"støtter med følgende bemærkninger: økonomien": {crm.SupportsWithComments, "økonomien"},
		"supports with comments: too few":              {crm.SupportsWithComments, "too few"},
		"supports w/ comments: too few":                {crm.SupportsWithComments, "too few"},
		"supports with reservations: too few":          {crm.SupportsWithComments, "too few"},
		"støtter, med bemærkninger: for få pladser":    {crm.SupportsWithComments, "for få pladser"},
		"støtter – med forbehold: økonomien":           {crm.SupportsWithComments, "økonomien"},
		"støtter fuldt ud, med bemærkninger: x":        {crm.SupportsWithComments, "x"},
		"har betænkeligheder: for få pladser":          {crm.Concerns, "for få pladser"},
		"har betænkeligheder ved økonomien":            {crm.Concerns, "ved økonomien"},
		"has concerns: ikke nok":                       {crm.Concerns, "ikke nok"},
		"ikke relevant":                                {crm.NotRelevant, ""},
		"not relevant: another region":                 {crm.NotRelevant, "another region"},
	} {
		if is, words, ok := position(said); !ok || is != want.is || words != want.words {
			t.Errorf("%q is read as %q %q %v", said, is, words, ok)
		}
	}
	for _, said := range []string{
		"støtter ikke", "støtter overhovedet ikke", "støtter, men har betænkeligheder: økonomi", "støtter. Men pladserne mangler", "støtter: men ikke nu",
		"støtter kun delvist", "støtter delvist", "støtter på ingen måde", "støtter forslaget ikke", "supports, but has concerns", "supports nothing of it", "støtter, hvis der kommer flere pladser", "supports, if there are more places", "does not support",
		"støtter, medmindre økonomien ændres", "støtter, når der er penge", "støtter: med glæde, hvis", "støtter, vi har betænkeligheder", "støtter - betænkeligheder: økonomien", "supports, unless", "supports, as long as there are places",
		"betænkeligheder: ingen", "har betænkeligheder: nej.", "concerns: none", "støtter med bemærkninger: ingen",
		"ingen betænkeligheder", "betænkeligheder ikke", "støtterne", "",
	} {
		if is, words, ok := position(said); ok {
			t.Errorf("%q is taken for %q with %q", said, is, words)
		}
	}
}
