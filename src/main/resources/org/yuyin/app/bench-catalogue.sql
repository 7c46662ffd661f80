-- A made-up catalogue to measure pages with: as many ads as the setting bench.ads says, three pieces
-- of music for five ads, one in ten of them uploaded by itself, and what the pages tell beside.
-- Rows only: there are no media behind them. Every number comes from the row's own, so that two fills are alike.

INSERT INTO category (name, merged, origin)
SELECT 'category ' || n, 'group ' || n % 12, 'manifest' FROM generate_series(0, 39) AS n;

INSERT INTO media_file (sha256, bytes, container, duration_seconds, width, height,
  frames_per_second, audio_codec, audio_rate_hz, audio_channels)
SELECT encode(sha256(('ad ' || n)::bytea), 'hex'), 400000 + n, 'mp4', 5 + n * 7 % 56, 1280, 720,
  25, 'aac', 44100, 2
FROM generate_series(1, current_setting('bench.ads')::int) AS n;

INSERT INTO media_file (sha256, bytes, container, duration_seconds, audio_codec, audio_rate_hz,
  audio_channels)
SELECT encode(sha256(('track ' || n)::bytea), 'hex'), 3000000 + n, 'mp3', 60 + n % 180, 'mp3', 44100, 2
FROM generate_series(10, current_setting('bench.ads')::int * 3 / 5, 10) AS n;

INSERT INTO sound_facts (sha256, version, seconds, tempo_bpm, tempo_clarity, key_tonic, key_minor,
  key_clarity, loudness_lufs, true_peak_dbtp, energy, brightness_hz, voice, energy_curve,
  brightness_curve)
SELECT sha256, 1, duration_seconds, 60 + bytes * 13 % 120, 0.5, bytes % 12, bytes % 2 = 0,
  0.2, -24 + bytes % 16, -1, bytes * 17 % 100 / 100.0, 500 + bytes * 19 % 4000, bytes % 10 / 10.0,
  array_fill(-20::real, ARRAY[duration_seconds::int]),
  array_fill(2000::real, ARRAY[duration_seconds::int])
FROM media_file;

INSERT INTO track (key, title, origin, sha256, file_name, artist)
SELECT 'bench:' || n, 'Track ' || n * 7919 % 100003,
  CASE WHEN n % 10 = 0 THEN 'upload' ELSE 'ad' END,
  CASE WHEN n % 10 = 0 THEN encode(sha256(('track ' || n)::bytea), 'hex') END,
  CASE WHEN n % 10 = 0 THEN 'track-' || n || '.mp3' END,
  CASE WHEN n % 10 = 0 THEN 'Artist ' || n % 500 END
FROM generate_series(1, current_setting('bench.ads')::int * 3 / 5) AS n;

INSERT INTO licence (track_id, platforms, territories, valid_from, valid_until, terms)
SELECT id, CASE WHEN id % 3 = 0 THEN '{}' ELSE '{douyin,taobao}' END::text[],
  CASE WHEN id % 4 = 0 THEN '{}' ELSE '{CN,SG}' END::text[], '2020-01-01', '2099-12-31', ''
FROM track WHERE origin = 'upload';

-- In every twenty ads seventeen are in the catalogue, two were left out, and for one music was asked.
INSERT INTO ad (collection, name, source, sha256, category, tag, track_id, split, state, exclusion,
  music_share)
SELECT 'collection ' || n % 4, 'ad ' || lpad((n * 7919::bigint % 1000003)::text, 7, '0'),
  '/ads/' || n || '.mp4', encode(sha256(('ad ' || n)::bytea), 'hex'), 'category ' || n % 40,
  'tag ' || n % 40,
  CASE WHEN n % 20 < 17 AND n * 3 / 5 > 0 THEN track.id END,
  CASE WHEN n % 20 < 17 THEN CASE WHEN n % 10 < 7 THEN 'train' WHEN n % 10 = 7 THEN 'evaluation'
    ELSE 'test' END END,
  CASE WHEN n % 20 < 17 THEN 'included' WHEN n % 20 < 19 THEN 'excluded' ELSE 'uploaded' END,
  CASE n % 20 WHEN 17 THEN 'speech_only' WHEN 18 THEN 'silent' END,
  n * 31 % 100 / 100.0
FROM generate_series(1, current_setting('bench.ads')::int) AS n
LEFT JOIN track ON track.key = 'bench:' || n * 3 / 5;

INSERT INTO ingest_item (collection, source, fingerprint, outcome, ad_id)
SELECT collection, source, id::text, state, id FROM ad WHERE state <> 'uploaded';

INSERT INTO dataset (name, version, content_hash, folder, pairs, description)
SELECT 'bench', 1, repeat('0', 64), 'datasets/bench', count(*),
  '{"origin": {"collection": "collection 0", "seed": 0, "leftOut": 0, "extractors": {}},
    "splits": {}, "tracks": 1, "widths": {"video": 2048, "audio": 768}, "categories": {},
    "mergedCategories": {}}'
FROM ad WHERE state = 'included';

INSERT INTO dataset_ad (dataset_id, row_index, ad_id)
SELECT dataset.id, row_number() OVER (ORDER BY ad.id) - 1, ad.id
FROM ad, dataset WHERE ad.state = 'included';

-- A queue of every included ad: its first tenth is judged, by two people each.
INSERT INTO review_task (name, kind, reviewers, settings)
VALUES ('bench', 'category', 2,
  '{"order": "RANDOM", "seed": 0, "collection": null, "options": [], "categories": ["category 0"]}');

INSERT INTO review_item (task_id, position, ad_id, subject)
SELECT review_task.id, dataset_ad.row_index, dataset_ad.ad_id,
  '{"candidates": [], "guesses": [{"answer": "category 0", "share": 0.5}]}'
FROM dataset_ad, review_task;

INSERT INTO review_decision (item_id, reviewer, answer, seconds)
SELECT id, reviewer, 'category ' || id % 3, 4
FROM review_item, unnest(ARRAY['anna', 'bo']) AS reviewer
WHERE position < (SELECT count(*) / 10 FROM review_item);

ANALYZE;
