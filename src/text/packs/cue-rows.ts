/** Cues of a pack, written as rows of a table: what all rows of a table share is said once. */
import type { CueForce } from '../../record/attribution.ts';
import type { Stance } from '../../record/stance.ts';
import type { PackCue } from './pack.ts';

/** A cue: lemma, pattern of its forms, what may follow, and its force where that is not the table's. */
export type CueRow = readonly [lemma: string, forms: string, frames?: PackCue['frames'], force?: CueForce];

/** What all rows of a table are. */
export interface CueTable {
  readonly does: Stance;
  readonly force: CueForce;
  readonly shape: PackCue['shape'];
}

/**
 * The cues of a table.
 *
 * @example
 * cuesOf({ does: 'alleges', force: 'neutral', shape: 'active' }, [['say', 'says|said']])[0]?.lemma; // 'say'
 */
export function cuesOf(table: CueTable, rows: readonly CueRow[]): readonly PackCue[] {
  return rows.map(([lemma, forms, frames = '', force = table.force]) => ({
    forms,
    lemma,
    shape: table.shape,
    does: table.does,
    force,
    frames,
  }));
}

/**
 * Cues that put something forward.
 *
 * @example
 * sayingCues([['decir', 'dice|dijo']], 'active')[0]?.does; // 'alleges'
 */
export function sayingCues(rows: readonly CueRow[], shape: PackCue['shape']): readonly PackCue[] {
  return cuesOf({ does: 'alleges', force: 'neutral', shape }, rows);
}
