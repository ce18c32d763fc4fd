/** Whether a name is the one who publishes the text: its full name, its short name ("the Ledger") or its initials. */
import { foldName } from '../entities.ts';

const SMALL = /^(?:of|the|for|and|in|on|a|an|de|la|del)$/;

/**
 * Whether a name stands for the outlet; false when the outlet is unknown.
 *
 * @example
 * isOwnOutlet('The Northern Ledger', 'Ledger'); // true
 */
export function isOwnOutlet(outlet: string | null, name: string): boolean {
  if (outlet === null) return false;
  const own = foldName(outlet);
  const given = foldName(name).replace(/^the /, '');
  if (given === own || own.replace(/^the /, '') === given) return true;
  const words = own.split(' ').filter((word) => !SMALL.test(word));
  if (words.length < 2) return false;
  const initials = words.map((word) => word.charAt(0)).join('');
  return initials === given || (words.at(-1) === given && given.length > 3);
}
