/** Edges of the graph that come from links of the record, and identities that come from persons' findings. */
import type { ActorId, LinkId, SourceId } from '../../record/id.ts';
import type { Link } from '../../record/link.ts';
import type { Proposition } from '../../record/proposition.ts';
import type { Voice } from '../../record/utterance.ts';
import { type FoundVoice, foundKind } from '../../record/voice-finding.ts';
import type { SpeakerOf } from '../speakers.ts';
import type { BasisOptions } from './claim-basis.ts';
import {
  actorNode,
  type ClaimNode,
  claimOfUnnamed,
  type GraphDraft,
  joinNodes,
  reportNode,
} from './graph-draft.ts';
import { type Traced, weightOf } from './traced.ts';

/**
 * Adds the links that concern the proposition and lead from a report in the graph. A doubtful link between two whole reports
 * counts only where both make the claim; one that names the proposition, or that a person confirmed, counts as it is.
 *
 * @returns the node of each cited text that is not held, by link
 * @example
 * addLinks(draft, traced, options).get('lnk_…'); // 'lnk_…'
 */
export function addLinks(
  draft: GraphDraft,
  traced: Traced,
  options: BasisOptions,
): ReadonlyMap<LinkId, string> {
  const byFrom = Map.groupBy(
    traced.links.filter((link) => concerns(link.proposition, options.proposition)),
    ({ from }) => from.source,
  );
  const named = new Map<LinkId, string>();
  const open = [...byFrom.keys()].filter((source) => draft.nodes.has(source)).sort();
  const done = new Set<SourceId>(open);
  for (let source = open.pop(); source !== undefined; source = open.pop()) {
    for (const link of byFrom.get(source) ?? []) {
      const to = addLink(draft, link, { ...options, traced });
      if (to === null) continue;
      if (link.to.kind === 'not-held') named.set(link.id, to);
      const next = to as SourceId;
      if (byFrom.has(next) && !done.has(next)) {
        done.add(next);
        open.push(next);
      }
    }
  }
  return named;
}

function concerns(of: Proposition['id'] | null, proposition: Proposition | null | undefined): boolean {
  return of === null || of === proposition?.id;
}

interface LinkContext extends BasisOptions {
  readonly traced: Traced;
}

/** The node that it leads to; null when it does not count here. */
function addLink(draft: GraphDraft, link: Link, options: LinkContext): string | null {
  const certainty = weightOf(link);
  if (certainty === null) return null;
  const to = targetOf(draft, link, options);
  if (to === null || to === link.from.source) return null;
  const turned = link.type === 'same-informant' && isEarlier(draft, link.from.source, to);
  const ends = turned ? { from: to, to: link.from.source } : { from: link.from.source, to };
  joinNodes(draft, { ...ends, certainty, type: link.type, by: link.id });
  return to;
}

/** Which of two that heard one informant was first does not matter to the count: the later rests on the earlier. */
function isEarlier({ nodes }: GraphDraft, a: string, b: string): boolean {
  const [dayA, dayB] = [nodes.get(a)?.day, nodes.get(b)?.day];
  return dayA !== undefined && dayB !== undefined && dayA < dayB;
}

function targetOf(draft: GraphDraft, link: Link, options: LinkContext): string | null {
  const { to } = link;
  switch (to.kind) {
    case 'report':
    case 'document': {
      const settled = link.proposition !== null || weightOf(link) === 'certain';
      if (!draft.nodes.has(to.source) && !settled) return null;
      return addHeld(draft, { source: to.source, document: to.kind === 'document' }, options);
    }
    case 'actor':
      return addActor(draft, options.speakerOf(to.actor).entity, options.speakerOf);
    case 'not-held':
      return addNotHeld(draft, link, options.speakerOf);
    default:
      return to satisfies never;
  }
}

/** A held report that makes no claim on the proposition itself, or a document. */
function addHeld(
  { nodes }: GraphDraft,
  { source, document }: { readonly source: SourceId; readonly document: boolean },
  options: LinkContext,
): string {
  if (nodes.has(source)) return source;
  const publisher = options.traced.sources.get(source)?.publisher ?? null;
  const entity = publisher === null ? null : options.speakerOf(publisher).entity;
  const node = reportNode(source, entity ?? `anonymous:${source}`, options.speakerOf);
  if (document) nodes.set(source, { ...node, kind: 'document', entity: source, kin: source, direct: true });
  else nodes.set(source, { ...node, asserts: false });
  return source;
}

function addActor({ nodes }: GraphDraft, entity: Voice, speakerOf: SpeakerOf): string {
  if (nodes.has(entity)) return entity;
  nodes.set(entity, actorNode(entity, speakerOf));
  return entity;
}

/** One node for each cited text: of one address, or of one name and publisher. */
function addNotHeld({ nodes }: GraphDraft, { id, to }: Link, speakerOf: SpeakerOf): string | null {
  if (to.kind !== 'not-held') return null;
  const publisher = to.publisher === null ? null : speakerOf(to.publisher).entity;
  const key = to.url === null ? `text:${publisher ?? ''}:${to.name}` : `text:${to.url}`;
  if (nodes.has(key)) return key;
  const day =
    to.publishedAt !== null && /^\d{4}-\d\d-\d\d$/.test(to.publishedAt) ? { day: to.publishedAt } : {};
  nodes.set(key, {
    id: key,
    kind: 'report',
    asserts: false,
    held: false,
    voice: publisher ?? `anonymous:${id}`,
    ...(publisher === null ? {} : { entity: publisher, kin: speakerOf(publisher).kin }),
    ...day,
  });
  return key;
}

interface FindingContext extends BasisOptions {
  readonly named: ReadonlyMap<LinkId, string>;
}

/**
 * Adds what persons found about voices that are in the graph.
 *
 * @example
 * addFindings(draft, traced, { ...options, named: new Map() });
 */
export function addFindings(draft: GraphDraft, traced: Traced, options: FindingContext): void {
  const standing = traced.findings.filter(
    ({ undone, proposition }) => undone === null && concerns(proposition, options.proposition),
  );
  for (const { a, b, relation } of standing) {
    const [left, right] = [nodeOf(a, draft, options), nodeOf(b, draft, options)];
    if (left !== null && right !== null) draft.identities.push({ a: left, b: right, relation });
  }
}

function nodeOf(
  voice: FoundVoice,
  { nodes }: GraphDraft,
  { speakerOf, named }: FindingContext,
): string | null {
  const kind = foundKind(voice);
  if (kind === 'link') return named.get(voice as LinkId) ?? null;
  if (kind === 'source') return nodes.has(voice) ? voice : null;
  const entity = kind === 'actor' ? speakerOf(voice as ActorId).entity : null;
  const fits = (node: ClaimNode): boolean =>
    kind === 'actor'
      ? node.entity === entity
      : node.kind === 'anonymous' && claimOfUnnamed(node.voice) === voice;
  return [...nodes.values()].find(fits)?.id ?? null;
}
