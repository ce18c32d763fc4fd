/**
 * Days as people write them, from EDTF level 1 strings (ISO 8601-2). What it does not know it gives back as
 * written. Days are UTC; no clock and no locale is asked.
 */
import { type Html, html, said } from './html.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const SINGLE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)$/;

function singleWords(edtf: string): string | null {
  const parts = SINGLE.exec(edtf);
  if (parts === null) return null;
  const [, year = '', month, day, doubt] = parts;
  const name = month === undefined ? null : (MONTHS[Number(month) - 1] ?? null);
  if (month !== undefined && name === null) return null;
  const plain = [day === undefined ? null : String(Number(day)), name, year]
    .filter((part) => part !== null)
    .join(' ');
  if (doubt === '~') return `about ${plain}`;
  if (doubt === '?') return `${plain} (uncertain)`;
  return doubt === '%' ? `about ${plain} (uncertain)` : plain;
}

/**
 * An EDTF string in words.
 *
 * @example
 * edtfWords('2017-05-12'); // '12 May 2017'
 */
export function edtfWords(edtf: string | null): string {
  if (edtf === null || edtf === '') return 'date unknown';
  const [from = '', to] = edtf.split('/');
  if (to === undefined) return singleWords(from.replace(/T.*$/, '')) ?? edtf;
  const start = from === '' || from === '..' ? null : singleWords(from);
  const end = to === '' || to === '..' ? null : singleWords(to);
  if (start !== null && end !== null) return `${start} to ${end}`;
  if (start !== null) return `${start} or later`;
  return end === null ? edtf : `until ${end}`;
}

/**
 * The first day an EDTF string can mean, as an ISO day; null when it names none.
 *
 * @example
 * firstDay('2017-05'); // '2017-05-01'
 */
export function firstDay(edtf: string | null): string | null {
  const parts = edtf === null ? null : /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(edtf);
  if (parts === null) return null;
  const [, year = '', month = '01', day = '01'] = parts;
  const known = Number(month) >= 1 && Number(month) <= 12 ? month : '01';
  return Number.isNaN(Date.parse(`${year}-${known}-${day}`))
    ? `${year}-${known}-01`
    : `${year}-${known}-${day}`;
}

/**
 * A day as a `time` element with the ISO form on demand.
 *
 * @example
 * timeOf('2017-05-12'); // <time datetime="2017-05-12" …>12 May 2017</time>
 */
export function timeOf(edtf: string | null): Html {
  const words = edtfWords(edtf);
  if (edtf === null || edtf === '') return html`<span class="unknown">${said(words)}</span>`;
  if (/^\d{4}(-\d{2}){0,2}$/.test(edtf))
    return html`<time datetime="${edtf}" title="${edtf}">${said(words)}</time>`;
  return html`<span title="${edtf}"><bdi>${said(words)}</bdi></span>`;
}

/**
 * An instant in words, to the minute, UTC.
 *
 * @example
 * instantWords('2017-05-18T14:05:09Z'); // '18 May 2017, 14:05 UTC'
 */
export function instantWords(instant: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(instant);
  return parts === null ? instant : `${edtfWords(parts[1] ?? null)}, ${parts[2] ?? ''} UTC`;
}
