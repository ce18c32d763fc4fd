/** A link between reports as people and programs read it: with names, exact words on both sides, who says so, and what was decided. */
import type { CaptureId, LinkId, PropositionId, SourceId } from '../record/id.ts';
import type { Anchor, Link, LinkProposal, LinkReview, LinkTarget, ReportEnd } from '../record/link.ts';
import type { Passage, Span } from '../record/passage.ts';
import type { Lookup } from './lookup.ts';

/** Exact words; positions are code points, 0-based, end exclusive. */
export type EvidenceView = Pick<Passage, 'capture' | 'exact' | 'prefix' | 'suffix'> & Span;

export interface LinkReportView {
  readonly source: SourceId;
  /** The version; null: any. */
  readonly capture: CaptureId | null;
  readonly title: string | null;
  readonly publisher: string | null;
  /** EDTF; null when unknown. */
  readonly publishedAt: string | null;
}

export interface LinkTargetView {
  readonly kind: LinkTarget['kind'];
  /** Of the source or the actor; null for a text that is not held: `voice` names that by the link. */
  readonly id: string | null;
  readonly name: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
  readonly capture: CaptureId | null;
}

export interface LinkView {
  readonly id: LinkId;
  readonly type: Link['type'];
  readonly status: Link['status'];
  /** As it was proposed: by the words of the report itself, or possible. */
  readonly certainty: Link['certainty'];
  readonly from: LinkReportView;
  readonly to: LinkTargetView;
  /** Null: it holds for everything in the report. */
  readonly proposition: { readonly id: PropositionId; readonly text: string } | null;
  readonly evidence: { readonly from: readonly EvidenceView[]; readonly to: readonly EvidenceView[] };
  readonly anchors: readonly Anchor[];
  readonly proposal: LinkProposal;
  readonly reviews: readonly LinkReview[];
}

/**
 * Gathers what a link refers to.
 *
 * @example
 * const view = await viewLink(link, openLookup(desk.store));
 */
export async function viewLink(link: Link, lookup: Lookup): Promise<LinkView> {
  const { proposition } = link;
  const text = proposition === null ? null : ((await lookup.proposition(proposition))?.text ?? '');
  return {
    id: link.id,
    type: link.type,
    status: link.status,
    certainty: link.certainty,
    from: await reportView(link.from, lookup),
    to: await targetView(link.to, lookup),
    proposition: proposition === null ? null : { id: proposition, text: text ?? '' },
    evidence: { from: link.evidence.from.map(evidenceView), to: link.evidence.to.map(evidenceView) },
    anchors: link.anchors,
    proposal: link.proposal,
    reviews: link.reviews,
  };
}

function evidenceView({ capture, exact, prefix, suffix, start, end }: Passage): EvidenceView {
  return { capture, exact, prefix, suffix, start, end };
}

async function reportView({ source, capture }: ReportEnd, lookup: Lookup): Promise<LinkReportView> {
  const held = await lookup.source(source);
  return {
    source,
    capture,
    title: held?.title ?? null,
    publisher: await lookup.nameOf(held?.publisher ?? null),
    publishedAt: held?.publishedAt ?? null,
  };
}

async function targetView(to: LinkTarget, lookup: Lookup): Promise<LinkTargetView> {
  const { kind } = to;
  switch (kind) {
    case 'report':
    case 'document': {
      const { source, capture, title, publisher, publishedAt } = await reportView(to, lookup);
      const url = (await lookup.source(source))?.url ?? null;
      return { kind, id: source, name: title ?? 'untitled', publisher, url, publishedAt, capture };
    }
    case 'actor': {
      const name = (await lookup.nameOf(to.actor)) ?? 'unknown actor';
      return { kind, id: to.actor, name, publisher: null, url: null, publishedAt: null, capture: null };
    }
    case 'not-held': {
      const { name, url, publishedAt } = to;
      const publisher = await lookup.nameOf(to.publisher);
      return { kind, id: null, name, publisher, url, publishedAt, capture: null };
    }
    default:
      return to satisfies never;
  }
}
