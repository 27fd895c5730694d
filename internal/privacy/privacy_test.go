package privacy

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestMask(t *testing.T) {
	for in, want := range map[string]string{
		"cpr 311299-0000 på ham":     "cpr [CPR] på ham",
		"3112990000":                 "[CPR]",
		"311299 0000":                "[CPR]",
		"311299 - 0000":              "[CPR]",
		"31 12 99 0000":              "[CPR]",
		"31-12-99-0000":              "[CPR]",
		"31.12.99 00 00":             "[CPR]",
		"311299–0000, 311299—0000":   "[CPR], [CPR]",
		"311299\u00a00000":           "[CPR]",
		"311\u200b299-00\u200d00":    "[CPR]", // zero-width characters
		"３１１２９９-００００":                "[CPR]", // full-width digits
		"٣١١٢٩٩-٠٠٠٠":                "[CPR]", // Arabic digits
		"911299-0000":                "[CPR]", // replacement number: day + 60
		"290203-1234":                "[CPR]",
		"a311299-0000b":              "a[CPR]b",
		"311299-0000 og 010190-1111": "[CPR] og [CPR]",
		"1003407806":                 "[CPR]", // looks like both: unlabelled
		"CPR: 1003407806":            "[CPR]"[:0] + "CPR: [CPR]",
		// a year of four digits
		"01.01.1990-1234":  "[CPR]",
		"01-01-1990-1234":  "[CPR]",
		"01011990-1234":    "[CPR]",
		"01/01/1990 1234":  "[CPR]",
		"010119901234":     "[CPR]",
		"født 01.01.1990.": "født 01.01.1990.",
		// other signs before the last four
		"010190 (1234)":                  "[CPR])",
		"(010190)1234":                   "([CPR]",
		"010190,1234":                    "[CPR]",
		"010190=1234":                    "[CPR]",
		"010190&#45;1234":                "[CPR]",
		"010190&#x2d;1234":               "[CPR]",
		"010190&ndash;1234":              "[CPR]",
		"010190 -- 1234":                 "[CPR]",
		"010190     1234":                "[CPR]",
		"cpr 23.11.26 0930":              "cpr [CPR]",
		"01.01.90 1234":                  "[CPR]", // a time of day, but no year of a contact
		"23.11.26 2500 kr.":              "[CPR] kr.",
		"P-nr 1003407806 og 010190-1234": "P-nr 1003407806 og [CPR]",
		// kept
		"99001941 23.11.26 0930 besøg":     "99001941 23.11.26 0930 besøg",
		"99001941 23/11/26 0930 besøg":     "99001941 23/11/26 0930 besøg",
		"23.11.2026 0930":                  "23.11.2026 0930",
		"20.11.26, 1200 besøgende":         "20.11.26, 1200 besøgende",
		"01.01.2024-31.12.2024":            "01.01.2024-31.12.2024",
		"01.08.19 – 31.07.22":              "01.08.19 – 31.07.22", // a stretch of time
		"01.08.19-31.07.22":                "01.08.19-31.07.22",
		"01/08/19 – 31/07/22.":             "01/08/19 – 31/07/22.",
		"CPR 01.08.19-31.07.22":            "CPR [CPR].22",
		"Anna 01 01 60 - 12 05 80 ledige":  "Anna [CPR] 80 ledige",
		"01.08.19 – 31.07":                 "[CPR]",
		"01.08.19 – 31.07.2":               "[CPR].2",
		"01.08.19 – 31 07 22":              "[CPR] 22",
		"01.08.19 – 31.47.22":              "[CPR].22",
		"P-numre 1003407806 og 1005408410": "P-numre 1003407806 og 1005408410",
		"P-nr 1003407806, 1005408410":      "P-nr 1003407806, 1005408410",
		"J.nr. 2026-1234":                  "J.nr. 2026-1234",
		"&#9990;":                          "&#9990;",
		"1,2,0,1,9,0,1,2,3,4":              "1,2,0,1,9,0,1,2,3,4",
		"P-nr 1003407806":                  "P-nr 1003407806",
		"p-nummer: 1003407806":             "p-nummer: 1003407806",
		"P.nr. 1003407806":                 "P.nr. 1003407806",
		"produktionsenhed 1003407806":      "produktionsenhed 1003407806",
		"1013999999":                       "1013999999", // month 13
		"321299-0000":                      "321299-0000",
		"310299-0000":                      "310299-0000", // 31 February
		"99000007":                         "99000007",
		"1211990000 kr.":                   "1211990000 kr.",
		"5790000311299":                    "5790000311299", // part of a longer number
		"311299-00001":                     "311299-00001",
		"20/11 og 3/12 kl. 10":             "20/11 og 3/12 kl. 10",
		"2026-11-23 10:00":                 "2026-11-23 10:00",
		"tlf. 20 12 34 56":                 "tlf. 20 12 34 56",
		"uge 50, 12 struktører":            "uge 50, 12 struktører",
		"99010673 99011645 99012617":       "99010673 99011645 99012617",
		"P-nr 311299-0000":                 "P-nr [CPR]", // a P-number has no dash
		"shop 1003407806":                  "shop [CPR]",
		"":                                 "",
		"[CPR]":                            "[CPR]",
		"311299-0000311299-0000"[:11]:      "[CPR]",
		"den 01.02.03 0405 mødtes vi":      "den [CPR] mødtes vi", // rather too much than too little
		"den 01.02.2003 og 4.5. mødtes":    "den 01.02.2003 og 4.5. mødtes",
	} {
		got, n := Mask(in)
		if got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
		if n != strings.Count(want, Masked)-strings.Count(in, Masked) {
			t.Errorf("%q: %d masked", in, n)
		}
	}
}

