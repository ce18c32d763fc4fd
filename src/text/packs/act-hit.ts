/** Where a text of a language pack tells of an act. */
import type { PackAct } from './pack.ts';
import type { TokenRange } from './pack-text.ts';

/** An act word. */
export interface ActHit extends TokenRange {
  readonly act: PackAct;
}
