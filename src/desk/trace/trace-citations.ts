/**
 * Traces what reports say of their own origin, and logs it as proposed links: one entry a capture, each capture once for
 * a version of this tracer. It decides nothing: a link that a program found stays doubtful until a person confirms it.
 */

import { shownName } from '../../record/actor.ts';
import type { CaptureId, SourceId } from '../../record/id.ts';
import { createLink, type Link, type LinkTarget } from '../../record/link.ts';
import type { Outlet } from '../../record/outlet.ts';
import { describePassage } from '../../record/passage.ts';
import { sayReason } from '../../record/reason.ts';
import { LINK_REASONS } from '../../record/reasons/link-reasons.ts';
import { type CreditReader, openCreditReader } from '../../text/outlets/credit-lines.ts';
import type { ActorBook } from '../actor-book.ts';
import { type CaptureToRead, captureToRead } from '../capture-to-read.ts';
import { type Desk, MACHINE } from '../desk.ts';
import { openEntryMaker } from '../make-entries.ts';
import { knownOutlets } from '../outlet-list.ts';
import type { NewEntry } from '../ports/record-store.ts';
import { type HeldReports, heldReports } from './held-reports.ts';
import { ownOutlet } from './own-outlet.ts';
import { type ReportSign, reportSigns } from './report-signs.ts';
import type { TracedReport, TraceProgress, Tracer } from './tracer.ts';

/** What reports say of their own origin. */
export const CITATIONS: Tracer = { name: 'citations', version: '1', trace: traceCitations };
const EXTRACTOR = `${CITATIONS.name}-${CITATIONS.version}`;

/** Captures logged together. */
const TOGETHER = 50;

interface Tracing {
  readonly desk: Desk;
  readonly book: ActorBook;
  readonly outlets: readonly Outlet[];
  readonly credits: CreditReader;
  readonly held: HeldReports;
}

async function* traceCitations(
  desk: Desk,
  { signal }: { readonly signal?: AbortSignal },
): AsyncGenerator<TraceProgress> {
  const waiting = await desk.store.unreadCaptures(EXTRACTOR);
  if (waiting.length === 0) return;
  const outlets = await knownOutlets(desk);
  const tracing: Omit<Tracing, 'book'> = {
    desk,
    outlets,
    credits: openCreditReader(outlets),
    held: await heldReports(desk.store),
  };
  const maker = openEntryMaker(desk);
  for (let from = 0; from < waiting.length; from += TOGETHER) {
    if (signal?.aborted === true) return;
    const ids = waiting.slice(from, from + TOGETHER);
    const reports: CaptureToRead[] = [];
    for (const id of ids) {
      const report = await captureToRead(desk.store, id);
      if (report !== null) reports.push(report);
    }
    let found: TracedReport[] = [];
    await maker.append(async ({ book }) => {
      found = [];
      const entries: NewEntry[] = [];
      for (const report of reports) {
        const links = await linksOf({ ...tracing, book }, report);
        entries.push(entryOf({ ...tracing, book }, report.capture.id, links));
        const { id: source, title } = report.source;
        if (links.length > 0) found.push({ source, title, links });
      }
      return entries;
    });
    yield { found, done: from + ids.length, total: waiting.length };
  }
}

function entryOf({ desk, book }: Tracing, capture: CaptureId, links: readonly Link[]): NewEntry {
  return {
    at: desk.clock().toISOString(),
    agent: MACHINE,
    subject: capture,
    unlessRead: { captures: [capture], extractor: EXTRACTOR },
    body: {
      action: 'links-proposed',
      extractor: EXTRACTOR,
      captures: [capture],
      actors: book.takeMade(),
      links,
    },
  };
}

async function linksOf(tracing: Tracing, report: CaptureToRead): Promise<readonly Link[]> {
  const { desk, outlets, credits } = tracing;
  const { source, capture, outlet, input } = report;
  const authors = await Promise.all(source.authors.map((id) => desk.store.actor(id)));
  const signs = reportSigns(
    {
      text: input.text,
      trail: capture.trail ?? null,
      own: ownOutlet(report, outlets),
      publisher: outlet === null ? null : shownName(outlet),
      authors: authors.flatMap((author) => (author === null ? [] : [shownName(author)])),
      claims: await desk.store.claims({ source: source.id }),
    },
    { outlets, credits },
  );
  const found = new Map<string, Link>();
  for (const sign of signs) {
    const to = await targetOf(tracing, sign, source.id);
    if (to === null) continue;
    const link = linkOf(tracing, report, sign, to);
    const key = JSON.stringify([link.type, link.proposition, to]);
    const before = found.get(key);
    found.set(key, before === undefined ? link : stronger(before, link));
  }
  return [...found.values(), ...sameTexts(tracing, report)];
}

