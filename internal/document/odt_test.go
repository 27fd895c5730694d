package document

import (
	"strings"
	"testing"

	"samspil/internal/document/documenttest"
)

func tp(text string) string { return "<text:p>" + text + "</text:p>" }

func TestODT(t *testing.T) {
	cell := func(s string) string { return "<table:table-cell>" + tp(s) + "</table:table-cell>" }
	for _, c := range []struct{ name, body, want string }{
		{"spans, tabs, spaces", tp(`A<text:span text:style-name="T1">B</text:span><text:tab/>C<text:s text:c="3"/>D<text:s/>E<text:line-break/>F`), "AB\tC D E\nF"},
		{"spaces as XML has them", tp("Vi\n   søger <text:span>4,2</text:span> mio."), "Vi søger 4,2 mio."},
		{"a list", `<text:list><text:list-item>` + tp("et") + `</text:list-item><text:list-item>` + tp("to") + tp("mere") + `</text:list-item></text:list>`, "• et\n• to\nmere"},
		{"a table", `<table:table><table:table-row>` + cell("Ansøgt") + cell("985.500") + `</table:table-row></table:table>`, "Ansøgt\t985.500"},
		{"deletions are kept apart", `<text:tracked-changes><text:changed-region><text:deletion>` + tp("væk") + `</text:deletion></text:changed-region></text:tracked-changes>` + tp("Vi søger <text:change-start/>25<text:change-end/>"), "Vi søger 25"},
		{"a comment is no text", tp("Her<office:annotation>" + tp("nej") + "</office:annotation> og der"), "Her og der"},
		{"a footnote", tp(`120<text:note><text:note-citation>1</text:note-citation><text:note-body>`+tp("Jf. loven")+`</text:note-body></text:note> årsværk`) + tp("Mere"), "120[1] årsværk\nMere\n[1] Jf. loven"},
		{"a huge row of spaces", tp(`a<text:s text:c="2000000000"/>b<text:s text:c="-5"/>c`), "a bc"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := extracted(t, documenttest.ODT("", c.body, nil))
			same(t, d.Pages[0].Text, c.want)
			same(t, d.Kind, ODT)
		})
	}
}

func TestODTAnchorsAndTitle(t *testing.T) {
	d := extracted(t, documenttest.ODT("", `<text:h text:outline-level="1">Formål</text:h>`+tp("Flere i job"),
		map[string]string{"meta.xml": `<office:document-meta><office:meta><dc:title>Fyrtårn</dc:title></office:meta></office:document-meta>`}))
	same(t, d.Pages[0].Anchors, []Anchor{{0, 1, ""}, {8, 2, "Formål"}})
	same(t, d.Title, "Fyrtårn")
}

func TestODTHidden(t *testing.T) {
	style := func(name, properties string) string {
		return `<style:style style:name="` + name + `" style:family="text">` + properties + `</style:style>`
	}
	styles := style("T1", `<style:text-properties text:display="none"/>`) + style("T2", `<style:text-properties fo:color="#FFFFFF"/>`) +
		style("T3", `<style:text-properties fo:color="#ffffff" fo:background-color="#003366"/>`) + style("T4", `<style:text-properties fo:font-size="1pt"/>`) +
		`<style:style style:name="T5" style:parent-style-name="T1"/>` + style("C1", `<style:table-cell-properties fo:background-color="#003366"/>`)
	span := func(name string) string {
		return tp(`<text:span text:style-name="` + name + `">xyz</text:span>`)
	}
	for _, c := range []struct {
		name, body string
		hidden     bool
	}{
		{"not shown", span("T1"), true}, {"white", span("T2"), true}, {"white on dark", span("T3"), false}, {"tiny", span("T4"), true}, {"inherited", span("T5"), true},
		{"a paragraph", `<text:p text:style-name="T1">xyz</text:p>`, true},
		{"a section", `<text:section text:display="none">` + tp("xyz") + `</text:section>`, true},
		{"hidden text", tp(`<text:hidden-text text:string-value="xyz"/>`), true},
		{"white in a dark cell", `<table:table><table:table-row><table:table-cell table:style-name="C1">` + span("T2") + `</table:table-cell></table:table-row></table:table>`, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := extracted(t, documenttest.ODT(styles, tp("Synlig")+c.body+tp("mere"), nil))
			if got := !strings.Contains(d.Pages[0].Text, "xyz"); got != c.hidden {
				t.Errorf("left out: %t; text %q", got, d.Pages[0].Text)
			}
			if got := len(d.Warnings) == 1 && d.Warnings[0].Passage == "xyz"; got != c.hidden {
				t.Errorf("warnings %v", d.Warnings)
			}
			if !strings.HasPrefix(d.Pages[0].Text, "Synlig") || !strings.HasSuffix(d.Pages[0].Text, "mere") {
				t.Errorf("text %q", d.Pages[0].Text)
			}
		})
	}
}
