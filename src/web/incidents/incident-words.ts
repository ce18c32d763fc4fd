/** Words for when an incident happened. */
import type { Answer } from '../api/call.ts';
import { dayWords } from '../parts/day.ts';
import { words } from '../words/language.ts';

type When = Answer<'GET /api/incidents'>['incidents'][number]['when'];

/**
 * When it happened, or is said to have.
 *
 * @example
 * whenWords({ edtf: '2031-04-02', extent: 'within' }); // '2 Apr 2031'
 */
export function whenWords(when: When): string {
  if (when === null) return words('incidents.no-day');
  const [from = '', until] = when.edtf.split('/');
  if (until === undefined) return dayWords(from);
  const days = `${dayWords(from)} – ${dayWords(until)}`;
  return `${days}, ${words(`incidents.${when.extent}`)}`;
}
