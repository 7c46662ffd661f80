-- The durable queue. A worker holds a job by its lease and its attempt number; a write that carries an
-- older attempt is refused.
CREATE TABLE job (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  type text NOT NULL,
  settings jsonb NOT NULL,
  state text NOT NULL DEFAULT 'queued' CHECK (state IN
    ('queued', 'running', 'stopping', 'cancelled', 'failed', 'lost', 'finished')),
  attempt int NOT NULL DEFAULT 0,
  lease_until timestamptz,
  progress jsonb,
  result jsonb,
  error text,
  queued_at timestamptz NOT NULL DEFAULT now(),
  started_at timestamptz,
  finished_at timestamptz
);
CREATE INDEX job_claim ON job (queued_at) WHERE state IN ('queued', 'running', 'stopping');
