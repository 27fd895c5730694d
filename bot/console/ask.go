package console

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"samspil/internal/crm"
	"samspil/internal/text"
)

// answer is how somebody answered the question for one field.
type answer int

const (
	goOn answer = iota
	sendNow
	leave
)

// ask asks for one field after the other and sends the form: all fields when it opens, then those that were
// refused. It ends when the form has gone through or was left, or when nothing can be asked any more.
func (s *session) ask(ctx context.Context) error {
	for s.form != nil {
		asked := s.form
		fields := asked.toAsk()
		if len(fields) == 0 {
			return nil
		}
		reply, err := s.askAll(ctx, fields)
		switch {
		case errors.Is(err, io.EOF):
			s.quit = true
			s.leaveForm()
			return nil
		case err != nil:
			return err
		case reply == leave:
			s.leaveForm()
			return nil
		}
		if !s.deliver(ctx) && len(asked.errors) == 0 {
			return nil // refused as a whole: it stays open for :set, :submit and :cancel
		}
	}
	return nil
}

// toAsk is the fields that were refused, else all that can be filled in here.
func (f *form) toAsk() []*field {
	var list []*field
	for _, x := range f.fields {
		if x.kind != otherField && (len(f.errors) == 0 || f.errors[x.name] != "") {
			list = append(list, x)
		}
	}
	return list
}

func (s *session) askAll(ctx context.Context, fields []*field) (answer, error) {
	for _, x := range fields {
		for _, line := range s.form.under(x, s.lang()) {
			s.out.print(line + "\n")
		}
		reply, err := s.askOne(ctx, x)
		if err != nil || reply != goOn {
			return reply, err
		}
	}
	return sendNow, nil
}

// askOne asks until the field holds something it can hold.
func (s *session) askOne(ctx context.Context, x *field) (answer, error) {
	for {
		line, err := s.lines.next(ctx, fmt.Sprintf("%s [%s]: ", x.head(s.lang()), oneLine(x.shown())))
		if errors.Is(err, errLongLine) {
			s.complain(errLineTooLong.In(s.lang(), text.Number(s.lang(), s.lines.limit())))
			continue
		}
		if err != nil {
			return leave, err
		}
		switch line = strings.TrimSpace(line); line {
		case ":cancel":
			return leave, nil
		case ":submit":
			return sendNow, nil
		case "":
		case "-":
			x.values = nil
		default:
			if strings.HasPrefix(line, ":") {
				s.complain(askHow.In(s.lang()))
				continue
			}
			if e, ok := errors.AsType[*crm.Error](x.fill(line, s.clock(), s.lang())); ok {
				s.complain(e.In(s.lang()))
				continue
			}
		}
		if x.required && len(x.values) == 0 {
			s.complain(errRequired.In(s.lang()))
			continue
		}
		return goOn, nil
	}
}

// oneLine is a value short enough for a prompt.
func oneLine(s string) string {
	runes := []rune(strings.Join(strings.Fields(s), " "))
	if len(runes) > 40 {
		return string(runes[:40]) + "…"
	}
	return string(runes)
}
