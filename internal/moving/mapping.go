package moving

import (
	_ "embed"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"samspil/internal/crm"
	"samspil/internal/text"
)

//go:embed synonyms.tsv
var synonymLines string

// sense is the field that a word means, and how usual the word is for it: 0 is the most usual.
type sense struct {
	field Field
	rank  int
}

// synonyms gives what a folded header means.
var synonyms = sync.OnceValue(func() map[string]sense {
	known := map[string]sense{}
	for line := range strings.Lines(synonymLines) {
		words := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(words[0], "#") {
			continue
		}
		for rank, w := range words[1:] {
			known[w] = sense{Field(words[0]), rank}
		}
	}
	return known
})

// Mapped is a column of a file and the field it is read as.
type Mapped struct {
	Header string
	Field  Field // Unread for none
	Turn   int   // which follow-up; 0 for the others
}

// Mapping is how a file's columns are read.
type Mapping struct {
	Columns []Mapped
	Own     bool // the file is an export of this program: names are as they were on the day
}

var (
	errMapForm   = text.New("\"%s\" kan ikke bruges efter --map. Skriv \"Kolonne=felt\", fx \"Beskrivelse=note\".", "\"%s\" cannot be used after --map. Write \"Column=field\", for example \"Description=note\".")
	errMapColumn = text.New("Filen har ingen kolonne, der hedder \"%s\". Den har: %s.", "The file has no column called \"%s\". It has: %s.")
	errMapField  = text.New("\"%s\" er ikke et felt. Felterne er: %s.", "\"%s\" is not a field. The fields are: %s.")
	errMapNeed   = text.New("Ingen kolonne har kontaktens dato. Sig hvilken, fx --map \"Oprettet=date\".", "No column has the day of the contact. Say which, for example --map \"Created=date\".")
	errMapWhom   = text.New("Ingen kolonne har virksomhedens navn, CVR-nummer eller P-nummer. Sig hvilken, fx --map \"Kunde=company\".", "No column has the company's name, CVR number or P-number. Say which, for example --map \"Customer=company\".")
)

// joined may be read from several columns, one after the other.
var joined = []Field{Note, With, Address, Purposes}

// Map finds out what the columns mean, by the words programs use. Where two mean the same, the more usual word counts and
// the other column is not read. overrides are corrections, "Header=field"; an empty field leaves the column out.
func Map(header, overrides []string) (Mapping, error) {
	m := Mapping{Columns: make([]Mapped, len(header))}
	ranks := make([]int, len(header))
	for i, h := range header {
		m.Columns[i], ranks[i] = meaning(h)
		m.Own = m.Own || slices.Contains([]string{columns[0].name.In(text.Danish), columns[0].name.In(text.English)}, h)
		if k := m.other(i); k >= 0 {
			if ranks[k] > ranks[i] {
				k, i = i, k
			}
			m.Columns[i] = Mapped{Header: m.Columns[i].Header}
		}
	}
	for _, o := range overrides {
		if err := m.correct(o, header); err != nil {
			return m, err
		}
	}
	return m, m.check()
}

// other is the column that is read as the same as column i, and may not be; -1 for none.
func (m *Mapping) other(i int) int {
	c := m.Columns[i]
	if c.Field == Unread || c.Field == Reason || slices.Contains(joined, c.Field) {
		return -1
	}
	return slices.IndexFunc(m.Columns, func(o Mapped) bool { return o.Field == c.Field && o.Turn == c.Turn && o.Header != c.Header })
}

var numbered = regexp.MustCompile(`^(.*?) (\d{1,3})( .*)?$`)

// meaning reads one header: "Opfølgning 2 dato" is the day of the second follow-up.
func meaning(header string) (m Mapped, rank int) {
	key := folded(header)
	turn := 1
	if m := numbered.FindStringSubmatch(key); m != nil {
		if n, _ := strconv.Atoi(m[2]); n > 0 && synonyms()[m[1]+m[3]].field.follows() {
			key, turn = m[1]+m[3], n
		}
	}
	s := synonyms()[key]
	if !s.field.follows() {
		turn = 0
	}
	return Mapped{header, s.field, turn}, s.rank
}

func (f Field) follows() bool { return strings.HasPrefix(string(f), "fu_") }

// folded is a header without signs, in small letters.
func folded(header string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(header), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
}

func (m *Mapping) correct(override string, header []string) error {
	at := strings.LastIndex(override, "=")
	if at < 0 {
		return crm.Errorf(crm.Invalid, errMapForm, override)
	}
	name, field := override[:at], Field(strings.TrimSpace(override[at+1:]))
	i := slices.IndexFunc(header, func(h string) bool { return folded(h) == folded(name) })
	if i < 0 {
		return crm.Errorf(crm.Invalid, errMapColumn, name, strings.Join(header, ", "))
	}
	if s, ok := synonyms()[folded(string(field))]; ok && !slices.Contains(Fields(), field) {
		field = s.field
	}
	if field != Unread && !slices.Contains(Fields(), field) {
		var names []string
		for _, f := range Fields() {
			names = append(names, string(f))
		}
		return crm.Errorf(crm.Invalid, errMapField, field, strings.Join(names, ", "))
	}
	m.Columns[i].Field, m.Columns[i].Turn = field, 0
	if field.follows() {
		m.Columns[i].Turn = 1
	}
	if k := m.other(i); k >= 0 { // a column that was found by its words gives way to the one somebody chose
		m.Columns[k] = Mapped{Header: m.Columns[k].Header}
	}
	return nil
}

// Fields are those that a column can be read as.
func Fields() []Field {
	list := []Field{Place, Postcode, Municipality, Address}
	for _, c := range slices.Concat(columns, followColumns) {
		list = append(list, c.field)
	}
	slices.Sort(list)
	return list
}

// check makes sure that day and company are read.
func (m *Mapping) check() error {
	has := func(list ...Field) bool {
		return slices.ContainsFunc(m.Columns, func(c Mapped) bool { return slices.Contains(list, c.Field) })
	}
	switch {
	case !has(Date):
		return crm.Errorf(crm.Invalid, errMapNeed)
	case !has(Company, CVR, PNumber):
		return crm.Errorf(crm.Invalid, errMapWhom)
	}
	return nil
}
