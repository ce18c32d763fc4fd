/** What is written to the log about who used a team's desk. */
import type { Access } from '../team/access.ts';

/** Who did and who saw what on a team's server, some at a time: so it stands in the proof tree. Ids and names of members alone. */
export interface AccessesLogged {
  readonly action: 'accesses-logged';
  /** In the order of their numbers. One that was handed over twice stands twice, under one number. */
  readonly accesses: readonly Access[];
}
