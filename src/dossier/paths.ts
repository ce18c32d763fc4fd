/** Where things stand in a dossier. All links are relative; `root` is '' on top pages and '../' one folder down. */
import type { Claim } from '../record/claim.ts';
import type { ActorId, ClaimId, IncidentId, PropositionId, SourceId } from '../record/id.ts';
import type { View } from './view.ts';

const fileSafe = (id: string): string => id.replace(/[^A-Za-z0-9_-]/g, '-');

/**
 * Page of a proposition.
 *
 * @example
 * propositionPath('prp_0'); // 'propositions/prp_0.html'
 */
export function propositionPath(id: PropositionId): string {
  return `propositions/${fileSafe(id)}.html`;
}

/**
 * Page of a source: the stored copy of its text.
 *
 * @example
 * sourcePath('src_0'); // 'sources/src_0.html'
 */
export function sourcePath(id: SourceId): string {
  return `sources/${fileSafe(id)}.html`;
}

/**
 * Page of what a state answered over time.
 *
 * @param index of the state in the list, 0-based: names one that is no actor
 * @example
 * statePath({ by: null }, 3); // 'states/responder-4.html'
 */
export function statePath({ by }: { readonly by: ActorId | null }, index: number): string {
  return `states/${by === null ? `responder-${index + 1}` : fileSafe(by)}.html`;
}

/**
 * Anchor of a claim's words on the page of its source.
 *
 * @param index which of the claim's passages, 0-based
 * @example
 * wordsAnchor('clm_0', 0); // 'c-clm_0'
 */
export function wordsAnchor(claim: ClaimId, index: number): string {
  return index === 0 ? `c-${fileSafe(claim)}` : `c-${fileSafe(claim)}-${index + 1}`;
}

/**
 * Anchor of a claim's entry on the page of its proposition.
 *
 * @example
 * entryAnchor('clm_0'); // 'e-clm_0'
 */
export function entryAnchor(claim: ClaimId): string {
  return `e-${fileSafe(claim)}`;
}

/**
 * Page of an actor.
 *
 * @example
 * actorPath('act_0'); // 'actors/act_0.html'
 */
export function actorPath(actor: ActorId): string {
  return `actors/${fileSafe(actor)}.html`;
}

/**
 * Page of a place.
 *
 * @param file of the place's group
 * @example
 * placePath('w-upper-kessar'); // 'places/w-upper-kessar.html'
 */
export function placePath(file: string): string {
  return `places/${fileSafe(file)}.html`;
}

/**
 * Page of an incident.
 *
 * @example
 * incidentPath('inc_0'); // 'incidents/inc_0.html'
 */
export function incidentPath(id: IncidentId): string {
  return `incidents/${fileSafe(id)}.html`;
}

/**
 * Where a claim's words stand: on the page of the source whose capture holds them.
 *
 * @example
 * wordsPath(view, claim); // 'sources/src_0.html#c-clm_0'
 */
export function wordsPath(view: View, claim: Claim): string {
  const passage = claim.passages[0];
  const capture = passage === undefined ? undefined : view.record.captures.get(passage.capture);
  return `${sourcePath(capture?.of ?? claim.source)}#${wordsAnchor(claim.id, 0)}`;
}
