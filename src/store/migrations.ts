/** 'PRLY': tells a case from any other SQLite file. */
export const APPLICATION_ID = 0x50524c59

const GIVEN = `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE original (hash TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
CREATE TABLE report (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, key TEXT, publisher TEXT, headline TEXT, url TEXT, language TEXT NOT NULL, published TEXT, known TEXT, day TEXT,
  added TEXT NOT NULL, added_by TEXT NOT NULL, text_hash TEXT NOT NULL, original TEXT REFERENCES original (hash), given TEXT NOT NULL, text TEXT NOT NULL) STRICT;
CREATE INDEX report_key ON report (key) WHERE key IS NOT NULL;
CREATE INDEX report_day ON report (day, number);
CREATE INDEX report_publisher ON report (publisher, day, number);
CREATE INDEX report_language ON report (language, known, day);
CREATE INDEX report_text ON report (text_hash);
CREATE INDEX report_added ON report (added);
CREATE TABLE log (seq INTEGER PRIMARY KEY, report TEXT, body TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
CREATE INDEX log_report ON log (report) WHERE report IS NOT NULL;`

/** Derived tables: they may be dropped at any time and are filled again by \`rebuild\`. */
const DERIVED = `
CREATE TABLE reading (
  report INTEGER PRIMARY KEY REFERENCES report (number), engine TEXT NOT NULL, known TEXT NOT NULL, characters INTEGER NOT NULL, sentences INTEGER NOT NULL,
  statement INTEGER NOT NULL, time INTEGER NOT NULL, event INTEGER NOT NULL, track INTEGER NOT NULL, proposal INTEGER NOT NULL, position INTEGER NOT NULL,
  ceasefire INTEGER NOT NULL, allegation INTEGER NOT NULL, figure INTEGER NOT NULL, indicator INTEGER NOT NULL, notes INTEGER NOT NULL,
  named INTEGER NOT NULL, unnamed INTEGER NOT NULL, unstated INTEGER NOT NULL, own INTEGER NOT NULL, spans TEXT NOT NULL, mentions TEXT NOT NULL) STRICT;
CREATE TABLE record (
  n INTEGER PRIMARY KEY, report INTEGER NOT NULL REFERENCES report (number), kind TEXT NOT NULL, pos INTEGER NOT NULL, id TEXT NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
  sentence INTEGER NOT NULL, said INTEGER, rule TEXT NOT NULL, first TEXT, last TEXT, line TEXT NOT NULL, day TEXT NOT NULL, issue TEXT, value TEXT, who INTEGER, series TEXT,
  state TEXT NOT NULL DEFAULT 'suggested', json TEXT NOT NULL) STRICT;
CREATE INDEX record_id ON record (id);
CREATE INDEX record_report ON record (report, kind, pos);
CREATE INDEX record_line ON record (line, id, kind, last) WHERE kind IN ('event', 'track', 'proposal', 'position', 'ceasefire', 'figure');
CREATE INDEX record_long ON record (last, line, id) WHERE kind IN ('event', 'track', 'proposal', 'position', 'ceasefire', 'figure') AND first IS NOT NULL AND (last IS NULL OR last > first);
CREATE INDEX record_kind ON record (kind, day, id) WHERE kind <> 'time';
CREATE INDEX record_cell ON record (who, issue, day, id) WHERE kind = 'position';
CREATE INDEX record_series ON record (series, day, id) WHERE series IS NOT NULL;
CREATE INDEX record_said ON record (said) WHERE kind = 'event' AND said IS NOT NULL;
CREATE INDEX record_state ON record (kind, state) WHERE state <> 'suggested';
CREATE TABLE tally (kind TEXT NOT NULL, at TEXT NOT NULL, count INTEGER NOT NULL, PRIMARY KEY (kind, at)) STRICT, WITHOUT ROWID;
CREATE TABLE part (record INTEGER NOT NULL, role TEXT NOT NULL, who INTEGER NOT NULL, kind TEXT NOT NULL, day TEXT NOT NULL, PRIMARY KEY (record, role, who)) STRICT, WITHOUT ROWID;
CREATE INDEX part_who ON part (who, kind, day, record);
CREATE TABLE topic (issue TEXT NOT NULL, kind TEXT NOT NULL, record INTEGER NOT NULL, day TEXT NOT NULL, PRIMARY KEY (record, issue)) STRICT, WITHOUT ROWID;
CREATE INDEX topic_issue ON topic (issue, kind, day, record);
CREATE TABLE who (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL, mentions INTEGER NOT NULL, reports INTEGER NOT NULL,
  statements INTEGER NOT NULL, positions INTEGER NOT NULL) STRICT;
CREATE INDEX who_name ON who (name);
CREATE INDEX who_reports ON who (reports);
CREATE INDEX who_statements ON who (statements);
CREATE INDEX who_positions ON who (positions) WHERE positions > 0;
CREATE TABLE cast (
  actor TEXT PRIMARY KEY, report INTEGER NOT NULL, pos INTEGER NOT NULL, who INTEGER NOT NULL, of INTEGER, mentions INTEGER NOT NULL, json TEXT NOT NULL) STRICT;
CREATE INDEX cast_report ON cast (report, pos);
CREATE INDEX cast_who ON cast (who, report);
CREATE INDEX cast_of ON cast (of, who) WHERE of IS NOT NULL;
CREATE TABLE voice (
  party INTEGER NOT NULL, report INTEGER NOT NULL, speaker TEXT NOT NULL, named INTEGER NOT NULL, statements INTEGER NOT NULL, PRIMARY KEY (party, report, speaker)) STRICT, WITHOUT ROWID;
CREATE INDEX voice_report ON voice (report);
CREATE TABLE quoted (publisher TEXT NOT NULL, role TEXT NOT NULL, who INTEGER NOT NULL, statements INTEGER NOT NULL, PRIMARY KEY (publisher, role, who)) STRICT, WITHOUT ROWID;
CREATE TABLE unnamed (publisher TEXT NOT NULL, words TEXT NOT NULL, statements INTEGER NOT NULL, record INTEGER NOT NULL, PRIMARY KEY (publisher, words)) STRICT, WITHOUT ROWID;
CREATE TABLE note (report INTEGER NOT NULL, pos INTEGER NOT NULL, code TEXT NOT NULL, json TEXT NOT NULL, PRIMARY KEY (report, pos)) STRICT, WITHOUT ROWID;
CREATE INDEX note_code ON note (code, report, pos);
CREATE TABLE finding (id TEXT PRIMARY KEY, kind TEXT NOT NULL, type TEXT, line TEXT NOT NULL, json TEXT NOT NULL) STRICT;
CREATE INDEX finding_kind ON finding (kind, line, id);
CREATE TABLE finding_about (finding TEXT NOT NULL, about TEXT NOT NULL, PRIMARY KEY (about, finding)) STRICT, WITHOUT ROWID;
CREATE TABLE utterance (id TEXT PRIMARY KEY, line TEXT NOT NULL, json TEXT NOT NULL) STRICT;
CREATE TABLE utterance_member (utterance TEXT NOT NULL, report TEXT NOT NULL, PRIMARY KEY (report, utterance)) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE report_words USING fts5 (headline, text, content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE statement_words USING fts5 (text, content = '', contentless_delete = 1, tokenize = 'porter unicode61 remove_diacritics 2');`

