/** What passes between a desk and the thread that works on counts: plain data only. */
import type { AttackReport } from '../../reckon/disclosure/attack-release.ts';
import type { PreparedTables, TablesToPrepare } from '../../reckon/disclosure/prepare-release.ts';
import type { Release } from '../../reckon/disclosure/release.ts';
import type { ErrorCode, Fault } from '../../record/onrecord-error.ts';

/** What a thread is started with. */
export type CountsTask =
  | { readonly kind: 'prepare'; readonly given: TablesToPrepare }
  | { readonly kind: 'attack'; readonly releases: readonly Pick<Release, 'id' | 'tables' | 'rule'>[] };

/** Its one answer. */
export type CountsAnswer =
  | { readonly kind: 'prepared'; readonly prepared: PreparedTables }
  | { readonly kind: 'attacked'; readonly attack: AttackReport }
  | {
      readonly kind: 'refused';
      readonly code: ErrorCode;
      readonly message: string;
      readonly subject: string | null;
      readonly faults: readonly Fault[];
    }
  | { readonly kind: 'failed'; readonly fault: string };
