/**
 * Which checkpoints wait for which authorities. Nothing is queued anywhere: what waits follows from the list of
 * authorities and the log alone, so that it survives a crash, a restore and a year without network. Waiting are the
 * present checkpoint, and every earlier one that left the vault (exported, witnessed) without a token.
 */
import type { CheckpointAnchored } from '../record/changes/of-custody.ts';
import type { TimeAuthority } from '../record/record-settings.ts';
import { authorityAddress } from './time-authorities.ts';

/** A head of the log: how many entries it covers, and its signed note. */
export interface Checkpoint {
  readonly size: number;
  readonly note: string;
}

/** An entry that says where a checkpoint went. */
export interface Anchor extends Omit<CheckpointAnchored, 'action'> {
  /** Number of that entry, 1-based. */
  readonly seq: number;
}

export interface WaitingStamp {
  readonly authority: TimeAuthority;
  readonly checkpoint: Checkpoint;
}

export interface StampState {
  /** The present head; null: the log is empty. */
  readonly present: Checkpoint | null;
  readonly anchors: readonly Anchor[];
  readonly authorities: readonly TimeAuthority[];
  /** Addresses of authorities whose token must be renewed although nothing was written since. */
  readonly aging?: ReadonlySet<string>;
}

/**
 * What waits, authority by authority, larger checkpoints first: they cover the smaller ones.
 *
 * @example
 * waitingStamps({ present: null, anchors: [], authorities: [] }); // []
 */
export function waitingStamps(state: StampState): readonly WaitingStamp[] {
  const { present, anchors, authorities } = state;
  return authorities.flatMap((authority) => {
    const own = stampsBy(authority, anchors);
    const stamped = new Set(own.map(({ size }) => size));
    const waiting = new Map<number, Checkpoint>();
    const due = state.aging?.has(authorityAddress(authority.url)) === true;
    if (present !== null && (due || !isCovered(present, own, anchors))) waiting.set(present.size, present);
    for (const { how, size, checkpoint } of anchors) {
      if (how !== 'timestamped' && !stamped.has(size) && !waiting.has(size))
        waiting.set(size, { size, note: checkpoint });
    }
    return [...waiting.values()]
      .toSorted((one, other) => other.size - one.size)
      .map((checkpoint) => ({ authority, checkpoint }));
  });
}

/**
 * The tokens of one authority.
 *
 * @example
 * stampsBy(authority, anchors).at(-1)?.anchoredAt;
 */
export function stampsBy(authority: TimeAuthority, anchors: readonly Anchor[]): readonly Anchor[] {
  const url = authorityAddress(authority.url);
  return anchors.filter((one) => one.how === 'timestamped' && one.authority === url);
}

/** Whether a token covers all that was written, save the entries that say where checkpoints went. */
function isCovered(present: Checkpoint, own: readonly Anchor[], anchors: readonly Anchor[]): boolean {
  const largest = Math.max(0, ...own.map(({ size }) => size));
  const since = new Set(anchors.map(({ seq }) => seq).filter((seq) => seq > largest && seq <= present.size));
  return largest > 0 && since.size >= present.size - largest;
}
