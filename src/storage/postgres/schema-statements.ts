/**
 * The tables, indexes and guards of a record in PostgreSQL: the same columns as in SQLite, text ordered by its bytes, and
 * guards that let nothing but an append write. Beside the guards of SQLite: the gate cannot be left open, tables cannot
 * be truncated, the search index is written only by its own trigger. Unqualified names are of the record's schema.
 */
import { FIRST_GUARDED } from '../migrations/001-first-tables.ts';
import { SEARCH_INDEX } from './search-index.ts';

const TEXT = 'text COLLATE "C"';

const TABLES = [
  `CREATE TABLE log (
    seq bigint PRIMARY KEY, at ${TEXT} NOT NULL, agent ${TEXT} NOT NULL, action ${TEXT} NOT NULL,
    subject ${TEXT} NOT NULL, salt ${TEXT}, commitment ${TEXT} NOT NULL, bytes_commitment ${TEXT},
    leaf ${TEXT} NOT NULL, body ${TEXT}
  )`,
  'ALTER TABLE log ALTER COLUMN body SET STORAGE EXTERNAL',
  `CREATE TABLE log_tiles (level int NOT NULL, place bigint NOT NULL, hash ${TEXT} NOT NULL, PRIMARY KEY (level, place))`,
  `CREATE TABLE log_head (
    "only" int PRIMARY KEY CHECK ("only" = 1), size bigint NOT NULL, peaks ${TEXT} NOT NULL, checkpoint ${TEXT} NOT NULL
  )`,
  `CREATE TABLE append_gate (
    "only" int PRIMARY KEY CHECK ("only" = 1), entry bigint, erasing int NOT NULL, moved int NOT NULL
  )`,
  'INSERT INTO append_gate ("only", entry, erasing, moved) VALUES (1, NULL, 0, 0)',
  `CREATE TABLE blob_keys (sha256 ${TEXT} PRIMARY KEY, wrapped ${TEXT} NOT NULL, entry bigint NOT NULL)`,
  `CREATE TABLE texts (sha256 ${TEXT} PRIMARY KEY, content ${TEXT} NOT NULL, entry bigint NOT NULL)`,
  `CREATE TABLE sources (place bigint PRIMARY KEY, id ${TEXT} NOT NULL UNIQUE, body ${TEXT} NOT NULL, entry bigint NOT NULL)`,
  `CREATE TABLE captures (
    place bigint PRIMARY KEY, id ${TEXT} NOT NULL UNIQUE, source bigint NOT NULL REFERENCES sources(place),
    sha256 ${TEXT} NOT NULL, warc_record ${TEXT}, text_sha256 ${TEXT} REFERENCES texts(sha256),
    working int NOT NULL, body ${TEXT} NOT NULL, entry bigint NOT NULL
  )`,
  `CREATE TABLE readings (
    capture bigint NOT NULL REFERENCES captures(place), extractor ${TEXT} NOT NULL, entry bigint NOT NULL,
    PRIMARY KEY (capture, extractor)
  )`,
  `CREATE TABLE actors (
    place bigint PRIMARY KEY, id ${TEXT} NOT NULL UNIQUE, joined_to bigint REFERENCES actors(place),
    body ${TEXT} NOT NULL, entry bigint NOT NULL
  )`,
  `CREATE TABLE actor_names (
    folded ${TEXT} NOT NULL, actor bigint NOT NULL REFERENCES actors(place), entry bigint NOT NULL
  )`,
  `CREATE TABLE propositions (
    place bigint PRIMARY KEY, id ${TEXT} NOT NULL UNIQUE, kind ${TEXT} NOT NULL, measure ${TEXT},
    group_key ${TEXT} NOT NULL, body ${TEXT} NOT NULL, entry bigint NOT NULL
  )`,
  `CREATE TABLE chains (
    place bigint PRIMARY KEY, voices ${TEXT} NOT NULL, entry bigint NOT NULL, EXCLUDE USING hash (voices WITH =)
  )`,
  `CREATE TABLE chain_speakers (
    actor bigint NOT NULL REFERENCES actors(place), chain bigint NOT NULL REFERENCES chains(place),
    entry bigint NOT NULL, PRIMARY KEY (actor, chain)
  )`,
  `CREATE TABLE claims (
    place bigint PRIMARY KEY, id ${TEXT} NOT NULL UNIQUE, logged bigint NOT NULL REFERENCES log(seq),
    start int NOT NULL, length int NOT NULL, changed ${TEXT}, entry bigint NOT NULL
  )`,
  `CREATE TABLE utterances (
    place bigint PRIMARY KEY REFERENCES claims(place), claim ${TEXT} NOT NULL,
    source bigint NOT NULL REFERENCES sources(place), proposition bigint NOT NULL REFERENCES propositions(place),
    measure ${TEXT}, stance ${TEXT} NOT NULL, status ${TEXT} NOT NULL,
    chain bigint NOT NULL REFERENCES chains(place), low bigint, best bigint, high bigint, vague int NOT NULL,
    said_at ${TEXT}, entry bigint NOT NULL
  )`,
  `CREATE TABLE tallies (
    proposition bigint NOT NULL REFERENCES propositions(place), status ${TEXT} NOT NULL, stance ${TEXT} NOT NULL,
    numbered int NOT NULL, claims int NOT NULL, entry bigint NOT NULL,
    PRIMARY KEY (proposition, status, stance, numbered)
  )`,
  `CREATE TABLE search_documents (
    place bigint PRIMARY KEY REFERENCES captures(place), title ${TEXT} NOT NULL, content ${TEXT} NOT NULL,
    entry bigint NOT NULL
  )`,
  `CREATE TABLE entry_sources (source ${TEXT} NOT NULL, entry bigint NOT NULL, PRIMARY KEY (source, entry))`,
];

