/** What passes between the desk and the process that links people: plain data only. */
import type { LinkedOutcome, LinkingProgress, PeopleTask } from '../../desk/ports/pair-linking.ts';
import type { PosteriorReading } from '../../reckon/linkage/posterior-linkage.ts';
import type { ErrorCode } from '../../record/onrecord-error.ts';
import type { LinkingMeans } from './link-and-draw.ts';

/** The one order that a process is given. */
export interface LinkingOrder {
  readonly task: PeopleTask;
  readonly means: LinkingMeans;
}

/** From the process: how far it is, then one answer. A fault that was not expected is told by its kind alone. */
export type LinkingMessage =
  | { readonly type: 'progress'; readonly progress: LinkingProgress }
  | { readonly type: 'done'; readonly told: LinkedOutcome<PosteriorReading> }
  | { readonly type: 'refused'; readonly code: ErrorCode; readonly message: string }
  | { readonly type: 'failed'; readonly fault: string };
