-- What was measured of the sound of a media file: facts for people, and curves by the second. Owned by
-- the catalogue; a row can be measured again at any time.
CREATE TABLE sound_facts (
  sha256 text PRIMARY KEY REFERENCES media_file ON DELETE CASCADE,
  version int NOT NULL,
  seconds double precision NOT NULL,
  tempo_bpm double precision,
  tempo_clarity double precision,
  -- 0 is C, 11 is B
  key_tonic int CHECK (key_tonic BETWEEN 0 AND 11),
  key_minor boolean,
  key_clarity double precision,
  -- EBU R 128
  loudness_lufs double precision,
  true_peak_dbtp double precision,
  energy double precision NOT NULL,
  brightness_hz double precision NOT NULL,
  -- probability that a voice is heard
  voice double precision,
  -- one value a second: level in dB of full scale, spectral centroid in Hz
  energy_curve real[] NOT NULL,
  brightness_curve real[] NOT NULL,
  measured_at timestamptz NOT NULL DEFAULT now(),
  CHECK ((tempo_bpm IS NULL) = (tempo_clarity IS NULL)),
  CHECK ((key_tonic IS NULL) = (key_minor IS NULL)),
  CHECK ((key_tonic IS NULL) = (key_clarity IS NULL)),
  CHECK ((loudness_lufs IS NULL) = (true_peak_dbtp IS NULL))
);
