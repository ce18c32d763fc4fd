/**
 * What a team's server keeps beside the record: accounts, invitations, sessions, notes, and who saw what. Every instance asks the
 * same one, so that none holds a state of its own. The adapter sees sealed text; what may be compared is a hash or an id.
 */
import type { Access } from '../../record/team/access.ts';

/** Kinds of things that are kept. */
export const TEAM_KINDS = [
  'account',
  'invitation',
  'session',
  'challenge',
  'recovery',
  'removal',
  'outside',
  'setting',
  'note',
  'assignment',
  'comment',
  'mention',
  'lock',
] as const;
export type TeamKind = (typeof TEAM_KINDS)[number];

/** Whether a backup holds them: what ends by itself, or opens something to whoever holds it, is in none. */
export const KEPT_IN_BACKUPS: Readonly<Record<TeamKind, boolean>> = {
  account: true,
  invitation: false,
  session: false,
  challenge: false,
  recovery: false,
  removal: false,
  outside: true,
  setting: true,
  note: true,
  assignment: true,
  comment: true,
  mention: true,
  lock: false,
};

export interface TeamItem {
  readonly kind: TeamKind;
  /** Unique within its kind. */
  readonly id: string;
  /** Whose it is, or what it is about: an id; null: nobody's. */
  readonly owner: string | null;
  /** By which it is found, unique within its kind: a hash, hexadecimal; null: by its id alone. */
  readonly key: string | null;
  /** Sealed. */
  readonly body: string;
  /** ISO 8601 instant, UTC, after which it may be swept away; null: never. */
  readonly until: string | null;
}

/** As it lies there. */
export interface HeldItem extends TeamItem {
  /** 1 at first, one more with each change. */
  readonly version: number;
}

/** What happened, before it has a number. */
export type NewAccess = Omit<Access, 'seq'>;

/** All given conditions hold together. */
export interface AccessFilter {
  readonly account?: string;
  readonly act?: string;
  /** An id that it was about. */
  readonly about?: string;
  /** ISO 8601 instants, UTC: from (inclusive), to (exclusive). */
  readonly from?: string;
  readonly to?: string;
  /** Only those before this number. */
  readonly before?: number;
  /** Rows. */
  readonly limit: number;
}

/** An access with the entry of the record's log that holds it; null: it waits for the next one. */
export interface HeldAccess extends Access {
  readonly logged: number | null;
}

/** That something was kept or dropped: ids and kinds, no content. */
export interface TeamChange {
  readonly kind: TeamKind;
  readonly id: string;
  readonly owner: string | null;
  /** It was dropped. */
  readonly gone: boolean;
}

/** Kinds whose changes are told. Of sessions only their end is: their use is noted all the time. */
export const TOLD_KINDS: ReadonlySet<TeamKind> = new Set<TeamKind>([
  'assignment',
  'comment',
  'mention',
  'lock',
  'session',
]);

export interface TeamStore {
  get(kind: TeamKind, id: string): Promise<HeldItem | null>;
  byKey(kind: TeamKind, key: string): Promise<HeldItem | null>;
  /** By id. @param owner absent: everybody's */
  list(kind: TeamKind, owner?: string): Promise<readonly HeldItem[]>;
  /**
   * Keeps an item; on disk when this returns.
   *
   * @param version of the one it takes the place of; 0: there is none
   * @returns false when somebody else changed it meanwhile, or its id or key is taken: nothing was changed
   */
  put(item: TeamItem, version: number): Promise<boolean>;
  /** @returns whether it was there: of two that drop it at once one is told so */
  drop(kind: TeamKind, id: string): Promise<boolean>;
  /** Drops what may be swept away. */
  sweep(now: string): Promise<void>;
  /**
   * Counts one more try, and says how many there are, this one included.
   *
   * @param key a hash, hexadecimal
   * @param since ISO 8601 instant, UTC: a row of tries that began before it is forgotten
   */
  countTry(key: string, now: string, since: string): Promise<number>;
  /** Forgets the tries. */
  forgetTries(key: string): Promise<void>;

  /** Keeps what happened, in this order; on disk when this returns. Nothing takes it away. */
  addAccesses(accesses: readonly NewAccess[]): Promise<void>;
  /** The latest first. */
  accesses(filter: AccessFilter): Promise<readonly HeldAccess[]>;
  /**
   * Hands over the oldest accesses that no entry of the log holds yet, to one process at a time, and notes the entry. When it is
   * cut off in between they are handed over again: each bears its number.
   *
   * @returns how many were handed over; 0: none, or another process has them
   */
  logAccesses(most: number, log: (accesses: readonly Access[]) => Promise<number>): Promise<number>;
  /**
   * Keeps accesses that the record's log holds, under their numbers, in a place that has none: after a restore. Those that are there
   * are left as they are.
   */
  refill(accesses: readonly HeldAccess[]): Promise<void>;
  /**
   * Tells what is kept and dropped of `TOLD_KINDS` from now on, whichever process does it; a thing that was swept is not told.
   *
   * @param tell null: some may have been missed, because the keeper was away
   * @returns ends it
   */
  watch(tell: (change: TeamChange | null) => void): () => void;
  close(): Promise<void>;
}
