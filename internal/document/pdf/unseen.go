package pdf

import (
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// unseen reports whether a text cannot be seen, or is the text of a picture.
func (l *look) unseen(i int) (unseen, recognised bool) {
	ref := l.objects[i].ref
	mode, err := l.FPDFTextObj_GetTextRenderMode(&requests.FPDFTextObj_GetTextRenderMode{PageObject: ref})
	if err != nil {
		return false, false
	}
	box := l.boundsOf(i)
	switch {
	case l.box.area() > 0 && box != (rect{}) && (box.right < l.box.left || box.left > l.box.right || box.top < l.box.bottom || box.bottom > l.box.top):
		return true, false
	case box != (rect{}) && box.top-box.bottom < leastHeight:
		return true, false // dashes and dots are as low, and stay: see takeOff
	}
	switch mode.TextRenderMode {
	case enums.FPDF_TEXTRENDERMODE_INVISIBLE, enums.FPDF_TEXTRENDERMODE_CLIP:
		x, y := box.middle()
		onPicture := l.on(x, y, len(l.objects), func(j int) bool {
			kind := l.objects[j].kind
			return kind == enums.FPDF_PAGEOBJ_IMAGE || kind == enums.FPDF_PAGEOBJ_SHADING
		})
		return !onPicture, onPicture && mode.TextRenderMode == enums.FPDF_TEXTRENDERMODE_INVISIBLE
	case enums.FPDF_TEXTRENDERMODE_FILL, enums.FPDF_TEXTRENDERMODE_FILL_CLIP:
		c, err := l.FPDFPageObj_GetFillColor(&requests.FPDFPageObj_GetFillColor{PageObject: ref})
		if err != nil {
			return false, false
		}
		x, y := box.middle()
		return c.FillColor.A <= mostClear || isWhite(c.FillColor) && !l.on(x, y, i, l.darkens), false
	}
	return false, false
}

func isWhite(c structs.FPDF_COLOR) bool {
	return c.R >= leastLight && c.G >= leastLight && c.B >= leastLight
}

// on reports whether one of the objects before the one at end, of those that count, lies under the place.
func (l *look) on(x, y float32, end int, counts func(int) bool) bool {
	for j := range l.objects[:end] {
		if l.objects[j].kind != enums.FPDF_PAGEOBJ_TEXT && l.boundsOf(j).holds(x, y) && counts(j) {
			return true
		}
	}
	return false
}

// darkens reports whether white letters can be seen on the object.
func (l *look) darkens(j int) bool {
	o := l.objects[j]
	if o.kind != enums.FPDF_PAGEOBJ_PATH {
		return true
	}
	mode, err := l.FPDFPath_GetDrawMode(&requests.FPDFPath_GetDrawMode{PageObject: o.ref})
	switch {
	case err != nil:
		return false
	case mode.FillMode != enums.FPDF_FILLMODE_NONE:
		c, err := l.FPDFPageObj_GetFillColor(&requests.FPDFPageObj_GetFillColor{PageObject: o.ref})
		return err != nil || c.FillColor.A > mostClear && !isWhite(c.FillColor) // patterns have no colour
	case mode.Stroke:
		return l.isBar(o)
	}
	return false
}

// isBar reports whether a path is one line, drawn in a colour: some programs shade the heads of tables with thick
// lines. The outline of a box is none, for white letters in it cannot be seen.
func (l *look) isBar(o object) bool {
	n, err := l.FPDFPath_CountSegments(&requests.FPDFPath_CountSegments{PageObject: o.ref})
	if err != nil || n.Count != 2 {
		return false
	}
	c, err := l.FPDFPageObj_GetStrokeColor(&requests.FPDFPageObj_GetStrokeColor{PageObject: o.ref})
	return err == nil && c.StrokeColor.A > mostClear && !isWhite(c.StrokeColor)
}
