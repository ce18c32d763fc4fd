/**
 * Checks a vault from the ground up: every stored byte against its hash, the log against its proof tree and every
 * checkpoint that left it, time-stamps and cosignatures, the tables against the log, every text against its hash, the
 * bytes read again with the same normaliser, every passage against its text. Reports all differences; changes nothing.
 */
import type { Capture } from '../record/capture.ts';
import type { Sha256 } from '../record/id.ts';
import { passageMatches } from '../record/passage.ts';
import type { Desk } from './desk.ts';
import { type LogHead, logHead } from './log-head.ts';
import type { DocumentReader } from './ports/document-reader.ts';
import type { RecordStore } from './ports/record-store.ts';
import { type CheckedAnchors, checkAnchors } from './verify/check-anchors.ts';
import { type CaptureChecking, captureChecking, checkCapture } from './verify/check-capture.ts';
import { type ClockHonesty, clockHonesty, type TimedEntry } from './verify/clock-honesty.ts';
import { type ReadOn, readOn } from './verify/read-on.ts';
import type { VerifyFault } from './verify/verify-fault.ts';

export type { VerifyFault };

/** How far a check has come. */
export interface VerifyStage {
  readonly stage: 'log' | 'times' | 'bytes' | 'captures' | 'passages';
  /** Things of this stage that are done; null: not counted. */
  readonly done: number | null;
  readonly total: number | null;
}

export interface VerifyReport {
  readonly faults: readonly VerifyFault[];
  readonly checked: {
    readonly captures: number;
    readonly texts: number;
    readonly claims: number;
    readonly entries: number;
  };
  /** Texts that this version's reader reads with a newer normaliser: not compared. */
  readonly newerReader: number;
  /** `seq` and root of the signed head; null for an empty log. */
  readonly head: LogHead | null;
  readonly anchors: Omit<CheckedAnchors, 'proven' | 'faults'>;
  readonly clock: ClockHonesty;
  /** It was stopped before its end: what was not reached is not judged. */
  readonly stopped: boolean;
}

export interface VerifyOptions {
  readonly reader: DocumentReader;
  /** PEM texts for time-stamp authorities without roots of their own; none when absent. */
  readonly publicRoots?: readonly string[];
  readonly onProgress?: (stage: VerifyStage) => void;
  /** Stops it after the current item. */
  readonly signal?: AbortSignal;
}

/**
 * Verifies everything.
 *
 * @example
 * const { faults } = await verifyVault(desk, { reader });
 */
export async function verifyVault(desk: Desk, options: VerifyOptions): Promise<VerifyReport> {
  const { onProgress, signal } = options;
  const checking = captureChecking(desk, options.reader);
  const { faults, state } = checking;
  const log = startLogCheck(desk.store);
  const run: Run = {
    tell: (stage, done = null, total = null) => onProgress?.({ stage, done, total }),
    stopped: () => signal?.aborted === true,
    unless: readOn(faults, log.faults),
  };
  run.tell('log');
  try {
    if (desk.store.checksBeside !== true) await log.faults();
    run.tell('times');
    const anchors = await run.unless('times', NO_ANCHORS, () => checkTimes(desk, options, faults));
    const captures = await checkCaptures(desk, checking, run);
    const { claims, times } = await run.unless('claims', NO_ENTRIES, () => checkEntries(desk, faults, run));
    run.tell('log');
    const told = await log.faults();
    const head = await logHead(desk.store);
    const { exported, timestamped, witnessed, unchecked } = anchors;
    return {
      faults: [...told, ...faults],
      checked: { captures, texts: state.texts, claims, entries: head?.seq ?? 0 },
      newerReader: state.newer,
      head,
      anchors: { exported, timestamped, witnessed, unchecked },
      clock: clockHonesty(times, anchors.proven, desk.clock()),
      stopped: run.stopped(),
    };
  } finally {
    await log.ended();
  }
}

/** The check of the log goes on beside the others where the store can do that. */
function startLogCheck(store: RecordStore): {
  readonly faults: () => Promise<readonly VerifyFault[]>;
  /** Never fails. */
  readonly ended: () => Promise<unknown>;
} {
  const found = store.check().then((all) => all.map((fault) => ({ check: 'log' as const, ...fault })));
  const ended = found.catch(() => undefined);
  return { faults: () => found, ended: () => ended };
}

/** How the parts of a check tell, stop and go on. */
interface Run {
  readonly tell: (stage: VerifyStage['stage'], done?: number | null, total?: number | null) => void;
  readonly stopped: () => boolean;
  readonly unless: ReadOn;
}

