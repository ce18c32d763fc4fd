/** One thing that a member did or saw on a team's server, as it is kept for whoever audits it. Ids, never content. */
import type { AccountId } from '../id.ts';

/**
 * `read`: something internal or sealed was shown; `write`: the record was changed; `out`: something left the vault; `denied`:
 * asked for and not given; `assigned`, `assignment-ended` and `commented`: what members hand
 * to each other and say about things of the record; the rest is about accounts.
 */
export const ACCESS_ACTS = [
  'read',
  'write',
  'out',
  'denied',
  'signed-in',
  'sign-in-failed',
  'signed-out',
  'session-ended',
  'invited',
  'joined',
  'account-changed',
  'recovery-asked',
  'recovered',
  'settings-changed',
  'assigned',
  'assignment-ended',
  'commented',
] as const;
export type AccessAct = (typeof ACCESS_ACTS)[number];

export interface Access {
  /** 1-based; gaps are possible. */
  readonly seq: number;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  /** Null: nobody was signed in. */
  readonly account: AccountId | null;
  /** Their name at the time; '' when nobody was signed in. */
  readonly name: string;
  readonly act: AccessAct;
  /** The route, as "GET /api/sources/{id}". */
  readonly route: string;
  /** Ids of sources and other things that it was about; of sources, those that are internal or sealed. */
  readonly about: readonly string[];
  /** What changed, in codes: "roles reader reviewer"; null: nothing to tell. */
  readonly detail: string | null;
}
