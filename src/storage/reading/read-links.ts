/** Links and findings as they are shown: actors found to be one are shown as the kept one. */

import { isId } from '../../record/id.ts';
import type { Link } from '../../record/link.ts';
import type { FoundVoice, VoiceFinding } from '../../record/voice-finding.ts';
import type { JoinedActors } from '../joined-actors.ts';

/**
 * A link with the actors that it names shown as the kept ones.
 *
 * @example
 * shownLink(link, joins).to;
 */
export function shownLink(link: Link, joins: JoinedActors): Link {
  const { to } = link;
  if (joins.isEmpty) return link;
  if (to.kind === 'actor') return { ...link, to: { ...to, actor: joins.shown(to.actor) } };
  if (to.kind !== 'not-held' || to.publisher === null) return link;
  return { ...link, to: { ...to, publisher: joins.shown(to.publisher) } };
}

/**
 * A finding with the actors that it names shown as the kept ones.
 *
 * @example
 * shownFinding(finding, joins).a;
 */
export function shownFinding(finding: VoiceFinding, joins: JoinedActors): VoiceFinding {
  const shown = (voice: FoundVoice): FoundVoice => (isId('actor', voice) ? joins.shown(voice) : voice);
  return joins.isEmpty ? finding : { ...finding, a: shown(finding.a), b: shown(finding.b) };
}
