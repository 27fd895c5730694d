package pdf

import (
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/requests"

	"samspil/internal/document"
)

// What a reader does not see.
const (
	leastHeight = 1.0  // points from the foot to the head of the letters; print of 2 points has some 1.2
	leastLight  = 0xf8 // of 0xff in each colour: cannot be told from white
	mostClear   = 12   // of 0xff: as good as transparent
	halfOfPage  = 0.5  // covered by pictures
)

// look is a page that is being looked at.
type look struct {
	*engine
	page    requests.Page
	box     rect
	objects []object
	bounded map[int]rect // of those asked for
}

// withoutHidden takes the text off a page that a reader would not see: transparent, white on nothing, invisible and
// on no picture, too small, or beside the page. It tells of it, and of pictures.
func (e *engine) withoutHidden(page requests.Page) document.Leaf {
	list, whole := e.objects(page)
	l := &look{engine: e, page: page, objects: list, bounded: map[int]rect{}}
	leaf := document.Leaf{Unchecked: !whole}
	if b, err := e.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: page}); err == nil {
		l.box = rect{b.Rect.Left, b.Rect.Bottom, b.Rect.Right, b.Rect.Top}
	}
	leaf.Pictured = l.pictured()
	var hidden []int
	for i, o := range list {
		if o.kind != enums.FPDF_PAGEOBJ_TEXT {
			continue
		}
		unseen, recognised := l.unseen(i)
		leaf.Recognised = leaf.Recognised || recognised
		if unseen {
			hidden = append(hidden, i)
		}
	}
	if len(hidden) > 0 {
		leaf.Hidden = l.takeOff(hidden)
	}
	return leaf
}

// pictured reports whether pictures cover at least half of the page.
func (l *look) pictured() bool {
	var area float32
	for i, o := range l.objects {
		if o.kind == enums.FPDF_PAGEOBJ_IMAGE {
			area += l.boundsOf(i).within(l.box).area()
		}
	}
	return area > 0 && area >= halfOfPage*l.box.area()
}

// boundsOf is where an object is, an empty place where that cannot be told.
func (l *look) boundsOf(i int) rect {
	r, ok := l.bounded[i]
	if !ok {
		r, _ = l.bounds(l.objects[i])
		l.bounded[i] = r
	}
	return r
}

// takeOff removes texts from the page and gives what they say. Those without a letter or digit stay.
func (l *look) takeOff(hidden []int) []string {
	loaded, err := l.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: l.page})
	if err != nil {
		return nil
	}
	var said []string
	var off []object
	for _, i := range hidden {
		o := l.objects[i]
		text, err := l.FPDFTextObj_GetText(&requests.FPDFTextObj_GetText{PageObject: o.ref, TextPage: loaded.TextPage})
		if err == nil && strings.ContainsFunc(text.Text, isWritten) {
			said, off = append(said, text.Text), append(off, o)
		}
	}
	_, _ = l.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: loaded.TextPage})
	for _, o := range off {
		_ = l.remove(l.page, o)
	}
	return []string{strings.Join(said, " ")}
}

func isWritten(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
