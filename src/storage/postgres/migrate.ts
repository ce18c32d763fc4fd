/**
 * Makes the record's schema in a database and brings it up to date, all steps in one transaction; of two processes at
 * once one waits. Refuses a schema newer than this program. Nobody but the owner is given any right
 * to the tables; the functions of the guards can be hung on no other table.
 */
import { OnRecordError } from '../../record/onrecord-error.ts';
import { CHANGE_INDEXES } from '../migrations/006-changes.ts';
import { SCHEMA_VERSION } from '../migrations/all-migrations.ts';
import type { Connection, Connections } from './connection.ts';
import {
  DECISION_SCHEMA,
  FIRST_SCHEMA,
  LINK_SCHEMA,
  LIST_SCHEMA,
  SEALED_SCHEMA,
} from './schema-statements.ts';

interface Step {
  readonly version: number;
  readonly name: string;
  readonly statements: readonly string[];
}

/** Steps are never edited once released: a change is a new step, of the same number in both engines. */
const STEPS: readonly Step[] = [
  { version: 1, name: 'first tables', statements: FIRST_SCHEMA },
  { version: 2, name: 'links and findings', statements: LINK_SCHEMA },
  { version: 3, name: 'lists of people', statements: LIST_SCHEMA },
  { version: 4, name: 'decisions on people', statements: DECISION_SCHEMA },
  { version: 5, name: 'compartments and sealed records', statements: SEALED_SCHEMA },
  { version: 6, name: 'what an entry changed', statements: CHANGE_INDEXES },
];

/** Which steps a database has seen; 0: none. */
async function versionOf(connection: Connection, schema: string): Promise<number> {
  const [table] = await connection.rows<{ there: boolean }>('select to_regclass($1) is not null as there', [
    `"${schema}".schema_version`,
  ]);
  if (table?.there !== true) return 0;
  const [row] = await connection.rows<{ version: number }>(
    'select coalesce(max(version), 0) as version from schema_version',
  );
  return row?.version ?? 0;
}

/**
 * Runs the steps that are missing.
 *
 * @throws OnRecordError `vault-too-new`, `read-only`, `vault-busy`
 * @example
 * await migratePostgres(connections);
 */
export async function migratePostgres(connections: Connections): Promise<void> {
  const { schema } = connections.address;
  const present = await connections.use((connection) => versionOf(connection, schema));
  refuseNewer(present);
  if (present === SCHEMA_VERSION) return;
  await connections.transaction({ begin: 'BEGIN' }, async (connection) => {
    await connection.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`onrecord ${schema}`]);
    const [found] = await connection.rows<{ there: boolean }>(
      'select exists (select from pg_namespace where nspname = $1) as there',
      [schema],
    );
    if (found?.there !== true) await connection.rows(`CREATE SCHEMA "${schema}"`);
    // Who is writing with the older program comes to an end, and writes nothing more afterwards.
    if (present > 0) await connection.rows('SELECT moved FROM append_gate FOR UPDATE');
    await bringUpToDate(connection, schema);
  });
}

/**
 * Makes a schema of its own, empty, in the present transaction: what a record's schema is held against.
 *
 * @example
 * await makeSchema(connection, 'onrecord_fresh_1'); // and roll back
 */
export async function makeSchema(connection: Connection, schema: string): Promise<void> {
  await connection.rows(`CREATE SCHEMA "${schema}"`);
  await connection.rows('SELECT set_config($1, $2, true)', [
    'search_path',
    `"${schema}", pg_catalog, pg_temp`,
  ]);
  await bringUpToDate(connection, schema);
}

/**
 * Takes everything of a record out of its schema, and nothing else that may lie there.
 *
 * @example
 * await connections.transaction({ begin: 'BEGIN' }, dropRecord);
 */
export async function dropRecord(connection: Connection): Promise<void> {
  const statements = STEPS.flatMap((step) => step.statements);
  for (const kind of ['TABLE', 'FUNCTION']) {
    const names = statements.map((each) => new RegExp(`^CREATE ${kind} ([a-z_]+)`).exec(each)?.[1]);
    for (const name of names.filter((each) => each !== undefined))
      await connection.rows(`DROP ${kind} IF EXISTS ${name} CASCADE`);
  }
  await connection.rows('DROP TABLE IF EXISTS schema_version');
}

async function bringUpToDate(connection: Connection, schema: string): Promise<void> {
  await connection.rows(
    'CREATE TABLE IF NOT EXISTS schema_version (version int PRIMARY KEY, name text NOT NULL)',
  );
  const present = await versionOf(connection, schema);
  for (const { version, name, statements } of STEPS.filter((step) => step.version > present)) {
    for (const statement of statements) await connection.rows(statement);
    await connection.rows('INSERT INTO schema_version (version, name) VALUES ($1, $2)', [version, name]);
  }
  await connection.rows(`REVOKE ALL ON ALL FUNCTIONS IN SCHEMA "${schema}" FROM PUBLIC`);
  await connection.rows('GRANT EXECUTE ON FUNCTION search_parts(text, text) TO PUBLIC');
}

/**
 * Sees that a database holds a record, and brings its tables up to date where it may be changed. A database without one
 * is refused: a record that is looked for in the wrong place must not be begun there anew.
 *
 * @throws OnRecordError `no-vault`, `vault-too-new`, `read-only`
 * @example
 * await requireRecord(connections, { readOnly: true });
 */
export async function requireRecord(
  connections: Connections,
  { readOnly }: { readonly readOnly: boolean },
): Promise<void> {
  const { schema, shown } = connections.address;
  const present = await connections.use((connection) => versionOf(connection, schema));
  refuseNewer(present);
  if (present === 0) {
    throw new OnRecordError(
      'no-vault',
      `There is no record in this database (${shown}, schema ${schema}). Correct the address; the schema is named with ?schema=NAME.`,
      { subject: shown },
    );
  }
  if (present === SCHEMA_VERSION) return;
  if (!readOnly) return migratePostgres(connections);
  throw new OnRecordError(
    'read-only',
    `This record has schema ${present} and must be brought to ${SCHEMA_VERSION} before it is read. Open it once where it can be written.`,
    { subject: shown },
  );
}

/**
 * Sees that another instance has not brought the tables to a newer schema since this one opened them: what this program would
 * write then is not all that they hold. Call it with the gate in hand.
 *
 * @throws OnRecordError `vault-too-new`
 * @example
 * await refuseOutgrown(connection);
 */
export async function refuseOutgrown(connection: Connection): Promise<void> {
  const [row] = await connection.rows<{ version: number }>(
    'select coalesce(max(version), 0) as version from schema_version',
  );
  refuseNewer(row?.version ?? 0);
}

function refuseNewer(version: number): void {
  if (version <= SCHEMA_VERSION) return;
  throw new OnRecordError(
    'vault-too-new',
    `This record has schema ${version}; this onrecord knows up to ${SCHEMA_VERSION}. Update onrecord to open it.`,
  );
}
