package store

import (
	"context"
	"database/sql"
	"log/slog"

	"github.com/riverqueue/river/riverdriver"
	"github.com/riverqueue/river/rivermigrate"
)

// River's tables: the one where it notes its own migrations, and our index for the order within a lane.
const (
	queueMigrations = "river_migration"
	laneIndex       = "job_lane"
)

// schema is what a database has had.
type schema struct {
	version int64 // our own last migration
	queue   int64 // River's
	lanes   bool  // the index on River's table
}

// done reports whether nothing is missing.
func (t target) done(found schema) bool {
	return found == schema{newest, t.dialect.queue(), true}
}

func (c conn) schema(ctx context.Context) (found schema, err error) {
	if found.version, err = c.schemaVersion(ctx); err != nil {
		return found, err
	}
	var tables, indexes int
	if err := c.row(ctx, []any{&tables}, c.d.tables, queueMigrations); err != nil || tables == 0 {
		return found, err
	}
	err = c.row(ctx, []any{&found.queue}, `SELECT COALESCE(max(version), 0) FROM `+queueMigrations)
	if err != nil {
		return found, err
	}
	err = c.row(ctx, []any{&indexes}, c.d.tables, laneIndex)
	found.lanes = indexes > 0
	return found, err
}

// upQueue brings River's tables to the schema of the River in this program. It must not run twice at once.
func (t target) upQueue(ctx context.Context, db *sql.DB) error {
	migrator, err := migratorOf(t.dialect.river(db))
	if err != nil {
		return err
	}
	if _, err := migrator.Migrate(ctx, rivermigrate.DirectionUp, nil); err != nil {
		return err
	}
	// A migration of River's on SQLite may make its table anew, and then the index is gone.
	_, err = conn{raw: db, d: &t.dialect}.exec(ctx, `
		CREATE INDEX IF NOT EXISTS `+laneIndex+` ON river_job ((metadata ->> 'lane'), id) WHERE finalized_at IS NULL`)
	return err
}

func migratorOf(driver riverdriver.Driver[*sql.Tx]) (*rivermigrate.Migrator[*sql.Tx], error) {
	return rivermigrate.New(driver, &rivermigrate.Config{Logger: slog.New(slog.DiscardHandler)})
}

// newestQueue is the highest number among River's migrations.
func newestQueue(driver riverdriver.Driver[*sql.Tx]) int64 {
	migrator, err := migratorOf(driver)
	if err != nil {
		panic("store: River without migrations: " + err.Error()) // a broken build
	}
	all := migrator.AllVersions()
	return int64(all[len(all)-1].Version)
}
