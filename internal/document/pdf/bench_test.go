package pdf

import (
	"fmt"
	"strings"
	"testing"

	"samspil/internal/document/documenttest"
)

// BenchmarkTwentyPages reads 20 pages of which each word is an object of its own, as some programs write them, within
// the starting of PDFium.
func BenchmarkTwentyPages(b *testing.B) {
	p := documenttest.NewPDF()
	for range 20 {
		var content strings.Builder
		for n := range 500 {
			content.WriteString(documenttest.At(float64(50+n%10*50), float64(800-n/10*14), 9, "0.1 g", fmt.Sprintf("ord%d", n)))
		}
		p.Page(content.String())
	}
	content := p.Bytes()
	for b.Loop() {
		if _, err := read(b, content); err != nil {
			b.Fatal(err)
		}
	}
}
