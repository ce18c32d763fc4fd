/** Days on the calendar. Refuses what does not exist, such as 2017-02-30. */

/**
 * A year, month or day that exists, as given; null for anything else.
 *
 * @example
 * dayOf('2017-05'); // '2017-05'
 * dayOf('2017-02-30'); // null
 */
export function dayOf(text: string): string | null {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/u.exec(text);
  if (match === null) return null;
  const [, year = '', month = '01', day = '01'] = match;
  const time = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(time)) return null;
  return new Date(time).toISOString().startsWith(`${year}-${month}-${day}`) ? text : null;
}