/** What may be longer than a B-tree takes (names, chains of mouths, group keys) is found by its hash. */
const INDEXES = [
  'CREATE INDEX log_action ON log (action, seq)',
  'CREATE INDEX captures_source ON captures (source, place)',
  'CREATE INDEX captures_without_text ON captures (place) WHERE text_sha256 IS NULL',
  'CREATE INDEX captures_bytes ON captures (sha256)',
  'CREATE INDEX actor_names_folded ON actor_names USING hash (folded)',
  'CREATE INDEX actor_names_actor ON actor_names (actor)',
  'CREATE INDEX actors_joined ON actors (joined_to) WHERE joined_to IS NOT NULL',
  'CREATE INDEX propositions_group ON propositions USING hash (group_key)',
  'CREATE INDEX propositions_measure ON propositions (measure)',
  'CREATE INDEX utterances_measure ON utterances (measure, place)',
  'CREATE INDEX utterances_proposition ON utterances (proposition, status)',
  'CREATE INDEX utterances_source ON utterances (source, place)',
  'CREATE INDEX utterances_status ON utterances (status, place)',
  'CREATE INDEX utterances_chain ON utterances (chain, place)',
];

const GUARD_FUNCTIONS = [
  `CREATE FUNCTION log_grows_in_order() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
    BEGIN
      IF NEW.seq IS DISTINCT FROM (SELECT entry FROM append_gate)
        OR NEW.seq IS DISTINCT FROM (SELECT coalesce(max(seq), 0) + 1 FROM log) THEN
        RAISE EXCEPTION 'the log is written only by an append, in order' USING ERRCODE = 'OR001';
      END IF;
      RETURN NEW;
    END $$`,
  `CREATE FUNCTION log_is_never_changed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
    BEGIN
      IF (SELECT erasing FROM append_gate) IS DISTINCT FROM 1
        OR (NEW.seq, NEW.at, NEW.action, NEW.commitment, NEW.bytes_commitment, NEW.leaf)
          IS DISTINCT FROM (OLD.seq, OLD.at, OLD.action, OLD.commitment, OLD.bytes_commitment, OLD.leaf)
        OR NEW.salt IS NOT NULL OR NEW.body IS NOT NULL THEN
        RAISE EXCEPTION 'the log is never changed' USING ERRCODE = 'OR001';
      END IF;
      RETURN NEW;
    END $$`,
  `CREATE FUNCTION never_cut() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'rows of % are never deleted', TG_TABLE_NAME USING ERRCODE = 'OR001';
    END $$`,
  `CREATE FUNCTION tree_written_by_append() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
    BEGIN
      IF (SELECT entry FROM append_gate) IS NULL THEN
        RAISE EXCEPTION '% is written only by an append', TG_TABLE_NAME USING ERRCODE = 'OR001';
      END IF;
      RETURN NEW;
    END $$`,
  `CREATE FUNCTION written_by_append() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
    DECLARE gate append_gate;
    BEGIN
      SELECT * INTO gate FROM append_gate;
      IF TG_OP = 'DELETE' THEN
        IF gate.erasing = 1 THEN RETURN OLD; END IF;
        RAISE EXCEPTION 'rows of % are never deleted', TG_TABLE_NAME USING ERRCODE = 'OR001';
      END IF;
      IF gate.erasing = 1 OR NEW.entry = gate.entry THEN RETURN NEW; END IF;
      RAISE EXCEPTION '% is written only by an append', TG_TABLE_NAME USING ERRCODE = 'OR001';
    END $$`,
  `CREATE FUNCTION gate_is_closed() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
    BEGIN
      IF EXISTS (SELECT FROM append_gate WHERE entry IS NOT NULL OR erasing <> 0) THEN
        RAISE EXCEPTION 'the gate that guards the tables was left open' USING ERRCODE = 'OR001';
      END IF;
      RETURN NULL;
    END $$`,
];

