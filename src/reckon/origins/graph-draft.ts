/** The graph of claims under construction: its nodes and links, and the nodes that several parts of the building make. */
import type { ClaimId, LinkId, SourceId } from '../../record/id.ts';
import type { LinkType } from '../../record/link.ts';
import type { Voice } from '../../record/utterance.ts';
import { isAnonymous, type SpeakerOf } from '../speakers.ts';
import type { OriginGraph, OriginIdentity, OriginLink, OriginNode } from './origin-graph.ts';

/** A report, somebody, or a cited text. */
export interface ClaimNode extends OriginNode {
  /** Who speaks there; `anonymous:` with the id of a source or link when nobody is known. */
  readonly voice: Voice;
  /** False for a cited outlet or text of which the record holds nothing: to be obtained. */
  readonly held: boolean;
}

export interface ClaimLink extends OriginLink {
  readonly type: LinkType;
  /** The link of the record behind it; null: the claims' own chains. */
  readonly by: LinkId | null;
}

export interface ClaimGraph extends OriginGraph {
  readonly nodes: readonly ClaimNode[];
  readonly links: readonly ClaimLink[];
}

/** A graph under construction. */
export interface GraphDraft {
  readonly nodes: Map<string, ClaimNode>;
  /** By `from` and `to`, so that each pair is linked once; a certain link stands over a possible one. */
  readonly links: Map<string, ClaimLink>;
  readonly identities: OriginIdentity[];
}

/**
 * Adds a link, or makes a possible one certain.
 *
 * @example
 * joinNodes(draft, { from: 'src_a', to: 'src_b', certainty: 'possible', type: 'copies', by: 'lnk_…' });
 */
export function joinNodes({ links }: GraphDraft, link: ClaimLink): void {
  const key = `${link.from} ${link.to}`;
  const before = links.get(key);
  if (before === undefined || (before.certainty === 'possible' && link.certainty === 'certain'))
    links.set(key, link);
}

/**
 * The node of one report.
 *
 * @param publisher its outlet's entity, or `anonymous:` and the id of the source
 * @example
 * reportNode(source, outlet, speakerOf).entity; // the outlet
 */
export function reportNode(source: SourceId, publisher: Voice, speakerOf: SpeakerOf): ClaimNode {
  const node = { id: source, kind: 'report', voice: publisher, held: true } as const;
  if (isAnonymous(publisher)) return node;
  return { ...node, entity: publisher, kin: speakerOf(publisher).kin };
}

/**
 * The node of an actor; of an outlet, its report is not held.
 *
 * @example
 * actorNode(ministry, speakerOf).kind; // 'actor'
 */
export function actorNode(entity: Voice, speakerOf: SpeakerOf): ClaimNode {
  const { kin, kind } = speakerOf(entity);
  const node = { id: entity, entity, kin, voice: entity };
  return kind === 'media'
    ? { ...node, kind: 'report', held: false, asserts: false }
    : { ...node, kind: 'actor', held: true };
}

/**
 * The claim of an unnamed voice.
 *
 * @example
 * claimOfUnnamed('anonymous:src_…:clm_…'); // 'clm_…'
 */
export function claimOfUnnamed(voice: Voice): ClaimId | null {
  return (voice.split(':')[2] as ClaimId | undefined) ?? null;
}
