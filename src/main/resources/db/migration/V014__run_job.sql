-- The job that trains a run which was asked for on a page; none for one that a command trains itself.
ALTER TABLE run ADD COLUMN job_id bigint REFERENCES job ON DELETE SET NULL;
CREATE INDEX run_job ON run (job_id);
