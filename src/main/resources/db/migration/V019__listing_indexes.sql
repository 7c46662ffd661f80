-- What lists and counts of a large catalogue read instead of the rows: see CatalogueView and MusicView.
CREATE INDEX ad_by_name ON ad (lower(name), id) INCLUDE (name);
CREATE INDEX ad_by_music_share ON ad (music_share, id);
CREATE INDEX ad_in_state ON ad (state, id);
CREATE INDEX ad_in_category ON ad (category, state);

-- Also tells which ad brought a track, and its sound with it.
DROP INDEX ad_track;
CREATE INDEX ad_track ON ad (track_id, id) INCLUDE (sha256, category, state);

-- A row's curves make the table large; lists compare only its figures.
CREATE INDEX sound_facts_figures ON sound_facts (sha256) INCLUDE
  (seconds, tempo_bpm, key_tonic, key_minor, loudness_lufs, energy, brightness_hz, voice);
