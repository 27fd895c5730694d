-- +goose Up
-- Words for which a company was found that was not the one meant, and which was: the search is mended by them. They name no
-- person and can be deleted at any time.
CREATE TABLE correction (
    id    BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at    BIGINT NOT NULL,
    words TEXT NOT NULL CHECK (words <> ''),
    wrong TEXT NOT NULL,
    meant TEXT NOT NULL
);
