/**
 * A release of counts as it stands in a compartment and in the log, with the signatures of who prepared it and of who signed it
 * off. Names alone would prove nothing: a member could write any name.
 */
import { type CountsStep, isCountsSignature } from '../../crypto/compartment/counts-signature.ts';
import type { Release } from '../../reckon/disclosure/release.ts';
import { readRelease } from '../../reckon/disclosure/release-record.ts';
import type { CompartmentId, CountsId } from '../../record/id.ts';
import { OnRecordError } from '../desk.ts';

/** What stands in the sealed record. */
export interface CountsContent {
  readonly format: 'onrecord/counts/v1';
  /** JSON of the release. */
  readonly release: string;
  readonly signatures: { readonly prepared: string; readonly signedOff: string | null };
}

/** Whose keys a name may stand for: every key that the heads of the compartment ever gave it. */
export type SignKeys = ReadonlyMap<string, readonly string[]>;

/**
 * The text that the member who prepared a release signs: the release before anybody signed it off.
 *
 * @example
 * signCounts('prepared', preparedText(release), keys);
 */
export function preparedText(release: Release): string {
  return JSON.stringify(readRelease({ ...release, signedOffBy: null, signedOffAt: null }));
}

/**
 * The release of a content, when it is of this record and the signatures are those of the members it names.
 *
 * @throws OnRecordError `verify-failed`
 * @example
 * const release = checkedRelease(content, { id, compartment, keys });
 */
export function checkedRelease(
  { release: text, signatures }: Pick<CountsContent, 'release' | 'signatures'>,
  of: { readonly id: CountsId; readonly compartment: CompartmentId; readonly keys: SignKeys },
): Release {
  const release = releaseIn(text, of.id);
  const { preparedBy, signedOffBy } = release;
  const preparer = signerOf('prepared', preparedBy, preparedText(release), signatures.prepared, of.keys);
  const signer =
    signedOffBy === null
      ? null
      : signerOf('signedOff', signedOffBy, text, signatures.signedOff ?? '', of.keys);
  const isHere = release.id === of.id && release.compartment === of.compartment;
  if (isHere && preparer !== null && preparer !== signer && (signedOffBy === null || signer !== null))
    return release;
  throw new OnRecordError(
    'verify-failed',
    `The counts ${of.id} are not signed by the members they name: somebody else wrote them, or changed them. No counts are released until this is cleared up. Run: onrecord verify`,
    { subject: of.id },
  );
}

function releaseIn(text: string, id: CountsId): Release {
  try {
    return readRelease(JSON.parse(text));
  } catch (cause) {
    throw new OnRecordError('damaged', `The counts ${id} cannot be read. Run: onrecord verify`, {
      subject: id,
      cause,
    });
  }
}

/** The key that made a signature, among those of a name; null: none of them. */
function signerOf(
  step: CountsStep,
  name: string,
  text: string,
  signature: string,
  keys: SignKeys,
): string | null {
  return keys.get(name)?.find((publicKey) => isCountsSignature({ step, text, publicKey, signature })) ?? null;
}
