-- What the purposes beyond the general and the committee meeting record, the states around a meeting, and what the
-- branch says about its duties.

ALTER TABLE activity ADD COLUMN organizer TEXT NOT NULL DEFAULT 'branch';
ALTER TABLE activity ADD COLUMN joint_with TEXT NOT NULL DEFAULT '';
ALTER TABLE activity ADD COLUMN printed_apart INTEGER NOT NULL DEFAULT 0 CHECK (printed_apart IN (0, 1));
ALTER TABLE activity ADD COLUMN adjusted_reason TEXT NOT NULL DEFAULT '';
-- 会前把关 and 会议指导, JSON or nothing.
ALTER TABLE activity ADD COLUMN pre_check TEXT;
ALTER TABLE activity ADD COLUMN guidance TEXT;
-- 定稿: from then on a change needs a reason.
ALTER TABLE activity ADD COLUMN finalized_at TEXT;

ALTER TABLE part ADD COLUMN audience TEXT NOT NULL DEFAULT 'all';
ALTER TABLE part ADD COLUMN study_tier TEXT;
-- The fields of one purpose alone, JSON.
ALTER TABLE part ADD COLUMN details TEXT NOT NULL DEFAULT '{}';

ALTER TABLE resolution ADD COLUMN done_note TEXT NOT NULL DEFAULT '';

-- 情况说明: why a period has no meeting. One for each duty, scope (branch or group) and period.
CREATE TABLE explanation (
  id TEXT PRIMARY KEY,
  branch_id TEXT NOT NULL REFERENCES branch (id),
  rule_id TEXT NOT NULL,
  scope_id TEXT NOT NULL,
  period TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX explanation_place ON explanation (branch_id, rule_id, scope_id, period);

-- 本单位细则: a branch's own number for a rule in a year, or the rule switched off.
CREATE TABLE rule_override (
  id TEXT PRIMARY KEY,
  branch_id TEXT NOT NULL REFERENCES branch (id),
  year INTEGER NOT NULL,
  rule_id TEXT NOT NULL,
  is_enabled INTEGER NOT NULL CHECK (is_enabled IN (0, 1)),
  min INTEGER,
  note TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX rule_override_place ON rule_override (branch_id, year, rule_id);

-- Tables the user has brought up to date: the rule table, the working days. The newest of a kind holds.
CREATE TABLE reference_table (
  id TEXT PRIMARY KEY,
  branch_id TEXT NOT NULL REFERENCES branch (id),
  kind TEXT NOT NULL,
  version TEXT NOT NULL,
  content TEXT NOT NULL,
  imported_at TEXT NOT NULL
) STRICT;
CREATE INDEX reference_table_branch ON reference_table (branch_id, kind, imported_at);

-- Search over everything that is not sealed. Contentless: the text stands once, in search_text; grams are made in code
-- because no tokenizer of FTS5 finds two Chinese characters. Both can be rebuilt from the records.
CREATE TABLE search_text (
  rowid INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL UNIQUE,
  date TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE search_index USING fts5 (grams, content = '', contentless_delete = 1, tokenize = 'unicode61');
