/** Words of the program that stand in the template of a printed dossier, to be said in its language. */
import { STANCES } from '../../record/stance.ts';
import type { Say } from '../card/card-words.ts';

const WORDS = [
  'not reviewed in full',
  'not reviewed',
  'What has been claimed, by whom, and on whose knowledge it rests. A figure here is never a verdict: it is the sum of what independent origins say, with every denial beside it.',
  'Figures',
  'The toll, as it became known',
  'Steps: low, best and high over independent origins. Signs: single claims. Reported only; nothing here estimates what nobody reported.',
  'Where it is said to have happened',
  'Places that a person put on record; an area where only an area is known. Shapes: Natural Earth, public domain. Borders as published there; they take no side.',
  'Propositions',
  'To obtain:',
  'What states answered',
  'Declining to speak, refusing and staying silent are three different answers.',
  'Counts from cases',
  'Numbers from the work with people at risk. They are no claims of a source, and nothing here adds them to a toll.',
  'Sources',
  'How we count',
  'Rule',
  'Low',
  'Best',
  'High',
  'Who',
  'Asked for',
  'Answer',
  'People',
  'Day',
] as const;

/**
 * The words by their English key.
 *
 * @example
 * paperWords(say).Figures; // 'Числа'
 */
export function paperWords(say: Say): Readonly<Record<string, string>> {
  return Object.fromEntries([...WORDS, ...STANCES].map((key) => [key, say(key)]));
}