function trigger(name: string, when: string, call: string): string {
  return `CREATE TRIGGER ${name} ${when} EXECUTE FUNCTION ${call}()`;
}

function gateOf(table: string): string {
  const when = `BEFORE INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW`;
  return trigger(`${table}_gate`, when, 'written_by_append');
}

function neverEmptied(table: string): string {
  return trigger(`${table}_is_never_emptied`, `BEFORE TRUNCATE ON ${table} FOR EACH STATEMENT`, 'never_cut');
}

const GUARDED = FIRST_GUARDED;
const TREE = ['log_tiles', 'log_head'];

const GUARDS = [
  trigger('log_grows_in_order', 'BEFORE INSERT ON log FOR EACH ROW', 'log_grows_in_order'),
  trigger('log_is_never_changed', 'BEFORE UPDATE ON log FOR EACH ROW', 'log_is_never_changed'),
  ...TREE.map((table) =>
    trigger(`${table}_gate`, `BEFORE INSERT OR UPDATE ON ${table} FOR EACH ROW`, 'tree_written_by_append'),
  ),
  ...['log', 'append_gate', ...TREE].map((table) =>
    trigger(`${table}_is_never_cut`, `BEFORE DELETE ON ${table} FOR EACH ROW`, 'never_cut'),
  ),
  ...GUARDED.map(gateOf),
  ...['log', 'append_gate', 'search_words', 'search_totals', ...TREE, ...GUARDED].map(neverEmptied),
  `CREATE CONSTRAINT TRIGGER gate_is_closed AFTER INSERT OR UPDATE ON append_gate
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION gate_is_closed()`,
];

/** The first schema, statement by statement. */
export const FIRST_SCHEMA: readonly string[] = Object.freeze([
  ...TABLES,
  ...INDEXES,
  ...GUARD_FUNCTIONS,
  ...SEARCH_INDEX,
  ...GUARDS,
]);

