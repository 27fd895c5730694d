package register

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// placesTSV has a town or municipality and the codes of its municipalities in each line. It serves to recognise places in
// queries and to prefer companies there, nothing else; the places of the register's companies are known besides.
//
//go:embed places.tsv
var placesTSV string

// postcodesTSV has first and last postcode and the municipality that most addresses between them lie in.
//
//go:embed postcodes.tsv
var postcodesTSV string

// postcodes are spans of postcodes, ascending.
var postcodes = sync.OnceValue(func() (list []span) {
	for line := range strings.Lines(postcodesTSV) {
		var s span
		if n, err := fmt.Sscanf(line, "%d\t%d\t%d", &s.first, &s.last, &s.town); err == nil && n == 3 {
			list = append(list, s)
		}
	}
	return list
})

type span struct{ first, last, town uint16 }

// townsOfPostcode is the municipality of a postcode of four digits, as a list; nil for none.
func townsOfPostcode(postcode string) []uint16 {
	n, err := strconv.ParseUint(postcode, 10, 16)
	if err != nil || len(postcode) != 4 {
		return nil
	}
	for _, s := range postcodes() {
		if s.first <= uint16(n) && uint16(n) <= s.last {
			return []uint16{s.town}
		}
	}
	return nil
}

var towns = sync.OnceValue(func() map[string][]uint16 {
	list := map[string][]uint16{}
	for line := range strings.Lines(placesTSV) {
		name, codes, _ := strings.Cut(strings.TrimSpace(line), "\t")
		for _, code := range strings.Fields(codes) {
			if n, err := strconv.ParseUint(code, 10, 16); err == nil {
				list[Fold(name)] = append(list[Fold(name)], uint16(n))
			}
		}
	}
	return list
})

// townOf are the codes of the municipalities that a folded place lies in; nil for an unknown one.
func townOf(folded string) []uint16 { return towns()[folded] }