/** Two signs of one thing: the surer one, with the passages of both. */
function stronger(a: Link, b: Link): Link {
  const kept = b.certainty === 'certain' && a.certainty === 'possible' ? b : a;
  return createLink({
    ...kept,
    evidence: { ...kept.evidence, from: [...a.evidence.from, ...b.evidence.from] },
  });
}

/** Null: it leads to the report itself, or to nothing that counts. */
async function targetOf(
  { held, book }: Tracing,
  sign: ReportSign,
  self: SourceId,
): Promise<LinkTarget | null> {
  const { outlet, name, url } = sign.to;
  const sources = url === null ? [] : held.at(url);
  const source = sources.find((one) => one !== self);
  if (source !== undefined) return { kind: 'report', source, capture: null };
  // A copy states the address of its original as its own: that the original is not held is then worth telling.
  if (sign.heldOnly || (sources.includes(self) && outlet === null)) return null;
  const publisher =
    outlet === null && name === null ? null : await book.actorFor(outlet?.name ?? name ?? '', 'media');
  const called = outlet?.name ?? name;
  return {
    kind: 'not-held',
    name: called === null || called === undefined ? (url ?? '') : `the text of ${called}`,
    publisher: publisher?.id ?? null,
    url,
    publishedAt: null,
  };
}

function linkOf(tracing: Tracing, report: CaptureToRead, sign: ReportSign, to: LinkTarget): Link {
  const { capture, textSha256, input, source } = report;
  const { url, outlet } = sign.to;
  const passage =
    sign.span === null
      ? []
      : [describePassage({ capture: capture.id, textSha256, text: input.text, span: sign.span })];
  const anchors =
    url !== null
      ? [{ kind: 'address' as const, from: url, to: url }]
      : outlet !== null && passage[0] !== undefined
        ? [{ kind: 'credit' as const, from: passage[0].exact, to: outlet.name }]
        : [];
  return proposed(tracing, {
    type: sign.type,
    certainty: sign.certainty,
    from: { source: source.id, capture: capture.id },
    to,
    proposition: sign.proposition,
    evidence: { from: passage, to: [] },
    anchors,
    confidence: sign.confidence,
    reason: sign.reason,
  });
}

/** The same text in another outlet's source, published on an earlier day. */
function sameTexts(tracing: Tracing, { source, capture, textSha256, input }: CaptureToRead): Link[] {
  const earlier = tracing.held
    .withText(textSha256)
    .filter(
      (other) =>
        other.source.id !== source.id &&
        other.source.publisher !== source.publisher &&
        other.source.publishedAt !== null &&
        source.publishedAt !== null &&
        other.source.publishedAt < source.publishedAt,
    );
  const [first] = earlier.toSorted((a, b) =>
    (a.source.publishedAt ?? '') < (b.source.publishedAt ?? '') ? -1 : 1,
  );
  if (first === undefined || input.text.length < 200) return [];
  return [
    proposed(tracing, {
      type: 'syndicates',
      certainty: 'certain',
      from: { source: source.id, capture: capture.id },
      to: { kind: 'report', source: first.source.id, capture: null },
      proposition: null,
      evidence: { from: [], to: [] },
      anchors: [],
      confidence: 0.95,
      reason: sayReason(LINK_REASONS.sameText, { hash: textSha256.slice(0, 12) }),
    }),
  ];
}

type Found = Pick<Link, 'type' | 'certainty' | 'from' | 'to' | 'proposition' | 'evidence' | 'anchors'> & {
  readonly confidence: number;
  readonly reason: string;
};

function proposed({ desk }: Tracing, { confidence, reason, ...found }: Found): Link {
  const { name, version } = CITATIONS;
  return createLink({
    ...found,
    id: desk.newId('link'),
    proposal: { by: name, version, confidence, reason },
    status: 'proposed',
    reviews: [],
  });
}
