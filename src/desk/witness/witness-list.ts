/** The witnesses that a record names: adding one, giving it another key, forgetting it. Refuses keys that do not cosign. */

import { OnRecordError } from '../../record/onrecord-error.ts';
import type { RecordSettings, Witness } from '../../record/record-settings.ts';
import type { Desk } from '../desk.ts';
import { readWitnessKey } from '../verify/signed-checkpoint.ts';

/**
 * Names a witness, from now on.
 *
 * @throws OnRecordError `bad-usage` for a key that is none, a name without letters, a key that another witness has
 * @example
 * await rememberWitness(desk, { name: 'Partner', vkey }, 'A. Archivist');
 */
export async function rememberWitness(
  desk: Pick<Desk, 'store' | 'clock'>,
  { name, vkey }: Witness,
  agent: string,
): Promise<readonly Witness[]> {
  const key = readWitnessKey(vkey);
  const shown = name.trim().normalize('NFC');
  if (shown === '' || shown.length > 120 || /\p{Cc}/u.test(shown))
    throw new OnRecordError('bad-usage', 'Name the witness with --name, in one line of at most 120 letters.');
  if (key.name === `${desk.store.identity.origin}/witness`)
    throw new OnRecordError(
      'bad-usage',
      'This is the witness key of this very vault. A witness must be somebody else: ask the partner for the key that their vault prints with: onrecord witness',
    );
  const settings = await desk.store.settings();
  const other = settings.witnesses.find((one) => one.vkey === vkey.trim() && one.name !== shown);
  if (other !== undefined)
    throw new OnRecordError('bad-usage', `That key is known already, as the witness ${other.name}.`);
  const kept = settings.witnesses.filter((one) => one.name !== shown);
  return change(desk, settings, { witnesses: [...kept, { name: shown, vkey: vkey.trim() }], agent });
}

/**
 * Forgets a witness; what it signed stays in the log and is not counted any more.
 *
 * @throws OnRecordError `not-found`
 * @example
 * await forgetWitness(desk, 'Partner', 'A. Archivist');
 */
export async function forgetWitness(
  desk: Pick<Desk, 'store' | 'clock'>,
  name: string,
  agent: string,
): Promise<readonly Witness[]> {
  const settings = await desk.store.settings();
  const kept = settings.witnesses.filter((one) => one.name !== name.trim().normalize('NFC'));
  if (kept.length === settings.witnesses.length)
    throw new OnRecordError(
      'not-found',
      `No witness of this record is called ${name.slice(0, 120)}. See: onrecord settings`,
    );
  return change(desk, settings, { witnesses: kept, agent });
}

async function change(
  { store, clock }: Pick<Desk, 'store' | 'clock'>,
  settings: RecordSettings,
  { witnesses, agent }: { readonly witnesses: readonly Witness[]; readonly agent: string },
): Promise<readonly Witness[]> {
  if (JSON.stringify(witnesses) !== JSON.stringify(settings.witnesses)) {
    const body = { action: 'settings-changed', settings: { ...settings, witnesses } } as const;
    await store.append([{ at: clock().toISOString(), agent, subject: 'log', body }]);
  }
  return witnesses;
}