// simple is an independent and simpler idea of a CPR number, for the fuzzing.
var simple = regexp.MustCompile(`(?:^|[^\d])(?:0[1-9]|[12]\d|30)(?:0[1-9]|1[0-2])\d\d-\d{4}(?:$|[^\d])`)

func FuzzMask(f *testing.F) {
	for _, s := range []string{"311299-0000", "a 010190-1111 b", "P-nr 1003407806", "３１１２９９-００００", "1\u200b", "300299-1234", "01.01.1990-1234", "010190&#45;1234", "010190 (1234)", "&#010190-1234;"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once, n := Mask(s)
		if twice, m := Mask(once); twice != once || m != 0 {
			t.Fatalf("%q masks to %q and then to %q", s, once, twice)
		}
		if n == 0 && once != s {
			t.Fatalf("%q became %q without masking", s, once)
		}
		if found := simple.FindString(once); found != "" && !strings.Contains(found, "3002") {
			t.Fatalf("%q still holds %q", once, found)
		}
	})
}

func TestMaskIsLinear(t *testing.T) {
	for _, s := range []string{strings.Repeat("31", 25_000), strings.Repeat("311299-000 ", 5_000), strings.Repeat(" ", 50_000) + "311299-0000",
		strings.Repeat("311299"+strings.Repeat(" ", 500), 100), strings.Repeat("311299&", 8_000), "311299" + strings.Repeat(" &#32;", 8_000) + "0000", strings.Repeat("&#4", 20_000)} {
		Mask(s) // the suite's own time limit is the test: a quadratic scan of these takes minutes
	}
}

func TestWarnings(t *testing.T) {
	for in, want := range map[string][]Kind{
		"hun er sygemeldt":                        {Health},
		"Konen er SYG":                            {Health},
		"fik en diagnose og har depression":       {Health, Health},
		"medlem af 3F":                            {Union},
		"han er i fagforeningen":                  {Union},
		"plettet straffeattest":                   {Crime},
		"har siddet i fængsel":                    {Crime},
		"she is sick and in a trade union":        {Health, Union},
		"straffesag om tyveri":                    {Crime, Crime},
		"voldsdom og sigtet for bedrageri":        {Crime, Crime, Crime},
		"er narkodømt, har begået vold":           {Crime, Crime},
		"kemoterapi, udbrændt og depressiv":       {Health, Health, Health},
		"rygskade og hjerneskade":                 {Health, Health},
		"hun er 3F'er, han er 3F’er":              {Union, Union},
		"theft, anxiety, a heart attack":          {Crime, Health, Health},
		"voldgiftssag om voldgrav":                nil,
		"3F var med":                              nil,
		"skadedyr i ryggen af hallen":             nil,
		"sygehusbyggeriet i Køge":                 nil,
		"fastholdelse og sygefravær generelt":     nil,
		"3F A-kasse var med":                      nil,
		"psykologi og besyge":                     nil, // not at the beginning of a word
		"sygeplejersker mangler":                  nil,
		"opkvalificering af struktører":           nil,
		"Kræftens Bekæmpelse er bygherre":         nil,
		"":                                        nil,
		strings.Repeat("İ", 3) + " hun er gravid": {Health}, // a letter whose lower case is longer
	} {
		var got []Kind
		for _, w := range Warnings(in) {
			got = append(got, w.Kind)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", in, Warnings(in), want)
		}
	}
	if w := Warnings("Hun er Sygemeldt.")[0]; w.Word != "Sygemeldt" || w.Start != 7 || w.End != 16 {
		t.Errorf("%+v", w)
	}
}

func FuzzWarnings(f *testing.F) {
	f.Add("hun er syg")
	f.Add("İİİ gravid")
	f.Fuzz(func(t *testing.T, s string) {
		for _, w := range Warnings(s) {
			if w.Word == "" || w.Start >= w.End {
				t.Fatalf("%q: %+v", s, w)
			}
		}
	})
}
