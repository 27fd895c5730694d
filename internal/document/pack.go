package document

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"strings"
)

// What a packed document may be made of. A long application has some 50 parts, and its text is some 2 MB of XML.
const (
	mostParts = 4000
	mostXML   = 32 << 20 // bytes of one part, unpacked
)

// pack is a file of packed parts, of which only those asked for by name are ever unpacked.
type pack struct{ parts map[string]*zip.File }

// openPack refuses what no word processor writes: names that lead out of the pack, more parts than a document has.
func openPack(content []byte) (pack, error) {
	r, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	switch {
	case errors.Is(err, zip.ErrInsecurePath):
		return pack{}, refused(Unsafe)
	case err != nil:
		return pack{}, refused(Corrupt)
	case len(r.File) > mostParts:
		return pack{}, refused(Unsafe)
	}
	p := pack{map[string]*zip.File{}}
	for _, f := range r.File {
		name := strings.TrimSuffix(f.Name, "/")
		if name == "" || strings.ContainsAny(name, "\\\x00:") || path.IsAbs(name) || path.Clean(name) != name || strings.HasPrefix(name, "..") {
			return pack{}, refused(Unsafe)
		}
		if p.parts[name] != nil {
			return pack{}, refused(Unsafe) // two parts of one name: each reader would see another document
		}
		p.parts[name] = f
	}
	return p, nil
}

func (p pack) has(name string) bool { return p.parts[name] != nil }

// hasIn reports whether a part lies in the folder.
func (p pack) hasIn(folder string) bool {
	for name := range p.parts {
		if strings.HasPrefix(name, folder+"/") {
			return true
		}
	}
	return false
}

// open unpacks a part as it is read, no more than mostXML of it, whatever size it says it has.
func (p pack) open(name string) (io.ReadCloser, error) {
	f := p.parts[name]
	if f == nil {
		return nil, refused(Corrupt)
	}
	if f.UncompressedSize64 > mostXML {
		return nil, refused(Unsafe)
	}
	r, err := f.Open()
	if err != nil {
		return nil, refused(Corrupt)
	}
	return struct {
		io.Reader
		io.Closer
	}{&bounded{r, mostXML}, r}, nil
}

// bounded refuses to give more than so many bytes.
type bounded struct {
	from io.Reader
	left int
}

func (b *bounded) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, refused(Unsafe)
	}
	n, err := b.from.Read(p[:min(len(p), b.left)])
	b.left -= n
	return n, err
}

// isEncrypted reports whether an OpenDocument says that its parts are encrypted (ISO/IEC 26300-3, 4.8).
func (p pack) isEncrypted() bool {
	r, err := p.open("META-INF/manifest.xml")
	if err != nil {
		return false
	}
	defer r.Close()
	manifest, _ := io.ReadAll(io.LimitReader(r, 1<<20))
	return bytes.Contains(manifest, []byte("encryption-data"))
}
