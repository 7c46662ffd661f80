-- How every single query of an evaluation fared, for comparing two methods query by query:
-- see QueryOutcomes. Evaluations from before this column have none.
ALTER TABLE evaluation ADD COLUMN outcomes bytea;
