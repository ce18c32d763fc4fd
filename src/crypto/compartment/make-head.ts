/** Makes the first and the next head of a compartment, and refuses those that `checkHead` would refuse. */
import { checkHead, type HeadFault } from './check-head.ts';
import {
  type CompartmentHead,
  type HeadContent,
  type HeadMember,
  headHash,
  signHead,
} from './compartment-head.ts';
import { type EpochKey, keyCheck } from './epoch-key.ts';
import type { MemberKeys } from './member-keys.ts';
import { readHead } from './read-head.ts';

/** A head that was made, or why it may not be. */
export type MadeHead =
  | { readonly ok: true; readonly head: CompartmentHead }
  | { readonly ok: false; readonly faults: readonly HeadFault[] };

/** Who signs a head: their name in it and their unlocked keys. */
export interface HeadSigner {
  readonly name: string;
  readonly keys: MemberKeys;
}

/**
 * The first head of a compartment: its founder is its only member and its admin.
 *
 * @param input.key the key of epoch 1
 * @param input.label from `sealLabel`, or null
 * @param input.at ISO 8601 in UTC
 * @throws TypeError for a key of a later epoch, and for a name, label or time that nobody could read
 * @example
 * const head = firstHead({ key, label, founder: { name: 'omar', keys }, at: '2026-01-05T09:00:00Z' });
 */
export function firstHead(input: {
  readonly key: EpochKey;
  readonly label: string | null;
  readonly founder: HeadSigner;
  readonly at: string;
}): CompartmentHead {
  const { key, label, founder, at } = input;
  if (key.epoch !== 1) throw new TypeError('A compartment begins with epoch 1.');
  const { name, keys } = founder;
  const members = [{ name, keys: keys.publicKeys, role: 'admin' as const }];
  const place = { number: 1, previous: null, records: null, at, by: name };
  return formed(signHead(contentOf({ ...place, key, label, members }), keys));
}

/**
 * The next head: other members, other roles, or a new epoch with a new key.
 *
 * @param input.members all members from now on; whoever is missing is removed, which needs a key of the next epoch
 * @param input.records from `recordsHash`, or null
 * @returns the faults instead when `checkHead` would refuse it
 * @throws TypeError for a name, label or time that nobody could read
 * @example
 * const made = nextHead({ previous: head, members: [...head.members, lena], key, label, records: null, at, by });
 */
export function nextHead(input: {
  readonly previous: CompartmentHead;
  readonly members: readonly HeadMember[];
  readonly key: EpochKey;
  readonly label: string | null;
  readonly records: string | null;
  readonly at: string;
  readonly by: HeadSigner;
}): MadeHead {
  const { previous, by, ...rest } = input;
  const place = { number: previous.number + 1, previous: headHash(previous), by: by.name };
  const head = formed(signHead(contentOf({ ...rest, ...place }), by.keys));
  const faults = checkHead(previous, head);
  return faults.length === 0 ? { ok: true, head } : { ok: false, faults };
}

/** A head that its readers refuse would close the compartment for good. */
function formed(head: CompartmentHead): CompartmentHead {
  const read = readHead(head);
  if (read.ok) return read.head;
  throw new TypeError(read.faults.map(({ path, message }) => `${path} ${message}`).join('; '));
}

function contentOf({
  key,
  ...rest
}: Omit<HeadContent, 'compartment' | 'epoch' | 'keyCheck'> & { readonly key: EpochKey }): HeadContent {
  const { compartment, epoch } = key;
  return { ...rest, compartment, epoch, keyCheck: keyCheck(key) };
}
