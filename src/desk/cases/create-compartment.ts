/** Makes a compartment: its first key, its first head, and the key wrapped for the founder, who is its admin. */
import { sealLabel } from '../../crypto/compartment/compartment-label.ts';
import { createEpochKey, wipeEpochKey } from '../../crypto/compartment/epoch-key.ts';
import { firstHead } from '../../crypto/compartment/make-head.ts';
import { wrapForMember } from '../../crypto/compartment/wrap-key.ts';
import type { CompartmentId } from '../../record/id.ts';
import { OnRecordError } from '../desk.ts';
import type { CaseDesk } from './case-desk.ts';
import type { UnlockedMember } from './unlock-member.ts';

const MOST_LABEL = 252;

/**
 * Makes it.
 *
 * @param label the true name, told to members alone; null: none
 * @throws OnRecordError `bad-usage` for a name that is too long; `read-only`, `disk-full`
 * @example
 * const id = await createCompartment(desk, me, 'Families from the north');
 */
export async function createCompartment(
  desk: CaseDesk,
  me: UnlockedMember,
  label: string | null,
): Promise<CompartmentId> {
  const { random } = desk;
  const name = label?.normalize('NFC').trim() ?? '';
  if (new TextEncoder().encode(name).length > MOST_LABEL)
    throw new OnRecordError('bad-usage', `The name of a compartment has at most ${MOST_LABEL} bytes.`);
  const compartment = desk.newId('compartment');
  const key = createEpochKey({ compartment, epoch: 1, random });
  const at = desk.clock().toISOString();
  const by = { name: me.name, keys: me.keys };
  const sealed = name === '' ? null : sealLabel({ key, label: name, random });
  const head = firstHead({ key, label: sealed, founder: by, at });
  const wrapped = await wrapForMember({
    key,
    member: { name: me.name, keys: me.keys.publicKeys },
    by,
    random,
  });
  wipeEpochKey(key);
  const wraps = [{ member: me.name, wrapped: JSON.stringify(wrapped) }];
  const body = {
    action: 'compartment-changed' as const,
    compartment,
    epoch: 1,
    head: JSON.stringify(head),
    wraps,
  };
  await desk.store.append([{ at, agent: me.name, subject: compartment, body }]);
  return compartment;
}
