package register

import (
	"fmt"
	"testing"
)

func TestCheckDigit(t *testing.T) {
	valid := []string{"19319970", "24256790", "13585628", "10150817", "22756214", "10103940", "10000009", "12345674",
		"99000007", "99001941", "99002913", "99004851", "99005823", "99007761", "99008733", "99009705", "99010673", "99011645",
		"99012617", "99013583", "99014555", "99015527", "99016493", "99017465", "99018437", "99019409"}
	for _, n := range valid {
		if !CheckDigit(n) {
			t.Errorf("%s is valid", n)
		}
	}
	for _, n := range []string{"24256791", "12345678", "11111111", "88888888", "00000000", "99000008", "40086600", "1234567", "123456744", "", "1234567a", "９９０００００７"} {
		if CheckDigit(n) {
			t.Errorf("%q is not valid", n)
		}
	}
}

// TestCheckDigitCatches counts what the check catches: every wrong digit, every swap of neighbours.
func TestCheckDigitCatches(t *testing.T) {
	digits, swaps := 0, 0
	for _, n := range []string{"19319970", "24256790", "99000007", "99004851", "13585628"} {
		for i := range n {
			for d := byte('0'); d <= '9'; d++ {
				wrong := []byte(n)
				wrong[i] = d
				if d != n[i] && CheckDigit(string(wrong)) {
					t.Errorf("%s passes for %s", wrong, n)
				}
				digits++
			}
			if i > 0 && n[i] != n[i-1] {
				swapped := []byte(n)
				swapped[i], swapped[i-1] = swapped[i-1], swapped[i]
				if CheckDigit(string(swapped)) {
					t.Errorf("%s passes for %s", swapped, n)
				}
				swaps++
			}
		}
	}
	if digits != 400 || swaps < 20 {
		t.Errorf("only %d digits and %d swaps tried", digits, swaps)
	}
	if !CheckDigit("24256790") || !CheckDigit("94256720") { // digits 1 and 7 have the same weight
		t.Error("a swap of digits 1 and 7 is documented as not caught")
	}
}

func TestScanNumbers(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want string // kind value valid, of each
	}{
		{"99000007", "cvr 99000007 ok"},
		{"DK99008733", "cvr 99008733 ok"}, {"dk-99008733", "cvr 99008733 ok"}, {"DK 99 00 87 33", "cvr 99008733 ok"},
		{"CVR-nr.: 99.00.00.07", "cvr 99000007 ok"}, {"CVR nr 99 00 00 07", "cvr 99000007 ok"}, {"cvr:99000007", "cvr 99000007 ok"},
		{"cvr 99\u00a000\u00a000\u00a007", "cvr 99000007 ok"}, {"CVR-nummer 99000007.", "cvr 99000007 ok"}, {"SE-nr 99000007", "cvr 99000007 ok"},
		{"CVR DK99000007", "cvr 99000007 ok"}, {"(99000007)", "cvr 99000007 ok"}, {"99000007,", "cvr 99000007 ok"},
		{"99000008", "cvr 99000008 bad"}, {"cvr 24256791", "cvr 24256791 bad"}, {"00000000", "cvr 00000000 bad"},
		{"99010673 99011645 99012617", "cvr 99010673 ok, cvr 99011645 ok, cvr 99012617 ok"},
		{"99010673,99011645", "cvr 99010673 ok, cvr 99011645 ok"},
		{"må jeg ringe til 99005823 eller er de i karantæne", "cvr 99005823 ok"},
		{"+45 99 00 77 61", "phone 99007761"}, {"+4599007761", "phone 99007761"}, {"0045 20 12 34 56", "phone 20123456"},
		{"tlf. 99007761", "phone 99007761"}, {"telefon: 20 12 34 56", "phone 20123456"}, {"ring til 20123456", "phone 20123456"},
		{"ring 99 00 77 61", "phone 99007761"}, {"20 12 34 56", "phone 20123456"}, {"2012 3456", "phone 20123456"},
		{"99 00 77 61", "unsure 99007761 ok"}, {"9900 7761", "unsure 99007761 ok"},
		{"P-nr 1003407806", "p 1003407806 ok"}, {"p.nr. 1003407806", "p 1003407806 ok"}, {"P-nummer: 1013999999", "p 1013999999 ok"},
		{"produktionsenhed 1013999999", "p 1013999999 ok"}, {"pnr1013999999", "p 1013999999 ok"}, {"P-number 10 13 99 99 99", "p 1013999999 ok"},
		{"1013999999", "p 1013999999 ok"}, {"1003407806", ""}, {"P-nr 2013999999", "p 2013999999 bad"},
		{"P-numre 1003407806 og 1005408410", "p 1003407806 ok, p 1005408410 ok"}, {"P-nr 1003407806, 1005408410 i går", "p 1003407806 ok, p 1005408410 ok"},
		{"sagsnr. 20261234", ""}, {"sag 99000007", ""}, {"J.nr. 20261234", ""}, {"ordrenummer: 99000007", ""}, {"case no. 99000007", ""}, {"ordre 99000007", "cvr 99000007 ok"},
		{"kan træffes på 20123456", "phone 20123456"}, {"fanges på 99000007", "cvr 99000007 ok"}, {"can be reached at 20123456", "phone 20123456"},
		{"1.234.567 kr.", ""}, {"12345674 kr.", ""}, {"12345674,50", ""}, {"5790000123456", ""}, {"konto 1234567890", ""},
		{"311299-0000", ""}, {"A12345674", ""}, {"i 2026 og 2027", ""}, {"", ""}, {"kl 13-14", ""}, {"20112026-1", ""},
	} {
		got := ""
		for _, n := range ScanNumbers(tt.in) {
			if got != "" {
				got += ", "
			}
			got += describe(n)
			if tt.in[n.Start:n.End] != n.Text {
				t.Errorf("%q: offsets give %q, text is %q", tt.in, tt.in[n.Start:n.End], n.Text)
			}
		}
		if got != tt.want {
			t.Errorf("%q: %q, want %q", tt.in, got, tt.want)
		}
	}
}

func describe(n Number) string {
	kind := map[Kind]string{KindCVR: "cvr", KindPNumber: "p", KindPhone: "phone", KindUnsure: "unsure"}[n.Kind]
	switch {
	case n.Kind == KindPhone:
		return kind + " " + n.Value
	case n.Valid:
		return kind + " " + n.Value + " ok"
	}
	return fmt.Sprintf("%s %s bad", kind, n.Value)
}

func FuzzScanNumbers(f *testing.F) {
	for _, s := range []string{"CVR-nr.: 99.00.00.07", "+45 99 00 77 61", "P-nr 1003407806", "99010673 99011645", "1\u00a02\u2009345678"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		for _, n := range ScanNumbers(s) {
			if n.Start < end || n.End <= n.Start || s[n.Start:n.End] != n.Text {
				t.Fatalf("%q: bad offsets %d-%d", s, n.Start, n.End)
			}
			end = n.End
			if want := map[Kind]int{KindPNumber: 10}[n.Kind]; len(n.Value) != max(8, want) {
				t.Fatalf("%q: %q has %d digits", s, n.Value, len(n.Value))
			}
			if n.Kind == KindCVR && n.Valid != CheckDigit(n.Value) {
				t.Fatalf("%q: validity of %s", s, n.Value)
			}
		}
	})
}
