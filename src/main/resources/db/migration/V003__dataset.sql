-- An immutable snapshot; the folder under datasets/ can be rebuilt from the rows it was made of, or for
-- an imported one is the original.
CREATE TABLE dataset (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  version int NOT NULL,
  content_hash text NOT NULL,
  folder text NOT NULL,
  pairs int NOT NULL,
  synthetic boolean NOT NULL DEFAULT false,
  -- counts by split and category, extractors with versions, where it came from
  description jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (name, version)
);

-- Which ad stands in which row of a snapshot that was made of the catalogue.
CREATE TABLE dataset_ad (
  dataset_id bigint NOT NULL REFERENCES dataset ON DELETE CASCADE,
  row_index int NOT NULL,
  ad_id bigint NOT NULL REFERENCES ad ON DELETE CASCADE,
  PRIMARY KEY (dataset_id, row_index)
);
CREATE INDEX dataset_ad_ad ON dataset_ad (ad_id);
