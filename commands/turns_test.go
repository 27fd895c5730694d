package commands

import "testing"

func TestTurns(t *testing.T) {
	for words, want := range map[string][2]bool{
		"ikke nok":               {true, true},
		"hvis der er penge":      {true, true},
		"Undtagen fase 2":        {true, true},
		"med henvisning til lov": {false, true},
		"vi har betænkeligheder": {false, true},
		"medarbejdere mangler":   {false, false},
		"iffy":                   {false, false},
		"der er brug for det":    {false, false},
		"":                       {false, false},
	} {
		if got := [2]bool{turns(words), turnsYes(words)}; got != want {
			t.Errorf("%q: %v, want %v", words, got, want)
		}
	}
}
