/** One cell read by what its column holds. What cannot be read is said with what would be right, and never repeated. */
import type { ListProperty } from '../../record/victim-list.ts';
import { type DateRules, readDate } from './read-date.ts';
import { readAge, readDatePart } from './read-number.ts';
import { type CellReading, cannot, readAs, UNKNOWN } from './reading.ts';
import { saysUnknown } from './unknown-words.ts';

const SHEET_FAULT = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)/i;
/** Characters of a name or a place; more is another column. */
const LONGEST = { name: 200, other: 20_000 } as const;
const NAMES: ReadonlySet<ListProperty> = new Set<ListProperty>(['name', 'given', 'family', 'father']);

const SEX: ReadonlyMap<string, string> = new Map([
  ...many(
    'female',
    'f female w woman women girl ж жен женский женщина жін жіноча жінка femenino mujer femme féminin أنثى انثى امرأة',
  ),
  ...many(
    'male',
    'm male man men boy м муж мужской мужчина чол чоловіча чоловік masculino hombre homme masculin ذكر رجل',
  ),
  ...many('other', 'other diverse intersex non-binary другое otro autre آخر'),
]);

function many(value: string, words: string): readonly (readonly [string, string])[] {
  return words.split(' ').map((word) => [word, value] as const);
}

/**
 * Reads a cell.
 *
 * @param text as `cellText` gives it
 * @example
 * readCell('F', 'sex', { order: null, numbersAreDays: false }); // { kind: 'value', value: 'female' }
 */
export function readCell(text: string, property: ListProperty, dates: DateRules): CellReading {
  if (text === '' || (property !== 'note' && saysUnknown(text))) return UNKNOWN;
  if (text.includes('\uFFFD'))
    return cannot('holds signs that could not be decoded: name the encoding of the file with --encoding');
  if (SHEET_FAULT.test(text)) return cannot('holds a fault of the spreadsheet: correct the formula there');
  switch (property) {
    case 'born':
    case 'died':
    case 'event':
      return readDate(text, dates);
    case 'age':
      return readAge(text);
    case 'born-year':
    case 'died-year':
      return readDatePart(text, 'year');
    case 'born-month':
    case 'died-month':
      return readDatePart(text, 'month');
    case 'born-day':
    case 'died-day':
      return readDatePart(text, 'day');
    case 'sex':
      return readSex(text);
    default:
      return readText(text, property);
  }
}

function readSex(text: string): CellReading {
  const value = SEX.get(text.toLowerCase().replace(/\.$/, ''));
  return value === undefined
    ? cannot('must be female, male or other, in words or letters that are known')
    : readAs(value);
}

function readText(text: string, property: ListProperty): CellReading {
  const isName = NAMES.has(property);
  const most = isName ? LONGEST.name : LONGEST.other;
  if (text.length > most)
    return cannot(
      `must not be longer than ${most} characters: is this the right column, is a quotation mark missing?`,
    );
  if (/\p{Cc}/u.test(text)) return cannot('must not hold control characters');
  if (isName && /^[\d\s.,/-]+$/u.test(text)) return cannot('must be a name: here stands a number');
  return readAs(text);
}
