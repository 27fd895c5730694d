package sentence

import (
	"fmt"
	"strings"
	"testing"
)

// TestQuestionNames lists what a question asks about: "name {parts} <base|place>", and the period behind "@".
func TestQuestionNames(t *testing.T) {
	for line, want := range map[string]string{
		"Køge Kran, Køge Korn og Aabenraa Anlæg": "Køge Kran; Køge Korn og Aabenraa Anlæg {Køge Korn|Aabenraa Anlæg}",
		"Hansen & Søn": "Hansen & Søn {Hansen|Søn}",
		"hvem er fast kontaktperson hos Køge Kran":          "Køge Kran",
		"hvem er den faste kontaktperson hos Køge Kran?":    "Køge Kran",
		"har nogen været hos Køge Kran siden sommer?":       "Køge Kran @siden sommer",
		"har nogen talt med Køge Kran i 2025":               "Køge Kran @i 2025",
		"er der nogen der har talt med Jensen Byg i Maribo": "Jensen Byg i Maribo <Jensen Byg|Maribo>",
		"har nogen besøgt jensen byg i maribo siden sommer": "jensen byg i maribo <jensen byg|maribo> @siden sommer",
		"Byg 2000":         "Byg 2000",
		"Hal 2025 ApS":     "Hal 2025 ApS",
		"Ærø Maskinfabrik": "Ærø Maskinfabrik",
		"has anyone been at Nordfalster Tømrer lately?": "Nordfalster Tømrer @lately",
	} {
		q := ReadQuestion(line, now)
		var list []string
		for _, s := range q.Subjects {
			said := s.Name
			if s.Parts != nil {
				said += " {" + strings.Join(s.Parts, "|") + "}"
			}
			if s.Base != "" {
				said += fmt.Sprintf(" <%s|%s>", s.Base, s.Place)
			}
			list = append(list, said)
		}
		got := strings.Join(list, "; ")
		if q.PeriodText != "" {
			got += " @" + q.PeriodText
		}
		if got != want {
			t.Errorf("%s\n  got  %s\n  want %s", line, got, want)
		}
	}
}

func TestQuestionIsCut(t *testing.T) {
	names := strings.Repeat("Firma Et, ", MaxSubjects)
	if q := ReadQuestion(names, now); len(q.Subjects) != MaxSubjects || q.Cut {
		t.Errorf("%d names are cut: %v", len(q.Subjects), q.Cut)
	}
	if q := ReadQuestion(names+"Firma To", now); len(q.Subjects) != MaxSubjects || !q.Cut {
		t.Errorf("one more is not cut: %d, %v", len(q.Subjects), q.Cut)
	}
}
