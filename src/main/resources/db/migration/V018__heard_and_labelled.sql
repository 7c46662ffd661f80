-- What is heard in each second of an ad's sound, a letter a second: m music, s speech, - silence, o other.
-- Null where the sound was judged before this was kept.
ALTER TABLE ad ADD COLUMN heard text;
-- When a person said what the category is; null as long as it is the one that the ad came with.
ALTER TABLE ad ADD COLUMN categorised_at timestamptz;
