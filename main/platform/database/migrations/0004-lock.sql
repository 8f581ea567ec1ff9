-- The lock (锁定), and who has been taken out of the personal data (去除个人信息).

-- How the keys of the sealed fields are wrapped: once under the passphrase, once under the printed recovery code.
-- No row: no passphrase, and sealed fields stand in the clear.
CREATE TABLE key_slot (
  kind TEXT PRIMARY KEY CHECK (kind IN ('passphrase', 'recovery')),
  -- Salt and wrapped keys in base64; scrypt's N, r and p as numbers.
  salt TEXT NOT NULL,
  cost INTEGER NOT NULL,
  block_size INTEGER NOT NULL,
  parallelism INTEGER NOT NULL,
  wrapped TEXT NOT NULL,
  set_at TEXT NOT NULL
) STRICT;

-- Whose personal data has been removed, and when. Not undoable, so a fact of its own; holds nothing about the person.
CREATE TABLE erasure (
  person_id TEXT PRIMARY KEY REFERENCES person (id),
  at TEXT NOT NULL,
  is_renamed INTEGER NOT NULL CHECK (is_renamed IN (0, 1))
) STRICT;