/** All stored bytes, and each capture with its text; the number of captures looked at. */
async function checkCaptures(
  desk: Desk,
  checking: CaptureChecking,
  { tell, stopped, unless }: Run,
): Promise<number> {
  const captures = stopped() ? [] : await unless('captures', [], () => desk.store.captures());
  const byId = new Map(captures.map((capture) => [capture.id, capture]));
  const changed = new Set<Sha256>();
  let seen = 0;
  for (const capture of captures) {
    if (stopped()) break;
    const found = await unless(capture.id, null, () =>
      checkCapture(checking, capture, wholeOf(capture, byId)),
    );
    if (found === 'changed') changed.add(capture.sha256);
    seen += 1;
    tell('captures', seen, captures.length);
  }
  tell('bytes');
  if (!stopped())
    await unless('bytes', undefined, async () => {
      for (const sha256 of await desk.blobs.check(checking.state.fetched)) changed.add(sha256);
      for (const sha256 of await desk.store.sealedBlobs())
        if (!(await desk.blobs.has(sha256)))
          checking.faults.push({ check: 'bytes', item: sha256, message: MISSING });
    });
  tellChanged(changed, captures, checking.faults);
  return seen;
}

function tellChanged(
  changed: ReadonlySet<Sha256>,
  captures: readonly Capture[],
  faults: VerifyFault[],
): void {
  const fileOf = new Map(captures.map(({ sha256, fileName }) => [sha256, fileName]));
  for (const sha256 of changed) {
    const message = `The stored bytes of ${fileOf.get(sha256) ?? 'a source or sealed document'} have changed. Restore that file from a backup.`;
    faults.push({ check: 'bytes', item: sha256, message });
  }
}

const MISSING = 'The bytes of a sealed document are missing. Restore them from a backup.';

const NO_ANCHORS: CheckedAnchors = {
  proven: [],
  faults: [],
  unchecked: [],
  exported: 0,
  timestamped: 0,
  witnessed: 0,
};

const NO_ENTRIES = { claims: 0, times: [] };

async function checkTimes(
  { store }: Desk,
  { publicRoots = [] }: VerifyOptions,
  faults: VerifyFault[],
): Promise<CheckedAnchors> {
  const anchors = await checkAnchors(store, publicRoots);
  for (const { seq, message } of anchors.faults)
    faults.push({ check: 'anchor', item: `entry ${seq}`, message });
  return anchors;
}

/** The file that a capture is read out of: an archive for a part of it; a working copy is a file of its own. */
function wholeOf(capture: Capture, byId: ReadonlyMap<string, Capture>): Capture {
  if (capture.derivedFrom === null || capture.copy === 'working') return capture;
  return byId.get(capture.derivedFrom) ?? capture;
}

/**
 * Walks the log once: the times of its entries, and each passage of each claim against its text. Reviews and regroupings
 * change no passage; that the tables have the claims as the log has them is checked with the log.
 */
async function checkEntries(
  { store }: Desk,
  faults: VerifyFault[],
  { stopped, tell }: Run,
): Promise<{ readonly claims: number; readonly times: readonly TimedEntry[] }> {
  const times: TimedEntry[] = [];
  const textOf = lastText(store);
  let claims = 0;
  for await (const { seq, at, action, body } of store.log()) {
    if (stopped()) break;
    // A time that cannot be read is told by the check of the log.
    if (!Number.isNaN(Date.parse(at))) times.push({ seq, at, action });
    if (body?.action !== 'claims-proposed') continue;
    for (const { id, passages } of body.claims) {
      claims += 1;
      for (const passage of passages) {
        const text = await textOf(passage.textSha256);
        if (text !== null && passageMatches(passage, text)) continue;
        const message = `The words at ${passage.start}–${passage.end} are not the words the claim quotes.`;
        faults.push({ check: 'passage', item: id, message });
      }
    }
    tell('passages', claims);
  }
  return { claims, times };
}

/** Texts by their hash; the one asked last is kept, because the claims of a source stand together. */
function lastText(store: RecordStore): (sha256: Sha256) => string | null | Promise<string | null> {
  let last: { readonly sha256: Sha256; readonly text: string | null } | null = null;
  return (sha256) => {
    if (last?.sha256 === sha256) return last.text;
    return store.text(sha256).then((text) => {
      last = { sha256, text };
      return text;
    });
  };
}
