package register

import (
	"strconv"
	"strings"
)

// formCodes are the register's codes of legal forms (virksomhedsform in https://distribution.virk.dk), as printed.
var formCodes = map[int]string{
	10: "ENK", 15: "PMV", 20: "DØD", 30: "I/S", 40: "K/S", 45: "MSS", 50: "PAR", 60: "A/S", 70: "P/S", 80: "ApS", 81: "IVS",
	90: "FON", 95: "TRU", 100: "EFO", 110: "FOR", 115: "FFO", 130: "ANS", 140: "A.m.b.a.", 150: "FBA", 151: "S.m.b.a.", 152: "F.m.b.a.",
	160: "EØF", 170: "FAS", 180: "FAP", 190: "FBA", 195: "SCE", 210: "UDL", 220: "FEØ", 230: "STA", 235: "SOV", 240: "AMT", 245: "REG",
	250: "KOM", 260: "FKI", 270: "EUO", 280: "ØVR", 285: "FIV", 290: "E/S", 291: "FES", 520: "GUS", 990: "UOP",
}

// formWords are the register's short words for those that have another printed form.
//
//house:typed
var formWords = map[string]string{"KAS": "P/S", "ABA": "A.m.b.a.", "SMA": "S.m.b.a.", "FMA": "F.m.b.a.", "SE": "E/S"}

// formWord is a legal form as it is printed, by the register's word or code; what is not known stays, in short.
func formWord(s string) string {
	s = strings.TrimSpace(s)
	if code, err := strconv.Atoi(s); err == nil {
		return formCodes[code]
	}
	if form := formOfToken(strings.ToLower(s)); form != "" {
		return form
	}
	upper := strings.ToUpper(s)
	if form := formWords[upper]; form != "" {
		return form
	}
	if len(upper) > 20 {
		return ""
	}
	return upper
}
