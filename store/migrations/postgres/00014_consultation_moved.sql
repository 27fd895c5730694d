-- A consultation can be called off, with a reason, and its deadline moved: first_deadline is the one it was opened with. An
-- organisation that Slack would not tell has the reason.

-- +goose Up
ALTER TABLE consultation ADD COLUMN ended_why TEXT NOT NULL DEFAULT '' CHECK (length(ended_why) <= 1000);
ALTER TABLE consultation ADD COLUMN first_deadline TEXT COLLATE "C" CHECK (first_deadline ~ '^[0-9]{4}-[01][0-9]-[0-3][0-9]$');
ALTER TABLE consultation_org ADD COLUMN undelivered TEXT NOT NULL DEFAULT '';
