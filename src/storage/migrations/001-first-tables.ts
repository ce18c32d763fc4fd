/**
 * The schema of vaults of version 2: the log with its proof tree, the tables that are a view of it, the full-text index,
 * and the triggers that let nothing but an append write. The gate holds the number of the entry being written, and is
 * empty otherwise; `erasing` is 1 only inside an erasure, `moved` once the record lives in another file.
 */
import { guardsOf } from './guards.ts';
import type { Migration } from './migration.ts';

const TABLES = [
  `CREATE TABLE log (
    seq INTEGER PRIMARY KEY, at TEXT NOT NULL, agent TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL,
    salt TEXT, commitment TEXT NOT NULL, bytes_commitment TEXT, leaf TEXT NOT NULL, body TEXT
  ) STRICT`,
  `CREATE TABLE log_tiles (
    level INTEGER NOT NULL, place INTEGER NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (level, place)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE log_head (
    only INTEGER PRIMARY KEY CHECK (only = 1), size INTEGER NOT NULL, peaks TEXT NOT NULL, checkpoint TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE append_gate (
    only INTEGER PRIMARY KEY CHECK (only = 1), entry INTEGER, erasing INTEGER NOT NULL, moved INTEGER NOT NULL
  ) STRICT`,
  'INSERT INTO append_gate (only, entry, erasing, moved) VALUES (1, NULL, 0, 0)',
  'CREATE TABLE blob_keys (sha256 TEXT NOT NULL PRIMARY KEY, wrapped TEXT NOT NULL, entry INTEGER NOT NULL) STRICT',
  'CREATE TABLE texts (sha256 TEXT NOT NULL PRIMARY KEY, content TEXT NOT NULL, entry INTEGER NOT NULL) STRICT',
  'CREATE TABLE sources (place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL, entry INTEGER NOT NULL) STRICT',
  `CREATE TABLE captures (
    place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, source INTEGER NOT NULL REFERENCES sources(place),
    sha256 TEXT NOT NULL, warc_record TEXT, text_sha256 TEXT REFERENCES texts(sha256), working INTEGER NOT NULL,
    body TEXT NOT NULL, entry INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE readings (
    capture INTEGER NOT NULL REFERENCES captures(place), extractor TEXT NOT NULL, entry INTEGER NOT NULL,
    PRIMARY KEY (capture, extractor)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE actors (
    place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, joined_to INTEGER REFERENCES actors(place),
    body TEXT NOT NULL, entry INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE actor_names (
    folded TEXT NOT NULL, actor INTEGER NOT NULL REFERENCES actors(place), entry INTEGER NOT NULL,
    PRIMARY KEY (folded, actor)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE propositions (
    place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, measure TEXT, group_key TEXT NOT NULL,
    body TEXT NOT NULL, entry INTEGER NOT NULL
  ) STRICT`,
  'CREATE TABLE chains (place INTEGER PRIMARY KEY, voices TEXT NOT NULL UNIQUE, entry INTEGER NOT NULL) STRICT',
  `CREATE TABLE chain_speakers (
    actor INTEGER NOT NULL REFERENCES actors(place), chain INTEGER NOT NULL REFERENCES chains(place),
    entry INTEGER NOT NULL, PRIMARY KEY (actor, chain)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE claims (
    place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, logged INTEGER NOT NULL REFERENCES log(seq),
    start INTEGER NOT NULL, length INTEGER NOT NULL, changed TEXT, entry INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE utterances (
    place INTEGER PRIMARY KEY REFERENCES claims(place), claim TEXT NOT NULL,
    source INTEGER NOT NULL REFERENCES sources(place), proposition INTEGER NOT NULL REFERENCES propositions(place),
    measure TEXT, stance TEXT NOT NULL, status TEXT NOT NULL, chain INTEGER NOT NULL REFERENCES chains(place),
    low INTEGER, best INTEGER, high INTEGER, vague INTEGER NOT NULL, said_at TEXT, entry INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE tallies (
    proposition INTEGER NOT NULL REFERENCES propositions(place), status TEXT NOT NULL, stance TEXT NOT NULL,
    numbered INTEGER NOT NULL, claims INTEGER NOT NULL, entry INTEGER NOT NULL,
    PRIMARY KEY (proposition, status, stance, numbered)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE search_documents (
    place INTEGER PRIMARY KEY REFERENCES captures(place), title TEXT NOT NULL, content TEXT NOT NULL,
    entry INTEGER NOT NULL
  ) STRICT`,
  `CREATE TABLE entry_sources (
    source TEXT NOT NULL, entry INTEGER NOT NULL, PRIMARY KEY (source, entry)
  ) STRICT, WITHOUT ROWID`,
];

