/**
 * What a report itself says of where its words come from: credit lines and bylines in its text, what the page states, its
 * canonical address, posts that it shows, and links beside its claims. Signs, not findings: each becomes a proposed link.
 * Only an exact credit, a canonical address elsewhere or the same text make a sign certain.
 */

import { foldName } from '../../record/actor.ts';
import type { Claim } from '../../record/claim.ts';
import { toCodePoints } from '../../record/code-points.ts';
import { findQuote } from '../../record/find-quote.ts';
import type { PropositionId } from '../../record/id.ts';
import type { Link } from '../../record/link.ts';
import { type Outlet, outletOfAddress } from '../../record/outlet.ts';
import type { Span } from '../../record/passage.ts';
import { sayReason } from '../../record/reason.ts';
import { LINK_REASONS } from '../../record/reasons/link-reasons.ts';
import type { Trail, TrailLink } from '../../record/trail.ts';
import type { CreditReader } from '../../text/outlets/credit-lines.ts';

/** What a report rests on, as far as a sign tells. */
export interface SignTarget {
  /** Null: only an address, or a name that is no listed outlet. */
  readonly outlet: Outlet | null;
  readonly name: string | null;
  readonly url: string | null;
}

export interface ReportSign extends Pick<Link, 'type' | 'certainty'> {
  readonly to: SignTarget;
  readonly proposition: PropositionId | null;
  /** Where it stands in the text; null when it stands in the page's statements. */
  readonly span: Span | null;
  /** Counts only when the record holds what it leads to. */
  readonly heldOnly: boolean;
  readonly confidence: number;
  readonly reason: string;
}

export interface SignedReport {
  readonly text: string;
  readonly trail: Trail | null;
  readonly own: Outlet | null;
  /** The publisher's name; null when unknown. */
  readonly publisher: string | null;
  readonly authors: readonly string[];
  readonly claims: readonly Claim[];
}

const POSTS: ReadonlySet<string> = new Set(['x', 'telegram', 'facebook', 'instagram', 'tiktok', 'vk']);

const NOTHING = { proposition: null, span: null, heldOnly: false } as const;

function outletOfName(outlets: readonly Outlet[], name: string): Outlet | null {
  const folded = foldName(name);
  return (
    outlets.find((one) => [one.name, ...one.aliases].some((spelling) => foldName(spelling) === folded)) ??
    null
  );
}

/**
 * The signs of one report.
 *
 * @example
 * reportSigns(report, { outlets, credits: openCreditReader(outlets) }).map(({ type }) => type); // ['syndicates']
 */
export function reportSigns(
  report: SignedReport,
  { outlets, credits }: { readonly outlets: readonly Outlet[]; readonly credits: CreditReader },
): readonly ReportSign[] {
  return [
    ...creditSigns(report, credits),
    ...authorSigns(report, outlets),
    ...(report.trail === null ? [] : pageSigns(report, report.trail, outlets)),
  ];
}

function creditSigns({ text, own }: SignedReport, credits: CreditReader): ReportSign[] {
  return credits(text, own).map(({ outlet, role, span, form }) => ({
    ...NOTHING,
    to: { outlet, name: null, url: null },
    span,
    type: role === 'source' ? 'cites' : 'syndicates',
    certainty: role === 'carries' ? 'certain' : 'possible',
    confidence: role === 'carries' ? 0.95 : 0.6,
    reason: sayReason(LINK_REASONS.credit, { form, outlet: outlet.name }),
  }));
}

/** An author that is an agency. */
function authorSigns({ authors, own }: SignedReport, outlets: readonly Outlet[]): ReportSign[] {
  return authors.flatMap((author) => {
    const outlet = outletOfName(outlets, author);
    if (outlet === null || outlet.code === own?.code) return [];
    return [
      carried({ outlet, name: null, url: null }, sayReason(LINK_REASONS.author, { outlet: outlet.name })),
    ];
  });
}

function carried(to: SignTarget, reason: string): ReportSign {
  return { ...NOTHING, to, type: 'syndicates', certainty: 'certain', confidence: 0.95, reason };
}

function pageSigns(report: SignedReport, trail: Trail, outlets: readonly Outlet[]): ReportSign[] {
  const { own, publisher } = report;
  const isOwn = (name: string): boolean => publisher !== null && foldName(name) === foldName(publisher);
  const stated = trail.credits.flatMap((credit) => {
    const url = /^https?:\/\//i.test(credit) ? credit : null;
    const outlet = url === null ? outletOfName(outlets, credit) : outletOfAddress(url, outlets);
    if (isOwn(credit) || (own !== null && outlet?.code === own.code)) return [];
    return [carried({ outlet, name: url === null ? credit : null, url }, LINK_REASONS.pageCredits)];
  });
  const home = trail.canonical === null ? null : outletOfAddress(trail.canonical, outlets);
  const elsewhere =
    home !== null && own !== null && home.code !== own.code
      ? [
          carried(
            { outlet: home, name: null, url: trail.canonical },
            sayReason(LINK_REASONS.canonical, { outlet: home.name }),
          ),
        ]
      : [];
  const shown = trail.embeds.map(
    ({ platform, url }): ReportSign => ({
      ...NOTHING,
      to: { outlet: null, name: null, url },
      type: 'cites',
      certainty: 'possible',
      heldOnly: !POSTS.has(platform),
      confidence: 0.5,
      reason: LINK_REASONS.embeds,
    }),
  );
  return [...stated, ...elsewhere, ...shown, ...trail.links.flatMap((link) => linkSigns(report, link))];
}

/** A link to a held report, for the propositions of the claims in its paragraph. */
function linkSigns({ text, claims }: SignedReport, { url, words, before }: TrailLink): ReportSign[] {
  if (words.trim() === '') return [];
  const place = findQuote(text, { exact: words, prefix: before, suffix: '', near: 0 });
  if (typeof place === 'string') return [];
  const from = toCodePoints(text, text.lastIndexOf('\n', place.start) + 1);
  const stop = text.indexOf('\n', place.end);
  const to = toCodePoints(text, stop < 0 ? text.length : stop);
  const here = claims.filter(({ passages }) => passages.some(({ start, end }) => start < to && from < end));
  const span = { start: toCodePoints(text, place.start), end: toCodePoints(text, place.end) };
  return [...new Set(here.map(({ proposition }) => proposition))].map((proposition) => ({
    to: { outlet: null, name: null, url },
    proposition,
    span,
    heldOnly: true,
    type: 'cites',
    certainty: 'possible',
    confidence: 0.6,
    reason: LINK_REASONS.links,
  }));
}
