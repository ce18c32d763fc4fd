/**
 * That one report rests on something: another report, somebody who told it, a document, or a text that it cites and that
 * the record does not hold. Found by a program or by a person; decided on by persons, each time with a reason. A link
 * that a program found stays doubtful in every count of origins until a person confirms it, whatever its certainty says.
 */
import {
  byKind,
  construct,
  type Field,
  idOf,
  instant,
  list,
  object,
  oneOf,
  orNull,
  text,
  within,
} from './fields.ts';
import type { ActorId, CaptureId, LinkId, PropositionId, SourceId } from './id.ts';
import { type Passage, passageField } from './passage.ts';
import { edtfField } from './when.ts';

/**
 * How it rests on it. `cites`: names it. `told`: somebody spoke to it. `copies`: shares its words without saying so.
 * `syndicates`: carries it under a credit line. `translates`: its words in another language. `same-informant`: both
 * heard the same person.
 */
export const LINK_TYPES = ['cites', 'told', 'copies', 'syndicates', 'translates', 'same-informant'] as const;
export type LinkType = (typeof LINK_TYPES)[number];

export const LINK_STATUSES = ['proposed', 'confirmed', 'cut'] as const;
export type LinkStatus = (typeof LINK_STATUSES)[number];

export const LINK_DECISIONS = ['confirmed', 'cut', 'undone'] as const;
/** `undone` takes back the decision before it. */
export type LinkDecision = (typeof LINK_DECISIONS)[number];

/** What agrees on both sides. */
export const ANCHOR_KINDS = [
  'number',
  'date',
  'name',
  'address',
  'image',
  'credit',
  'quotation',
  'passage',
] as const;
export type AnchorKind = (typeof ANCHOR_KINDS)[number];

/** One report: a version when the capture is named, any version of it when null. */
export interface ReportEnd {
  readonly source: SourceId;
  readonly capture: CaptureId | null;
}

/** What a report rests on. `document`: a held record, recording or list. `not-held`: a cited text to be obtained. */
export type LinkTarget =
  | ({ readonly kind: 'report' } & ReportEnd)
  | ({ readonly kind: 'document' } & ReportEnd)
  | { readonly kind: 'actor'; readonly actor: ActorId }
  | {
      readonly kind: 'not-held';
      /** As the report names it, for example "the daily's article of 1 April". */
      readonly name: string;
      readonly publisher: ActorId | null;
      readonly url: string | null;
      /** EDTF; null when the report does not say. */
      readonly publishedAt: string | null;
    };

/** One thing that agrees, as it is written on each side. */
export interface Anchor {
  readonly kind: AnchorKind;
  readonly from: string;
  readonly to: string;
}

/** Who says so, and why. A program names its version and its confidence; a person has neither. */
export interface LinkProposal {
  /** Name of the program or of the person. */
  readonly by: string;
  readonly version: string | null;
  /** 0 to 1; an ordering for review, not a probability. */
  readonly confidence: number | null;
  readonly reason: string;
}

/** What a person decided. */
export interface LinkReview {
  readonly decision: LinkDecision;
  readonly by: string;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  readonly reason: string;
}

export interface Link {
  readonly id: LinkId;
  readonly type: LinkType;
  readonly from: ReportEnd;
  readonly to: LinkTarget;
  /** The proposition for which it holds; null: for everything in the report. */
  readonly proposition: PropositionId | null;
  /** `certain` by the words of the report itself; otherwise `possible`. */
  readonly certainty: 'certain' | 'possible';
  /** Where it stands in the report, and in what it rests on when that is held. */
  readonly evidence: { readonly from: readonly Passage[]; readonly to: readonly Passage[] };
  readonly anchors: readonly Anchor[];
  readonly proposal: LinkProposal;
  readonly status: LinkStatus;
  readonly reviews: readonly LinkReview[];
}

/** Types that the words of a report can state; the others are inferred. */
const STATED_IN_WORDS: ReadonlySet<LinkType> = new Set<LinkType>(['cites', 'told', 'syndicates']);

const reportShape = { source: idOf('source'), capture: orNull(idOf('capture')) };

