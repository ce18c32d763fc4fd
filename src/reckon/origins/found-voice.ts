/** How a person's finding names a voice of the graph: the other way round from `link-edges.ts`. */
import { type ActorId, isId, type LinkId, type SourceId } from '../../record/id.ts';
import type { FoundVoice } from '../../record/voice-finding.ts';
import { isAnonymous } from '../speakers.ts';
import { type ClaimNode, claimOfUnnamed } from './graph-draft.ts';

/**
 * The id by which `onrecord voice` takes the voice of a node: an actor where one is known, else the report, the claim of an
 * unnamed speaker, or the link that cites a text.
 *
 * @returns null when a finding cannot name it
 * @example
 * foundVoiceOf(node); // 'act_…'
 */
export function foundVoiceOf({ id, kind, voice, entity }: ClaimNode): FoundVoice | null {
  if (kind === 'anonymous') return claimOfUnnamed(voice);
  const actor = entity ?? voice;
  if (!isAnonymous(voice) && isId('actor', actor)) return actor as ActorId;
  const source = id.split('#', 1)[0] ?? '';
  if (isId('source', source)) return source as SourceId;
  const link = voice.split(':')[1] ?? '';
  return isId('link', link) ? (link as LinkId) : null;
}
