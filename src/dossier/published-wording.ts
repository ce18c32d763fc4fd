/**
 * Wording of propositions that sealed sources also speak about: the sentence may have come from them, so it
 * is made anew from the measure and from those parts of the scope that a published source says too.
 */

import type { PropositionId, Sha256, SourceId } from '../record/id.ts';
import type { Proposition, PropositionKind, Scope } from '../record/proposition.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import { measureWords } from './figure-words.ts';
import { sourceWords } from './published-names.ts';

const KIND_WORDS: Readonly<Record<PropositionKind, string>> = {
  occurrence: 'an occurrence',
  count: 'a number',
  responsibility: 'responsibility',
  place: 'a place',
  identity: 'an identity',
  status: 'a status',
  policy: 'a policy',
  process: 'a process',
  response: 'an answer',
};

function neutralText(proposition: Proposition, scope: Scope): string {
  const what =
    proposition.measure === null
      ? `Statements about ${KIND_WORDS[proposition.kind]}`
      : measureWords(proposition.measure);
  const parts = [
    what,
    scope.group === null ? null : `(${scope.group})`,
    scope.place === null ? null : `in ${scope.place}`,
    scope.actor === null ? null : `: ${scope.actor}`,
  ];
  const text = parts.filter((part) => part !== null).join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * The propositions, reworded where a sealed source also speaks about them.
 *
 * @param record the published part
 * @param whole the whole record, to see what sealed sources speak about
 * @example
 * publishedWording(record, snapshot, texts).get(proposition.id)?.text;
 */
export function publishedWording(
  record: RecordSnapshot,
  whole: RecordSnapshot,
  texts: ReadonlyMap<Sha256, string>,
): ReadonlyMap<PropositionId, Proposition> {
  const shared = new Set<PropositionId>();
  for (const claim of whole.claims.values())
    if (!record.sources.has(claim.source)) shared.add(claim.proposition);
  const words = sourceWords(record, texts);
  const sources = new Map<PropositionId, Set<SourceId>>();
  for (const claim of record.claims.values()) {
    const known = sources.get(claim.proposition) ?? new Set<SourceId>();
    sources.set(claim.proposition, known.add(claim.source));
  }
  const shown = new Map<PropositionId, Proposition>();
  for (const proposition of record.propositions.values()) {
    if (!shared.has(proposition.id)) {
      shown.set(proposition.id, proposition);
      continue;
    }
    const from = [...(sources.get(proposition.id) ?? [])].map((id) => words.get(id) ?? '');
    const said = (part: string | null): string | null =>
      part !== null && from.some((text) => text.includes(part.toLowerCase())) ? part : null;
    const { group, place, by, actor } = proposition.scope;
    const scope = { group: said(group), place: said(place), by: said(by), actor: said(actor) };
    shown.set(proposition.id, { ...proposition, scope, text: neutralText(proposition, scope), lang: 'en' });
  }
  return shown;
}
