/**
 * Follows all heads of a compartment from the first to the last, and compares with the last head that this member
 * remembers on their own disk: a store that shows an old state or another history is found out.
 */
import { checkHead, type HeadFault, headFault } from './check-head.ts';
import { type CompartmentHead, headHash } from './compartment-head.ts';
import { type EpochKey, keyCheck } from './epoch-key.ts';
import { fingerprint } from './fingerprint.ts';
import type { MemberKeys } from './member-keys.ts';
import { unwrapKey, type WrappedEpochKey } from './wrap-key.ts';

/** The last head a member saw, as they keep it on their own disk. */
export interface RememberedHead {
  readonly compartment: string;
  readonly number: number;
  /** From `headHash`. */
  readonly hash: string;
}

/** Heads that follow each other; only `followHeads` makes it. */
export interface FollowedHeads {
  /** The last one. */
  readonly head: CompartmentHead;
  /** All, in order, from the first. */
  readonly chain: readonly CompartmentHead[];
  /** What to remember from now on. */
  readonly remember: RememberedHead;
}

/** Heads that follow each other, or what is wrong with the first that does not. */
export type HeadsFollowed =
  | { readonly ok: true; readonly followed: FollowedHeads }
  | { readonly ok: false; readonly faults: readonly HeadFault[] };

/**
 * Checks the whole chain of a compartment's heads.
 *
 * @param compartment the one that was asked for
 * @param heads all of them in order, each read by `readHead`
 * @param remembered the last one seen before; null the first time, when the admins' fingerprints must be compared
 * @example
 * const result = followHeads('north', heads, remembered);
 */
export function followHeads(
  compartment: string,
  heads: readonly CompartmentHead[],
  remembered: RememberedHead | null,
): HeadsFollowed {
  let previous: CompartmentHead | null = null;
  for (const head of heads) {
    const faults = checkHead(previous, head);
    if (faults.length > 0) return { ok: false, faults };
    previous = head;
  }
  const faults = memoryFaults(compartment, heads, remembered);
  if (previous === null || faults.length > 0) return { ok: false, faults };
  const remember = Object.freeze({ compartment, number: previous.number, hash: headHash(previous) });
  return {
    ok: true,
    followed: Object.freeze({ head: previous, chain: Object.freeze([...heads]), remember }),
  };
}

function memoryFaults(
  compartment: string,
  heads: readonly CompartmentHead[],
  remembered: RememberedHead | null,
): readonly HeadFault[] {
  const first = heads[0];
  if (first === undefined) return headFault(true, 'rolled-back', 'The compartment has no head at all.');
  const isOther = first.compartment !== compartment;
  if (isOther || (remembered !== null && remembered.compartment !== compartment))
    return headFault(true, 'other-compartment', 'These heads are of another compartment.');
  if (remembered === null) return [];
  const same = heads[remembered.number - 1];
  if (same === undefined)
    return headFault(
      true,
      'rolled-back',
      `Head ${remembered.number} was seen before and is missing now: an old state is being shown.`,
    );
  return headFault(
    headHash(same) !== remembered.hash,
    'forked',
    `Head ${remembered.number} is another one than was seen before: two histories are being shown.`,
  );
}

/**
 * The key of the current epoch: this member's wrap, given by somebody who was an admin in this epoch, and the key
 * that the head says. Null when any of it is not so, with no reason.
 *
 * @param input.wraps the compartment's wraps as stored; those for others are passed over
 * @example
 * const key = await openEpochKey({ followed, wraps, name: 'lena', keys });
 */
export async function openEpochKey(input: {
  readonly followed: FollowedHeads;
  readonly wraps: readonly WrappedEpochKey[];
  readonly name: string;
  readonly keys: MemberKeys;
}): Promise<EpochKey | null> {
  const { followed, wraps, name, keys } = input;
  const { compartment, epoch } = followed.head;
  const heads = followed.chain.filter((head) => head.epoch === epoch);
  const admins = heads.flatMap(({ members }) => members).filter(({ role }) => role === 'admin');
  for (const wrapped of wraps) {
    const admin = admins.find((member) => member.name === wrapped.by);
    if (admin === undefined) continue;
    const expected = { compartment, epoch, member: name };
    const key = await unwrapKey({ wrapped, expected, keys, admin });
    if (key === null) continue;
    if (keyCheck(key) === followed.head.keyCheck) return key;
    key.key.fill(0);
  }
  return null;
}

/** A member whose keys nobody has compared, or whose keys are other ones than were compared. */
export interface UnconfirmedMember {
  readonly name: string;
  readonly fingerprint: string;
  /** True when other keys were compared under this name before. */
  readonly changed: boolean;
}

/**
 * The members of a head whose fingerprints this person has not compared out of band: show them, never confirm them
 * by yourself.
 *
 * @param confirmed fingerprints by name, as this person compared them
 * @example
 * unconfirmedMembers(head, new Map([['omar', '3KQ0 …']]));
 */
export function unconfirmedMembers(
  head: CompartmentHead,
  confirmed: ReadonlyMap<string, string>,
): readonly UnconfirmedMember[] {
  return head.members.flatMap(({ name, keys }) => {
    const actual = fingerprint(keys);
    const known = confirmed.get(name);
    return known === actual ? [] : [{ name, fingerprint: actual, changed: known !== undefined }];
  });
}
