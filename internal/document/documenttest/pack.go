package documenttest

import (
	"archive/zip"
	"bytes"
	"maps"
	"slices"
	"strings"
)

// Pack makes a zip file of the parts, by name. The part "mimetype" comes first and is not compressed, as
// OpenDocument wants it.
func Pack(parts map[string]string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	names := slices.SortedFunc(maps.Keys(parts), func(a, b string) int {
		if (a == "mimetype") != (b == "mimetype") {
			return map[bool]int{true: -1, false: 1}[a == "mimetype"]
		}
		return strings.Compare(a, b)
	})
	for _, name := range names {
		method := zip.Deflate
		if name == "mimetype" {
			method = zip.Store
		}
		part, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err == nil {
			_, err = part.Write([]byte(parts[name]))
		}
		if err != nil {
			panic(err) // a buffer takes everything
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// DOCX makes a Word document of the elements of its body; more are further parts, which may replace those here.
func DOCX(body string, more map[string]string) []byte {
	parts := map[string]string{
		"[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"word/document.xml": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` +
			body + `<w:sectPr/></w:body></w:document>`,
	}
	maps.Copy(parts, more)
	return Pack(parts)
}

// ODT makes an OpenDocument text of the elements of its body and the automatic styles before it.
func ODT(styles, body string, more map[string]string) []byte {
	parts := map[string]string{
		"mimetype":              "application/vnd.oasis.opendocument.text",
		"META-INF/manifest.xml": `<?xml version="1.0"?><manifest:manifest/>`,
		"content.xml": `<?xml version="1.0" encoding="UTF-8"?><office:document-content><office:automatic-styles>` + styles +
			`</office:automatic-styles><office:body><office:text>` + body + `</office:text></office:body></office:document-content>`,
	}
	maps.Copy(parts, more)
	return Pack(parts)
}
