/**
 * From shared passages to links for review. A passage counts when it holds at least half of the words of a claim of the later
 * report; the link then holds for that claim's proposition. Where every claim of the report is held so, and half of its words
 * are shared, one link holds for all of it. What shares words but no claim (site chrome, a closing formula) makes no link.
 */

import type { Claim } from '../../record/claim.ts';
import type { CaptureId, PropositionId } from '../../record/id.ts';
import { createLink, type Link } from '../../record/link.ts';
import { describePassage, type Span } from '../../record/passage.ts';
import { sayReason } from '../../record/reason.ts';
import { LINK_REASONS } from '../../record/reasons/link-reasons.ts';
import { earliestDay, latestDay } from '../../record/when.ts';
import { type JudgedPassage, judgeReuse } from '../../text/reuse/judge-reuse.ts';
import type { CaptureToRead } from '../capture-to-read.ts';
import type { Desk } from '../desk.ts';
import type { FoundReuse } from '../ports/reuse-index.ts';
import type { OutletKey } from './outlet-key.ts';
import type { ReportReader } from './report-reader.ts';

/** Raised whenever words are compared or judged otherwise than before: captures are then traced again. */
export const REUSE_TRACER = { name: 'text-reuse', version: '1' } as const;

export interface ReuseLinks {
  readonly links: readonly Link[];
  /** Nothing is proposed, but 12 to 19 shared words lie on a claim. */
  readonly hint: boolean;
  /** Long enough for a link, but no claim was proposed yet from the report that would rest on the other. */
  readonly waits: boolean;
}

/** Passages of one link at most; the longest are kept. */
const MOST_PASSAGES = 8;
/** Share of the report's words from which the whole of it counts as shared. */
const WHOLE = 0.5;
const NOTHING: ReuseLinks = { links: [], hint: false, waits: false };

/** One side with its passages turned to it. */
interface Side {
  readonly read: CaptureToRead;
  readonly words: number;
  readonly spanIn: (passage: JudgedPassage) => Span;
}

interface Direction {
  readonly later: Side;
  readonly earlier: Side;
  /** Whether the days of publication tell it. */
  readonly ordered: boolean;
}

/** What links are made with. */
export interface ReuseLooking {
  readonly desk: Desk;
  readonly keyOf: OutletKey;
  readonly reader: ReportReader;
}

/**
 * Makes the links of one pair; those that were proposed before are left out, whatever was decided on them.
 *
 * @param pair `capture` is the one that was compared: `b` of the passages
 * @param proposed links that lead from or to its source, asked for when they are needed
 * @example
 * (await linksOfReuse(looking, { capture, reuse }, () => desk.store.links())).links; // [{ type: 'copies', certainty: 'possible', … }]
 */
export async function linksOfReuse(
  { desk, keyOf, reader }: ReuseLooking,
  { capture, reuse }: { readonly capture: CaptureId; readonly reuse: FoundReuse },
  proposed: () => Promise<readonly Link[]>,
): Promise<ReuseLinks> {
  const [b, a] = [await reader.report(capture), await reader.report(reuse.capture)];
  if (a === null || b === null || a.source.id === b.source.id || keyOf(a) === keyOf(b)) return NOTHING;
  const { passages, aWords, bWords } = judgeReuse({
    a: a.input.text,
    b: b.input.text,
    passages: reuse.passages,
  });
  const strong = passages.filter(({ strength }) => strength === 'link');
  let [hint, waits] = [false, false];
  for (const direction of directionsOf(
    { read: a, words: aWords, spanIn: (passage) => passage.a },
    { read: b, words: bWords, spanIn: (passage) => passage.b },
  )) {
    const all = await reader.claims(direction.later.read);
    const claims = all.filter(({ status }) => status !== 'rejected');
    const targets = targetsOf(strong, claims, direction.later);
    if (targets.length > 0) {
      const before = proposedBetween(await proposed(), a, b);
      const fresh = targets.filter(({ proposition }) => !before.has(proposition));
      return { ...NOTHING, links: fresh.map((target) => linkOf(desk, direction, target)) };
    }
    waits ||= strong.length > 0 && all.length === 0;
    hint ||= targetsOf(passages, claims, direction.later).length > 0;
  }
  return { links: [], hint, waits };
}

