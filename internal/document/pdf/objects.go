package pdf

import (
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// How many objects of a page, and of a file, are looked at. A page of text has some hundreds; maps and drawings have
// tens of thousands, and PDFium's Go side keeps a handle for each until the end.
const (
	mostOfPage = 10_000
	mostOfFile = 200_000
	mostForms  = 16 // within each other
)

// object is a piece of a page: text, path, picture, shading.
type object struct {
	ref    references.FPDF_PAGEOBJECT
	form   references.FPDF_PAGEOBJECT // the group it is in; "" for the page itself
	kind   enums.FPDF_PAGEOBJ
	matrix matrix // from the group to the page
}

// objects lists what is on a page in the order it is painted, groups opened; whole is false where there is more than
// may be looked at.
func (e *engine) objects(page requests.Page) (list []object, whole bool) {
	n, err := e.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: page})
	if err != nil {
		return nil, false
	}
	whole = true
	for i := range n.Count {
		if len(list) >= mostOfPage || e.looked >= mostOfFile {
			return list, false
		}
		got, err := e.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: page, Index: i})
		if err != nil {
			continue
		}
		if !e.addObject(&list, object{ref: got.PageObject, matrix: identity}, 0) {
			whole = false
		}
	}
	return list, whole
}

// addObject adds an object, or what a group holds.
func (e *engine) addObject(list *[]object, o object, depth int) (whole bool) {
	e.looked++
	kind, err := e.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: o.ref})
	if err != nil {
		return false
	}
	if o.kind = kind.Type; o.kind != enums.FPDF_PAGEOBJ_FORM {
		*list = append(*list, o)
		return true
	}
	n, err := e.FPDFFormObj_CountObjects(&requests.FPDFFormObj_CountObjects{PageObject: o.ref})
	if err != nil || depth >= mostForms {
		return false
	}
	inner := o.matrix
	if m, err := e.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: o.ref}); err == nil {
		inner = matrix(m.Matrix).then(o.matrix)
	}
	for i := range n.Count {
		if len(*list) >= mostOfPage || e.looked >= mostOfFile {
			return false
		}
		got, err := e.FPDFFormObj_GetObject(&requests.FPDFFormObj_GetObject{PageObject: o.ref, Index: uint64(i)})
		if err != nil || !e.addObject(list, object{ref: got.PageObject, form: o.ref, matrix: inner}, depth+1) {
			return false
		}
	}
	return true
}

// remove takes an object off its page.
func (e *engine) remove(page requests.Page, o object) error {
	if o.form != "" {
		_, err := e.FPDFFormObj_RemoveObject(&requests.FPDFFormObj_RemoveObject{PageObject: o.form, FormObject: o.ref})
		return err
	}
	_, err := e.FPDFPage_RemoveObject(&requests.FPDFPage_RemoveObject{Page: page, PageObject: o.ref})
	return err
}

// rect is a place on a page, in points from its lower left corner.
type rect struct{ left, bottom, right, top float32 }

// bounds gives where on the page an object is; false where that cannot be told.
func (e *engine) bounds(o object) (rect, bool) {
	b, err := e.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: o.ref})
	if err != nil {
		return rect{}, false
	}
	return o.matrix.of(rect{b.Left, b.Bottom, b.Right, b.Top}), true
}

func (r rect) middle() (x, y float32) { return (r.left + r.right) / 2, (r.bottom + r.top) / 2 }

func (r rect) holds(x, y float32) bool {
	return r.left <= x && x <= r.right && r.bottom <= y && y <= r.top
}

// within is the part of r that lies in other; an empty one has no area.
func (r rect) within(other rect) rect {
	return rect{max(r.left, other.left), max(r.bottom, other.bottom), min(r.right, other.right), min(r.top, other.top)}
}

func (r rect) area() float32 { return max(r.right-r.left, 0) * max(r.top-r.bottom, 0) }

// matrix maps places as PDF does (ISO 32000-1, 8.3.3).
type matrix structs.FPDF_FS_MATRIX

var identity = matrix{A: 1, D: 1}

// then gives the matrix that maps by m first and by n after it.
func (m matrix) then(n matrix) matrix {
	return matrix{
		A: m.A*n.A + m.B*n.C, B: m.A*n.B + m.B*n.D,
		C: m.C*n.A + m.D*n.C, D: m.C*n.B + m.D*n.D,
		E: m.E*n.A + m.F*n.C + n.E, F: m.E*n.B + m.F*n.D + n.F,
	}
}

// of gives the smallest upright rectangle around the mapped r.
func (m matrix) of(r rect) rect {
	out := rect{}
	for i, corner := range [][2]float32{{r.left, r.bottom}, {r.left, r.top}, {r.right, r.bottom}, {r.right, r.top}} {
		x, y := m.A*corner[0]+m.C*corner[1]+m.E, m.B*corner[0]+m.D*corner[1]+m.F
		if i == 0 {
			out = rect{x, y, x, y}
			continue
		}
		out = rect{min(out.left, x), min(out.bottom, y), max(out.right, x), max(out.top, y)}
	}
	return out
}
