/** The signed heads of a compartment as the log holds them: names, public keys and signatures, in clear. Nothing is opened. */
import type { CompartmentHead } from '../../crypto/compartment/compartment-head.ts';
import { readHead } from '../../crypto/compartment/read-head.ts';
import type { CompartmentId } from '../../record/id.ts';
import { readJson } from '../../record/read-json.ts';
import { type Desk, OnRecordError } from '../desk.ts';
import type { SignKeys } from './checked-release.ts';

/**
 * All heads of a compartment in order, as the log holds them.
 *
 * @throws OnRecordError `damaged`
 * @example
 * const heads = await headsOf(desk.store, 'cmp_…');
 */
export async function headsOf(
  store: Desk['store'],
  compartment: CompartmentId,
): Promise<readonly CompartmentHead[]> {
  const entries = await store.entriesWith('compartment-changed');
  return entries.flatMap(({ body, seq }) => {
    if (body?.action !== 'compartment-changed' || body.compartment !== compartment) return [];
    const read = readHead(readJson(body.head));
    if (read.ok && read.head.epoch === body.epoch) return [read.head];
    throw new OnRecordError('damaged', `The head of the compartment in entry ${seq} cannot be read.`, {
      subject: compartment,
    });
  });
}

/**
 * Every key of every name, from heads that follow each other.
 *
 * @example
 * signKeysOf(followed.chain).get('lena');
 */
export function signKeysOf(chain: readonly CompartmentHead[]): SignKeys {
  const keys = new Map<string, string[]>();
  for (const { name, keys: own } of chain.flatMap(({ members }) => members))
    if (keys.get(name)?.includes(own.sign) !== true) keys.set(name, [...(keys.get(name) ?? []), own.sign]);
  return keys;
}
