/**
 * A team's things as a backup holds them: sealed as they lie in the database, under a key that comes from the seed of the log and so
 * is the same in a restored vault. What ends by itself (sessions, invitations, questions, tries) is in no backup.
 */
import { type HeldItem, KEPT_IN_BACKUPS, TEAM_KINDS, type TeamKind } from '../../desk/ports/team-store.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { postgresFault } from '../postgres/postgres-fault.ts';
import { openTeamPool } from './postgres-team.ts';

/** As it is backed up. */
export type BackedItem = Omit<HeldItem, 'until'>;

/** Kinds of which an item must stand before and in the moment of the record: they may name sources. */
const NAMES_SOURCES: ReadonlySet<TeamKind> = new Set(['note', 'assignment', 'comment']);

/**
 * What of a team goes into a backup, by kind and id; null: there is no team in this database.
 *
 * @throws OnRecordError `bad-usage`, `unreachable`
 * @example
 * (await teamItems('postgres://localhost/record'))?.length; // 41
 */
export async function teamItems(url: string): Promise<readonly BackedItem[] | null> {
  return overPool(url, async ({ pool, schema }) => {
    const { rows: found } = await pool.query<{ there: boolean }>(
      'SELECT to_regclass($1) IS NOT NULL AS there',
      [`${schema}.items`],
    );
    if (found[0]?.there !== true) return null;
    const kinds = TEAM_KINDS.filter((kind) => KEPT_IN_BACKUPS[kind]);
    const { rows } = await pool.query<BackedItem>(
      `SELECT kind, id, owner, key, body, version FROM ${schema}.items
       WHERE kind = ANY ($1::text[]) AND until IS NULL ORDER BY kind, id`,
      [kinds],
    );
    return rows;
  });
}

/**
 * What goes into a backup of one moment: accounts as they were last, and of what may name sources only what stood before the moment,
 * too, so that a source that was erased by then is named by nothing.
 *
 * @example
 * teamOfMoment(before, after);
 */
export function teamOfMoment(
  before: readonly BackedItem[] | null,
  after: readonly BackedItem[] | null,
): readonly BackedItem[] | null {
  if (after === null) return null;
  const stood = new Set((before ?? []).map((item) => JSON.stringify(item)));
  return after.filter((item) => !NAMES_SOURCES.has(item.kind) || stood.has(JSON.stringify(item)));
}

/**
 * How many accounts are among them.
 *
 * @example
 * accountsIn(items); // 7
 */
export function accountsIn(items: readonly BackedItem[]): number {
  return items.filter(({ kind }) => kind === 'account').length;
}

/**
 * Refuses a database in which a team has accounts already; before anything is restored into it.
 *
 * @throws OnRecordError `bad-usage`, `unreachable`
 * @example
 * await refuseOtherTeam('postgres://localhost/record');
 */
export async function refuseOtherTeam(url: string): Promise<void> {
  const held = await teamItems(url);
  if (accountsIn(held ?? []) === 0) return;
  throw new OnRecordError(
    'bad-usage',
    'In this database a team has accounts already, beside the place of the record: name another database, or another schema with ?schema=NAME.',
  );
}

/**
 * Puts a team's things into an empty place; all of them or none.
 *
 * @throws OnRecordError `bad-usage`, `unreachable`
 * @example
 * await putTeamItems('postgres://localhost/record', items);
 */
export async function putTeamItems(url: string, items: readonly BackedItem[]): Promise<void> {
  const { openPostgresTeam } = await import('./postgres-team.ts');
  await (await openPostgresTeam(url)).close();
  await overPool(url, async ({ pool, schema }) => {
    await pool.query(
      `INSERT INTO ${schema}.items (kind, id, owner, key, body, version)
       SELECT kind, id, owner, key, body, version
       FROM jsonb_to_recordset($1::jsonb) AS given(kind text, id text, owner text, key text, body text, version int)`,
      [JSON.stringify(items)],
    );
  });
}

async function overPool<T>(
  url: string,
  work: (over: Awaited<ReturnType<typeof openTeamPool>>) => Promise<T>,
): Promise<T> {
  const over = await openTeamPool(url);
  try {
    return await work(over);
  } catch (error) {
    throw error instanceof OnRecordError ? error : postgresFault(error, over.shown);
  } finally {
    await over.pool.end();
  }
}

/**
 * Reads the bytes of a backup's record of a team; null when they are none.
 *
 * @example
 * readTeam(Buffer.from('[]')); // []
 */
export function readTeam(bytes: Uint8Array): readonly BackedItem[] | null {
  try {
    const read: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
    return Array.isArray(read) && read.every(isItem) ? read : null;
  } catch {
    return null;
  }
}

function isItem(value: unknown): value is BackedItem {
  const item = (value ?? {}) as Partial<Record<keyof BackedItem, unknown>>;
  return (
    TEAM_KINDS.some((kind) => kind === item.kind && KEPT_IN_BACKUPS[kind]) &&
    [item.id, item.body].every((text) => typeof text === 'string') &&
    [item.owner, item.key].every((text) => text === null || typeof text === 'string') &&
    Number.isSafeInteger(item.version)
  );
}
