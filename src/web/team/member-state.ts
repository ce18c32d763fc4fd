/** Who is signed in to a team's desk, and what they may ask for; null on a desk for one. */
import { signal } from '@preact/signals';
import { type Answer, call } from '../api/call.ts';
import { DeskFault, noAnswer } from '../api/desk-fault.ts';

export type Member = Answer<'GET /api/team/self'>;

export const member = signal<Member | null>(null);

/**
 * Asks who is signed in.
 *
 * @throws DeskFault
 * @example
 * await readMember();
 */
export async function readMember(): Promise<void> {
  member.value = await call('GET /api/team/self', {});
}

/**
 * Whether whoever uses this desk may ask for a route: on a desk for one, whoever opened it may.
 *
 * @example
 * may('POST /api/team/invitations'); // false
 */
export function may(route: string): boolean {
  return member.value === null || member.value.may.includes(route);
}

/**
 * What went wrong, in words.
 *
 * @example
 * setFault(faultWords(error));
 */
export function faultWords(error: unknown): string {
  return (error instanceof DeskFault ? error : noAnswer()).message;
}
