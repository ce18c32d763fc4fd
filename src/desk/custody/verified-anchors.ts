/**
 * What the log can show of time: tokens of authorities and cosignatures of witnesses that it holds, each checked again. One
 * that does not hold, or whose checkpoint is no beginning of the present log, proves nothing and is told.
 */
import { type Checkpoint, parseCheckpoint } from '../../crypto/checkpoint.ts';
import { verifyConsistency } from '../../crypto/merkle.ts';
import { type NoteVerifier, parseVkey } from '../../crypto/note-key.ts';
import { openNote } from '../../crypto/signed-note.ts';
import { verifyTimestamp } from '../../crypto/timestamp/verify-timestamp.ts';
import type { CheckpointAnchored } from '../../record/changes/of-custody.ts';
import type { TimeAnchor } from '../anchored-time.ts';
import type { RecordStore } from '../ports/record-store.ts';
import { authorityAddress } from '../time-authorities.ts';

export interface VerifiedAnchors {
  readonly anchors: readonly TimeAnchor[];
  /** Why an anchor was left out, one sentence each. */
  readonly faults: readonly string[];
}

/** The part of a store that is needed here. */
export type AnchorStore = Pick<
  RecordStore,
  'entriesWith' | 'settings' | 'identity' | 'checkpoint' | 'consistency'
>;

/**
 * Checks everything that anchors the log in time.
 *
 * @param publicRoots PEM texts for authorities without roots of their own
 * @example
 * const { anchors } = await verifiedAnchors(desk.store, []);
 */
export async function verifiedAnchors(
  store: AnchorStore,
  publicRoots: readonly string[],
): Promise<VerifiedAnchors> {
  const anchors: TimeAnchor[] = [];
  const faults: string[] = [];
  const own = parseVkey(store.identity.vkey);
  const head = await store.checkpoint();
  if (!own.ok || head === null) return { anchors, faults };
  const { authorities, witnesses } = await store.settings();
  const rootsOf = new Map(authorities.map(({ url, rootsPem }) => [authorityAddress(url), rootsPem]));
  const trusted = witnesses.flatMap(({ vkey }) => {
    const read = parseVkey(vkey);
    return read.ok ? [read.key] : [];
  });
  for (const { seq, body } of await store.entriesWith('checkpoint-anchored')) {
    if (body?.action !== 'checkpoint-anchored' || body.how === 'exported') continue;
    const wrong = await beginningFault(store, own.key, { body, head: head.note });
    const checked: Checked =
      wrong !== null
        ? { ok: false, fault: wrong }
        : body.how === 'timestamped'
          ? await checkToken(body, rootsOf.get(body.authority ?? '') ?? '', publicRoots)
          : checkWitness(body, own.key, trusted);
    if (checked.ok) anchors.push({ size: body.size, seq, ...checked.anchor });
    else faults.push(`The anchor in entry ${seq} proves nothing here: ${checked.fault}`);
  }
  return { anchors, faults };
}

type Checked =
  | { readonly ok: true; readonly anchor: Omit<TimeAnchor, 'size' | 'seq'> }
  | { readonly ok: false; readonly fault: string };

/** Why the anchored checkpoint is not a beginning of the present log; null when it is. */
async function beginningFault(
  store: AnchorStore,
  own: NoteVerifier,
  { body, head }: { readonly body: CheckpointAnchored; readonly head: string },
): Promise<string | null> {
  const [older, newer] = [readSigned(body.checkpoint, own), readSigned(head, own)];
  if (older === null || newer === null) return 'its checkpoint is not signed by this log.';
  if (older.size !== body.size || older.size < 1 || older.size > newer.size)
    return 'its checkpoint covers another number of entries than was written down.';
  const proof = await store.consistency(older.size, newer.size);
  const consistent = verifyConsistency({
    size1: older.size,
    size2: newer.size,
    root1: older.root,
    root2: newer.root,
    proof: proof.map((hash) => Uint8Array.from(Buffer.from(hash, 'hex'))),
  });
  return consistent ? null : 'its checkpoint does not belong to this log as it is now.';
}

function readSigned(note: string, own: NoteVerifier): Checkpoint | null {
  const opened = openNote(note, [own]);
  const read = opened.ok ? parseCheckpoint(opened.text) : null;
  return read?.ok === true && read.checkpoint.origin === own.name ? read.checkpoint : null;
}

async function checkToken(
  { token, checkpoint, authority }: CheckpointAnchored,
  rootsPem: string,
  publicRoots: readonly string[],
): Promise<Checked> {
  if (token === null) return { ok: false, fault: 'it holds no token.' };
  const verdict = await verifyTimestamp({
    token: Uint8Array.from(Buffer.from(token, 'base64')),
    message: new TextEncoder().encode(checkpoint),
    roots: rootsPem === '' ? publicRoots : [rootsPem],
  });
  if (!verdict.ok) return { ok: false, fault: verdict.faults.join(' ') };
  const { genTime, accuracySeconds } = verdict;
  return { ok: true, anchor: { genTime, accuracySeconds, authority: authority ?? verdict.authority } };
}

function checkWitness(
  { checkpoint }: CheckpointAnchored,
  own: NoteVerifier,
  trusted: readonly NoteVerifier[],
): Checked {
  const opened = openNote(checkpoint, [own, ...trusted]);
  if (!opened.ok) return { ok: false, fault: opened.fault };
  const times = opened.signatures.flatMap(({ name, time }) => (time === null ? [] : [{ name, time }]));
  const first = times.toSorted((one, other) => one.time - other.time)[0];
  if (first === undefined) return { ok: false, fault: 'no witness of this record signed it.' };
  const genTime = new Date(first.time * 1000);
  if (Number.isNaN(genTime.getTime())) return { ok: false, fault: 'the time of the witness cannot be read.' };
  return { ok: true, anchor: { genTime: genTime.toISOString(), accuracySeconds: 1, authority: first.name } };
}
