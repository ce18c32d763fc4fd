/**
 * What a log entry does to the tables when it is played again: in a check, a restore or after an erasure. Pure; an erased
 * entry gives back only what later entries still need of it.
 */

import type { RecordErased } from '../../record/changes/of-compartments.ts';
import type { ErasureRemainder, SourceErased } from '../../record/changes/of-sources.ts';
import type { Change } from '../../record/log-entry.ts';
import { sealedKind } from '../../record/sealed/sealed-record.ts';
import { changeFaults } from '../change-faults.ts';
import { projectChange } from '../project-change.ts';
import type { Lookup } from '../projection/lookup.ts';
import { projectRemainder } from '../projection/project-remainder.ts';
import type { GroupKey } from '../projection/projection.ts';
import type { RowChange } from '../projection/row-change.ts';
import type { LogRow } from '../tables.ts';

/** What an erasure leaves in the log. */
export type Tombstone = SourceErased | RecordErased;

/** What all erasures of a log together took away and left. */
export interface Erasures {
  /** Ids that exist no longer. */
  readonly gone: ReadonlySet<string>;
  readonly remainders: ReadonlyMap<number, ErasureRemainder>;
  /** Numbers of erased entries, each with the source or sealed record it was erased for. */
  readonly entries: ReadonlyMap<number, string>;
}

/** A log from which nothing was erased. */
export const NO_ERASURES: Erasures = Object.freeze({
  gone: new Set<string>(),
  remainders: new Map<number, ErasureRemainder>(),
  entries: new Map<number, string>(),
});

/**
 * Gathers what the tombstones of a log say.
 *
 * @example
 * erasuresOf([]).gone.size; // 0
 */
export function erasuresOf(tombstones: readonly Tombstone[]): Erasures {
  const remainders = new Map<number, ErasureRemainder>();
  const entries = new Map<number, string>();
  const gone = new Set<string>();
  for (const tombstone of tombstones) {
    const isSource = tombstone.action === 'source-erased';
    const id = isSource ? tombstone.source : tombstone.record;
    for (const seq of tombstone.entries) entries.set(seq, id);
    for (const one of isSource ? tombstone.gone : [id]) gone.add(one);
    for (const each of isSource ? tombstone.remainders : []) remainders.set(each.seq, each);
  }
  return { gone, remainders, entries };
}

/** One entry to be played again, and with what. */
export interface Replay {
  readonly row: LogRow;
  readonly lookup: Lookup;
  readonly groupKey: GroupKey;
  readonly erasures: Erasures;
  /** A stored text by its hash; null when there is none. */
  readonly textOf: (sha256: string) => string | null;
}

/**
 * The rows that an entry makes, or a sentence that says why it cannot be played.
 *
 * @example
 * replayRow({ row, lookup, groupKey, erasures: NO_ERASURES, textOf: () => null });
 */
export function replayRow(replay: Replay): readonly RowChange[] | string {
  const { row, lookup, groupKey, erasures } = replay;
  const { seq, at, agent } = row;
  const base = { seq, at, agent, lookup, groupKey };
  if (row.body === null) {
    if (!erasures.entries.has(seq)) return `Entry ${seq} has lost its body, and no erasure names it.`;
    const id = erasures.entries.get(seq) ?? '';
    if (sealedKind(id) !== null) return [];
    const remainder = erasures.remainders.get(seq) ?? null;
    return projectRemainder({ ...base, source: id, remainder });
  }
  if (erasures.entries.has(seq)) return `Entry ${seq} was erased and has a body again.`;
  const change = JSON.parse(row.body) as Change;
  if (change.action !== row.action) return `Entry ${seq} says ${row.action}; its body says otherwise.`;
  const texts = textsOf(replay, change);
  const [fault] = changeFaults(change, { lookup, texts, gone: erasures.gone });
  if (fault !== undefined && fault.path !== 'texts')
    return `Entry ${seq} does not fit the entries before it: ${fault.message}`;
  return projectChange({ ...base, change, texts });
}

function textsOf({ lookup, textOf }: Replay, change: Change): ReadonlyMap<string, string> {
  const capture =
    change.action === 'source-captured' || change.action === 'copy-stored' ? change.capture : null;
  const sha256 = capture?.text?.sha256;
  if (sha256 === undefined || lookup.hasText(sha256)) return new Map();
  const content = textOf(sha256);
  return content === null ? new Map() : new Map([[sha256, content]]);
}
