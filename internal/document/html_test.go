package document

import (
	"strings"
	"testing"
)

func TestHTML(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"paragraphs and breaks", "<h1>Formål</h1><p>Flere\n i <b>job</b><br>nu<p>Mere", "Formål\nFlere i job\nnu\nMere"},
		{"entities", "<p>A &amp; B &oslash; 1&nbsp;000 kr.", "A & B ø 1 000 kr."},
		{"scripts and styles", "<script>ignore()</script><style>p{}</style><p>her<noscript>nej</noscript>", "her"},
		{"a list", "<ul><li>et<li>to</ul>", "• et\n• to"},
		{"a table", "<table><tr><th>Post<th>Beløb<tr><td>Løn</td><td>2 mio.</td></tr></table>efter", "Post\tBeløb\nLøn\t2 mio.\nefter"},
		{"a word across tags", "<p>opkvali<i>ficering</i>", "opkvalificering"},
		{"menus of the site", "<nav><ul><li><a>Forsiden</a><li>Kontakt</ul></nav><div role=navigation>Puljer<div>2026</div></div><p>Puljen", "Puljen"},
		{"a menu that never ends", "<nav>Forsiden<p>Puljen", "Forsiden\nPuljen"},
		{"preformatted", "<pre>a\nb</pre>", "a\nb"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := extracted(t, []byte("<!doctype html><title>Projekt &amp; plan</title><body>"+c.body))
			same(t, d.Pages[0].Text, c.want)
			same(t, d.Title, "Projekt & plan")
		})
	}
}

func TestHTMLHidden(t *testing.T) {
	for _, c := range []struct {
		body   string
		hidden bool
	}{
		{`<div style="display:none">xyz<div>uvw</div></div>`, true},
		{`<p style="DISPLAY : NONE !important">xyz<p>`, true},
		{`<span style="visibility:hidden">xyz</span>`, true},
		{`<span style="font-size:1px">xyz</span>`, true},
		{`<span style="opacity:0">xyz</span>`, true},
		{`<font color="#FFFFFF">xyz</font>`, true},
		{`<td bgcolor="#003366"><font color="white">xyz</font></td>`, false},
		{`<span style="color:#fff;background:#036">xyz</span>`, false},
		{`<span style="color:#333;font-size:11px">xyz</span>`, false},
		{`<style>.note, #x { color: red; display: none }</style><p class="big note">xyz</p>`, true},
		{`<style>/* p{ */ #x { display: none }</style><p id="X">xyz</p>`, true},
		{`<p hidden>xyz</p>`, true},
		{`<ul><li hidden>xyz<li>se</ul>`, true},
		{`<br style="display:none">xyz`, false},
	} {
		d := extracted(t, []byte("<html><body><p>Synlig</p>"+c.body+"<p>mere"))
		if got := !strings.Contains(d.Pages[0].Text, "xyz"); got != c.hidden {
			t.Errorf("%s: left out: %t; text %q", c.body, got, d.Pages[0].Text)
		}
		if got := len(d.Warnings) > 0 && strings.HasPrefix(d.Warnings[0].Passage, "xyz"); got != c.hidden {
			t.Errorf("%s: warnings %v", c.body, d.Warnings)
		}
		if !strings.HasSuffix(d.Pages[0].Text, "mere") {
			t.Errorf("%s: the rest is lost: %q", c.body, d.Pages[0].Text)
		}
	}
}

func TestHTMLCharset(t *testing.T) {
	for _, head := range []string{`<meta charset="iso-8859-1">`, `<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">`, ""} {
		d := extracted(t, []byte("<html>"+head+"<p>L\xf8n og \xe5r"))
		same(t, d.Pages[0].Text, "Løn og år")
	}
}
