-- One vector for each item and extractor version. The item is a SHA-256: of a media file's content, or
-- of a tag's UTF-8 bytes.
CREATE TABLE feature (
  item text NOT NULL CHECK (length(item) = 64),
  extractor text NOT NULL,
  version int NOT NULL,
  -- float32 little-endian
  vector bytea NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (extractor, version, item)
);
