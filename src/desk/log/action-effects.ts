/**
 * What an entry of the log may change of what is held in memory for as long as the log does not grow: the one table, so that a new
 * action is a type error until somebody says it.
 */
import type { Action } from '../../record/log-entry.ts';
import type { RecordStore } from '../ports/record-store.ts';

interface Effects {
  /** What something is called, or that there is something more that is called by words. */
  readonly names: boolean;
  /** What somebody of a clearance does not see. */
  readonly hides: boolean;
}

const BOTH: Effects = { names: true, hides: true };
const NAMES: Effects = { names: true, hides: false };
const HIDES: Effects = { names: false, hides: true };
const NEITHER: Effects = { names: false, hides: false };

const EFFECTS: Readonly<Record<Action, Effects>> = {
  'source-captured': BOTH,
  'source-described': BOTH,
  'claims-proposed': BOTH,
  'claim-reviewed': NEITHER,
  'claims-regrouped': BOTH,
  'proposition-reworded': NAMES,
  'propositions-held-apart': HIDES,
  'actors-joined': BOTH,
  'links-proposed': BOTH,
  'link-reviewed': NEITHER,
  'voices-judged': HIDES,
  'finding-undone': HIDES,
  'person-cleared': NEITHER,
  'clearance-withdrawn': NEITHER,
  'copy-stored': BOTH,
  'custody-recorded': NEITHER,
  'checkpoint-anchored': NEITHER,
  'fixity-checked': NEITHER,
  'checkpoint-cosigned': NEITHER,
  'source-erased': BOTH,
  'settings-changed': NEITHER,
  'record-imported': BOTH,
  'estimate-recorded': HIDES,
  'list-imported': BOTH,
  'people-decided': HIDES,
  'people-decision-undone': HIDES,
  'place-recorded': HIDES,
  'incident-recorded': HIDES,
  'member-introduced': NEITHER,
  'compartment-changed': NEITHER,
  'record-sealed': NEITHER,
  'record-erased': NEITHER,
  'counts-released': NEITHER,
  'accesses-logged': NEITHER,
  'release-made': NEITHER,
  'release-approved': NEITHER,
};

/** New entries that are looked at one by one; after more than these everything may have changed. */
const FEW = 200;

/**
 * Whether entries that came since may change something.
 *
 * @param span numbers of the last entry that was known, and of the last one now
 * @example
 * await mayChange(store, 'names', { from: 41, to: 44 });
 */
export async function mayChange(
  store: Pick<RecordStore, 'log'>,
  what: keyof Effects,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<boolean> {
  if (to === from) return false;
  if (to < from || to - from > FEW) return true;
  for await (const { action } of store.log(from + 1, to - from)) if (EFFECTS[action][what]) return true;
  return false;
}

/**
 * Whether an entry may change what somebody of a clearance does not see.
 *
 * @example
 * mayHide('source-captured'); // true
 */
export function mayHide(action: Action): boolean {
  return EFFECTS[action].hides;
}
