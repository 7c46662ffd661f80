-- What was deleted because somebody wished it, without anything that tells which it was; owned by
-- operations. Models in memory see by it that they may still know what is gone.
CREATE TABLE deletion (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('ad', 'track', 'dataset')),
  -- how many judgements of people went with it
  decisions int NOT NULL,
  -- snapshots of before that still hold its name and vectors
  datasets text[] NOT NULL,
  deleted_at timestamptz NOT NULL DEFAULT now()
);
