package document

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// How far from a page's ends headers and footers are looked for, in lines that are not empty, and on how many pages
// one must stand. PDF readers give both at the end of a page's text as often as not.
const (
	edgeLines   = 5
	edgeShare   = 4 // and no more than one line in so many at each end, so that a short page is not all edge
	leastPages  = 3
	farthestOff = 4 // the printed number may differ from the page's by this much: a cover, a contents page
)

// withoutRepeated leaves out headers and footers: lines near the ends of pages that stand on at least three of them
// and on a third, with only the page's number differing. The first page that has one keeps it, because a title or
// an applicant may stand nowhere else; lines that are only page numbers go from all.
func withoutRepeated(pages [][]string) {
	if len(pages) < leastPages {
		return
	}
	count := map[string]int{}
	for i, page := range pages {
		seen := map[string]bool{}
		ends := edges(page)
		for _, at := range append(ends[0], ends[1]...) {
			for _, key := range keys(page[at], i+1) {
				if !seen[key] {
					seen[key] = true
					count[key]++
				}
			}
		}
	}
	kept := map[string]bool{}
	for i, page := range pages {
		for _, edge := range edges(page) {
			for _, at := range edge {
				key, n := mostCommon(keys(page[at], i+1), count)
				if n < leastPages || 3*n < len(pages) {
					break // what lies further in is the text
				}
				if !kept[key] && !onlyNumbers(page[at]) {
					kept[key] = true
					continue
				}
				page[at] = ""
			}
		}
		pages[i] = withoutGaps(page)
	}
}

// edges gives the indexes of the lines near the top and the bottom of a page, the outermost first.
func edges(page []string) [2][]int {
	var all []int
	for i, line := range page {
		if line != "" {
			all = append(all, i)
		}
	}
	n := min(edgeLines, (len(all)+edgeShare-1)/edgeShare)
	top, bottom := all[:n:n], slices.Clone(all[max(n, len(all)-n):])
	slices.Reverse(bottom)
	return [2][]int{top, bottom}
}

// figures finds whole numbers with what belongs to them: "12.3" and "2026-27" are no page's number.
var figures = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[0-9]+(?:[.,:-][0-9]+)*`) })

// keys are what a line is compared by: itself, and itself without the number that could be the page's. Any other
// number stays, so that a budget's line of the same words on every page is no footer.
func keys(line string, page int) []string {
	line = strings.ToLower(line)
	list := []string{line}
	for _, at := range figures().FindAllStringIndex(line, 8) {
		n, err := strconv.Atoi(line[at[0]:at[1]])
		if off := n - page; err == nil && off >= -farthestOff && off <= farthestOff {
			list = append(list, strconv.Itoa(off)+"\x00"+line[:at[0]]+"#"+line[at[1]:])
		}
	}
	return list
}

func mostCommon(keys []string, count map[string]int) (best string, n int) {
	for _, key := range keys {
		if count[key] > n {
			best, n = key, count[key]
		}
	}
	return best, n
}

// pageWords are what stands beside a page's number.
//
//house:typed
var pageWords = map[string]bool{"side": true, "s": true, "af": true, "page": true, "p": true, "of": true, "sid": true}

// onlyNumbers reports whether a line is a page's number, with or without its words: "3", "- 3 -", "Side 3 af 12".
func onlyNumbers(line string) bool {
	for _, word := range strings.FieldsFunc(strings.ToLower(line), func(r rune) bool { return strings.ContainsRune(" \t-–—/.|()[]", r) }) {
		if _, err := strconv.Atoi(word); err != nil && !pageWords[word] {
			return false
		}
	}
	return true
}
