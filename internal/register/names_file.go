package register

import (
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unsafe"
)

// The file of an index: a head of fixed size, then the parts, each from a multiple of eight bytes. Numbers are in the
// byte order of the machine that wrote it; another one takes the file for damaged, and makes its own.
const (
	fileMagic   = "samspil names\n"
	fileVersion = 1 // raised whenever Fold, weights, marks or the parts change
	fileHead    = 512
	fileParts   = 16
)

// errStale says that an index file cannot be used: it is damaged, or another version of the program made it.
var errStale = errors.New("the file is no index of this version, or damaged")

type fileHeader struct {
	Magic     [16]byte
	Order     uint32 // 0x01020304
	Version   uint32
	Sum       uint32 // CRC-32C of all behind the head
	Most      uint32
	Companies uint32
	_         uint32
	Changed   int64
	Lengths   [fileParts]uint64 // bytes of each part
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// parts are the pieces of the file, as bytes.
func (x *nameIndex) parts() [fileParts][]byte {
	return [fileParts][]byte{bytesOf(x.cvr), x.marks, x.form, bytesOf(x.town), bytesOf(x.place), x.core, bytesOf(x.mass), bytesOf(x.starts),
		bytesOf(x.words), x.letters, bytesOf(x.letterAt), bytesOf(x.weight), x.named, bytesOf(x.namedAt), x.spelt,
		append(append(bytesOf(x.speltAt)[:len(x.speltAt)*4:len(x.speltAt)*4], strings.Join(x.forms, "\n")+"\n\n"...), strings.Join(x.places, "\n")...)}
}

// write writes the index to a file that takes the place of the one of that name when it is whole.
func (x *nameIndex) write(name string) (err error) {
	file, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+".*") // mode 0600
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(file.Name()))
		}
	}()
	if err = errors.Join(x.writeTo(file), file.Sync(), file.Close()); err != nil {
		return err
	}
	return os.Rename(file.Name(), name)
}

func (x *nameIndex) writeTo(file *os.File) error {
	head := fileHeader{Order: 0x01020304, Version: fileVersion, Most: x.most, Companies: x.companies, Changed: x.changed}
	copy(head.Magic[:], fileMagic)
	if _, err := file.Seek(fileHead, io.SeekStart); err != nil {
		return err
	}
	sum := crc32.New(castagnoli)
	out := io.MultiWriter(file, sum)
	for i, part := range x.parts() {
		head.Lengths[i] = uint64(len(part))
		if _, err := out.Write(part); err != nil {
			return err
		}
		if _, err := out.Write(make([]byte, padding(len(part)))); err != nil {
			return err
		}
	}
	head.Sum = sum.Sum32()
	first := make([]byte, fileHead)
	if _, err := binary.Encode(first, binary.NativeEndian, head); err != nil {
		return err
	}
	_, err := file.WriteAt(first, 0)
	return err
}

func padding(n int) int { return (8 - n%8) % 8 }

// openIndex reads an index file, errStale when it cannot be used.
func openIndex(name string) (*nameIndex, error) {
	content, release, err := mapFile(name)
	if err != nil {
		return nil, err
	}
	x, err := indexOf(content)
	if err != nil {
		return nil, errors.Join(err, release())
	}
	x.onRelease(release)
	return x, nil
}

// indexOf is the index in the content of its file; the index lies in those bytes.
func indexOf(content []byte) (*nameIndex, error) {
	var head fileHeader
	if len(content) < fileHead {
		return nil, errStale
	}
	if _, err := binary.Decode(content[:fileHead], binary.NativeEndian, &head); err != nil {
		return nil, errStale
	}
	if strings.TrimRight(string(head.Magic[:]), "\x00") != fileMagic || head.Order != 0x01020304 || head.Version != fileVersion ||
		crc32.Checksum(content[fileHead:], castagnoli) != head.Sum {
		return nil, errStale
	}
	var parts [fileParts][]byte
	rest := content[fileHead:]
	for i, n := range head.Lengths {
		if n > uint64(len(rest)) || int(n)+padding(int(n)) > len(rest) {
			return nil, errStale
		}
		parts[i] = rest[:n:n]
		rest = rest[int(n)+padding(int(n)):]
	}
	x := &nameIndex{most: head.Most, companies: head.Companies, changed: head.Changed}
	return x, x.take(parts)
}

// take sets the parts; the last one holds the starts of the spelling lists and the names of forms and places.
func (x *nameIndex) take(p [fileParts][]byte) error {
	const speltAt = 4 * (features + 1)
	if len(p[15]) < speltAt {
		return errStale
	}
	x.cvr, x.marks, x.form, x.town, x.place = numbersOf[uint32](p[0]), p[1], p[2], numbersOf[uint16](p[3]), numbersOf[uint16](p[4])
	x.core, x.mass, x.starts, x.words = p[5], numbersOf[uint16](p[6]), numbersOf[uint32](p[7]), numbersOf[uint32](p[8])
	x.letters, x.letterAt, x.weight = p[9], numbersOf[uint32](p[10]), numbersOf[uint16](p[11])
	x.named, x.namedAt, x.spelt, x.speltAt = p[12], numbersOf[uint32](p[13]), p[14], numbersOf[uint32](p[15][:speltAt])
	forms, places, ok := strings.Cut(string(p[15][speltAt:]), "\n\n")
	n, words := x.size(), len(x.weight)
	if !ok || len(x.marks) != n || len(x.form) != n || len(x.town) != n || len(x.place) != n || len(x.core) != n || len(x.mass) != n ||
		len(x.starts) != n+1 || len(x.letterAt) != words+1 || len(x.namedAt) != words+1 {
		return errStale
	}
	x.forms, x.places = strings.Split(forms, "\n"), strings.Split(places, "\n")
	x.indexPlaces()
	return nil
}

func bytesOf[T uint16 | uint32](list []T) []byte {
	var t T
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(list))), len(list)*int(unsafe.Sizeof(t)))
}

func numbersOf[T uint16 | uint32](b []byte) []T {
	var t T
	return unsafe.Slice((*T)(unsafe.Pointer(unsafe.SliceData(b))), len(b)/int(unsafe.Sizeof(t)))
}
