/** A claim that is being made, as it is kept in the vault and found again. */
import type { ClaimDraft } from './claim-draft.ts';

/** What is being made, and in whose place. */
export interface Making {
  readonly title: string;
  readonly drafts: readonly ClaimDraft[];
  readonly inPlaceOf: readonly string[];
  /** How those stood when it was begun. */
  readonly seen?: Readonly<Record<string, 'proposed' | 'accepted' | 'rejected' | 'superseded'>>;
}

/** What is kept of it. */
export interface KeptMaking extends Making {
  /** Whether its form stood open: it opens again by itself. */
  readonly open: boolean;
  /** When it was kept last: ISO 8601 instant, UTC. */
  readonly at: string;
  readonly name: string;
}

/** Of the layout; another one is not read. */
const VERSION = 1;

/**
 * The name under which a making is kept: one for each thing that is changed or made.
 *
 * @example
 * nameOfMaking('src_7d2', { title: '…', drafts, inPlaceOf: ['clm_1'] }); // 'claim src_7d2 clm_1'
 */
export function nameOfMaking(source: string, { drafts, inPlaceOf }: Making): string {
  const words = drafts[0]?.words[0];
  const what = inPlaceOf.length > 0 ? inPlaceOf.join(' ') : `new ${words?.start ?? 0} ${words?.end ?? 0}`;
  return `claim ${source} ${what}${drafts.length > 1 ? ' split' : ''}`.slice(0, 300);
}

/**
 * As it is kept.
 *
 * @example
 * keep(nameOfMaking(source, making), { source, body: bodyOfMaking(making, true) });
 */
export function bodyOfMaking(making: Making, open: boolean): string {
  const { title, drafts, inPlaceOf, seen } = making;
  return JSON.stringify({ version: VERSION, title, drafts, inPlaceOf, seen, open });
}

/**
 * Reads what was kept; null for what another version wrote.
 *
 * @example
 * makingOf({ name, body, at })?.drafts.length; // 1
 */
export function makingOf(note: {
  readonly name: string;
  readonly body: string;
  readonly at: string;
}): KeptMaking | null {
  try {
    const read: unknown = JSON.parse(note.body);
    if (!isMaking(read)) return null;
    const { title, drafts, inPlaceOf, seen, open } = read;
    const stood = seen === undefined ? {} : { seen };
    return { title, drafts, inPlaceOf, ...stood, open, at: note.at, name: note.name };
  } catch {
    return null;
  }
}

interface Read extends Making {
  readonly open: boolean;
}

function isMaking(read: unknown): read is Read {
  if (typeof read !== 'object' || read === null) return false;
  const { version, title, drafts, inPlaceOf, open } = read as Record<string, unknown>;
  return (
    version === VERSION &&
    typeof title === 'string' &&
    typeof open === 'boolean' &&
    Array.isArray(inPlaceOf) &&
    Array.isArray(drafts) &&
    drafts.length > 0 &&
    drafts.every((one: Partial<ClaimDraft> | null) => Array.isArray(one?.words) && Array.isArray(one?.steps))
  );
}
