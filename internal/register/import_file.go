package register

import (
	"context"
	"path/filepath"
	"sync/atomic"

	"samspil/internal/crm"
)

// smallest is the share of the register that a file must have for what it does not have to be ended, in per cent.
const smallest = 80

// ImportFile reads a file of companies into the register: a CSV file with the columns of Columns, or Virk's documents, one
// a line; either may be compressed by gzip. The same file once more goes on where it was broken off, and changes
// nothing that is so already. Nothing is changed by a file that is no such file (Invalid). A company that a record
// cannot tell of is refused, and stays as it is.
func ImportFile(ctx context.Context, target Target, name string, o ImportOptions) (ImportProgress, error) {
	survey, err := surveyFile(ctx, name, o.Format)
	if err != nil {
		return ImportProgress{}, err
	}
	im := crm.RegisterImport{Source: survey.format, File: filepath.Base(name), Sum: survey.sum, Size: survey.size, Replace: o.Replace,
		Partial: survey.format == FormatCSV}
	run := &fileImport{target: target, o: o, progress: ImportProgress{Total: survey.lines}}
	if err := run.bigEnough(ctx, survey.lines); err != nil {
		return ImportProgress{}, err
	}
	_, err = holding(ctx, target, im, o.Now, func(ctx context.Context, im crm.RegisterImport) (crm.RegisterImport, error) {
		return run.work(ctx, im, name, survey)
	})
	return run.progress, err
}

type fileImport struct {
	target   Target
	o        ImportOptions
	progress ImportProgress
	refused  atomic.Int64
	seen     *numbers
}

// work saves what the file has and, where it replaces, ends what it does not have.
func (f *fileImport) work(ctx context.Context, im crm.RegisterImport, name string, s survey) (crm.RegisterImport, error) {
	file, err := openFile(name)
	if err != nil {
		return im, err
	}
	defer file.Close()
	from, err := s.records(file)
	if err != nil {
		return im, err
	}
	if f.o.Replace {
		f.seen = new(numbers)
	}
	f.progress.Resumed, f.progress.Counts = im.Position, im.Counts
	if im, err = f.save(ctx, im, from); err != nil {
		return im, err
	}
	if err := ctx.Err(); err != nil { // the reading may have ended early
		return im, err
	}
	if f.o.Replace {
		im, err = f.endOthers(ctx, im)
		f.tell(f.progress.Read, im.Counts)
	}
	return im, err
}

// save saves the companies of a file, from where the import was broken off.
func (f *fileImport) save(ctx context.Context, im crm.RegisterImport, from records) (crm.RegisterImport, error) {
	reading, stop := context.WithCancel(ctx)
	r := &reader{from: from, take: f.take, done: im.Position, out: make(chan batch, importStretch/importBatch)}
	go r.run(reading)
	defer func() {
		stop()
		for range r.out { // it ends before the file is closed
		}
	}()
	for b := range r.out {
		var err error
		if b.position > im.Position {
			if im, err = f.target.ImportCompanies(ctx, im, b.companies, b.position, f.o.Now()); err != nil {
				return im, err
			}
			if err := wait(ctx, letOthers); err != nil {
				return im, err
			}
		}
		f.tell(b.position, im.Counts)
		if err := b.err; err != nil {
			return im, err
		}
	}
	return im, nil
}

// take notes a record, and reports whether its company is to be saved. It runs beside save.
func (f *fileImport) take(r record) bool {
	// A line that cannot be used still shows that the company is there.
	if f.seen != nil && (r.company.Name != "" || r.why != nil) {
		f.seen.add(r.company.CVR)
	}
	if r.why == nil {
		return true
	}
	f.refused.Add(1)
	if f.o.Refused != nil {
		f.o.Refused(Refusal{Line: r.line, CVR: r.company.CVR, Why: r.why})
	}
	return false
}

func (f *fileImport) tell(read int64, counts crm.ImportCounts) {
	f.progress.Read, f.progress.Counts, f.progress.Refused = read, counts, f.refused.Load()
	if f.o.Progress != nil {
		f.o.Progress(f.progress)
	}
}
