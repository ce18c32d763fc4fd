/**
 * Every time-stamp and cosignature that the log holds, checked again: the token over the note it was kept with, under the roots
 * of its authority; the witness's line under the witness's key. That each note fits the log is checked with the log.
 * One that is false is a fault; one whose authority or witness this record no longer names cannot be checked, which is told.
 */
import { ED25519_COSIGNATURE, type NoteVerifier, parseVkey } from '../../crypto/note-key.ts';
import { openNote } from '../../crypto/signed-note.ts';
import type { RecordSettings } from '../../record/record-settings.ts';
import type { TimeAnchor } from '../anchored-time.ts';
import type { RecordStore } from '../ports/record-store.ts';
import { provenAnchors } from '../proven-anchors.ts';
import { authorityAddress } from '../time-authorities.ts';
import type { Anchor } from '../waiting-stamps.ts';

/** An anchor that shows nothing, and why. */
export interface FaultyAnchor {
  /** Number of its entry, 1-based. */
  readonly seq: number;
  readonly message: string;
}

export interface CheckedAnchors {
  /** For anchoredTimes. */
  readonly proven: readonly TimeAnchor[];
  /** What is not what the log says it is. */
  readonly faults: readonly FaultyAnchor[];
  /** What cannot be checked with the keys and roots that the record names. */
  readonly unchecked: readonly FaultyAnchor[];
  readonly exported: number;
  readonly timestamped: number;
  readonly witnessed: number;
}

/**
 * Checks them all.
 *
 * @param publicRoots PEM texts for authorities without roots of their own
 * @example
 * const { proven } = await checkAnchors(desk.store, rootCertificates);
 */
export async function checkAnchors(
  store: Pick<RecordStore, 'entriesWith' | 'settings' | 'identity'>,
  publicRoots: readonly string[],
): Promise<CheckedAnchors> {
  const anchors = (await store.entriesWith('checkpoint-anchored')).flatMap(({ seq, body }) =>
    body?.action === 'checkpoint-anchored' ? [{ ...body, seq }] : [],
  );
  const settings = await store.settings();
  const tokens = await checkTokens(anchors, settings, publicRoots);
  const witnesses = checkWitnesses(anchors, settings, store.identity.vkey);
  const many = (how: Anchor['how']): number => anchors.filter((one) => one.how === how).length;
  return {
    proven: [...tokens.proven, ...witnesses.proven],
    faults: [...tokens.faults, ...witnesses.faults],
    unchecked: [...tokens.unchecked, ...witnesses.unchecked],
    exported: many('exported'),
    timestamped: many('timestamped'),
    witnessed: many('witnessed'),
  };
}

type Checked = Pick<CheckedAnchors, 'proven' | 'faults' | 'unchecked'>;

async function checkTokens(
  anchors: readonly Anchor[],
  { authorities }: RecordSettings,
  publicRoots: readonly string[],
): Promise<Checked> {
  const { proven, unproven } = await provenAnchors(anchors, { authorities, publicRoots: () => publicRoots });
  const named = new Set(authorities.map(({ url }) => authorityAddress(url)));
  const told = unproven.map(({ seq, authority, faults: found }) => ({
    seq,
    known: authority !== null && named.has(authority),
    message: `The time-stamp in entry ${seq} (${authority ?? 'authority not named'}) proves nothing: ${found.join(' ')}`,
  }));
  return { proven, ...parted(told) };
}

function parted(
  told: readonly (FaultyAnchor & { readonly known: boolean })[],
): Pick<Checked, 'faults' | 'unchecked'> {
  const plain = (known: boolean): readonly FaultyAnchor[] =>
    told.filter((one) => one.known === known).map(({ seq, message }) => ({ seq, message }));
  return { faults: plain(true), unchecked: plain(false) };
}

function checkWitnesses(anchors: readonly Anchor[], settings: RecordSettings, logKey: string): Checked {
  const own = parseVkey(logKey);
  const keys = new Map(
    settings.witnesses.flatMap(({ name, vkey }) => {
      const read = parseVkey(vkey);
      return read.ok ? [[name, read.key] as const] : [];
    }),
  );
  const proven: TimeAnchor[] = [];
  const told: (FaultyAnchor & { readonly known: boolean })[] = [];
  for (const anchor of anchors.filter(({ how }) => how === 'witnessed')) {
    const { seq, size, authority } = anchor;
    const key = keys.get(authority ?? '');
    const checked = key === undefined || !own.ok ? NO_KEY : witnessTime(anchor, own.key, key);
    if (typeof checked !== 'string') {
      proven.push({
        seq,
        size,
        genTime: checked.toISOString(),
        accuracySeconds: 1,
        authority: authority ?? '',
      });
      continue;
    }
    const message = `The cosignature in entry ${seq} (${authority ?? 'witness not named'}) proves nothing: ${checked}`;
    told.push({ seq, known: key !== undefined, message });
  }
  return { proven, ...parted(told) };
}

const NO_KEY = 'this record does not name that witness, so there is no key to check it with.';

/** When the witness signed, in whole seconds, or why its line shows nothing. */
function witnessTime(
  { checkpoint, anchoredAt }: Anchor,
  own: NoteVerifier,
  key: NoteVerifier,
): Date | string {
  const opened = openNote(checkpoint, [own, key]);
  if (!opened.ok) return opened.fault;
  const line = opened.signatures.find(
    ({ type, name, keyId }) => type === ED25519_COSIGNATURE && name === key.name && keyId === key.keyId,
  );
  if (line?.time === null || line?.time === undefined) return 'the checkpoint does not bear its line.';
  const signed = new Date(line.time * 1000);
  if (Number.isNaN(signed.getTime())) return 'its time cannot be read.';
  if (anchoredAt !== null && Date.parse(anchoredAt) === signed.getTime()) return signed;
  return `the entry names another time than the witness, who says ${signed.toISOString()}.`;
}
