/** Desks in memory that keep logs and vouch for each other, for tests of checkpoints and witnesses. */
import { type MemoryDesk, memoryDesk } from '../../../test/fixtures/desk/memory-desk.ts';
import { addCosignature } from '../../crypto/cosignature.ts';
import { ED25519_COSIGNATURE, formatVkey, noteSigner } from '../../crypto/note-key.ts';
import { sha256Hex } from '../../crypto/sha256.ts';
import type { Cosigning } from '../ports/cosigning.ts';

/** A desk whose log has so many entries; `mark` makes them different from those of another desk of the same log. */
export async function deskWithLog(
  origin: string,
  entries: number,
  options: { readonly mark?: string; readonly clock?: () => Date } = {},
): Promise<MemoryDesk> {
  const desk = memoryDesk({ origin, ...(options.clock === undefined ? {} : { clock: options.clock }) });
  await grow(desk, entries, options.mark ?? 'check');
  return desk;
}

/** Adds entries to a log. */
export async function grow(desk: MemoryDesk, entries: number, mark = 'check'): Promise<void> {
  for (let count = 0; count < entries; count += 1)
    await desk.store.append([
      {
        at: desk.clock().toISOString(),
        agent: 'machine',
        subject: 'log',
        body: { action: 'fixity-checked', captures: 0, entries: 0, faults: 0, items: [mark] },
      },
    ]);
}

/** The witness key of a desk in memory. */
export function cosigningOf(desk: MemoryDesk): Cosigning {
  const name = `${desk.store.identity.origin}/witness`;
  const cosigner = noteSigner(name, Buffer.from(sha256Hex(`seed of ${name}`), 'hex'), ED25519_COSIGNATURE);
  return {
    vkey: formatVkey(cosigner),
    cosign: async (note, posixSeconds) => {
      const cosigned = addCosignature(note, cosigner, posixSeconds);
      if (!cosigned.ok) throw new TypeError(cosigned.fault);
      return cosigned.note;
    },
  };
}
