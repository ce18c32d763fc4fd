/**
 * Whether a head may follow another: the rules that make a ghost member, a replayed old head, a substituted key and a
 * member who was removed without a new key named faults. Tells every fault. It trusts the head before and nothing
 * else; a head without one before is trusted once its admins' fingerprints have been compared.
 */
import { verifyEd25519 } from '../ed25519.ts';
import { decodeBase64 } from '../strict-base64.ts';
import { type CompartmentHead, type HeadMember, headBytes, headHash } from './compartment-head.ts';

/** What can be wrong with a head that follows another. */
export type HeadFaultCode =
  | 'other-compartment'
  | 'replayed'
  | 'gap'
  | 'broken-chain'
  | 'lower-epoch'
  | 'skipped-epoch'
  | 'not-an-admin'
  | 'bad-signature'
  | 'signer-leaves'
  | 'swapped-key'
  | 'name-twice'
  | 'key-twice'
  | 'no-admin'
  | 'not-rotated'
  | 'key-changed'
  | 'key-kept'
  | 'rolled-back'
  | 'forked';

/** One thing that is wrong with a head. */
export interface HeadFault {
  readonly code: HeadFaultCode;
  /** Name of the member it is about; null when it is about the whole. */
  readonly member: string | null;
  /** A sentence for a person. */
  readonly message: string;
}

/**
 * Everything that is wrong with a head that should follow another; empty when it may. Both were read by `readHead`.
 *
 * @param previous the last head that was found right; null when `next` should be the first of its compartment
 * @example
 * const faults = checkHead(head, next);
 * if (faults.length === 0) remember(next);
 */
export function checkHead(previous: CompartmentHead | null, next: CompartmentHead): readonly HeadFault[] {
  return [
    ...orderFaults(previous, next),
    ...signerFaults(previous, next),
    ...memberFaults(next),
    ...(previous === null ? [] : [...keptFaults(previous, next), ...rotationFaults(previous, next)]),
  ];
}

/** One fault, or none. */
export function headFault(
  isWrong: boolean,
  code: HeadFaultCode,
  message: string,
  member: string | null = null,
): readonly HeadFault[] {
  return isWrong ? [Object.freeze({ code, member, message })] : [];
}

function orderFaults(previous: CompartmentHead | null, next: CompartmentHead): readonly HeadFault[] {
  const [number, epoch] = [previous?.number ?? 0, previous?.epoch ?? 0];
  const hash = previous === null ? null : headHash(previous);
  return [
    ...headFault(
      previous !== null && next.compartment !== previous.compartment,
      'other-compartment',
      'This head is of another compartment.',
    ),
    ...headFault(
      next.number <= number,
      'replayed',
      `Head ${next.number} is not newer than head ${number}, which was seen before: an old state is being shown.`,
    ),
    ...headFault(
      next.number > number + 1,
      'gap',
      `Head ${next.number} does not follow head ${number}: heads between them are missing.`,
    ),
    ...headFault(next.previous !== hash, 'broken-chain', `Head ${next.number} names another head before it.`),
    ...headFault(
      next.epoch < Math.max(epoch, 1),
      'lower-epoch',
      `Head ${next.number} goes back to epoch ${next.epoch}: an old key is being brought back.`,
    ),
    ...headFault(
      next.epoch > epoch + 1,
      'skipped-epoch',
      `Head ${next.number} goes from epoch ${epoch} to ${next.epoch}: one after the other is allowed.`,
    ),
  ];
}

/** The signer is an admin in the head before, with the key that stands there; the first head's signer in itself. */
function signerFaults(previous: CompartmentHead | null, next: CompartmentHead): readonly HeadFault[] {
  const signer = (previous ?? next).members.find(({ name }) => name === next.by);
  const stays = next.members.some(({ name }) => name === next.by);
  return [
    ...headFault(
      signer?.role !== 'admin',
      'not-an-admin',
      `${next.by} signed head ${next.number} and is no admin${previous ? ' in the head before' : ''}.`,
      next.by,
    ),
    ...headFault(
      signer !== undefined && !isSignedBy(signer, next),
      'bad-signature',
      `The signature on head ${next.number} is not ${next.by}'s.`,
      next.by,
    ),
    ...headFault(
      !stays,
      'signer-leaves',
      `${next.by} cannot sign their own removal: they would know the new key. Another admin removes them.`,
      next.by,
    ),
  ];
}

function isSignedBy(signer: HeadMember, { signature, ...content }: CompartmentHead): boolean {
  const [publicKey, signed] = [decodeBase64(signer.keys.sign), decodeBase64(signature)];
  if (publicKey === null || signed === null) return false;
  return verifyEd25519({ publicKey, message: headBytes(content), signature: signed });
}

function memberFaults({ members, number }: CompartmentHead): readonly HeadFault[] {
  const keysOf = ({ keys }: HeadMember): readonly string[] => [keys.sign, keys.receive];
  return [
    ...members.flatMap((member, index) => {
      const before = members.slice(0, index);
      const { name } = member;
      const known = before.flatMap(keysOf);
      return [
        ...headFault(
          before.some((other) => other.name === name),
          'name-twice',
          `Head ${number} names ${name} twice.`,
          name,
        ),
        ...headFault(
          keysOf(member).some((key) => known.includes(key)),
          'key-twice',
          `Head ${number} gives ${name} a key of another member.`,
          name,
        ),
      ];
    }),
    ...headFault(
      !members.some(({ role }) => role === 'admin'),
      'no-admin',
      `Head ${number} leaves the compartment without an admin.`,
    ),
  ];
}

function keptFaults(previous: CompartmentHead, next: CompartmentHead): readonly HeadFault[] {
  return next.members.flatMap(({ name, keys }) => {
    const before = previous.members.find((member) => member.name === name);
    const isSwapped =
      before !== undefined && (before.keys.sign !== keys.sign || before.keys.receive !== keys.receive);
    return headFault(
      isSwapped,
      'swapped-key',
      `Head ${next.number} has another key for ${name}. If ${name} has a new key, remove them and add them again, with the fingerprint compared.`,
      name,
    );
  });
}

function rotationFaults(previous: CompartmentHead, next: CompartmentHead): readonly HeadFault[] {
  const staying = new Set(next.members.map(({ name }) => name));
  const rotated = next.epoch > previous.epoch;
  const sameKey = next.keyCheck === previous.keyCheck;
  return [
    ...previous.members.flatMap(({ name }) =>
      headFault(
        !rotated && !staying.has(name),
        'not-rotated',
        `Head ${next.number} removes ${name} without a new key: they could read on.`,
        name,
      ),
    ),
    ...headFault(
      next.epoch === previous.epoch && !sameKey,
      'key-changed',
      `Head ${next.number} has another key for the same epoch.`,
    ),
    ...headFault(rotated && sameKey, 'key-kept', `Head ${next.number} keeps the old key in a new epoch.`),
  ];
}
