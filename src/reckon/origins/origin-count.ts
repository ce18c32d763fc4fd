/** What counting origins gives. */
import type { ClaimId } from '../../record/id.ts';
import type { Voice } from '../../record/utterance.ts';
import type { OriginBounds } from './bound-origins.ts';
import type { ClaimGraph } from './graph-draft.ts';

/** Where knowledge of a claim starts. */
export interface Origin {
  readonly voice: Voice;
  /**
   * `direct`: an identified actor on its own act or position, or a held document. `anonymous`: somebody unnamed.
   * `untraced`: an outlet in its own voice, or a cited actor without stated knowledge. `circle`: reports that rest only on each other.
   */
  readonly kind: 'direct' | 'anonymous' | 'untraced' | 'circle';
  readonly claims: readonly ClaimId[];
}

export interface OriginCount {
  /** Reports that make the claims. */
  readonly reports: number;
  readonly atLeast: number;
  /** Null: open, no upper bound can be given. */
  readonly atMost: number | null;
  /** Identified origins with stated direct knowledge. */
  readonly direct: number;
  readonly origins: readonly Origin[];
  /** For each claim, from its outlet to its origin. */
  readonly paths: readonly { readonly claim: ClaimId; readonly path: readonly Voice[] }[];
  readonly circles: readonly (readonly Voice[])[];
  /** Cited outlets and texts of which the record holds no report: to obtain. */
  readonly toObtain: readonly Voice[];
  /** Claims counted that no person has accepted. */
  readonly unreviewed: number;
  /** Sentences for a person, for example "assumes the stated basis is complete". */
  readonly notes: readonly string[];
  /** What it was computed from, for drawing and for questions. */
  readonly graph: ClaimGraph;
  readonly bounds: OriginBounds;
}
