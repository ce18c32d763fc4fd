/**
 * Proposes that a report translates or rewrites another, from details that both have: numbers, dates, names, links and
 * pictures (docs/methods/translation-and-rewrite.md). Always possible, never certain: two reports of their own on one event
 * can share as many. Pairs between which a link stands already, whatever was decided on it, are left alone.
 */
import type { CaptureId, SourceId } from '../../record/id.ts';
import type { Link } from '../../record/link.ts';
import { matchesOf } from '../../text/anchors/anchor-matches.ts';
import { openCitedOutlets } from '../../text/outlets/cited-outlets.ts';
import { type Desk, MACHINE } from '../desk.ts';
import { knownOutlets } from '../outlet-list.ts';
import { type AnchorPair, proposalOf } from './anchor-link.ts';
import { type AnchoredCaptures, anchoredCaptures, WINDOW_DAYS } from './anchor-reports.ts';
import { openReportReader } from './report-reader.ts';
import type { TracedReport, TraceProgress, Tracer } from './tracer.ts';

/** Translations and rewrites. */
export const ANCHORS: Tracer = { name: 'anchors', version: '1', trace: traceAnchors };
const EXTRACTOR = `${ANCHORS.name}-${ANCHORS.version}`;

/** Captures logged together. */
const TOGETHER = 100;
/** Links proposed from one report. */
const MOST_LINKS = 3;

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
  const outlets = await knownOutlets(desk);
  const context = { desk, outlets, cited: openCitedOutlets(outlets), tracer: ANCHORS };
  const matches = await newMatches(desk, step.value, new Set(waiting));
  for (let from = 0; from < total; from += TOGETHER) {
    if (signal?.aborted === true) return;
    const captures = waiting.slice(from, from + TOGETHER);
    const found: TracedReport[] = [];
    const looking = { ...context, reader: openReportReader(desk.store) };
    for (const capture of captures) {
      for (const pair of matches.get(capture) ?? []) found.push(...(await proposalOf(looking, pair)));
    }
    const links = found.flatMap((one) => one.links);
    await desk.store.append([
      {
        at: desk.clock().toISOString(),
        agent: MACHINE,
        subject: links[0]?.id ?? captures[0] ?? 'log',
        unlessRead: { captures, extractor: EXTRACTOR },
        body: { action: 'links-proposed', extractor: EXTRACTOR, captures, actors: [], links },
      },
    ]);
    yield { found, done: from + captures.length, total };
  }
}

/** Matches in which a waiting capture has a part, by that capture (the later one when both wait). */
async function newMatches(
  desk: Desk,
  { index, captures }: AnchoredCaptures,
  waiting: ReadonlySet<CaptureId>,
): Promise<Map<CaptureId, AnchorPair[]>> {
  const linked = new Set((await desk.store.links()).flatMap(pairsOfLink));
  const found = new Map<CaptureId, AnchorPair[]>();
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