const INDEXES = [
  'CREATE INDEX log_action ON log (action, seq)',
  'CREATE INDEX captures_source ON captures (source)',
  'CREATE INDEX captures_without_text ON captures (place) WHERE text_sha256 IS NULL',
  'CREATE INDEX captures_bytes ON captures (sha256, warc_record)',
  'CREATE INDEX actors_joined ON actors (joined_to) WHERE joined_to IS NOT NULL',
  'CREATE INDEX propositions_group ON propositions (group_key)',
  'CREATE INDEX propositions_measure ON propositions (measure)',
  'CREATE INDEX utterances_measure ON utterances (measure, place)',
  `CREATE INDEX utterances_counting ON utterances (
    proposition, status, stance, low, best, high, vague, chain, source, said_at, claim)`,
  'CREATE INDEX utterances_source ON utterances (source, place)',
  'CREATE INDEX utterances_status ON utterances (status, place)',
  'CREATE INDEX utterances_chain ON utterances (chain, place)',
];

const FULL_TEXT = [
  `CREATE VIRTUAL TABLE search USING fts5 (
    title, content, content = 'search_documents', content_rowid = 'place',
    tokenize = "unicode61 remove_diacritics 0 categories 'L* M* N* Co'"
  )`,
  `CREATE TRIGGER search_documents_added AFTER INSERT ON search_documents BEGIN
    INSERT INTO search (rowid, title, content) VALUES (NEW.place, NEW.title, NEW.content); END`,
  `CREATE TRIGGER search_documents_changed AFTER UPDATE ON search_documents BEGIN
    INSERT INTO search (search, rowid, title, content) VALUES ('delete', OLD.place, OLD.title, OLD.content);
    INSERT INTO search (rowid, title, content) VALUES (NEW.place, NEW.title, NEW.content); END`,
  `CREATE TRIGGER search_documents_gone AFTER DELETE ON search_documents BEGIN
    INSERT INTO search (search, rowid, title, content) VALUES ('delete', OLD.place, OLD.title, OLD.content); END`,
];

const LOG_GUARDS = [
  `CREATE TRIGGER log_grows_in_order BEFORE INSERT ON log
    WHEN NEW.seq IS NOT (SELECT entry FROM append_gate)
      OR NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM log)
    BEGIN SELECT raise(ABORT, 'the log is written only by an append, in order'); END`,
  `CREATE TRIGGER log_is_never_changed BEFORE UPDATE ON log
    WHEN (SELECT erasing FROM append_gate) IS NOT 1 OR NEW.seq IS NOT OLD.seq OR NEW.at IS NOT OLD.at
      OR NEW.action IS NOT OLD.action OR NEW.commitment IS NOT OLD.commitment
      OR NEW.bytes_commitment IS NOT OLD.bytes_commitment OR NEW.leaf IS NOT OLD.leaf
      OR NEW.salt IS NOT NULL OR NEW.body IS NOT NULL
    BEGIN SELECT raise(ABORT, 'the log is never changed'); END`,
  `CREATE TRIGGER log_is_never_cut BEFORE DELETE ON log
    BEGIN SELECT raise(ABORT, 'the log is never cut'); END`,
];

/** What proves the log comes and changes only while an entry is written, and never goes. */
const TREE_GUARDS = ['log_tiles', 'log_head'].flatMap((table) => [
  ...['INSERT', 'UPDATE'].map(
    (event) => `CREATE TRIGGER ${table}_gate_${event.toLowerCase()} BEFORE ${event} ON ${table}
      WHEN (SELECT entry FROM append_gate) IS NULL
      BEGIN SELECT raise(ABORT, '${table} is written only by an append'); END`,
  ),
  `CREATE TRIGGER ${table}_gate_delete BEFORE DELETE ON ${table}
      BEGIN SELECT raise(ABORT, 'rows of ${table} are never deleted'); END`,
]);

/** The tables of this step whose rows name the entry that wrote them. */
export const FIRST_GUARDED: readonly string[] = Object.freeze([
  'blob_keys',
  'texts',
  'sources',
  'captures',
  'readings',
  'actors',
  'actor_names',
  'propositions',
  'chains',
  'chain_speakers',
  'claims',
  'utterances',
  'tallies',
  'search_documents',
  'entry_sources',
]);

export const FIRST_TABLES: Migration = {
  version: 1,
  name: 'first tables',
  sqlite: [
    ...TABLES,
    ...INDEXES,
    ...FULL_TEXT,
    ...LOG_GUARDS,
    ...TREE_GUARDS,
    ...FIRST_GUARDED.flatMap(guardsOf),
  ],
};
