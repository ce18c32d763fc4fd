/**
 * Compares every capture that was not compared yet with all others and logs what it proposes: `copies` links between reports
 * of different outlets, always possible, with the passages on both sides, for a person to confirm or cut. It refuses to say
 * who copied whom where the days do not tell, and it proposes nothing on a hint. A capture that shares words with a report
 * from which nobody proposed claims yet is not noted as traced, and comes again.
 */
import type { CaptureId, SourceId } from '../../record/id.ts';
import type { Link } from '../../record/link.ts';
import { captureToRead } from '../capture-to-read.ts';
import { type Desk, MACHINE } from '../desk.ts';
import { knownOutlets } from '../outlet-list.ts';
import type { ComparedCapture, FoundReuse, ReuseIndex } from '../ports/reuse-index.ts';
import { linksOfReuse, REUSE_TRACER, type ReuseLooking } from './links-of-reuse.ts';
import { type OutletKey, outletKeys } from './outlet-key.ts';
import { openReportReader } from './report-reader.ts';
import type { TracedReport, TraceProgress, Tracer } from './tracer.ts';

const EXTRACTOR = `${REUSE_TRACER.name}-${REUSE_TRACER.version}`;
/** Read nothing ever: for it, every capture with text is unread. */
const NOBODY = '';

interface Tracing {
  readonly desk: Desk;
  readonly index: ReuseIndex;
  readonly keyOf: OutletKey;
}

/** Captures in one log entry. */
const BATCH = 100;
/** From so many on, and a tenth of what is in, adding all at once is cheaper. */
const MANY = 500;

/**
 * The tracer over an index of shared words, which is opened when the tracing begins and closed when it ends.
 *
 * @param openIndex throws `vault-busy` when another process traces
 * @example
 * for await (const step of runTracers(desk, [reuseTracer(() => desk.openReuse(null))])) step.found;
 */
export function reuseTracer(openIndex: () => Promise<ReuseIndex>): Tracer {
  return {
    ...REUSE_TRACER,
    async *trace(desk, options) {
      const fresh = await desk.store.unreadCaptures(EXTRACTOR);
      if (fresh.length === 0) return;
      const index = await openIndex();
      try {
        const tracing: Tracing = { desk, index, keyOf: outletKeys(await knownOutlets(desk)) };
        yield* traced(tracing, fresh, options);
      } finally {
        await index.close();
      }
    },
  };
}

async function* traced(
  tracing: Tracing,
  fresh: readonly CaptureId[],
  { signal }: { readonly signal?: AbortSignal },
): AsyncGenerator<TraceProgress> {
  const { desk } = tracing;
  await bringUpToDate(tracing, new Set(fresh));
  const foundOf = await comparing(tracing, fresh);
  const told = new Set<string>();
  for (let from = 0; from < fresh.length && signal?.aborted !== true; from += BATCH) {
    const captures = fresh.slice(from, from + BATCH);
    const links: Link[] = [];
    const done: CaptureId[] = [];
    const reader = openReportReader(desk.store);
    const looking: ReuseLooking = { desk, keyOf: tracing.keyOf, reader };
    let hints = 0;
    for (const capture of captures) {
      let waits = false;
      const all = await foundOf(capture);
      const proposed = once(() => proposedOf(looking, capture, all));
      for (const reuse of all) {
        const pair = [capture, reuse.capture].toSorted().join(' ');
        if (told.has(pair)) continue;
        told.add(pair);
        const made = await linksOfReuse(looking, { capture, reuse }, proposed);
        links.push(...made.links);
        hints += made.hint ? 1 : 0;
        waits ||= made.waits;
      }
      if (!waits) done.push(capture);
    }
    await log(desk, done, links);
    yield {
      found: await reportsOf(desk, links),
      done: from + captures.length,
      total: fresh.length,
      hints,
      waiting: captures.length - done.length,
    };
  }
}

/** The links of earlier tracings between one capture's source and those of the others that it shares words with. */
async function proposedOf(
  { desk, reader }: ReuseLooking,
  capture: CaptureId,
  found: readonly FoundReuse[],
): Promise<readonly Link[]> {
  const sources = new Set<SourceId>();
  for (const { capture: other } of found) {
    const report = await reader.report(other);
    if (report !== null) sources.add(report.source.id);
  }
  const own = await reader.report(capture);
  const [ends, others] = [own === null ? [] : [own.source.id], [...sources]];
  return [
    ...(await desk.store.links({ from: ends, to: others })),
    ...(await desk.store.links({ from: others, to: ends })),
  ];
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null;
  return () => {
    asked ??= ask();
    return asked;
  };
}

/** The links by the report that they lead from, in the order of finding. */
async function reportsOf(desk: Desk, links: readonly Link[]): Promise<readonly TracedReport[]> {
  const bySource = Map.groupBy(links, ({ from }) => from.source);
  return Promise.all(
    [...bySource].map(async ([source, own]) => ({
      source,
      title: (await desk.store.source(source))?.title ?? null,
      links: own,
    })),
  );
}

async function log(desk: Desk, captures: readonly CaptureId[], links: readonly Link[]): Promise<void> {
  const subject = captures[0] ?? links[0]?.from.capture ?? null;
  if (subject === null) return;
  await desk.store.append([
    {
      at: desk.clock().toISOString(),
      agent: MACHINE,
      subject,
      unlessRead: { captures, extractor: EXTRACTOR },
      body: { action: 'links-proposed', extractor: EXTRACTOR, captures, actors: [], links },
    },
  ]);
}

/** An index that knows of erased captures is emptied; captures that it lost are added, and nothing is proposed of them. */
async function bringUpToDate(tracing: Tracing, fresh: ReadonlySet<CaptureId>): Promise<void> {
  const { desk, index } = tracing;
  const all = await desk.store.unreadCaptures(NOBODY);
  const known = new Set<CaptureId>(all);
  if (index.captures().some((capture) => !known.has(capture))) await index.clear();
  const lost = all.filter((id) => !fresh.has(id) && !index.holds(id));
  if (lost.length === 0) return;
  await index.addMany(comparedOf(tracing, lost), lost.length);
}

/** What each capture shares with others, asked in order. */
async function comparing(
  tracing: Tracing,
  fresh: readonly CaptureId[],
): Promise<(capture: CaptureId) => Promise<readonly FoundReuse[]>> {
  const { index } = tracing;
  const alone = async (capture: CaptureId): Promise<readonly FoundReuse[]> => {
    const compared = await comparedCapture(tracing, capture);
    return compared === null ? [] : index.add(compared);
  };
  const missing = fresh.filter((capture) => !index.holds(capture));
  if (missing.length < MANY || missing.length * 10 < index.captures().length) return alone;
  const found = new Map<CaptureId, FoundReuse[]>();
  const pairs = await index.addMany(comparedOf(tracing, missing), missing.length);
  for (const { capture, other, passages } of pairs) {
    const own = found.get(capture) ?? [];
    own.push({ capture: other, passages });
    found.set(capture, own);
  }
  const added = new Set(missing);
  return async (capture) => (added.has(capture) ? (found.get(capture) ?? []) : alone(capture));
}

async function* comparedOf(
  tracing: Tracing,
  captures: readonly CaptureId[],
): AsyncGenerator<ComparedCapture> {
  for (const capture of captures) {
    const compared = await comparedCapture(tracing, capture);
    if (compared !== null) yield compared;
  }
}

async function comparedCapture({ desk, keyOf }: Tracing, id: CaptureId): Promise<ComparedCapture | null> {
  const found = await captureToRead(desk.store, id);
  return found === null ? null : { capture: id, outlet: keyOf(found), text: found.input.text };
}
