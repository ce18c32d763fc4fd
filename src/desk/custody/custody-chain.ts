/**
 * The chain of custody of one source, put together from the log alone: every step with the entry that proves it, the time that
 * was claimed and the interval that can be shown, the state of the bytes now, and a list of what nobody recorded.
 * Of an erased source only its tombstone is told.
 */
import { fileDigests } from '../../crypto/file-digest.ts';
import { sha256Hex } from '../../crypto/sha256.ts';
import { shownName } from '../../record/actor.ts';
import type { Capture } from '../../record/capture.ts';
import type { ActorId, CaptureId, SourceId } from '../../record/id.ts';
import type { LogEntry } from '../../record/log-entry.ts';
import type { Source } from '../../record/source.ts';
import { type AnchoredTime, anchoredTimes } from '../anchored-time.ts';
import { type Desk, OnRecordError } from '../desk.ts';
import type { CustodyCapture, CustodyChain, CustodyIdentity, CustodyStep } from './custody-step.ts';
import { findSourceEver } from './find-source.ts';
import { type StepContext, stepsOfEntry } from './steps-of-entry.ts';
import { textOf } from './transfer-signatures.ts';
import { unknownOf } from './unknown-steps.ts';
import { verifiedAnchors } from './verified-anchors.ts';

export interface ChainOptions {
  /** PEM texts for time-stamp authorities without roots of their own. */
  readonly publicRoots: readonly string[];
}

/**
 * Puts the chain of a source together.
 *
 * @param text id of the source or its beginning; an erased one is found, too
 * @throws OnRecordError `bad-usage`, `not-found`
 * @example
 * const chain = await custodyChain(desk, 'src_7d2', { publicRoots: [] });
 */
export async function custodyChain(desk: Desk, text: string, options: ChainOptions): Promise<CustodyChain> {
  const { store } = desk;
  const id = await findSourceEver(store, text);
  const entries = await store.entriesOf(id);
  const found = await verifiedAnchors(store, options.publicRoots);
  const times = anchoredTimes(entries, found.anchors);
  const source = await store.source(id);
  const captures = source === null ? [] : await capturesOf(desk, id);
  const steps = stepsOf(entries, times, await contextOf(desk, id, entries));
  const checkpoint = await store.checkpoint();
  const chain = {
    source: id,
    identity: source === null ? null : await identityOf(desk, source),
    captures,
    steps,
    decisions: entries
      .filter(({ body }) => body?.action === 'claim-reviewed' || body?.action === 'claims-regrouped')
      .map(({ seq }) => seq),
    log: {
      ...store.identity,
      fingerprint: sha256Hex(store.identity.vkey),
      size: checkpoint?.size ?? 0,
      checkpoint: checkpoint?.note ?? null,
    },
    madeAt: desk.clock().toISOString(),
  };
  const { logViews } = await store.settings();
  return { ...chain, unknown: unknownOf(chain, { logViews, anchorFaults: found.faults }) };
}

async function capturesOf(desk: Desk, source: SourceId): Promise<readonly CustodyCapture[]> {
  const stored = await desk.store.captures({ source });
  const ordered = [
    ...stored.filter(({ copy }) => copy === 'evidentiary'),
    ...stored.filter(({ copy }) => copy === 'working'),
  ];
  const captures: CustodyCapture[] = [];
  for (const capture of ordered) captures.push(await withBytes(desk, capture));
  return captures;
}

async function withBytes(desk: Desk, capture: Capture): Promise<CustodyCapture> {
  const bytes = await storedBytes(desk, capture);
  if (bytes === null) return { capture, sha512: null, unchanged: null };
  if (bytes === 'changed' || sha256Hex(bytes) !== capture.sha256)
    return { capture, sha512: null, unchanged: false };
  const digests = await fileDigests([bytes], ['sha512']);
  return { capture, sha512: digests.get('sha512') ?? null, unchanged: true };
}

async function storedBytes(desk: Desk, { sha256 }: Capture): Promise<Uint8Array | 'changed' | null> {
  try {
    return await desk.blobs.get(sha256);
  } catch (error) {
    if (error instanceof OnRecordError && error.code === 'damaged') return 'changed';
    throw error;
  }
}

async function identityOf(desk: Desk, source: Source): Promise<CustodyIdentity> {
  const nameOf = async (id: ActorId): Promise<string> => {
    const actor = await desk.store.actor(id);
    return actor === null ? id : shownName(actor);
  };
  const { kind, title, publishedAt, language, url, handling } = source;
  return {
    kind,
    title,
    publisher: source.publisher === null ? null : await nameOf(source.publisher),
    authors: await Promise.all(source.authors.map(nameOf)),
    publishedAt,
    language,
    url,
    handling,
  };
}

async function contextOf(
  desk: Desk,
  source: SourceId,
  entries: readonly LogEntry[],
): Promise<Omit<StepContext, 'before'>> {
  const captures = new Map<CaptureId, Capture>();
  const completed = new Map<string, number>();
  for (const { seq, body } of entries) {
    if (body?.action === 'source-captured' || body?.action === 'copy-stored')
      captures.set(body.capture.id, body.capture);
    if (body?.action === 'custody-recorded' && body.event.kind === 'transferred') {
      const text = textOf(body.event.statement);
      if (text !== null) completed.set(text, seq);
    }
  }
  const exported = (await desk.store.entriesWith('checkpoint-anchored')).flatMap(({ at, body }) =>
    body?.action === 'checkpoint-anchored' && body.how === 'exported' ? [{ at, size: body.size }] : [],
  );
  return { source, captures, completed, exported };
}

function stepsOf(
  entries: readonly LogEntry[],
  times: readonly AnchoredTime[],
  context: Omit<StepContext, 'before'>,
): readonly CustodyStep[] {
  const steps: CustodyStep[] = [];
  let before: Source | null = null;
  for (const [index, entry] of entries.entries()) {
    const time = times[index];
    for (const told of stepsOfEntry(entry, { ...context, before })) {
      steps.push({
        ...told,
        seq: entry.seq,
        leaf: entry.leaf,
        agent: entry.body === null ? null : entry.agent,
        loggedAt: entry.at,
        notBefore: time?.notBefore ?? null,
        notAfter: time?.notAfter ?? null,
        timeFault: time?.sentence ?? null,
      });
    }
    const { body } = entry;
    if (body?.action === 'source-captured' || body?.action === 'source-described') before = body.source;
  }
  return steps;
}
