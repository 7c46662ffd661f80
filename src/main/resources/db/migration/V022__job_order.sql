-- Which of the waiting jobs goes first, and the device that a job computes on: never two on one.
-- The key makes an order that is given twice one job as long as that one is under way.
ALTER TABLE job
  ADD COLUMN priority smallint NOT NULL DEFAULT 0,
  ADD COLUMN device text,
  ADD COLUMN key text;
CREATE UNIQUE INDEX job_device ON job (device) WHERE state IN ('running', 'stopping');
CREATE UNIQUE INDEX job_key ON job (key) WHERE state IN ('queued', 'running', 'stopping');
DROP INDEX job_claim;
CREATE INDEX job_claim ON job (priority DESC, queued_at, id)
  WHERE state IN ('queued', 'running', 'stopping');

-- What happened to a job, attempt by attempt.
CREATE TABLE job_line (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  job_id bigint NOT NULL REFERENCES job ON DELETE CASCADE,
  attempt int NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  line text NOT NULL
);
CREATE INDEX job_line_job ON job_line (job_id, id);

-- Wakes workers that wait for a job and listeners that wait for one to move.
CREATE FUNCTION ring_job() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('job', NEW.state || ' ' || NEW.id);
  RETURN NULL;
END
$$;
CREATE TRIGGER job_rings_when_queued AFTER INSERT ON job
  FOR EACH ROW EXECUTE FUNCTION ring_job();
CREATE TRIGGER job_rings_when_it_moves AFTER UPDATE ON job
  FOR EACH ROW WHEN (OLD.state <> NEW.state OR OLD.progress IS DISTINCT FROM NEW.progress)
  EXECUTE FUNCTION ring_job();
