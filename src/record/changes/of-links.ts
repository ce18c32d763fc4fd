/** What changes the links between reports and the judgement of voices. */
import type { Actor } from '../actor.ts';
import type { CaptureId, FindingId, LinkId } from '../id.ts';
import type { Link, LinkDecision } from '../link.ts';
import type { VoiceStatement } from '../voice-finding.ts';

/** What reports rest on was traced. One entry for the whole batch; links have status `proposed`. */
export interface LinksProposed {
  readonly action: 'links-proposed';
  /** Name and version of the program; null when a person names the links. */
  readonly extractor: string | null;
  /** Captures that the program has traced now, those without a link too; empty by hand. */
  readonly captures: readonly CaptureId[];
  /** Actors first seen here. */
  readonly actors: readonly Actor[];
  readonly links: readonly Link[];
}

/** A person confirmed or cut a link, or took the last decision on it back. */
export interface LinkReviewed {
  readonly action: 'link-reviewed';
  readonly link: LinkId;
  readonly decision: LinkDecision;
  readonly reason: string;
}

/** A person found two voices to be one, or to be two. */
export interface VoicesJudged {
  readonly action: 'voices-judged';
  readonly finding: VoiceStatement;
}

/** A finding about two voices is taken back. */
export interface FindingUndone {
  readonly action: 'finding-undone';
  readonly finding: FindingId;
  readonly reason: string;
}
