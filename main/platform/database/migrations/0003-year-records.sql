-- The rest of the year: dated records of every kind beside the sittings, what is sealed, and the star rating.

-- One dated record (talk, appraisal, dues of a member, plan, finding, honour, visit …). What a kind holds beyond the
-- envelope is JSON in `content`, checked by the kind's schema in shared/dossier/kinds. Sealed text is not here.
CREATE TABLE dossier (
  id TEXT PRIMARY KEY,
  branch_id TEXT NOT NULL REFERENCES branch (id),
  revision INTEGER NOT NULL,
  kind TEXT NOT NULL,
  date TEXT NOT NULL,
  end_date TEXT,
  for_year INTEGER NOT NULL,
  -- The year and number of the record number; never used again, also when the record lies in the bin.
  number_year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  -- Where the kind has steps: its step. Empty otherwise.
  status TEXT NOT NULL,
  -- JSON: [{personId, name, role}].
  people TEXT NOT NULL,
  content TEXT NOT NULL,
  -- JSON: names of campaigns.
  tags TEXT NOT NULL,
  -- JSON: ids of the sittings and records it rests on.
  links TEXT NOT NULL,
  origin TEXT NOT NULL,
  entered_on TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX dossier_branch_kind ON dossier (branch_id, kind, for_year);
CREATE INDEX dossier_branch_date ON dossier (branch_id, date);

-- Sealed text of a record: never in history payloads, search, logs or packs by default; under the lock it is encrypted.
CREATE TABLE sealed (
  owner_id TEXT PRIMARY KEY,
  branch_id TEXT NOT NULL REFERENCES branch (id),
  content TEXT NOT NULL
) STRICT;
CREATE INDEX sealed_branch ON sealed (branch_id);

-- Who looked at sealed fields, and when. Holds no content.
CREATE TABLE access_log (
  id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  owner_id TEXT NOT NULL
) STRICT;

ALTER TABLE activity ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';

ALTER TABLE attachment ADD COLUMN dossier_id TEXT REFERENCES dossier (id);
ALTER TABLE attachment ADD COLUMN is_sealed INTEGER NOT NULL DEFAULT 0 CHECK (is_sealed IN (0, 1));
-- What it proves, in the words of the rating scheme: approvalDoc, certificate …
ALTER TABLE attachment ADD COLUMN evidence_kind TEXT;
CREATE INDEX attachment_dossier ON attachment (dossier_id);

-- A draft of a record other than a sitting names its kind; `activity_id` then is that record's id.
ALTER TABLE draft ADD COLUMN kind TEXT NOT NULL DEFAULT 'activity';
ALTER TABLE draft ADD COLUMN is_sealed INTEGER NOT NULL DEFAULT 0 CHECK (is_sealed IN (0, 1));

-- 评定办法. A version that an assessment has used is never changed again.
CREATE TABLE rating_scheme (
  id TEXT PRIMARY KEY,
  branch_id TEXT NOT NULL REFERENCES branch (id),
  name TEXT NOT NULL,
  version TEXT NOT NULL,
  content TEXT NOT NULL,
  source TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;
CREATE INDEX rating_scheme_branch ON rating_scheme (branch_id);

-- One assessment for each year: scores, notes, pinned evidence, review and result as JSON.
CREATE TABLE assessment (
  id TEXT PRIMARY KEY,
  branch_id TEXT NOT NULL REFERENCES branch (id),
  revision INTEGER NOT NULL,
  year INTEGER NOT NULL,
  scheme_id TEXT NOT NULL REFERENCES rating_scheme (id),
  status TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX assessment_year ON assessment (branch_id, year);
CREATE INDEX assessment_scheme ON assessment (scheme_id);