interface Target {
  /** Null: everything in the report. */
  readonly proposition: PropositionId | null;
  readonly passages: readonly JudgedPassage[];
}

function targetsOf(
  passages: readonly JudgedPassage[],
  claims: readonly Claim[],
  later: Side,
): readonly Target[] {
  const found = new Map<PropositionId, JudgedPassage[]>();
  let held = 0;
  for (const { proposition, passages: own } of claims) {
    const holding = passages.filter((passage) => holds(later.spanIn(passage), own[0]));
    if (holding.length === 0) continue;
    held += 1;
    const all = found.get(proposition) ?? [];
    found.set(proposition, [...all, ...holding.filter((passage) => !all.includes(passage))]);
  }
  const shared = passages.reduce((sum, passage) => sum + passage.shared, 0);
  if (held > 0 && held === claims.length && shared >= later.words * WHOLE)
    return [{ proposition: null, passages }];
  return [...found].map(([proposition, own]) => ({ proposition, passages: own }));
}

/** Half of the claim's content, its first passage. */
function holds({ start, end }: Span, content: Span | undefined): boolean {
  if (content === undefined) return false;
  const common = Math.min(end, content.end) - Math.max(start, content.start);
  return common > 0 && common * 2 >= content.end - content.start;
}

/** The propositions for which a link between both captures was proposed before, in either direction. */
function proposedBetween(
  links: readonly Link[],
  a: CaptureToRead,
  b: CaptureToRead,
): ReadonlySet<PropositionId | null> {
  const captures = [a.capture.id, b.capture.id];
  return new Set(
    links
      .filter(
        ({ proposal, from, to }) =>
          proposal.by === REUSE_TRACER.name &&
          to.kind === 'report' &&
          [from, to].every((end) => end.capture !== null && captures.includes(end.capture)),
      )
      .map(({ proposition }) => proposition),
  );
}

/** By publication alone, whole days that do not overlap; both ways, the report compared first, when the days do not tell. */
function directionsOf(a: Side, b: Side): readonly Direction[] {
  const [aTime, bTime] = [a.read.source.publishedAt, b.read.source.publishedAt];
  const bLater: Direction = { later: b, earlier: a, ordered: true };
  const aLater: Direction = { later: a, earlier: b, ordered: true };
  if (isBefore(aTime, bTime)) return [bLater];
  if (isBefore(bTime, aTime)) return [aLater];
  return [
    { ...bLater, ordered: false },
    { ...aLater, ordered: false },
  ];
}

function isBefore(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return false;
  const [last, first] = [latestDay(one), earliestDay(other)];
  return last !== null && first !== null && last < first;
}

function linkOf(desk: Desk, { later, earlier, ordered }: Direction, { proposition, passages }: Target): Link {
  const kept = passages.toSorted((x, y) => y.outside - x.outside).slice(0, MOST_PASSAGES);
  const outside = passages.reduce((sum, passage) => sum + passage.outside, 0);
  const described = (side: Side) =>
    kept.map((passage) =>
      describePassage({
        capture: side.read.capture.id,
        textSha256: side.read.textSha256,
        text: side.read.input.text,
        span: side.spanIn(passage),
      }),
    );
  const order = ordered ? LINK_REASONS.orderKnown : LINK_REASONS.orderUnknown;
  return createLink({
    id: desk.newId('link'),
    type: 'copies',
    from: { source: later.read.source.id, capture: later.read.capture.id },
    to: { kind: 'report', source: earlier.read.source.id, capture: earlier.read.capture.id },
    proposition,
    certainty: 'possible',
    evidence: { from: described(later), to: described(earlier) },
    anchors: [],
    proposal: {
      by: REUSE_TRACER.name,
      version: REUSE_TRACER.version,
      confidence: outside / (outside + 20),
      reason: sayReason(LINK_REASONS.sharesWords, { n: outside, order }),
    },
    status: 'proposed',
    reviews: [],
  });
}
