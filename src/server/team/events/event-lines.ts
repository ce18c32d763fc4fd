/** Events as they stand in the stream (HTML Living Standard §9.2, Server-Sent Events): a name, one line of JSON, an id. */

/** What is told of an entry of the log. */
interface Logged {
  readonly seq: number;
  readonly action: string;
  readonly subject: string;
  readonly agent: string;
}

/** Something that members work on together. Of a mention only who is mentioned is told. */
export interface TeamNews {
  readonly kind: 'comment' | 'assignment' | 'mention' | 'presence';
  /** The thing, as `thingKind` knows it; null: told by the kind alone. */
  readonly about: string | null;
}

/** Sent in between, so that neither side nor a proxy takes the line for dead. */
export const HEARTBEAT = ': still here\n\n';

/** What is no news for anybody: who used the desk is written down once a minute. */
const NO_NEWS = new Set(['accesses-logged']);

/**
 * An entry of the log: its number, kind and first id, and whether the one who is told made it.
 *
 * @returns null: it is no news
 * @example
 * entryLines(entry, 'Mira'); // 'id: 7\nevent: entry\ndata: {"kind":"claim-reviewed","about":"clm_…","own":false}\n\n'
 */
export function entryLines({ seq, action, subject, agent }: Logged, name: string): string | null {
  if (NO_NEWS.has(action)) return null;
  return lines('entry', { kind: action, about: subject, own: agent === name }, seq);
}

/**
 * Something of the team.
 *
 * @example
 * teamLines({ kind: 'comment', about: 'clm_…' });
 */
export function teamLines(news: TeamNews): string {
  return lines('team', news);
}

/**
 * More happened than is told one by one: ask anew.
 *
 * @param seq number of the last entry
 * @example
 * manyLines(4_000);
 */
export function manyLines(seq: number): string {
  return lines('many', {}, seq);
}

/**
 * The stream ends and is not to be opened again as it was: the session has ended.
 *
 * @example
 * endedLines();
 */
export function endedLines(): string {
  return lines('ended', {});
}

function lines(event: string, data: object, id?: number): string {
  const known = id === undefined ? '' : `id: ${id}\n`;
  return `${known}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
