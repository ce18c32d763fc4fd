/** What somebody else decided while a person was looking: asked inside the transaction, so that of two decisions at once one is refused. */
import type { NewEntry } from '../../desk/ports/record-store.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Lookup } from '../projection/lookup.ts';

/**
 * Refuses an entry that rests on how claims and links stood, when one of them stands otherwise.
 *
 * @throws OnRecordError `changed-meanwhile`; its faults bear the ids as paths
 * @example
 * refuseChanged({ ...entry, whileStanding: [{ id: 'clm_…', status: 'proposed' }] }, lookup);
 */
export function refuseChanged(
  { whileStanding = [] }: NewEntry,
  lookup: Pick<Lookup, 'claim' | 'link'>,
): void {
  const others = whileStanding.filter(({ id, status }) => {
    const held = id.startsWith('lnk_') ? lookup.link(id) : lookup.claim(id);
    return held?.status !== status;
  });
  const [first] = others;
  if (first === undefined) return;
  throw new OnRecordError(
    'changed-meanwhile',
    'Somebody else decided on this meanwhile: nothing of this step was stored.',
    {
      subject: first.id,
      faults: others.map(({ id, status }) => ({ path: id, message: `It is ${status} no more.` })),
    },
  );
}
