/**
 * Proposes that a report translates or rewrites another, from details that both have: numbers, dates, names, links and
 * pictures (docs/methods/translation-and-rewrite.md). Always possible, never certain: two reports of their own on one event
 * can share as many. Pairs between which a link stands already, whatever was decided on it, are left alone.
 */
import { toCodePoints } from '../../record/code-points.ts';
import type { CaptureId, SourceId } from '../../record/id.ts';
import { type Anchor, createLink, type Link } from '../../record/link.ts';
import { describePassage, type Passage } from '../../record/passage.ts';
import { type AnchorMatch, matchesOf } from '../../text/anchors/anchor-matches.ts';
import type { ReportAnchor } from '../../text/anchors/report-anchor.ts';
import { type CaptureToRead, captureToRead } from '../capture-to-read.ts';
import { type Desk, MACHINE } from '../desk.ts';
import {
  type AnchoredCapture,
  type AnchoredCaptures,
  anchoredCaptures,
  anchorsOf,
  WINDOW_DAYS,
} from './anchor-reports.ts';
import type { TracedReport, TraceProgress, Tracer } from './tracer.ts';

/** Translations and rewrites. */
export const ANCHORS: Tracer = { name: 'anchors', version: '1', trace: traceAnchors };
const EXTRACTOR = `${ANCHORS.name}-${ANCHORS.version}`;

/** Captures logged together. */
const TOGETHER = 100;
/** Links proposed from one report. */
const MOST_LINKS = 3;
/** Details listed with a link, and those of them whose passages are kept. */
const MOST_ANCHORS = 12;
const MOST_PASSAGES = 6;
/** Nats; a pair with this weight and everything shared has a confidence of one half. */
const HALF_WEIGHT = 20;

async function* traceAnchors(
  desk: Desk,
  { signal }: { readonly signal?: AbortSignal },
): AsyncGenerator<TraceProgress> {
  const waiting = await desk.store.unreadCaptures(EXTRACTOR);
  if (waiting.length === 0) return;
  const total = waiting.length;
  const reading = anchoredCaptures(desk.store, { waiting, signal });
  let step = await reading.next();
  for (; step.done !== true; step = await reading.next()) yield { found: [], done: 0, total };
  if (step.value === null) return;
  const matches = await newMatches(desk, step.value, new Set(waiting));
  for (let from = 0; from < total; from += TOGETHER) {
    if (signal?.aborted === true) return;
    const captures = waiting.slice(from, from + TOGETHER);
    const found: TracedReport[] = [];
    for (const capture of captures) {
      for (const match of matches.get(capture) ?? []) found.push(...(await proposalOf(desk, match)));
    }
    const links = found.flatMap((one) => one.links);
    await desk.store.append([
      {
        at: desk.clock().toISOString(),
        agent: MACHINE,
        subject: links[0]?.id ?? captures[0] ?? 'log',
        body: { action: 'links-proposed', extractor: EXTRACTOR, captures, actors: [], links },
      },
    ]);
    yield { found, done: from + captures.length, total };
  }
}

/** Two captures that share details. */
interface Pair {
  readonly later: AnchoredCapture;
  readonly earlier: AnchoredCapture;
  readonly match: AnchorMatch;
}

/** Matches in which a waiting capture has a part, by that capture (the later one when both wait). */
async function newMatches(
  desk: Desk,
  { index, captures }: AnchoredCaptures,
  waiting: ReadonlySet<CaptureId>,
): Promise<Map<CaptureId, Pair[]>> {
  const linked = new Set((await desk.store.links()).flatMap(pairsOfLink));
  const found = new Map<CaptureId, Pair[]>();
  for (const [at, later] of captures.entries()) {
    let kept = 0;
    for (const match of matchesOf(index, at, { windowDays: WINDOW_DAYS, most: 4 * MOST_LINKS })) {
      const earlier = captures[match.earlier];
      if (earlier === undefined || earlier.source === later.source || kept === MOST_LINKS) continue;
      const key = pairKey(later.source, earlier.source);
      const by = [later, earlier].find(({ capture }) => waiting.has(capture));
      if (by === undefined || linked.has(key)) continue;
      linked.add(key);
      kept += 1;
      found.set(by.capture, [...(found.get(by.capture) ?? []), { later, earlier, match }]);
    }
  }
  return found;
}

function pairKey(a: SourceId, b: SourceId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function pairsOfLink({ from, to }: Link): string[] {
  return to.kind === 'report' ? [pairKey(from.source, to.source)] : [];
}

/** The same detail as each report has it. */
interface Shared {
  readonly from: ReportAnchor;
  readonly to: ReportAnchor;
}

/** One report with the link that is proposed from it; none when a text can no longer be read. */
async function proposalOf(desk: Desk, { later, earlier, match }: Pair): Promise<readonly TracedReport[]> {
  const from = await captureToRead(desk.store, later.capture);
  const to = await captureToRead(desk.store, earlier.capture);
  if (from === null || to === null) return [];
  const shared = sharedDetails(from, to, match);
  const languages = [later.language, earlier.language];
  const translated = !languages.includes(null) && later.language !== earlier.language;
  const link = createLink({
    id: desk.newId('link'),
    type: translated ? 'translates' : 'copies',
    from: { source: later.source, capture: later.capture },
    to: { kind: 'report', source: earlier.source, capture: null },
    proposition: null,
    certainty: 'possible',
    evidence: {
      from: passagesOf(
        from,
        shared.map((one) => one.from),
      ),
      to: passagesOf(
        to,
        shared.map((one) => one.to),
      ),
    },
    anchors: shared.slice(0, MOST_ANCHORS).map(anchorOf),
    proposal: {
      by: ANCHORS.name,
      version: ANCHORS.version,
      confidence: confidenceOf(match),
      reason: `${shared.length} details of both are the same${orderWords(from, to)}; two reports of their own on one event can look like this`,
    },
    status: 'proposed',
    reviews: [],
  });
  return [{ source: from.source.id, title: from.source.title, links: [link] }];
}

/** What both have, the rarest first. */
function sharedDetails(from: CaptureToRead, to: CaptureToRead, { keys }: AnchorMatch): Shared[] {
  const [own, others] = [from, to].map(
    (report) => new Map(anchorsOf(report).anchors.map((anchor) => [anchor.key, anchor])),
  );
  return keys.flatMap((key) => {
    const [a, b] = [own?.get(key), others?.get(key)];
    return a === undefined || b === undefined ? [] : [{ from: a, to: b }];
  });
}

function anchorOf({ from, to }: Shared): Anchor {
  return { kind: from.kind, from: from.words, to: to.words };
}

function passagesOf(
  { capture, textSha256, input: { text } }: CaptureToRead,
  anchors: readonly ReportAnchor[],
): Passage[] {
  return anchors
    .flatMap(({ place }) => place ?? [])
    .slice(0, MOST_PASSAGES)
    .map(({ start, end }) => {
      const span = { start: toCodePoints(text, start), end: toCodePoints(text, end) };
      return describePassage({ capture: capture.id, textSha256, text, span });
    });
}

/** An order for the review queue: how much is shared, and how far beyond what had to be. */
function confidenceOf({ weight, share }: AnchorMatch): number {
  return Math.round(100 * Math.min(1, share) * (weight / (weight + HALF_WEIGHT))) / 100;
}

function orderWords({ source: later }: CaptureToRead, { source: earlier }: CaptureToRead): string {
  if (later.publishedAt === null || earlier.publishedAt === null)
    return ', and which came first is not known';
  return later.publishedAt === earlier.publishedAt ? ', and both came out on one day' : '';
}
