/**
 * The part of a record that a release is about. What lies outside is treated as sealed: not shown, not counted, and no name or word
 * that only it brought in leaves with the rest. Reports on which a kept one rests are kept, since origins are counted through them.
 */
import type { Claim } from '../../record/claim.ts';
import type { PropositionId, SourceId } from '../../record/id.ts';
import { sourcesOfLink } from '../../record/link.ts';
import type { Proposition } from '../../record/proposition.ts';
import type { ReleaseProfile } from '../../record/release/release-profile.ts';
import type { RecordSnapshot } from '../../record/snapshot.ts';
import type { Source } from '../../record/source.ts';

/**
 * Takes the part.
 *
 * @example
 * releasedScope(snapshot, profile).claims.size;
 */
export function releasedScope(
  snapshot: RecordSnapshot,
  { about, handling }: Pick<ReleaseProfile, 'about' | 'handling'>,
): RecordSnapshot {
  const levels = new Set<string>(handling);
  const isWhole = about.propositions === null && about.places === null;
  const chosen = isWhole ? null : propositionsAbout(snapshot, about);
  const claims = [...snapshot.claims.values()].filter(
    ({ proposition }) => chosen === null || chosen.has(proposition),
  );
  const kept = isWhole ? null : sourcesOf(snapshot, claims);
  const sources = [...snapshot.sources.values()].map(
    (source): Source =>
      levels.has(source.handling) && kept?.has(source.id) !== false
        ? source
        : { ...source, handling: 'sealed' },
  );
  return {
    ...snapshot,
    sources: new Map(sources.map((source) => [source.id, source])),
    claims: new Map(claims.map((claim) => [claim.id, claim])),
  };
}

/** Those that are named, those of the places, and narrower ones of both. */
function propositionsAbout(
  { propositions }: RecordSnapshot,
  { propositions: named, places }: ReleaseProfile['about'],
): ReadonlySet<PropositionId> {
  const ids = new Set<string>(named ?? []);
  const words = new Set((places ?? []).map((place) => place.trim().toLowerCase()));
  const isChosen = ({ id, scope }: Proposition): boolean =>
    ids.has(id) || (scope.place !== null && words.has(scope.place.trim().toLowerCase()));
  const chosen = new Set([...propositions.values()].filter(isChosen).map(({ id }) => id));
  for (let before = -1; before < chosen.size; ) {
    before = chosen.size;
    for (const { id, narrowerThan } of propositions.values())
      if (narrowerThan !== null && chosen.has(narrowerThan)) chosen.add(id);
  }
  return chosen;
}

function sourcesOf({ captures, links }: RecordSnapshot, claims: readonly Claim[]): ReadonlySet<SourceId> {
  const kept = new Set<SourceId>();
  for (const { source, passages, chain } of claims) {
    kept.add(source);
    for (const { capture } of [...passages, ...chain.flatMap((step) => step.passage ?? [])]) {
      const of = captures.get(capture)?.of;
      if (of !== undefined) kept.add(of);
    }
  }
  for (let before = -1; before < kept.size; ) {
    before = kept.size;
    for (const link of links.values())
      if (kept.has(link.from.source)) for (const source of sourcesOfLink(link)) kept.add(source);
  }
  return kept;
}
