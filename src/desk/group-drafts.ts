/**
 * Puts drafts to propositions: to one that speaks of the same, found through the blocking key among those in
 * the record and those made in this batch, else to a new one. Every choice carries its reason; a person can undo it.
 */

import { type Candidates, candidatesOf, groupKey } from '../reckon/group-claims.ts';
import type { PropositionId } from '../record/id.ts';
import { createProposition, type Proposition } from '../record/proposition.ts';
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
  /** Propositions made since the last call. */
  takeMade(): readonly Proposition[];
}

/**
 * Opens a grouping over a store.
 *
 * @example
 * const grouping = openGrouping(desk);
 * const { proposition } = await grouping.put(draft, 'en');
 */
export function openGrouping(desk: Pick<Desk, 'store' | 'newId'>): Grouping {
  const known = new Map<string, Candidates>();
  let made: Proposition[] = [];
  return {
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
        text: draft.text,
        lang: language ?? 'und',
        narrowerThan: null,
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