const targetField: Field<LinkTarget> = byKind<LinkTarget>({
  report: object({ kind: oneOf(['report']), ...reportShape }),
  document: object({ kind: oneOf(['document']), ...reportShape }),
  actor: object({ kind: oneOf(['actor']), actor: idOf('actor') }),
  'not-held': object({
    kind: oneOf(['not-held']),
    name: text,
    publisher: orNull(idOf('actor')),
    url: orNull(text),
    publishedAt: orNull(edtfField),
  }),
});

const proposalField = object<LinkProposal>(
  { by: text, version: orNull(text), confidence: orNull(within(0, 1)), reason: text },
  (proposal, fault) => {
    if ((proposal.version === null) !== (proposal.confidence === null))
      fault('confidence', 'comes with a version: both for a program, neither for a person');
  },
);

const linkField = object<Link>(
  {
    id: idOf('link'),
    type: oneOf(LINK_TYPES),
    from: object<ReportEnd>(reportShape),
    to: targetField,
    proposition: orNull(idOf('proposition')),
    certainty: oneOf(['certain', 'possible']),
    evidence: object({ from: list(passageField), to: list(passageField) }),
    anchors: list(object<Anchor>({ kind: oneOf(ANCHOR_KINDS), from: text, to: text })),
    proposal: proposalField,
    status: oneOf(LINK_STATUSES),
    reviews: list(
      object<LinkReview>({ decision: oneOf(LINK_DECISIONS), by: text, at: instant, reason: text }),
    ),
  },
  checkLink,
);

function checkLink(link: Link, fault: (path: string, message: string) => void): void {
  const { from, to } = link;
  const held = to.kind === 'report' || to.kind === 'document' ? to : null;
  const versions = held !== null && from.capture !== null && held.capture !== null;
  if (held?.source === from.source && !(versions && from.capture !== held.capture))
    fault('to', 'must name something other than from: nothing rests on itself');
  if (held === null && link.evidence.to.length > 0)
    fault('evidence.to', 'must be empty: only a held report or document has passages');
  if (link.proposal.version !== null && link.certainty === 'certain' && !STATED_IN_WORDS.has(link.type))
    fault('certainty', 'must be possible: a program is certain only of what the report itself says');
  if (link.status !== statusAfter(link.reviews)) fault('status', 'must be what the reviews come to');
}

/**
 * Checks a link's fields and freezes a copy.
 *
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * createLink({ ...fields, type: 'cites', status: 'proposed', reviews: [] });
 */
export function createLink(fields: Link): Link {
  return construct('link', linkField, fields);
}

/**
 * What decisions come to, oldest first: each `undone` takes back the one that stands.
 *
 * @example
 * statusAfter([{ decision: 'cut', by, at, reason }, { decision: 'undone', by, at, reason }]); // 'proposed'
 */
export function statusAfter(reviews: readonly Pick<LinkReview, 'decision'>[]): LinkStatus {
  const standing: LinkStatus[] = ['proposed'];
  for (const { decision } of reviews) {
    if (decision !== 'undone') standing.push(decision);
    else if (standing.length > 1) standing.pop();
  }
  return standing.at(-1) ?? 'proposed';
}

/**
 * A link with one more decision.
 *
 * @example
 * decidedLink(link, { decision: 'confirmed', by: 'A reviewer', at, reason: 'The credit line says so.' }).status; // 'confirmed'
 */
export function decidedLink(link: Link, review: LinkReview): Link {
  const reviews = Object.freeze([...link.reviews, Object.freeze(review)]);
  return Object.freeze({ ...link, status: statusAfter(reviews), reviews });
}

/**
 * Sources that a link speaks of: the report, and what it rests on when that is held.
 *
 * @example
 * sourcesOfLink(link); // ['src_…', 'src_…']
 */
export function sourcesOfLink({ from, to }: Pick<Link, 'from' | 'to'>): readonly SourceId[] {
  const held = to.kind === 'report' || to.kind === 'document' ? to.source : null;
  return held === null || held === from.source ? [from.source] : [from.source, held];
}
