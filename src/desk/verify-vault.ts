/**
 * Checks a vault from the ground up: every stored byte against its hash, the log against its proof tree and every
 * checkpoint that left it, time-stamps and cosignatures, the tables against the log, every text against its hash, the
 * bytes read again with the same normaliser, every passage against its text. Reports all differences; changes nothing.
 */
import type { Capture } from '../record/capture.ts';
import { passageMatches } from '../record/passage.ts';
import type { Desk } from './desk.ts';
import { type LogHead, logHead } from './log-head.ts';
import type { DocumentReader } from './ports/document-reader.ts';
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
  const run: Run = {
    tell: (stage, done = null, total = null) => onProgress?.({ stage, done, total }),
    stopped: () => signal?.aborted === true,
    unless: readOn(faults),
  };
  run.tell('log');
  for (const fault of await desk.store.check()) faults.push({ check: 'log', ...fault });
  run.tell('times');
  const { anchors, clock } = await run.unless('times', NO_TIMES, () =>
    checkTimes(desk, options.publicRoots ?? [], faults),
  );
  const captures = await checkCaptures(desk, checking, run);
  const claims = await run.unless('claims', 0, () => checkPassages(desk, faults, run));
  const { exported, timestamped, witnessed, unchecked } = anchors;
  const head = await logHead(desk.store);
  return {
    faults,
    checked: { captures, texts: state.texts, claims, entries: head?.seq ?? 0 },
    newerReader: state.newer,
    head,
    anchors: { exported, timestamped, witnessed, unchecked },
    clock,
    stopped: run.stopped(),
  };
}

/** How the parts of a check tell, stop and go on. */
interface Run {
  readonly tell: (stage: VerifyStage['stage'], done?: number | null, total?: number | null) => void;
  readonly stopped: () => boolean;
  readonly unless: ReadOn;
}

/** All stored bytes, and each copy with its text; the number of copies looked at. */
async function checkCaptures(
  desk: Desk,
  checking: CaptureChecking,
  { tell, stopped, unless }: Run,
): Promise<number> {
  const captures = stopped() ? [] : await unless('captures', [], () => desk.store.captures());
  tell('bytes');
  if (!stopped()) await unless('bytes', undefined, () => checkBytes(desk, captures, checking.faults));
  const byId = new Map(captures.map((capture) => [capture.id, capture]));
  let seen = 0;
  for (const capture of captures) {
    if (stopped()) break;
    await unless(capture.id, undefined, () => checkCapture(checking, capture, wholeOf(capture, byId)));
    seen += 1;
    tell('captures', seen, captures.length);
  }
  return seen;
}

const NO_ANCHORS: CheckedAnchors = {
  proven: [],
  faults: [],
  unchecked: [],
  exported: 0,
  timestamped: 0,
  witnessed: 0,
};

const NO_TIMES = { anchors: NO_ANCHORS, clock: { stretches: [], sentences: [], outside: 0 } };

async function checkTimes(
  desk: Desk,
  publicRoots: readonly string[],
  faults: VerifyFault[],
): Promise<{ readonly anchors: CheckedAnchors; readonly clock: ClockHonesty }> {
  const anchors = await checkAnchors(desk.store, publicRoots);
  for (const { seq, message } of anchors.faults)
    faults.push({ check: 'anchor', item: `entry ${seq}`, message });
  return { anchors, clock: clockHonesty(await timesOf(desk), anchors.proven, desk.clock()) };
}

async function checkBytes(desk: Desk, captures: readonly Capture[], faults: VerifyFault[]): Promise<void> {
  const fileOf = new Map(captures.map(({ sha256, fileName }) => [sha256, fileName]));
  for (const sha256 of await desk.blobs.check()) {
    const message = `The stored bytes of ${fileOf.get(sha256) ?? 'a source'} have changed. Restore that file from a backup.`;
    faults.push({ check: 'bytes', item: sha256, message });
  }
}

/** The file that a capture is read out of: an archive for a part of it; a working copy is a file of its own. */
function wholeOf(capture: Capture, byId: ReadonlyMap<string, Capture>): Capture {
  if (capture.derivedFrom === null || capture.copy === 'working') return capture;
  return byId.get(capture.derivedFrom) ?? capture;
}

async function timesOf({ store }: Desk): Promise<readonly TimedEntry[]> {
  const entries: TimedEntry[] = [];
  // A time that cannot be read is told by the check of the log.
  for await (const { seq, at, action } of store.log())
    if (!Number.isNaN(Date.parse(at))) entries.push({ seq, at, action });
  return entries;
}

/** Claims fetched at a time. */
const PAGE = 2000;

async function checkPassages(desk: Desk, faults: VerifyFault[], { stopped, tell }: Run): Promise<number> {
  let checked = 0;
  let page = stopped() ? [] : await desk.store.claims({ limit: PAGE });
  let recent: { readonly sha256: string; readonly text: string | null } = { sha256: '', text: null };
  while (page.length > 0) {
    for (const claim of page) {
      checked += 1;
      for (const passage of claim.passages) {
        if (recent.sha256 !== passage.textSha256) {
          recent = { sha256: passage.textSha256, text: await desk.store.text(passage.textSha256) };
        }
        if (recent.text !== null && passageMatches(passage, recent.text)) continue;
        faults.push({
          check: 'passage',
          item: claim.id,
          message: `The words at ${passage.start}–${passage.end} are not the words the claim quotes.`,
        });
      }
    }
    tell('passages', checked);
    const last = page.at(-1);
    page =
      last === undefined || page.length < PAGE || stopped()
        ? []
        : await desk.store.claims({ limit: PAGE, after: last.id });
  }
  return checked;
}
