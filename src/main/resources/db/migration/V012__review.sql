-- What people judge: queues of items, who holds which item, and what was decided. Owned by review.
CREATE TABLE review_task (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('recommendation', 'preference', 'category', 'music')),
  -- how many people judge each item
  reviewers int NOT NULL CHECK (reviewers BETWEEN 1 AND 20),
  -- order, seed, collection, what is compared, which answers there are
  settings jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

-- One thing to judge. It waits without a subject until the model has said what is to be judged.
CREATE TABLE review_item (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  task_id bigint NOT NULL REFERENCES review_task ON DELETE CASCADE,
  position int NOT NULL,
  -- the higher, the sooner it is shown; the position decides between equals
  priority double precision NOT NULL DEFAULT 0,
  ad_id bigint NOT NULL REFERENCES ad ON DELETE CASCADE,
  -- which of the things that a model says about the ad, from 0
  place int NOT NULL DEFAULT 0,
  -- candidates, or guessed answers
  subject jsonb,
  -- why there is nothing to judge after all
  problem text,
  -- the answer that is known to be right
  gold text,
  UNIQUE (task_id, position)
);
CREATE INDEX review_item_ad ON review_item (ad_id);

-- An item on somebody's screen; nobody else gets it before the time is over.
CREATE TABLE review_lease (
  item_id bigint NOT NULL REFERENCES review_item ON DELETE CASCADE,
  reviewer text NOT NULL,
  until timestamptz NOT NULL,
  PRIMARY KEY (item_id, reviewer)
);

-- Passed over for now: comes again when nothing else is left.
CREATE TABLE review_skip (
  item_id bigint NOT NULL REFERENCES review_item ON DELETE CASCADE,
  reviewer text NOT NULL,
  skipped_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (item_id, reviewer)
);

-- What somebody decided. An undone decision stays as history.
CREATE TABLE review_decision (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  item_id bigint NOT NULL REFERENCES review_item ON DELETE CASCADE,
  reviewer text NOT NULL,
  answer text NOT NULL,
  rating smallint CHECK (rating BETWEEN 1 AND 5),
  reason text,
  comment text,
  -- from when the item was shown to when it was decided
  seconds double precision NOT NULL,
  decided_at timestamptz NOT NULL DEFAULT now(),
  undone_at timestamptz
);
CREATE UNIQUE INDEX review_decision_live ON review_decision (item_id, reviewer) WHERE undone_at IS NULL;
