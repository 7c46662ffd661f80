-- Music that was given by itself keeps its own sound; a track that an ad brought sounds as it does in
-- that ad.
ALTER TABLE track ADD COLUMN sha256 text REFERENCES media_file;
ALTER TABLE track ADD COLUMN file_name text;
ALTER TABLE track ADD COLUMN artist text;
-- When somebody added it, described it or said what it may be used for: what models in memory look at.
ALTER TABLE track ADD COLUMN changed_at timestamptz;
ALTER TABLE track ADD CHECK ((origin = 'upload') = (sha256 IS NOT NULL));
CREATE UNIQUE INDEX track_content ON track (sha256) WHERE sha256 IS NOT NULL;
CREATE INDEX track_changed ON track (changed_at) WHERE changed_at IS NOT NULL;

-- What a track may be used for; nothing is known of a track without a row. Owned by the catalogue.
CREATE TABLE licence (
  track_id bigint PRIMARY KEY REFERENCES track ON DELETE CASCADE,
  platforms text[] NOT NULL, -- in lower case; empty allows all
  territories text[] NOT NULL, -- ISO 3166-1, two letters; empty is the whole world
  valid_from date,
  valid_until date, -- the last day
  terms text NOT NULL,
  CHECK (valid_from <= valid_until)
);
