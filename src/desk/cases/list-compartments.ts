/** Compartments as everybody with the record can see them: members, epochs, how many records; no name and no content. */
import type { MemberRole } from '../../crypto/compartment/compartment-head.ts';
import { fingerprint } from '../../crypto/compartment/fingerprint.ts';
import type { CompartmentId } from '../../record/id.ts';
import type { Desk } from '../desk.ts';
import { headsOf } from '../released-counts/compartment-heads.ts';

export interface ListedCompartment {
  readonly id: CompartmentId;
  readonly epoch: number;
  /** As the newest head says; whether it is genuine shows when a member opens it. */
  readonly members: readonly {
    readonly name: string;
    readonly role: MemberRole;
    readonly fingerprint: string;
  }[];
  /** Cases, documents and logs of reads together. */
  readonly records: number;
}

/**
 * All of them, oldest first.
 *
 * @example
 * (await listCompartments(desk))[0]?.records; // 12
 */
export async function listCompartments({
  store,
}: Pick<Desk, 'store'>): Promise<readonly ListedCompartment[]> {
  const found: ListedCompartment[] = [];
  for (const { id, epoch } of await store.compartments()) {
    const head = (await headsOf(store, id)).at(-1);
    // By their keys: their ciphertexts may be many megabytes.
    const records = new Set((await store.recordKeys(id)).map(({ record }) => record)).size;
    const members = (head?.members ?? []).map(({ name, role, keys }) => ({
      name,
      role,
      fingerprint: fingerprint(keys),
    }));
    found.push({ id, epoch, members, records });
  }
  return found;
}
