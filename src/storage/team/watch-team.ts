/**
 * What is kept and dropped is told to every process by LISTEN and NOTIFY of PostgreSQL: in the transaction that does it, so that nothing
 * is told that did not happen. Ids and kinds alone. A listener that loses its connection comes again, and says that it may have missed some.
 */
import type { Client } from 'pg';
import { type TeamChange, type TeamKind, TOLD_KINDS } from '../../desk/ports/team-store.ts';

/** Milliseconds before a lost connection is made anew. */
const PATIENCE = 1_000;

/**
 * The channel of a schema.
 *
 * @param schema quoted
 * @example
 * channelOf('"onrecord_team"'); // 'onrecord_team'
 */
export function channelOf(schema: string): string {
  return schema.replaceAll('"', '').slice(0, 63);
}

/**
 * A statement that also tells what it changed, when that is to be told.
 *
 * @param statement ends in RETURNING kind, id, owner
 * @example
 * toldBy('DELETE FROM items WHERE id = $1 RETURNING kind, id, owner', { kind: 'comment', gone: true, channel: 'onrecord_team' });
 */
export function toldBy(
  statement: string,
  { kind, gone, channel }: { readonly kind: TeamKind; readonly gone: boolean; readonly channel: string },
): string {
  if (!TOLD_KINDS.has(kind) || (kind === 'session' && !gone)) return statement;
  const change = `json_build_object('kind', kind, 'id', id, 'owner', owner, 'gone', ${gone})`;
  return `WITH changed AS (${statement}) SELECT pg_notify('${channel.replaceAll("'", "''")}', ${change}::text) FROM changed`;
}

/**
 * Listens until it is ended.
 *
 * @param connect makes a client that is not connected yet
 * @example
 * const end = watchTeam(() => new Client(how), 'onrecord_team', (change) => console.log(change?.kind));
 */
export function watchTeam(
  connect: () => Client,
  channel: string,
  tell: (change: TeamChange | null) => void,
): () => void {
  let ended = false;
  let client: Client | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const open = async (missed: boolean): Promise<void> => {
    const opening = connect();
    client = opening;
    let lost = false;
    const again = (): void => {
      if (lost || ended) return;
      lost = true;
      void opening.end().catch(() => undefined);
      timer = setTimeout(() => void open(true), PATIENCE);
      timer.unref();
    };
    opening.on('error', again);
    opening.on('end', again);
    opening.on('notification', ({ payload }) => {
      const change = changeIn(payload);
      if (!ended && change !== null) tell(change);
    });
    try {
      await opening.connect();
      await opening.query(`LISTEN "${channel.replaceAll('"', '""')}"`);
      if (missed && !ended) tell(null);
      if (ended) await opening.end();
    } catch {
      again();
    }
  };
  void open(false);
  return () => {
    ended = true;
    clearTimeout(timer);
    void client?.end().catch(() => undefined);
  };
}

function changeIn(payload: string | undefined): TeamChange | null {
  try {
    return JSON.parse(payload ?? '') as TeamChange;
  } catch {
    return null;
  }
}
