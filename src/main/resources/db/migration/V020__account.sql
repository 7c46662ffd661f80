-- Who may use the studio, how they prove it, and what they did. Owned by account.
CREATE TABLE account (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  role text NOT NULL CHECK (role IN ('viewer', 'reviewer', 'trainer', 'owner')),
  -- argon2id, with its cost and salt
  password text NOT NULL,
  created_at timestamptz NOT NULL,
  disabled_at timestamptz
);
-- "Ann" and "ann" would be taken for one another.
CREATE UNIQUE INDEX account_name ON account (lower(name));

-- A browser in which somebody is signed in. The cookie holds the secret, this only its SHA-256.
CREATE TABLE account_session (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id bigint NOT NULL REFERENCES account ON DELETE CASCADE,
  hash bytea NOT NULL UNIQUE,
  address text NOT NULL,
  browser text NOT NULL,
  created_at timestamptz NOT NULL,
  used_at timestamptz NOT NULL
);
CREATE INDEX account_session_account ON account_session (account_id);

-- A secret for programs, also kept as its SHA-256 only. A revoked one stays, so that the list says so.
CREATE TABLE account_token (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id bigint NOT NULL REFERENCES account ON DELETE CASCADE,
  name text NOT NULL,
  hash bytea NOT NULL UNIQUE,
  role text NOT NULL CHECK (role IN ('viewer', 'reviewer', 'trainer', 'owner')),
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  used_at timestamptz,
  revoked_at timestamptz
);
CREATE INDEX account_token_account ON account_token (account_id);

-- How often signing in has failed, for a name or from an address, and until when it is not tried again.
CREATE TABLE sign_in_failure (
  subject text PRIMARY KEY,
  failures int NOT NULL,
  failed_at timestamptz NOT NULL,
  blocked_until timestamptz NOT NULL
);

-- Who did what. Names and not numbers, so that it can be read without any other table.
CREATE TABLE audit_entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  who text NOT NULL,
  -- empty for a browser, else what spoke for them: a token, the command line
  through text NOT NULL,
  address text NOT NULL,
  deed text NOT NULL,
  target text NOT NULL,
  -- HTTP status of a request
  status int
);
CREATE INDEX audit_entry_who ON audit_entry (who, id);

CREATE FUNCTION audit_entry_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what was written to the audit log stays';
END
$$;
CREATE TRIGGER audit_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stays();
