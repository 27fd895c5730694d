package register

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

// placesTSV has a town or municipality and the codes of its municipalities in each line.
//
//go:embed places.tsv
var placesTSV string

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
