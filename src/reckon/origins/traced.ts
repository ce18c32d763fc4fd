/** What was traced beside the claims: links between reports, and what persons found about voices. */
import type { SourceId } from '../../record/id.ts';
import type { Link } from '../../record/link.ts';
import type { Source } from '../../record/source.ts';
import type { VoiceFinding } from '../../record/voice-finding.ts';

export interface Traced {
  readonly links: readonly Link[];
  readonly findings: readonly VoiceFinding[];
  /** Reports that links lead to; who published them is asked when they make no claim themselves. */
  readonly sources: ReadonlyMap<SourceId, Pick<Source, 'publisher'>>;
}

/**
 * How a link counts: as settled by a person, or as doubtful; null when it was cut. What a program found is doubtful until a
 * person confirms it, so it can widen an interval and never narrow it.
 *
 * @example
 * weightOf({ ...link, status: 'confirmed' }); // 'certain'
 */
export function weightOf(link: Link): 'certain' | 'possible' | null {
  if (link.status === 'cut') return null;
  if (link.status === 'confirmed') return 'certain';
  return link.proposal.version === null ? link.certainty : 'possible';
}
