-- Merged categories that people gave other names: where an ingest says the old name, it means the new one.
-- What single categories are merged into stands in category; rows of origin 'user' win over every ingest.
CREATE TABLE merged_rename (
  name text PRIMARY KEY,
  renamed_to text NOT NULL CHECK (renamed_to <> name)
);
