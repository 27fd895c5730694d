package store

import (
	"context"
	"errors"
	"log/slog"

	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"
)

// failures logs what went wrong with a job, and parks one that no handler is for: another attempt would find none
// either.
type failures struct{ log *slog.Logger }

// HandleError implements river.ErrorHandler.
func (f failures) HandleError(ctx context.Context, row *rivertype.JobRow, err error) *river.ErrorHandlerResult {
	var unknown *rivertype.UnknownJobKindError
	parked := errors.As(err, &unknown)
	logFailure(ctx, f.log, row, err, parked || row.Attempt >= row.MaxAttempts)
	return &river.ErrorHandlerResult{SetCancelled: parked}
}

// HandlePanic implements river.ErrorHandler. River has logged it.
func (failures) HandlePanic(context.Context, *rivertype.JobRow, any, string) *river.ErrorHandlerResult {
	return nil
}

func logFailure(ctx context.Context, log *slog.Logger, row *rivertype.JobRow, err error, parked bool) {
	log.WarnContext(ctx, "job failed", "job", row.ID, "kind", row.Kind, "attempt", row.Attempt, "parked", parked,
		"error", err.Error())
}

// warnings is a log handler without what is below a warning: River tells of every job.
type warnings struct{ slog.Handler }

// Enabled implements slog.Handler.
func (w warnings) Enabled(ctx context.Context, level slog.Level) bool {
	return level >= slog.LevelWarn && w.Handler.Enabled(ctx, level)
}

// WithAttrs implements slog.Handler.
func (w warnings) WithAttrs(attrs []slog.Attr) slog.Handler {
	return warnings{w.Handler.WithAttrs(attrs)}
}

// WithGroup implements slog.Handler.
func (w warnings) WithGroup(name string) slog.Handler { return warnings{w.Handler.WithGroup(name)} }
