/** How a speaker knows, when the speaker's own words say so ("a witness", "his mother"): HURIDOCS list 19. Else unknown. */
import type { Connection } from '../record/attribution.ts';

const WORDS: readonly (readonly [Connection, RegExp])[] = [
  ['witness', /\b(?:eye)?witness(?:es)?\b/i],
  ['victim', /\b(?:survivors?|victims?|detainees?|former (?:prisoners?|detainees?|captives?)|refugees?)\b/i],
  [
    'relative',
    /\b(?:mother|father|brother|sister|wife|husband|widow|son|daughter|uncle|aunt|cousin|parents|relatives?|family|families)\b/i,
  ],
  ['lawyer', /\b(?:lawyers?|attorneys?|defence counsel)\b/i],
  ['medical', /\b(?:doctors?|medics?|nurses?|surgeons?|paramedics?|hospital|hospitals|forensic)\b/i],
  ['ngo', /\b(?:ngo|human rights|rights group|charity|aid (?:group|workers?|agency)|amnesty)\b/i],
  ['reporter', /\b(?:our correspondent|reporters? (?:at|on) the scene)\b/i],
];

/**
 * The connection that a speaker's description states.
 *
 * @example
 * connectionOf('a lawyer for the family'); // 'lawyer'
 */
export function connectionOf(named: string): Connection {
  const head = named.split(/\b(?:of|for|from|at|in|who|whose)\b/)[0] ?? named;
  for (const [connection, words] of WORDS) if (words.test(head)) return connection;
  return 'unknown';
}
