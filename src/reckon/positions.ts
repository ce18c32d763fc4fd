/** What each actor has said about one proposition, over time. Nothing is dropped and nothing is averaged. */
import type { ClaimId } from '../record/id.ts';
import type { Stance } from '../record/stance.ts';
import type { Voice } from '../record/utterance.ts';

export interface Position {
  /** The innermost voice of the chain: whose speech act it is. */
  readonly actor: Voice;
  /** The latest stance; on one day the later log order wins. */
  readonly latest: Stance;
  /** Oldest first; unknown days last. */
  readonly history: readonly { readonly claim: ClaimId; readonly stance: Stance; readonly saidAt: string | null }[];
  /** Taken over from a proposition that this one depends on, such as a denial of the whole occurrence. */
  readonly inherited: boolean;
}
