/**
 * What only PostgreSQL can be asked when a record is checked: the schema with its guards, the gate, and the search index
 * against the texts. The record itself is checked as on every engine, as of one moment.
 */
import type { LogIdentity, StoreFault } from '../../desk/ports/record-store.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { checkRecord, MOST_FAULTS } from '../check/check-record.ts';
import { openScratch } from '../check/scratch.ts';
import type { GroupKey } from '../projection/projection.ts';
import type { Connection, Connections } from './connection.ts';
import { makeSchema } from './migrate.ts';
import { postgresSource } from './table-rows.ts';
import { ONE_MOMENT } from './transaction.ts';
import { readKept } from './write-kept.ts';

/** What is checked, and with what. */
export interface CheckOptions {
  readonly connections: Connections;
  readonly readOnly: boolean;
  readonly groupKey: GroupKey;
  readonly identity: LogIdentity;
  /** A folder in which a file can be made and removed again. */
  readonly scratchDir: string;
}

/**
 * Checks a store. Empty: nothing differs.
 *
 * @example
 * await checkStore(options); // []
 */
export async function checkStore(options: CheckOptions): Promise<readonly StoreFault[]> {
  const { connections, identity, groupKey } = options;
  const faults: StoreFault[] = [...(await schemaFaults(options))];
  const scratch = await openScratch(options.scratchDir);
  try {
    await connections.transaction(ONE_MOMENT, async (connection) => {
      faults.push(...(await gateFaults(connection)));
      const source = postgresSource(connection);
      faults.push(...(await checkRecord({ source, scratch, identity, groupKey })));
      faults.push(...(await indexFaults(connection)));
    });
  } finally {
    await scratch.close();
  }
  return faults.slice(0, MOST_FAULTS);
}

type Schema = ReadonlyMap<string, string>;

/** Ends a transaction that was only meant to look. */
class LookedEnough extends Error {}

/**
 * Triggers, functions, keys and columns are part of the guard: they are compared with a schema made new, in a
 * transaction that is undone. Only who may make a schema can look.
 */
async function schemaFaults({ connections, readOnly }: CheckOptions): Promise<readonly StoreFault[]> {
  if (readOnly) return [];
  const { schema } = connections.address;
  const fresh = `onrecord_fresh_${process.pid}`;
  let faults: readonly StoreFault[] = [];
  try {
    await connections.transaction({ begin: 'BEGIN' }, async (connection) => {
      const actual = await schemaOf(connection, schema);
      await makeSchema(connection, fresh);
      faults = differences(actual, await schemaOf(connection, fresh));
      throw new LookedEnough();
    });
  } catch (error) {
    const mayNot = error instanceof OnRecordError && error.code === 'read-only';
    if (!(error instanceof LookedEnough) && !mayNot) throw error;
  }
  return faults;
}

const DESCRIPTION = `
  WITH own AS (SELECT oid FROM pg_namespace WHERE nspname = $1),
  relations AS (SELECT c.* FROM pg_class c WHERE c.relnamespace IN (SELECT oid FROM own))
  SELECT 'relation ' || relname AS name,
    concat_ws(' ', relkind, relrowsecurity, relforcerowsecurity, relhasrules, relpersistence) AS definition FROM relations
  UNION ALL
  SELECT 'column ' || r.relname || '.' || a.attname,
    concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull, (SELECT collname FROM pg_collation WHERE oid = a.attcollation),
      pg_get_expr(d.adbin, d.adrelid))
    FROM relations r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = r.oid AND d.adnum = a.attnum WHERE r.relkind IN ('r', 'v', 'm', 'f', 'p')
  UNION ALL
  SELECT 'index ' || r.relname, pg_get_indexdef(r.oid) || ' ' || i.indisvalid
    FROM relations r JOIN pg_index i ON i.indexrelid = r.oid
  UNION ALL
  SELECT 'constraint ' || c.conname || ' of ' || r.relname, pg_get_constraintdef(c.oid) || ' ' || c.convalidated
    FROM pg_constraint c JOIN relations r ON r.oid = c.conrelid WHERE c.contype <> 'n'
  UNION ALL
  SELECT 'trigger ' || t.tgname || ' of ' || r.relname, pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text
    FROM pg_trigger t JOIN relations r ON r.oid = t.tgrelid WHERE NOT t.tgisinternal
  UNION ALL
  SELECT 'function ' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
    concat_ws(' ', l.lanname, p.provolatile, p.prosecdef, p.proconfig, p.prosrc)
    FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang WHERE p.pronamespace IN (SELECT oid FROM own)
  UNION ALL
  SELECT 'guards of references to ' || r.relname, string_agg(DISTINCT t.tgenabled::text, ' ')
    FROM pg_trigger t JOIN relations r ON r.oid = t.tgrelid WHERE t.tgisinternal GROUP BY r.relname`;

async function schemaOf(connection: Connection, schema: string): Promise<Schema> {
  const rows = await connection.rows<{ name: string; definition: string }>(DESCRIPTION, [schema]);
  const bare = (text: string) => text.replaceAll(`"${schema}"`, '@').replaceAll(schema, '@');
  return new Map(rows.map(({ name, definition }) => [bare(name), bare(definition)]));
}

function differences(actual: Schema, expected: Schema): readonly StoreFault[] {
  const faults: StoreFault[] = [];
  for (const [item, definition] of expected) {
    if (!actual.has(item)) faults.push({ item, message: `The ${item} of the schema is missing.` });
    else if (actual.get(item) !== definition)
      faults.push({ item, message: `The ${item} of the schema was altered.` });
  }
  for (const item of actual.keys())
    if (!expected.has(item)) faults.push({ item, message: `The ${item} does not belong to the schema.` });
  return faults;
}

async function gateFaults(connection: Connection): Promise<readonly StoreFault[]> {
  const gates = await readKept(connection, (kept) => kept.gates);
  const [gate] = gates;
  if (gates.length === 1 && gate?.entry === null && gate.erasing === 0) return [];
  return [{ item: 'append_gate', message: 'The gate that guards the tables stands open or is missing.' }];
}

/** Document by document, so that nothing is sorted on the server's disk. */
const INDEX = `
  SELECT EXISTS (
      SELECT FROM search_documents WHERE (
        SELECT array_agg(concat_ws(' ', part, size, words) ORDER BY part) FROM search_parts(title, content)
      ) IS DISTINCT FROM (
        SELECT array_agg(concat_ws(' ', part, size, words) ORDER BY part) FROM search_words WHERE document = place
      ))
    OR EXISTS (
      SELECT FROM search_words WHERE NOT EXISTS (SELECT FROM search_documents WHERE place = document))
    OR (SELECT (documents, words) FROM search_totals) IS DISTINCT FROM
      (SELECT (count(*), coalesce(sum(size), 0)::bigint) FROM search_words WHERE part = 0) AS wrong`;

async function indexFaults(connection: Connection): Promise<readonly StoreFault[]> {
  const [row] = await connection.rows<{ wrong: boolean }>(INDEX);
  if (row?.wrong === false) return [];
  return [
    {
      item: 'search',
      message: 'The full-text index does not fit the texts: some words would not be found.',
    },
  ];
}