const LINK_TABLES = [
  `CREATE TABLE links (
    place bigint PRIMARY KEY, id ${TEXT} NOT NULL UNIQUE, source bigint NOT NULL REFERENCES sources(place),
    to_source bigint REFERENCES sources(place), proposition bigint REFERENCES propositions(place),
    status ${TEXT} NOT NULL, body ${TEXT} NOT NULL, entry bigint NOT NULL
  )`,
  `CREATE TABLE findings (
    place bigint PRIMARY KEY, id ${TEXT} NOT NULL UNIQUE, a ${TEXT} NOT NULL, b ${TEXT} NOT NULL,
    body ${TEXT} NOT NULL, entry bigint NOT NULL
  )`,
  'CREATE INDEX links_source ON links (source, place)',
  'CREATE INDEX links_target ON links (to_source, place) WHERE to_source IS NOT NULL',
  'CREATE INDEX links_status ON links (status, place)',
];

/** The second step: links between reports and findings about voices. */
export const LINK_SCHEMA: readonly string[] = Object.freeze([
  ...LINK_TABLES,
  ...['links', 'findings'].flatMap((table) => [gateOf(table), neverEmptied(table)]),
]);

const LIST_TABLES = [
  `CREATE TABLE lists (
    place bigint PRIMARY KEY, id ${TEXT} NOT NULL UNIQUE, capture bigint NOT NULL REFERENCES captures(place),
    body ${TEXT} NOT NULL, entry bigint NOT NULL
  )`,
  `CREATE TABLE listings (
    place bigint PRIMARY KEY, id ${TEXT} NOT NULL UNIQUE, list bigint NOT NULL REFERENCES lists(place),
    capture bigint NOT NULL REFERENCES captures(place), logged bigint NOT NULL REFERENCES log(seq),
    nth int NOT NULL, gone int NOT NULL, entry bigint NOT NULL
  )`,
  'CREATE INDEX listings_list ON listings (list, logged, nth)',
];

/** The third step: lists of people and their listings. */
export const LIST_SCHEMA: readonly string[] = Object.freeze([
  ...LIST_TABLES,
  ...['lists', 'listings'].flatMap((table) => [gateOf(table), neverEmptied(table)]),
]);

/** The fourth step: decisions on who is one person. */
export const DECISION_SCHEMA: readonly string[] = Object.freeze([
  `CREATE TABLE decisions (
    place bigint PRIMARY KEY, id ${TEXT} NOT NULL UNIQUE, a ${TEXT} NOT NULL, b ${TEXT} NOT NULL,
    body ${TEXT} NOT NULL, entry bigint NOT NULL
  )`,
  gateOf('decisions'),
  neverEmptied('decisions'),
]);

const SEALED_TABLES = [
  `CREATE TABLE compartments (
    place bigint PRIMARY KEY, id ${TEXT} NOT NULL UNIQUE, body ${TEXT} NOT NULL, entry bigint NOT NULL
  )`,
  `CREATE TABLE sealed_records (
    place bigint PRIMARY KEY, id ${TEXT} NOT NULL UNIQUE, compartment ${TEXT} NOT NULL, kind ${TEXT} NOT NULL,
    version bigint NOT NULL, logged bigint NOT NULL REFERENCES log(seq), blob ${TEXT}, body ${TEXT} NOT NULL,
    entry bigint NOT NULL
  )`,
  `CREATE TABLE record_keys (
    sealed bigint PRIMARY KEY REFERENCES log(seq), compartment ${TEXT} NOT NULL, record ${TEXT} NOT NULL,
    version bigint NOT NULL, epoch bigint NOT NULL, wrapped ${TEXT} NOT NULL, entry bigint NOT NULL
  )`,
];

/** The fifth step: compartments, sealed records and their keys. */
export const SEALED_SCHEMA: readonly string[] = Object.freeze([
  ...SEALED_TABLES,
  'CREATE INDEX sealed_records_kind ON sealed_records (compartment, kind, place)',
  'CREATE INDEX sealed_records_blob ON sealed_records (blob) WHERE blob IS NOT NULL',
  'CREATE INDEX record_keys_compartment ON record_keys (compartment, sealed)',
  'CREATE INDEX record_keys_record ON record_keys (record)',
  ...['compartments', 'sealed_records', 'record_keys'].flatMap((table) => [
    gateOf(table),
    neverEmptied(table),
  ]),
]);
