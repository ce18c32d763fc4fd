/** What the use cases over a team's people are handed. */
import type { Argon2Cost } from '../../crypto/passphrase-key.ts';
import type { NewId } from '../../record/id.ts';
import type { Clock } from '../ports/clock.ts';
import type { TeamStore } from '../ports/team-store.ts';

export interface Team {
  readonly store: TeamStore;
  readonly clock: Clock;
  readonly newId: NewId;
  /** Unpredictable bytes. */
  readonly random: (count: number) => Uint8Array;
  /** 32 bytes, of the vault: seals what is kept and hashes what is compared. */
  readonly key: Uint8Array;
  /** Work of a try of a passphrase. */
  readonly cost: Argon2Cost;
  /** What the team is called in authenticator apps and beside passkeys. */
  readonly name: string;
}

/**
 * A secret for an address or a cookie: 256 bits.
 *
 * @example
 * const token = newSecret(team);
 */
export function newSecret({ random }: Pick<Team, 'random'>): string {
  return Buffer.from(random(32)).toString('base64url');
}

/**
 * Now, and so many seconds later.
 *
 * @returns ISO 8601 instant, UTC
 * @example
 * const until = later(team, 3600);
 */
export function later({ clock }: Pick<Team, 'clock'>, seconds: number): string {
  return new Date(clock().getTime() + seconds * 1000).toISOString();
}
