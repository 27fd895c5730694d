package register

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"samspil/internal/crm"
	"samspil/internal/directory"
	"samspil/internal/privacy"
)

// keptName is how many characters of a name are stored.
const keptName = 300

// named gives a company's name as it is shown, and its key: in one Unicode form, without control characters, and with
// CPR numbers masked, since some owners have theirs in it. The key is "" for what is no name.
func named(s string) (name, key string) {
	s = strings.Join(strings.FieldsFunc(norm.NFC.String(s), func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
	if utf8.RuneCountInString(s) > keptName {
		s = strings.TrimSpace(string([]rune(s)[:keptName]))
	}
	if mayHoldCPR(s) {
		s, _ = privacy.Mask(s)
	}
	return s, Fold(s)
}

// mayHoldCPR is quick: a CPR number has ten digits, or fewer and characters written as numbers.
func mayHoldCPR(s string) bool {
	digits := 0
	for _, r := range s {
		if unicode.IsDigit(r) || unicode.IsNumber(r) {
			digits++
		}
	}
	return digits >= 10 || strings.Contains(s, "&#")
}

// cvrOf reads a number as a register writes it, without its leading zeros where it was a number.
func cvrOf(s string) (cvr string, ok bool) {
	s = strings.TrimSpace(s)
	if n, err := strconv.ParseUint(s, 10, 32); err != nil || n > 99_999_999 || n == 0 || len(s) > 8 {
		return "", false
	}
	return strings.Repeat("0", 8-len(s)) + s, true
}

// statuses are the register's words for a company's life, https://distribution.virk.dk (virksomhedsstatus), but for the
// many ways in which one was dissolved.
//
//house:typed
var statuses = map[string]crm.CompanyStatus{
	"":       crm.CompanyActive, // associations have none
	"NORMAL": crm.CompanyActive, "AKTIV": crm.CompanyActive, "FREMTID": crm.CompanyActive,
	"UNDER KONKURS": crm.CompanyBankruptcy, "KONKURS": crm.CompanyBankruptcy,
	"UNDER TVANGSOPLØSNING": crm.CompanyLiquidation, "UNDER FRIVILLIG LIKVIDATION": crm.CompanyLiquidation, "UNDER LIKVIDATION": crm.CompanyLiquidation,
	"UNDER REKONSTRUKTION": crm.CompanyRestructured, "UNDER REASSUMERING": crm.CompanyRestructured,
	"TVANGSOPLØST": crm.CompanyEnded, "SLETTET": crm.CompanyEnded, "OPHØRT": crm.CompanyEnded, "UDEN RETSVIRKNING": crm.CompanyEnded, "SLETTES": crm.CompanyEnded,
}

func statusOf(word string) (crm.CompanyStatus, bool) {
	word = strings.ToUpper(strings.TrimSpace(norm.NFC.String(word)))
	if strings.HasPrefix(word, "OPLØST EFTER ") {
		return crm.CompanyEnded, true
	}
	status, ok := statuses[word]
	return status, ok
}

// municipalityOf reads a code of three digits, also with a leading zero; "" for what is none, such as an address abroad.
func municipalityOf(code string) string {
	code = strings.TrimSpace(code)
	if len(code) == 4 && code[0] == '0' {
		code = code[1:]
	}
	if n, err := strconv.Atoi(code); err != nil || n < 100 || n > 999 {
		return ""
	}
	return code
}

// municipalityNames is directory.MunicipalityName for every code.
var municipalityNames = func() map[string]string {
	names := map[string]string{}
	for _, m := range directory.Municipalities() {
		names[m.Code] = m.Name
	}
	return names
}()

// industryOf reads a branch code: six digits, also with points, or without the leading zero a spreadsheet takes away.
func industryOf(code string) string {
	code = strings.ReplaceAll(strings.TrimSpace(code), ".", "")
	if len(code) == 5 {
		code = "0" + code
	}
	if len(code) != 6 || strings.Trim(code, "0123456789") != "" || code == "000000" {
		return ""
	}
	return code
}

// employeesOf reads a number, or the lower end of an interval ("ANTAL_20_49", "20-49"); -1 for none.
func employeesOf(s string) int {
	s = strings.TrimPrefix(strings.TrimSpace(s), "ANTAL_")
	if end := strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }); end > 0 {
		s = s[:end]
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 10_000_000 {
		return -1
	}
	return n
}
