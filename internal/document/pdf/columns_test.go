package pdf

import (
	"strings"
	"testing"

	"samspil/internal/document/documenttest"
)

// Cells of a row are kept apart; words of a sentence, a bullet and the number of a heading are not.
func TestColumns(t *testing.T) {
	var content strings.Builder
	y := 780.0
	row := func(cells ...string) {
		for i, x := range []float64{60, 250, 320, 390}[:len(cells)] {
			content.WriteString(documenttest.At(x, y, 11, "", cells[i]))
		}
		y -= 14
	}
	row("6 Budget og finansiering i 2019 og 2020")
	row("Udgiftspost", "2019", "2020", "I alt")
	row("Løn, projektleder", "498.000", "556.000", "1.054.000")
	row("Transport", "28.000", "31.000", "59.000")
	row("Projektet koster 1.113.000 kr. i alt over 2 år")
	// Columns so narrow that little more than a space is between them.
	content.WriteString(documenttest.At(60, y, 11, "", "I alt"))
	content.WriteString(documenttest.At(150, y, 11, "", "2.530.000 3.630.000 3.110.000"))
	p := documenttest.NewPDF()
	p.Page(content.String())
	d, err := read(t, p.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	want := "6 Budget og finansiering i 2019 og 2020\nUdgiftspost\t2019\t2020\tI alt\nLøn, projektleder\t498.000\t556.000\t1.054.000\nTransport\t28.000\t31.000\t59.000\n" +
		"Projektet koster 1.113.000 kr. i alt over 2 år\nI alt\t2.530.000\t3.630.000\t3.110.000"
	if got := strings.TrimSpace(d.Pages[0].Text); got != want {
		t.Errorf("%q\nwant %q", got, want)
	}
}

// Text that is stretched to both margins has wide gaps everywhere, and is no row.
func TestJustifiedTextHasNoColumns(t *testing.T) {
	p := documenttest.NewPDF()
	p.Page(documenttest.At(60, 780, 11, "6 Tw", "Projektet har 12 partnere og 40 deltagere i 2019 og 2020") + documenttest.At(60, 766, 11, "9 Tw", "I alt søges der om 250.000 kr. til 3 medarbejdere"))
	d, err := read(t, p.Bytes())
	if err != nil || strings.Contains(d.Pages[0].Text, "\t") {
		t.Errorf("%q %v", d.Pages[0].Text, err)
	}
}

// The thousands of a number stay together where they are set apart by a space.
func TestSpacedThousands(t *testing.T) {
	var content strings.Builder
	for i, x := range []float64{60, 250, 350, 450} {
		content.WriteString(documenttest.At(x, 780, 11, "", []string{"Løn, projektleder", "498 000", "556 000", "1 054 000"}[i]))
	}
	p := documenttest.NewPDF()
	p.Page(content.String())
	d, err := read(t, p.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.TrimSpace(d.Pages[0].Text); got != "Løn, projektleder\t498 000\t556 000\t1 054 000" {
		t.Errorf("%q", got)
	}
}
