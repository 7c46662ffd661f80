-- Points of a trained model laid out in a plane, computed by a job of type 'projection'; owned by
-- evaluation. All arrays have one entry for each point, little-endian, in one order.
CREATE TABLE projection (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id bigint NOT NULL REFERENCES run ON DELETE CASCADE,
  dataset_id bigint NOT NULL REFERENCES dataset ON DELETE CASCADE,
  split text NOT NULL CHECK (split IN ('train', 'evaluation', 'test', 'all')),
  kind text NOT NULL CHECK (kind IN ('music', 'video', 'both')),
  -- of everything else that decides the outcome
  settings_hash text NOT NULL,
  points bytea NOT NULL, -- float32 x, y
  row_index bytea NOT NULL, -- uint32, row of the snapshot
  modality bytea NOT NULL, -- uint8, 0 video, 1 music
  category bytea NOT NULL, -- uint16, place in summary.categories
  -- names of categories, counts, how far they stand apart, how the points were chosen
  summary jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (run_id, split, kind, settings_hash)
);
