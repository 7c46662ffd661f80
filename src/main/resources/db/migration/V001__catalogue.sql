-- Fine categories and what they are merged into; owned by the catalogue.
CREATE TABLE category (
  name text PRIMARY KEY,
  merged text NOT NULL,
  origin text NOT NULL CHECK (origin IN ('paper', 'manifest', 'folder', 'user'))
);

-- A media file that we keep as a blob, with what probing found in it.
CREATE TABLE media_file (
  sha256 text PRIMARY KEY CHECK (length(sha256) = 64),
  bytes bigint NOT NULL,
  container text NOT NULL,
  duration_seconds double precision NOT NULL,
  width int,
  height int,
  frames_per_second double precision,
  audio_codec text,
  audio_rate_hz int,
  audio_channels int,
  probed_at timestamptz NOT NULL DEFAULT now()
);

-- A piece of music. Two ads that use the same piece point at one row.
CREATE TABLE track (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key text NOT NULL UNIQUE,
  title text NOT NULL,
  origin text NOT NULL CHECK (origin IN ('ad', 'upload', 'synthetic')),
  created_at timestamptz NOT NULL DEFAULT now()
);

-- One ad of one collection (a set of ads that were taken in together under a name).
CREATE TABLE ad (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  collection text NOT NULL,
  name text NOT NULL,
  source text NOT NULL,
  sha256 text REFERENCES media_file,
  category text REFERENCES category,
  tag text,
  split text CHECK (split IN ('train', 'evaluation', 'test')),
  track_id bigint REFERENCES track,
  state text NOT NULL CHECK (state IN ('included', 'excluded', 'uploaded')),
  -- speech_only, silent, no_audio, too_little_music, unreadable
  exclusion text,
  exclusion_detail text,
  music_share real,
  synthetic boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((state = 'excluded') = (exclusion IS NOT NULL))
);
CREATE UNIQUE INDEX ad_content ON ad (collection, sha256) WHERE sha256 IS NOT NULL;
CREATE INDEX ad_listing ON ad (collection, state, category, id);
CREATE INDEX ad_track ON ad (track_id);

-- Every source that an ingest has dealt with, so that running it again continues where it stopped.
CREATE TABLE ingest_item (
  collection text NOT NULL,
  source text NOT NULL,
  -- size and modification time: a changed file is taken in anew
  fingerprint text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('included', 'excluded', 'duplicate')),
  ad_id bigint REFERENCES ad ON DELETE CASCADE,
  done_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (collection, source)
);

-- The counts of a collection before and after filtering and merging (Fig. 2 of the paper), as JSON.
CREATE TABLE ingest_report (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  collection text NOT NULL,
  report jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
