package overview

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"strings"

	"samspil/commands"
	"samspil/internal/crm"
	"samspil/internal/sheet"
	"samspil/internal/text"
)

// Export gives the figures that req.Text asks for as a file of that kind: csv, xlsx or json.
func Export(ctx context.Context, store Store, orgs Orgs, req commands.Request, kind string) (commands.File, error) {
	f := &feature{store, orgs}
	a, err := f.figures(ctx, req)
	if err != nil {
		return commands.File{}, err
	}
	var data bytes.Buffer
	if err := writers[kind](&data, req.Lang, a); err != nil {
		return commands.File{}, err
	}
	name := fileName.In(req.Lang) + "-" + a.period.From.String() + "-" + a.period.To.String() + "." + kind
	return commands.File{Name: name, Size: int64(data.Len()), Data: data.Bytes()}, nil
}

var writers = map[string]func(io.Writer, text.Lang, answer) error{"csv": writeCSV, "xlsx": writeXLSX, "json": writeJSON}

// export is the button that sends the figures as a file of that kind.
func (f *feature) export(kind string) commands.Handler {
	return f.button(func(ctx context.Context, req commands.Request) (commands.Reply, error) {
		file, err := Export(ctx, f.store, f.orgs, req, kind)
		if err != nil {
			return commands.Reply{}, err
		}
		reply := commands.Sentence(textFile.In(req.Lang, file.Name))
		reply.Files = []commands.File{file}
		return reply, nil
	})
}

func columns(lang text.Lang) []sheet.Column {
	return []sheet.Column{
		{Name: colPart.In(lang), Explain: meansPart.In(lang)},
		{Name: colWhat.In(lang), Explain: meansWhat.In(lang)},
		{Name: colNow.In(lang), Kind: sheet.Number, Explain: meansNow.In(lang)},
		{Name: colBefore.In(lang), Kind: sheet.Number, Explain: meansBef.In(lang)},
		{Name: colHidden.In(lang), Explain: meansHid.In(lang)},
	}
}

func writeCSV(out io.Writer, lang text.Lang, a answer) error {
	w, err := sheet.NewCSV(out, columns(lang))
	if err != nil {
		return err
	}
	if err := fill(w, lang, a); err != nil {
		return err
	}
	return w.Close()
}

// writeXLSX writes the table, and a sheet that explains each figure.
func writeXLSX(out io.Writer, lang text.Lang, a answer) error {
	book, err := sheet.NewXLSX(out, lang)
	if err != nil {
		return err
	}
	w, err := book.Sheet(sheetRows.In(lang), columns(lang))
	if err != nil {
		return err
	}
	if err := fill(w, lang, a); err != nil {
		return err
	}
	w, err = book.Sheet(sheetMeans.In(lang), []sheet.Column{{Name: textFigure.In(lang)}, {Name: sheetMeans.In(lang)}})
	if err != nil {
		return err
	}
	for _, m := range measures {
		if err := w.Row(m.name.In(lang), m.means.In(lang)); err != nil {
			return err
		}
	}
	if err := w.Row("", textRules.In(lang)); err != nil {
		return err
	}
	return book.Close()
}

// fill writes every figure and every row of the breakdowns. What is hidden on the page is empty here.
func fill(w sheet.Writer, lang text.Lang, a answer) error {
	line := func(part text.Text, name string, now, before any) error {
		mark := ""
		if now == hidden || before == hidden {
			mark = textHidden.In(lang)
		}
		return w.Row(part.In(lang), name, bare(now), bare(before), mark)
	}
	for _, m := range measures {
		name := m.name.In(lang)
		if said := sources(lang, a); m.sourced && len(said) > 0 {
			name += " (" + strings.Join(said, "; ") + ")"
		}
		if err := line(partAll, name, m.value(a.now), m.value(m.beside(a.before))); err != nil {
			return err
		}
	}
	for _, b := range breakdowns(lang, a) {
		for _, r := range b.rows {
			if err := line(b.part, r.name, value(r.now), value(r.before)); err != nil {
				return err
			}
		}
	}
	return nil
}

// rowsOf gathers rows for JSON.
type rowsOf struct{ rows []map[string]any }

// Row implements sheet.Writer.
func (j *rowsOf) Row(cells ...any) error {
	j.rows = append(j.rows, map[string]any{"breakdown": cells[0], "what": cells[1], "number": cells[2], "beside": cells[3], "hidden": cells[4] != ""})
	return nil
}

// Close implements sheet.Writer.
func (j *rowsOf) Close() error { return nil }

// writeJSON writes what was understood and the same rows; a hidden number is null.
func writeJSON(out io.Writer, lang text.Lang, a answer) error {
	var j rowsOf
	if err := fill(&j, lang, a); err != nil {
		return err
	}
	encoder := json.NewEncoder(out)
	encoder.SetIndent("", "  ")
	return encoder.Encode(map[string]any{"asked": a.understood().Slots, "rows": j.rows})
}

// mark stands in a cell for what is not shown.
type mark string

const hidden mark = "hidden"

// bare is the cell as it is written.
func bare(cell any) any {
	if cell == hidden {
		return nil
	}
	return cell
}

func value(n *int) any {
	if n == nil {
		return hidden
	}
	return *n
}

// value is the figure as a cell: percents with one decimal, nil where it does not apply.
func (m measure) value(f crm.Figures) any {
	n, ok := m.of(f)
	switch {
	case !ok:
		return nil
	case n.Small():
		return hidden
	case m.percent:
		return float64(n.N) / 10
	}
	return n.N
}
