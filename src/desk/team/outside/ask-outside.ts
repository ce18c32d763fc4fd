/** Sends a browser to the organisation's sign-in, with a question that this browser alone answers, once, within ten minutes. */
import { sameHash } from '../../../crypto/keyed-hash.ts';
import type { AccountId, SessionId } from '../../../record/id.ts';
import type { OutsideDoor, OutsideProof, OutsideQuestion } from '../../ports/outside-door.ts';
import { openInvitation } from '../invitations.ts';
import { keep, keptBy } from '../kept.ts';
import { later, newSecret, type Team } from '../team.ts';

/** Seconds. */
const LASTS = 600;

/** What somebody is sent there for. */
export type OutsidePurpose =
  | { readonly kind: 'sign-in' }
  | { readonly kind: 'join'; readonly token: string }
  | { readonly kind: 'prove' | 'bind'; readonly account: AccountId; readonly session: SessionId };

interface Asked {
  readonly purpose: OutsidePurpose;
  readonly question: OutsideQuestion;
  /** Secret of the browser that asked: nobody is signed in by an address that somebody else sent them. */
  readonly browser: string;
}

/** Whom the provider vouched for, and what that was asked for. */
export interface OutsideAnswer {
  readonly purpose: OutsidePurpose;
  readonly proof: OutsideProof;
}

/**
 * Asks.
 *
 * @param browser secret that the browser bears in a cookie
 * @returns where it is sent
 * @throws OnRecordError `unreachable`; `not-found` for an invitation that opens nothing
 * @example
 * const address = await askOutside(team, door, { purpose: { kind: 'sign-in' }, browser });
 */
export async function askOutside(
  team: Team,
  door: OutsideDoor,
  { purpose, browser }: { readonly purpose: OutsidePurpose; readonly browser: string },
): Promise<string> {
  if (purpose.kind === 'join') await openInvitation(team, purpose.token);
  const again = purpose.kind === 'prove';
  const question: OutsideQuestion = {
    state: newSecret(team),
    nonce: newSecret(team),
    verifier: newSecret(team),
    again,
  };
  const address = await door.ask(question);
  const place = {
    kind: 'challenge',
    id: newSecret(team),
    key: question.state,
    until: later(team, LASTS),
  } as const;
  const value: Asked = { purpose, question, browser };
  await keep(team, place, value, 0);
  return address;
}

/**
 * Reads what the browser came back with.
 *
 * @param answer the query of the address, without the question mark
 * @param browser null: it bears no cookie
 * @returns null: it does not fit; the question is used up all the same
 * @throws OnRecordError `unreachable`
 * @example
 * const answered = await answerOutside(team, door, { answer: 'code=…&state=…', browser });
 */
export async function answerOutside(
  team: Team,
  door: OutsideDoor,
  { answer, browser }: { readonly answer: string; readonly browser: string | null },
): Promise<OutsideAnswer | null> {
  const states = new URLSearchParams(answer).getAll('state');
  const held = states.length === 1 ? await keptBy<Asked>(team, 'challenge', states[0] ?? '') : null;
  if (held === null || browser === null || !isAsked(held.value)) return null;
  const { purpose, question } = held.value;
  if (!sameHash(browser, held.value.browser)) return null;
  if (!(await team.store.drop('challenge', held.id))) return null;
  const proof = await door.proof(answer, question);
  return proof === null ? null : { purpose, proof };
}

/** Questions for passkeys lie there, too. */
function isAsked(value: object): value is Asked {
  return 'purpose' in value && 'question' in value;
}
