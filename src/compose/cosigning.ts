/** The witness key of an open vault behind its port. */
import type { NoteSigner } from '../crypto/note-key.ts';
import { OnRecordError } from '../desk/desk.ts';
import type { Cosigning } from '../desk/ports/cosigning.ts';

/**
 * Vouches with a cosigner's key.
 *
 * @param cosigner of type 0x04
 * @example
 * const cosigning = await cosigningWith(vault.keys.cosigner);
 */
export async function cosigningWith(cosigner: NoteSigner): Promise<Cosigning> {
  const [{ addCosignature }, { formatVkey }] = await Promise.all([
    import('../crypto/cosignature.ts'),
    import('../crypto/note-key.ts'),
  ]);
  return {
    vkey: formatVkey(cosigner),
    cosign: async (note, posixSeconds) => {
      const cosigned = addCosignature(note, cosigner, posixSeconds);
      if (cosigned.ok) return cosigned.note;
      throw new OnRecordError('bad-usage', `This cannot be cosigned: ${cosigned.fault}`);
    },
  };
}
