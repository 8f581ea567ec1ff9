-- Everything that may travel to another ledger carries a UUIDv7 and the branch it belongs to.
-- Contents that are read as a whole (agenda, settings) are JSON text, checked by the schemas of shared/.

CREATE TABLE branch (
  id TEXT PRIMARY KEY,
  full_name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  superior_name TEXT NOT NULL,
  is_sample INTEGER NOT NULL CHECK (is_sample IN (0, 1)),
  settings TEXT NOT NULL
) STRICT;

CREATE TABLE party_group (
  id TEXT PRIMARY KEY,
  branch_id TEXT NOT NULL REFERENCES branch (id),
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  valid_from TEXT,
  valid_to TEXT
) STRICT;
CREATE INDEX party_group_branch ON party_group (branch_id);

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  branch_id TEXT NOT NULL REFERENCES branch (id),
  name TEXT NOT NULL,
  gender TEXT NOT NULL,
  ethnicity TEXT NOT NULL,
  birth_date TEXT,
  education TEXT NOT NULL,
  native_place TEXT NOT NULL,
  job TEXT NOT NULL,
  unit TEXT NOT NULL,
  declared_category TEXT NOT NULL,
  joined_on TEXT,
  full_member_on TEXT,
  is_mobile INTEGER NOT NULL CHECK (is_mobile IN (0, 1)),
  mobile_destination TEXT NOT NULL,
  note TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX person_branch ON person (branch_id);

-- Sealed: never in history payloads, search, logs or packs by default. The key is a keyed hash for matching only.
CREATE TABLE person_sealed (
  person_id TEXT PRIMARY KEY REFERENCES person (id),
  id_number TEXT NOT NULL,
  id_number_key TEXT,
  mobile TEXT NOT NULL,
  phone TEXT NOT NULL,
  address TEXT NOT NULL
) STRICT;
CREATE INDEX person_sealed_key ON person_sealed (id_number_key);

CREATE TABLE membership (
  id TEXT PRIMARY KEY,
  branch_id TEXT NOT NULL REFERENCES branch (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  valid_from TEXT,
  valid_to TEXT,
  leave_reason TEXT NOT NULL
) STRICT;
CREATE INDEX membership_branch ON membership (branch_id);
CREATE INDEX membership_person ON membership (person_id);

CREATE TABLE member_interval (
  id TEXT PRIMARY KEY,
  branch_id TEXT NOT NULL REFERENCES branch (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL,
  value TEXT NOT NULL,
  title TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT
) STRICT;
CREATE INDEX member_interval_branch ON member_interval (branch_id);
CREATE INDEX member_interval_person ON member_interval (person_id);

CREATE TABLE activity (
  id TEXT PRIMARY KEY,
  branch_id TEXT NOT NULL REFERENCES branch (id),
  revision INTEGER NOT NULL,
  state TEXT NOT NULL,
  date TEXT NOT NULL,
  start_time TEXT,
  end_time TEXT,
  place TEXT NOT NULL,
  chair TEXT,
  recorder TEXT,
  invitees TEXT NOT NULL,
  closing TEXT NOT NULL,
  origin TEXT NOT NULL,
  entered_on TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX activity_branch_date ON activity (branch_id, date);

CREATE TABLE part (
  id TEXT PRIMARY KEY,
  branch_id TEXT NOT NULL REFERENCES branch (id),
  activity_id TEXT NOT NULL REFERENCES activity (id),
  position INTEGER NOT NULL,
  purpose TEXT NOT NULL,
  group_id TEXT REFERENCES party_group (id),
  for_year INTEGER NOT NULL,
  -- The year and number of the record number; unique per kind and year while the sitting is not in the bin.
  number_year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  roster_known INTEGER NOT NULL CHECK (roster_known IN (0, 1)),
  due INTEGER NOT NULL,
  present INTEGER NOT NULL,
  due_voters INTEGER NOT NULL,
  present_voters INTEGER NOT NULL,
  opening TEXT,
  agenda TEXT NOT NULL,
  lecturer TEXT,
  topic TEXT NOT NULL,
  hours REAL
) STRICT;
CREATE INDEX part_activity ON part (activity_id);
CREATE INDEX part_branch_purpose ON part (branch_id, purpose, for_year);
CREATE INDEX part_group ON part (group_id);

-- One row for each person due, as the roster of the day gave it, or for a named absentee only (名单未录).
CREATE TABLE attendance (
  id TEXT PRIMARY KEY,
  branch_id TEXT NOT NULL REFERENCES branch (id),
  part_id TEXT NOT NULL REFERENCES part (id),
  position INTEGER NOT NULL,
  person_id TEXT REFERENCES person (id),
  name TEXT NOT NULL,
  present INTEGER NOT NULL CHECK (present IN (0, 1)),
  reason TEXT,
  note TEXT NOT NULL,
  written_opinion INTEGER NOT NULL CHECK (written_opinion IN (0, 1)),
  has_vote INTEGER NOT NULL CHECK (has_vote IN (0, 1)),
  is_probationary INTEGER NOT NULL CHECK (is_probationary IN (0, 1)),
  exempt INTEGER NOT NULL CHECK (exempt IN (0, 1))
) STRICT;
CREATE INDEX attendance_branch ON attendance (branch_id);
CREATE INDEX attendance_part ON attendance (part_id);
CREATE INDEX attendance_person ON attendance (person_id);

CREATE TABLE resolution (
  id TEXT PRIMARY KEY,
  branch_id TEXT NOT NULL REFERENCES branch (id),
  part_id TEXT NOT NULL REFERENCES part (id),
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  owner TEXT NOT NULL,
  due_on TEXT,
  done_on TEXT
) STRICT;
CREATE INDEX resolution_branch ON resolution (branch_id);
CREATE INDEX resolution_part ON resolution (part_id);

-- The file itself lies in attachments/ under its SHA-256, once for each content.
CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  branch_id TEXT NOT NULL REFERENCES branch (id),
  activity_id TEXT REFERENCES activity (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  original_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  octets INTEGER NOT NULL,
  media_type TEXT NOT NULL
) STRICT;
CREATE INDEX attachment_branch ON attachment (branch_id);
CREATE INDEX attachment_activity ON attachment (activity_id);
CREATE INDEX attachment_sha256 ON attachment (sha256);

-- What a form holds before it is saved. Not a record: never counted, never in a pack, not in the history.
CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  activity_id TEXT,
  title TEXT NOT NULL,
  content TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;

-- 修改记录: one hash chain for each installation. The payloads can be erased (personal data) without breaking it.
CREATE TABLE history (
  device_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  payload_hash TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (device_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX history_row ON history (table_name, row_id);

CREATE TABLE history_payload (
  device_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  salt TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (device_id, seq),
  FOREIGN KEY (device_id, seq) REFERENCES history (device_id, seq)
) STRICT, WITHOUT ROWID;

-- Facts about this installation of the ledger, not about the branch: device id, matching key.
CREATE TABLE installation (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
