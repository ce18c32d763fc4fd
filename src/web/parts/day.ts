/** Days as people write them. */
import { language } from '../words/language.ts';

/**
 * An ISO day, instant or month in the person's language; other EDTF as it is.
 *
 * @example
 * dayWords('2017-05-14'); // '14 May 2017'
 */
export function dayWords(edtf: string | null): string {
  if (edtf === null) return '—';
  const whole = /^\d{4}-\d{2}-\d{2}(T|$)/u.test(edtf);
  if (!whole && !/^\d{4}-\d{2}$/u.test(edtf)) return edtf;
  const lang = language.value === 'ru' ? 'ru' : 'en-GB';
  return new Date(edtf).toLocaleDateString(lang, {
    ...(whole ? { day: 'numeric' } : {}),
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
}
