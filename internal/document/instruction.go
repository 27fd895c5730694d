package document

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// orders find words that are meant for a language model and not for a reader. They are looked for in text where
// lines are joined, small letters, without punctuation inside a phrase. A hit changes nothing but that people are
// told, so a harmless sentence now and then does no damage.
var orders = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(strings.Join(orderWords, "|")) })

//house:typed
var orderWords = []string{
	`(?:ignor[eé]r\w*|ignore|disregard|forget|override|glem|se bort fra|tilsidesæt|overhør) (?:\pL+ ){0,3}?(?:previous|prior|above|preceding|earlier|system|tidligere|ovenstående|foregående|forrige|hidtidige|givne) (?:\pL+ ){0,2}?(?:instruction|prompt|rule|direction|guideline|message|text|instruks|instruktion|regl|anvisning|besked|ordre|retningslinje|tekst)`,
	`(?:ignor[eé]r\w*|ignore|disregard|glem|se bort fra|tilsidesæt) (?:all|alle|any|dine|your|the) (?:\pL+ ){0,2}?(?:instruction|instruks|instruktion|prompt|regl|rules|anvisning|guideline)`,
	`(?:you are now|from now on you|act as (?:an?|the) (?:assistant|ai|model|system|expert)|pretend (?:to be|you are)|du er nu en|fra nu af (?:er|skal) du|opfør dig som|lad som om du er|svar som om du er)`,
	`(?:system|developer|hidden|skjult\w*) ?(?:prompt|message|besked|instruks|instruktion)`,
	`(?:as an? (?:ai|large language|ai language|language) ?(?:model|assistant)|som (?:en )?(?:ai|sprogmodel|kunstig intelligens))`,
	`(?:note|besked|instruks|instruktion|meddelelse|instructions?) (?:to|for|til) (?:the |den |alle )?(?:ai|llm|language model|assistant|model|chatbot|sprogmodel\w*|assistent\w*|robot\w*|maskin\w*)`,
	`(?:reply|respond|answer|output|svar|udskriv) (?:only|kun|udelukkende) (?:with|med)`,
	`(?:summari[sz]e this (?:document|text|application) as|resumér (?:dette|denne|teksten|ansøgningen) som|anbefal (?:at )?(?:ansøgningen|projektet) (?:altid|uanset))`,
	`(?:<\|?(?:im_start|im_end|system|user|assistant|endoftext)\|?>|\[/?inst\]|### ?(?:instruction|system))`,
}

// scattered is punctuation that may stand within a phrase; the signs of chat templates stay.
const scattered = ",.!\"'*:;“”»«"

// flat is a text as orders are looked for in it, with the place each byte has in the text itself.
type flat struct {
	text  strings.Builder
	place []int32
}

func flattened(s string) *flat {
	f := &flat{place: make([]int32, 0, len(s))}
	f.text.Grow(len(s))
	for i, r := range s {
		if strings.ContainsRune(scattered, r) {
			continue
		}
		before := f.text.Len()
		f.text.WriteRune(unicode.ToLower(r))
		for range f.text.Len() - before {
			f.place = append(f.place, int32(i))
		}
	}
	f.place = append(f.place, int32(len(s)))
	return f
}

// instructions gives the passages that look like orders to a machine, each with some words around it.
func instructions(s string) []string {
	s = oneLine(s)
	f := flattened(s)
	var list []string
	for _, at := range orders().FindAllStringIndex(f.text.String(), mostWarnings) {
		list = append(list, around(s, int(f.place[at[0]]), int(f.place[at[1]])))
	}
	return list
}

// around widens a hit to whole words on both sides, as far as a warning has room.
func around(s string, from, to int) string {
	const before, after = 20, 90
	if cut := max(from-before, 0); cut == 0 {
		from = 0
	} else if i := strings.IndexByte(s[cut:from], ' '); i >= 0 {
		from = cut + i + 1
	}
	if end := min(to+after, len(s)); end == len(s) {
		to = end
	} else if i := strings.LastIndexByte(s[to:end], ' '); i >= 0 {
		to += i
	}
	return strings.ToValidUTF8(s[from:to], "")
}
