/** Reads and keeps a team's things: sealed under the team's key, each bound to its kind and id, changed only as they were read. */
import { keyedHash } from '../../crypto/keyed-hash.ts';
import { NONCE_BYTES, openWrappedKey, wrapKey } from '../../crypto/wrapped-key.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { HeldItem, TeamKind } from '../ports/team-store.ts';
import type { Team } from './team.ts';

/** A thing as it was read. */
export interface Kept<T> {
  readonly value: T;
  readonly id: string;
  readonly owner: string | null;
  readonly until: string | null;
  /** 0: not kept yet. */
  readonly version: number;
}

/** Where it is kept. */
export interface Place {
  readonly kind: TeamKind;
  readonly id: string;
  readonly owner?: string | null;
  /** In clear: hashed before it is kept. */
  readonly key?: string | null;
  readonly until?: string | null;
}

/**
 * Keeps a thing.
 *
 * @param version of the one that was read; 0: it is new
 * @returns false when it was changed meanwhile, or its id or key is taken
 * @example
 * await keep(team, { kind: 'setting', id: 'team' }, { secondPerson: true }, 0);
 */
export async function keep(team: Team, place: Place, value: unknown, version: number): Promise<boolean> {
  const { kind, id, owner = null, key = null, until = null } = place;
  const body = wrapKey({
    key: team.key,
    secret: Buffer.from(JSON.stringify(value), 'utf8'),
    context: contextOf(kind, id),
    nonce: team.random(NONCE_BYTES),
  });
  const hashed = key === null ? null : keyedHash(team.key, `team ${kind}`, key);
  return team.store.put({ kind, id, owner, key: hashed, body, until }, version);
}

/**
 * Reads one by its id; null: there is none, or its time is over.
 *
 * @throws OnRecordError `damaged`
 * @example
 * const held = await kept<Account>(team, 'account', 'acc_…');
 */
export async function kept<T>(team: Team, kind: TeamKind, id: string): Promise<Kept<T> | null> {
  return opened<T>(team, await team.store.get(kind, id));
}

/** Reads one by what it is found by. */
export async function keptBy<T>(team: Team, kind: TeamKind, key: string): Promise<Kept<T> | null> {
  return opened<T>(team, await team.store.byKey(kind, keyedHash(team.key, `team ${kind}`, key)));
}

/** Reads all of a kind whose time is not over, by id. */
export async function allKept<T>(team: Team, kind: TeamKind, owner?: string): Promise<readonly Kept<T>[]> {
  const items = await team.store.list(kind, owner);
  return items.flatMap((item) => opened<T>(team, item) ?? []);
}

function opened<T>(team: Team, item: HeldItem | null): Kept<T> | null {
  if (item === null) return null;
  const { kind, id, owner, until, version } = item;
  if (until !== null && until <= team.clock().toISOString()) return null;
  const secret = openWrappedKey({ wrapped: item.body, key: team.key, context: contextOf(kind, id) });
  if (secret === null)
    throw new OnRecordError(
      'damaged',
      'What is kept of the team was changed, or belongs to another vault: restore the database from a copy.',
      { subject: id },
    );
  const value = JSON.parse(Buffer.from(secret).toString('utf8')) as T;
  secret.fill(0);
  return { value, id, owner, until, version };
}

function contextOf(kind: TeamKind, id: string): string {
  return `onrecord/team/v1 ${kind} ${id}`;
}
