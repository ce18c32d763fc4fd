/**
 * The ciphertexts of all cases of a compartment, fetched while the member's passphrase is tried on another thread: neither
 * needs the other. They count only when the log has not grown since; otherwise the store is asked again.
 */
import { decodeBase64 } from '../../crypto/strict-base64.ts';
import type { CompartmentId } from '../../record/id.ts';
import { type Desk, OnRecordError } from '../desk.ts';
import type { StoredSealed } from '../ports/sealed-store.ts';
import { compartmentMeant } from './compartment-meant.ts';

/** A ciphertext as fetched. */
export interface FetchedCase {
  /** Without the text of the ciphertext. */
  readonly stored: StoredSealed;
  /** Empty where there was none to read: it does not open. */
  readonly body: Uint8Array;
}

export interface FetchedCases {
  readonly compartment: CompartmentId;
  /** Number of the newest log entry before they were fetched; 0: none. */
  readonly entries: number;
  readonly cases: readonly FetchedCase[];
}

/**
 * Fetches them; null when it is not clear yet which compartment is meant.
 *
 * @param asked id or its beginning; null: the only one there is
 * @example
 * const ahead = await fetchCases(desk, null);
 */
export async function fetchCases(
  { store }: Pick<Desk, 'store'>,
  asked: string | null,
): Promise<FetchedCases | null> {
  try {
    const { id } = await compartmentMeant(store, asked);
    const entries = (await store.head())?.seq ?? 0;
    const cases: FetchedCase[] = [];
    await store.eachSealed(id, 'case', (stored) => cases.push(fetchedCase(stored)));
    return { compartment: id, entries, cases };
  } catch (error) {
    // Whoever reads asks again and is told then.
    if (error instanceof OnRecordError) return null;
    throw error;
  }
}

/**
 * Hands over every case of a compartment: those that were fetched, when nothing was written since, else the store's.
 *
 * @example
 * await eachCase(desk, { compartment, fetched: null }, ({ stored, body }) => open(stored, body));
 */
export async function eachCase(
  { store }: Pick<Desk, 'store'>,
  from: { readonly compartment: CompartmentId; readonly fetched: FetchedCases | null },
  each: (one: FetchedCase) => void,
): Promise<void> {
  const { compartment, fetched } = from;
  if (fetched?.compartment === compartment && fetched.entries === ((await store.head())?.seq ?? 0))
    for (const one of fetched.cases) each(one);
  else await store.eachSealed(compartment, 'case', (stored) => each(fetchedCase(stored)));
}

function fetchedCase(stored: StoredSealed): FetchedCase {
  const body = stored.sealed === null ? null : decodeBase64(stored.sealed);
  return { stored: { ...stored, sealed: null }, body: body ?? new Uint8Array(0) };
}
