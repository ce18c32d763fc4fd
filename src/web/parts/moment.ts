/** Moments as people write them. */
import { language } from '../words/language.ts';

/**
 * An ISO instant as day and time of day of this machine's own zone.
 *
 * @example
 * momentWords('2031-04-02T10:00:00.000Z'); // '2 Apr 2031, 10:00'
 */
export function momentWords(at: string): string {
  return new Date(at).toLocaleString(language.value === 'ru' ? 'ru' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}
