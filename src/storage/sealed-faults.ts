/**
 * What is wrong with compartments and sealed records before they are logged. The store cannot open anything: it sees that
 * epochs and versions follow each other, and that no record is left without a key.
 */

import type {
  CompartmentChanged,
  CountsReleased,
  MemberIntroduced,
  RecordErased,
  RecordSealed,
} from '../record/changes/of-compartments.ts';
import { isId } from '../record/id.ts';
import { sealedKind } from '../record/sealed/sealed-record.ts';
import { type FaultSheet, fault, refer } from './fault-sheet.ts';

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Checks a member's card.
 *
 * @example
 * checkMember(sheet, change);
 */
export function checkMember(sheet: FaultSheet, { member }: MemberIntroduced): void {
  if (!isId('member', member.id)) fault(sheet, 'member.id', 'A member has an id of its own kind.');
  if (member.name.trim() === '') fault(sheet, 'member.name', 'A member has a name.');
  for (const key of ['sign', 'receive'] as const)
    if (!BASE64.test(member[key]) || member[key].length !== 44)
      fault(sheet, `member.${key}`, 'A public key is 32 bytes in base64.');
}

/**
 * Checks that epochs follow each other, and that a new one comes with keys for its members.
 *
 * @example
 * checkCompartment(sheet, change);
 */
export function checkCompartment(sheet: FaultSheet, change: CompartmentChanged): void {
  const { compartment, epoch, head, wraps } = change;
  const before = sheet.lookup.compartment(compartment);
  const first = before === null ? 1 : before.epoch;
  if (!isId('compartment', compartment))
    fault(sheet, 'compartment', 'A compartment has an id of its own kind.');
  if (epoch !== first && (before === null || epoch !== first + 1))
    fault(
      sheet,
      'epoch',
      `${compartment} is in epoch ${first}: the members were changed by somebody else meanwhile.`,
    );
  if (head.trim() === '') fault(sheet, 'head', 'A compartment comes with its signed head.');
  if (wraps.length === 0 && epoch !== before?.epoch)
    fault(sheet, 'wraps', 'A new epoch comes with a key for each of its members.');
}

/**
 * Checks that a version follows the one before.
 *
 * @example
 * checkSealed(sheet, change);
 */
export function checkSealed(sheet: FaultSheet, change: RecordSealed): void {
  const { compartment, record, version, sealed, blob } = change;
  refer(sheet, 'compartment', compartment);
  if (sealedKind(record) === null) fault(sheet, 'record', 'A sealed record has an id of a sealed kind.');
  const before = sheet.lookup.sealedRecord(record);
  if (before === null && sheet.lookup.wasErased(record))
    fault(sheet, 'record', `${record} was erased: its id is not used again.`);
  if (before !== null && before.compartment !== compartment)
    fault(sheet, 'compartment', `${record} is in another compartment.`);
  const expected = (before?.version ?? 0) + 1;
  if (version !== expected)
    fault(
      sheet,
      'version',
      `${record} would be version ${expected} now: it was saved by somebody else meanwhile.`,
    );
  if ((sealed === null) === (blob === null))
    fault(sheet, 'sealed', 'The ciphertext stands in the log or among the blobs, in one of the two.');
  if (sealed !== null && (sealed === '' || !BASE64.test(sealed)))
    fault(sheet, 'sealed', 'The ciphertext is written in base64.');
  if (blob !== null && version !== 1) fault(sheet, 'blob', `${record} has its one version already.`);
}

/**
 * Checks that an erasure names every entry of the record.
 *
 * @example
 * checkRecordErased(sheet, change);
 */
export function checkRecordErased(sheet: FaultSheet, { compartment, record, entries }: RecordErased): void {
  const state = sheet.lookup.sealedRecord(record);
  if (state === null) {
    refer(sheet, 'record', record);
    return;
  }
  if (state.compartment !== compartment) fault(sheet, 'compartment', `${record} is in another compartment.`);
  const named = new Set(entries);
  if (named.size !== state.entries.length || state.entries.some((entry) => !named.has(entry)))
    fault(sheet, 'entries', `${record} was saved since the erasure was planned: plan it again.`);
}

/** Base64 of 64 bytes. */
const SIGNATURE_LETTERS = 88;

/**
 * Checks that released counts name what they are of, and that they are signed twice.
 *
 * @example
 * checkCountsReleased(sheet, change);
 */
export function checkCountsReleased(sheet: FaultSheet, change: CountsReleased): void {
  const { compartment, record, release, signatures } = change;
  refer(sheet, 'compartment', compartment);
  // The sealed record may be erased later; what was given away stays in the log, and plays again without it.
  if (!isId('counts', record)) fault(sheet, 'record', 'Released counts have an id of their own kind.');
  const state = sheet.lookup.sealedRecord(record);
  if (state !== null && state.compartment !== compartment)
    fault(sheet, 'compartment', `${record} is in another compartment.`);
  const said = objectIn(release);
  if (said?.id !== record || said.compartment !== compartment || typeof said.signedOffBy !== 'string')
    fault(sheet, 'release', 'A release names its record, its compartment and who signed it off.');
  for (const step of ['prepared', 'signedOff'] as const)
    if (!BASE64.test(signatures[step]) || signatures[step].length !== SIGNATURE_LETTERS)
      fault(sheet, `signatures.${step}`, 'A signature is 64 bytes in base64.');
}

function objectIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
