/**
 * The link that is proposed between two reports with the same details: what they share, on both sides, and whether one names
 * the other's outlet as its source. Where days do not tell which came first, the one that names the other is the later.
 */

import { toCodePoints } from '../../record/code-points.ts';
import { type Anchor, createLink } from '../../record/link.ts';
import type { Outlet } from '../../record/outlet.ts';
import { describePassage, type Passage } from '../../record/passage.ts';
import { sayReason } from '../../record/reason.ts';
import { LINK_REASONS } from '../../record/reasons/link-reasons.ts';
import type { AnchorMatch } from '../../text/anchors/anchor-matches.ts';
import type { ReportAnchor } from '../../text/anchors/report-anchor.ts';
import type { CitedOutletsReader } from '../../text/outlets/cited-outlets.ts';
import type { CaptureToRead } from '../capture-to-read.ts';
import type { Desk } from '../desk.ts';
import { type AnchoredCapture, anchorsOf } from './anchor-reports.ts';
import { ownOutlet } from './own-outlet.ts';
import type { ReportReader } from './report-reader.ts';
import type { TracedReport, Tracer } from './tracer.ts';

/** Two captures that share details. */
export interface AnchorPair {
  readonly later: AnchoredCapture;
  readonly earlier: AnchoredCapture;
  readonly match: AnchorMatch;
}

export interface ProposalContext {
  readonly desk: Desk;
  readonly outlets: readonly Outlet[];
  readonly cited: CitedOutletsReader;
  readonly tracer: Pick<Tracer, 'name' | 'version'>;
  readonly reader: ReportReader;
}

/** Details listed with a link, and those of them whose passages are kept. */
const MOST_ANCHORS = 12;
const MOST_PASSAGES = 6;
/** Nats; a pair with this weight and everything shared has a confidence of one half. */
const HALF_WEIGHT = 20;

/** Both reports, the one that may rest on the other first. */
interface Ends {
  readonly from: CaptureToRead;
  readonly to: CaptureToRead;
  /** `from` names the outlet of `to` as its source, or as the one that was told. */
  readonly cites: boolean;
}

/** The same detail as each report has it. */
interface Shared {
  readonly from: ReportAnchor;
  readonly to: ReportAnchor;
}

/**
 * One report with the link that is proposed from it; none when a text can no longer be read.
 *
 * @example
 * (await proposalOf(context, pair))[0]?.links[0]?.certainty; // 'possible'
 */
export async function proposalOf(
  context: ProposalContext,
  { later, earlier, match }: AnchorPair,
): Promise<readonly TracedReport[]> {
  const { desk, tracer, reader } = context;
  const ends = endsOf(context, await reader.report(later.capture), await reader.report(earlier.capture));
  if (ends === null) return [];
  const { from, to } = ends;
  const shared = sharedDetails(from, to, match);
  const translated =
    ![later.language, earlier.language].includes(null) && later.language !== earlier.language;
  const side = (which: 'from' | 'to'): ReportAnchor[] => shared.map((one) => one[which]);
  const link = createLink({
    id: desk.newId('link'),
    type: translated ? 'translates' : 'copies',
    from: { source: from.source.id, capture: from.capture.id },
    to: { kind: 'report', source: to.source.id, capture: null },
    proposition: null,
    certainty: 'possible',
    evidence: { from: passagesOf(from, side('from')), to: passagesOf(to, side('to')) },
    anchors: shared.slice(0, MOST_ANCHORS).map(anchorOf),
    proposal: {
      by: tracer.name,
      version: tracer.version,
      confidence: confidenceOf(match),
      reason: reasonOf(ends, shared.length),
    },
    status: 'proposed',
    reviews: [],
  });
  return [{ source: from.source.id, title: from.source.title, links: [link] }];
}

function endsOf(
  { outlets, cited }: ProposalContext,
  later: CaptureToRead | null,
  earlier: CaptureToRead | null,
): Ends | null {
  if (later === null || earlier === null) return null;
  const names = (one: CaptureToRead, other: CaptureToRead): boolean => {
    const outlet = ownOutlet(other, outlets);
    return outlet !== null && cited(one.input.text, ownOutlet(one, outlets)).has(outlet.code);
  };
  if (names(later, earlier)) return { from: later, to: earlier, cites: true };
  if (orderOf(later, earlier) !== 'told' && names(earlier, later))
    return { from: earlier, to: later, cites: true };
  return { from: later, to: earlier, cites: false };
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

function reasonOf({ from, to, cites }: Ends, shared: number): string {
  const { sameDetails, sameDetailsNoOrder, sameDetailsOneDay, sameDetailsCited } = LINK_REASONS;
  const order = orderOf(from, to);
  const own = order === 'told' ? sameDetails : order === 'one-day' ? sameDetailsOneDay : sameDetailsNoOrder;
  return sayReason(cites ? sameDetailsCited : own, { n: shared });
}

/** Whether the days tell which came first. */
function orderOf(
  { source: later }: CaptureToRead,
  { source: earlier }: CaptureToRead,
): 'told' | 'one-day' | 'unknown' {
  if (later.publishedAt === null || earlier.publishedAt === null) return 'unknown';
  return later.publishedAt === earlier.publishedAt ? 'one-day' : 'told';
}
