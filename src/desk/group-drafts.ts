/**
 * Puts drafts to propositions: to one that speaks of the same, found through the blocking key among those in
 * the record and those made in this batch, else to a new one. Every choice carries its reason; a person can undo it.
 */

import { type Candidates, candidatesOf, groupKey } from '../reckon/group-claims.ts';
import type { PropositionId } from '../record/id.ts';
import { createProposition, neutralWording, type Proposition } from '../record/proposition.ts';
import type { PropositionDraft } from '../text/proposed-claim.ts';
import type { Desk } from './desk.ts';

/** Where a draft went, and why. */
export interface Grouped {
  readonly proposition: PropositionId;
  /** A sentence for the reviewer. */
  readonly because: string;
}

/** A batch's view of the propositions. */
export interface Grouping {
  put(draft: PropositionDraft, language: string | null): Promise<Grouped>;
  /** Remembers that a text says one place to lie in another: what is said of the part is then narrower than of the whole. */
  learn(places: readonly { readonly name: string; readonly within: string }[]): void;
  /** Propositions made since the last call. */
  takeMade(): readonly Proposition[];
}

/**
 * Opens a grouping over a store.
 *
 * @param wholes what texts before said of places that lie in others; it is added to
 * @example
 * const grouping = openGrouping(desk);
 * const { proposition } = await grouping.put(draft, 'en');
 */
export function openGrouping(
  desk: { readonly store: Pick<Desk['store'], 'propositions'>; readonly newId: Desk['newId'] },
  wholes: Map<string, string> = new Map(),
): Grouping {
  const known = new Map<string, Candidates>();
  let made: Proposition[] = [];
  return {
    learn(places) {
      for (const { name, within } of places) wholes.set(name.toLowerCase(), within);
    },
    async put(draft, language) {
      const key = groupKey(draft);
      const candidates = known.get(key) ?? candidatesOf(await desk.store.propositions({ groupKey: key }));
      known.set(key, candidates);
      const suggested = candidates.suggest(draft);
      if (suggested.proposition !== null)
        return { proposition: suggested.proposition, because: suggested.because };
      const proposition = createProposition({
        id: desk.newId('proposition'),
        kind: draft.kind,
        measure: draft.measure,
        answer: draft.answer,
        scope: draft.scope,
        text: neutralWording(draft.text, language ?? 'und'),
        lang: language ?? 'und',
        narrowerThan: wider(draft, { wholes, candidates }),
      });
      candidates.add(proposition);
      made.push(proposition);
      return { proposition: proposition.id, because: suggested.because };
    },
    takeMade() {
      const taken = made;
      made = [];
      return taken;
    },
  };
}

interface KnownPlaces {
  readonly wholes: ReadonlyMap<string, string>;
  readonly candidates: Candidates;
}

/** The proposition that says the same of the place in which the draft's place is said to lie; null when there is none. */
function wider(draft: PropositionDraft, { wholes, candidates }: KnownPlaces): PropositionId | null {
  const { place } = draft.scope;
  const whole = place === null ? undefined : wholes.get(place.toLowerCase());
  if (whole === undefined) return null;
  return candidates.suggest({ ...draft, scope: { ...draft.scope, place: whole } }).proposition;
}
