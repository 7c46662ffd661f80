-- One training of one method on one dataset; owned by training.
CREATE TABLE run (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  dataset_id bigint NOT NULL REFERENCES dataset,
  method text NOT NULL,
  settings jsonb NOT NULL,
  seed bigint NOT NULL,
  -- cross-validation: which fold of how many was held out, and which runs belong together
  fold int,
  folds int,
  series text,
  -- the control: trained on pairs whose music was shuffled
  shuffled boolean NOT NULL DEFAULT false,
  state text NOT NULL CHECK (state IN
    ('queued', 'running', 'stopping', 'cancelled', 'failed', 'lost', 'finished')),
  device text,
  code_version text NOT NULL,
  best_epoch int,
  best_loss double precision,
  error text,
  -- raised by every process that takes the run over; a write of an older owner is refused
  owner_token bigint NOT NULL DEFAULT 0,
  heartbeat_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz
);
CREATE INDEX run_listing ON run (dataset_id, method, id);

CREATE TABLE epoch (
  run_id bigint NOT NULL REFERENCES run ON DELETE CASCADE,
  epoch int NOT NULL,
  train_loss double precision NOT NULL,
  evaluation_loss double precision NOT NULL,
  -- the loss's named parts, recall on the evaluation split
  parts jsonb NOT NULL,
  seconds double precision NOT NULL,
  PRIMARY KEY (run_id, epoch)
);

-- Metrics of one run, split and direction; owned by evaluation.
CREATE TABLE evaluation (
  run_id bigint NOT NULL REFERENCES run ON DELETE CASCADE,
  split text NOT NULL,
  direction text NOT NULL CHECK (direction IN ('video-to-music', 'music-to-video')),
  metrics jsonb NOT NULL,
  evaluated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (run_id, split, direction)
);

-- The model in service: the newest row counts, older rows are the way back. Owned by retrieval.
CREATE TABLE serving (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id bigint NOT NULL REFERENCES run,
  since timestamptz NOT NULL DEFAULT now()
);
