package directory

import (
	"bufio"
	"io"
	"strings"
	"unicode/utf8"

	"samspil/internal/crm"
	"samspil/internal/text"
	"samspil/internal/when"
)

// Columns is the header of a list of organisations that Read understands; a last column "mark", for remarks, may follow.
const Columns = "code\tname_da\tname_en\ttype\tregion\tvf\tvt\tsuccessor\tpub"

var (
	errHeader = text.New("Første linje skal være kolonnernes navne, adskilt med tabulator: %s", "The first line must be the names of the columns, separated by tabs: %s")
	errFields = text.New("Linje %[1]d har %[2]d felter, og der skal være %[3]d. Intet er gemt.", "Line %[1]d has %[2]d fields and needs %[3]d. Nothing is saved.")
	errBlank  = text.New("Linje %d mangler kode, dansk navn eller type. Intet er gemt.", "Line %d lacks the code, the Danish name or the type. Nothing is saved.")
	errDay    = text.New("Linje %d: \"%s\" er hverken et år (2027) eller en dato (2027-01-01). Intet er gemt.", "Line %d: \"%s\" is neither a year (2027) nor a date (2027-01-01). Nothing is saved.")
	errPublic = text.New("Linje %d: pub skal være 1 for en offentlig myndighed og 0 for andre. Intet er gemt.", "Line %d: pub must be 1 for a public authority and 0 for others. Nothing is saved.")
	errTwice  = text.New("Linje %d: koden %s står der to gange. Intet er gemt.", "Line %d: the code %s occurs twice. Nothing is saved.")
	errUTF8   = text.New("Linje %d er ikke UTF-8. Gem filen som UTF-8.", "Line %d is not UTF-8. Save the file as UTF-8.")
)

// Read reads a list of organisations of one's own: tab-separated, with the header Columns. vf and vt are the first and
// last year or day, successor holds codes with commas between. What is wrong is a crm.Error with the line's number.
func Read(r io.Reader) ([]crm.Org, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	if !lines.Scan() || !strings.HasPrefix(strings.TrimPrefix(lines.Text(), "\ufeff"), Columns) {
		return nil, crm.Errorf(crm.Invalid, errHeader, strings.ReplaceAll(Columns, "\t", " "))
	}
	width := strings.Count(lines.Text(), "\t") + 1
	seen := map[string]bool{}
	var list []crm.Org
	for n := 2; lines.Scan(); n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		o, err := readOrg(n, width, lines.Text())
		if err != nil {
			return nil, err
		}
		if seen[o.Code] {
			return nil, crm.Errorf(crm.Invalid, errTwice, n, o.Code)
		}
		seen[o.Code] = true
		list = append(list, o)
	}
	return list, lines.Err()
}

func readOrg(n, width int, line string) (o crm.Org, err error) {
	f := strings.Split(strings.TrimRight(line, "\r"), "\t")
	switch {
	case !utf8.ValidString(line):
		return o, crm.Errorf(crm.Invalid, errUTF8, n)
	case len(f) != width:
		return o, crm.Errorf(crm.Invalid, errFields, n, len(f), width)
	}
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	switch {
	case f[0] == "" || f[1] == "" || f[3] == "":
		return o, crm.Errorf(crm.Invalid, errBlank, n)
	case f[8] != "0" && f[8] != "1":
		return o, crm.Errorf(crm.Invalid, errPublic, n)
	}
	o = crm.Org{Code: f[0], NameDA: withoutRemark(f[1]), NameEN: withoutRemark(f[2]), Type: f[3], Region: region(f[4]), Successors: split(f[7], ","), Public: f[8] == "1"}
	if o.ValidFrom, err = readDay(n, f[5], "-01-01"); err != nil {
		return o, err
	}
	o.ValidTo, err = readDay(n, f[6], "-12-31")
	return o, err
}

// readDay is day for what somebody wrote.
func readDay(n int, s, ofYear string) (when.Date, error) {
	full := s
	if len(s) == len("2027") {
		full += ofYear
	}
	d, err := when.ParseISO(full)
	if s != "" && err != nil {
		return d, crm.Errorf(crm.Invalid, errDay, n, s)
	}
	return d, nil
}
