-- How often a job failed or its worker died; attempts that a closing worker gave back do not count.
ALTER TABLE job ADD COLUMN failures int NOT NULL DEFAULT 0;
