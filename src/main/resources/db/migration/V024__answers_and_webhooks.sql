-- What was answered to requests that carried an Idempotency-Key; the status is null while one is under way.
CREATE TABLE idempotent_answer (
  who text NOT NULL,
  key text NOT NULL,
  fingerprint text NOT NULL,
  status int,
  location text,
  body jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (who, key)
);
CREATE INDEX idempotent_answer_age ON idempotent_answer (created_at);

-- Who is told when a job has ended. The notice is a job of its own, queued in the transaction that ends
-- the other one: so it is neither lost nor sent for an end that never came.
ALTER TABLE job ADD COLUMN webhook text;
CREATE FUNCTION tell_webhook() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO job (type, settings)
  VALUES ('webhook', jsonb_build_object('url', NEW.webhook, 'job', NEW.id));
  RETURN NULL;
END
$$;
CREATE TRIGGER job_tells_webhook AFTER UPDATE OF state ON job
  FOR EACH ROW WHEN (NEW.webhook IS NOT NULL
    AND OLD.state IN ('queued', 'running', 'stopping')
    AND NEW.state IN ('cancelled', 'failed', 'lost', 'finished'))
  EXECUTE FUNCTION tell_webhook();