/** Derived: what comparing reports keeps of each: its card under keys, links between places of two reports, items of cells, families. */
const COMPARED = `
CREATE TABLE card (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, keys TEXT NOT NULL, head TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE TABLE card_key (key INTEGER NOT NULL, card INTEGER NOT NULL, PRIMARY KEY (key, card)) STRICT, WITHOUT ROWID;
CREATE TABLE link (n INTEGER PRIMARY KEY, a INTEGER NOT NULL, b INTEGER NOT NULL, node_a TEXT NOT NULL, node_b TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE INDEX link_a ON link (a);
CREATE INDEX link_b ON link (b);
CREATE INDEX link_node_a ON link (node_a);
CREATE INDEX link_node_b ON link (node_b);
CREATE TABLE cell_item (cell TEXT NOT NULL, card INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (cell, card)) STRICT, WITHOUT ROWID;
CREATE TABLE family (id TEXT PRIMARY KEY, json TEXT NOT NULL) STRICT;
CREATE TABLE family_member (report TEXT NOT NULL, family TEXT NOT NULL, PRIMARY KEY (report, family)) STRICT, WITHOUT ROWID;
CREATE INDEX family_member_family ON family_member (family);
CREATE INDEX finding_about_finding ON finding_about (finding);
CREATE INDEX utterance_member_utterance ON utterance_member (utterance);`

/** Derived: a position stands in the matrix under the party that its holder speaks for. */
const PARTIES = `
ALTER TABLE record ADD COLUMN party INTEGER;
UPDATE record SET party = coalesce((SELECT c.of FROM "cast" AS c WHERE c.report = record.report AND c.who = record.who LIMIT 1), who) WHERE kind = 'position';
DROP INDEX record_cell;
CREATE INDEX record_cell ON record (party, issue, day, id) WHERE kind = 'position';`

/** Given: reports that were taken out again. Their texts stay, as the log's entries name them. */
const REMOVED = `
CREATE TABLE removed (
  number INTEGER PRIMARY KEY, id TEXT NOT NULL, key TEXT, publisher TEXT, headline TEXT, url TEXT, language TEXT NOT NULL, published TEXT, known TEXT, day TEXT,
  added TEXT NOT NULL, added_by TEXT NOT NULL, text_hash TEXT NOT NULL, original TEXT REFERENCES original (hash), given TEXT NOT NULL, text TEXT NOT NULL) STRICT;`

/** Derived: how many reports tell one thing of a person. */
const TOLD = `
CREATE TABLE IF NOT EXISTS told (key TEXT NOT NULL, name TEXT NOT NULL, party TEXT NOT NULL, reports INTEGER NOT NULL, PRIMARY KEY (key, name, party)) STRICT, WITHOUT ROWID;`

/** Derived tables in an order in which they may be dropped. */
export const DERIVED_TABLES = [
  'told',
  'family_member',
  'family',
  'cell_item',
  'link',
  'card_key',
  'card',
  'report_words',
  'statement_words',
  'utterance_member',
  'utterance',
  'finding_about',
  'finding',
  'note',
  'unnamed',
  'quoted',
  'voice',
  'cast',
  'who',
  'topic',
  'part',
  'tally',
  'record',
  'reading',
] as const

/** The statements that drop what is derived and make its tables anew. */
export const RESET = DERIVED_TABLES.map(table => `DROP TABLE IF EXISTS ${table};`).join('\n') + DERIVED + COMPARED + PARTIES + TOLD

/** Numbered and forward-only: migration n brings a case of version n - 1 to version n. The last three number records and keep cards anew, so what is derived waits for a rebuild. */
export const MIGRATIONS: readonly string[] = [GIVEN + DERIVED, COMPARED, PARTIES, REMOVED + RESET, RESET, RESET]
