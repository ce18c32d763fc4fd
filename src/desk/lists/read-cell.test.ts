import { expect, test } from 'vitest';
import type { ListProperty } from '../../record/victim-list.ts';
import { readCell } from './read-cell.ts';
import { orderShown } from './read-date.ts';
import { cellText } from './reading.ts';

const RULES = { order: null, numbersAreDays: false } as const;
const read = (text: string, property: ListProperty, order: 'dmy' | 'mdy' | null = null) => {
  const cell = readCell(cellText(text), property, { ...RULES, order });
  return cell.kind === 'value' ? cell.value : cell.kind;
};

test.each([
  ['2021-03-04', '2021-03-04'],
  ['2021-03', '2021-03'],
  ['2021', '2021'],
  ['2021-03~', '2021-03~'],
  ['2021-02/2021-04', '2021-02/2021-04'],
  ['2021-03-XX', '2021-03-XX'],
  ['2021/3/4', '2021-03-04'],
  ['2021-03-04 00:00:00', '2021-03-04'],
  ['2021-03-04T00:00:00.000Z', '2021-03-04'],
  ['13/04/2021', '2021-04-13'],
  ['04/13/2021', '2021-04-13'],
  ['04.04.2021', '2021-04-04'],
  ['03/2021', '2021-03'],
  ['4 March 2021', '2021-03-04'],
  ['4th Mar. 2021', '2021-03-04'],
  ['March 4, 2021', '2021-03-04'],
  ['March 2021', '2021-03'],
  ['4 марта 2021 г.', '2021-03-04'],
  ['4 березня 2021', '2021-03-04'],
  ['4 de marzo de 2021', '2021-03-04'],
  ['4 mars 2021', '2021-03-04'],
  ['٤ آذار ٢٠٢١', '2021-03-04'],
  ['about 1980', '1980~'],
  ['before March 2021', '../2021-03'],
  ['after 2021-03-04', '2021-03-04/..'],
  ['1980s', '198X'],
  ['03/04/2021', 'order'],
  ['31/02/2021', 'fault'],
  ['13/13/2021', 'fault'],
  ['03/04/21', 'fault'],
  ['44259', 'fault'],
  ['in spring', 'fault'],
  ['2021-24', 'fault'],
  ['n/a', 'unknown'],
  ['неизвестно', 'unknown'],
  ['غير معروف', 'unknown'],
])('the date %s is %s', (text, value) => expect(read(text, 'died')).toBe(value));

test('03/04/2021 is read in the order that is told, and a date that cannot be in it is a fault', () => {
  expect(read('03/04/2021', 'died', 'dmy')).toBe('2021-04-03');
  expect(read('03/04/2021', 'died', 'mdy')).toBe('2021-03-04');
  expect(read('04/13/2021', 'died', 'dmy')).toBe('fault');
});

test('a bare number is a day only where workbooks wrote it', () => {
  expect(readCell('44259', 'died', { order: null, numbersAreDays: true })).toEqual({
    kind: 'value',
    value: '2021-03-04',
  });
});

test.each([
  ['13/04/2021', 'dmy'],
  ['04/13/2021', 'mdy'],
  ['03/04/2021', 'either'],
  ['04/04/2021', null],
  ['2021/03/04', null],
  ['13/13/2021', null],
])('%s shows the order %s', (text, order) => expect(orderShown(text)).toBe(order));

test.each([
  ['34', '34'],
  ['34.0', '34'],
  ['34 years', '34'],
  ['34 года', '34'],
  ['٣٤ سنة', '34'],
  ['30-39', '30/39'],
  ['30 to 39', '30/39'],
  ['18+', '18/'],
  ['over 60', '60/'],
  ['> 60', '61/'],
  ['under 18', '/17'],
  ['up to 5', '/5'],
  ['18 months', '1'],
  ['8 days', '0'],
  ['30/39', '30/39'],
  ['-3', 'fault'],
  ['150', 'fault'],
  ['1987', 'fault'],
  ['39-30', 'fault'],
  ['old', 'fault'],
  ['about 40', 'fault'],
  ['?', 'unknown'],
])('the age %s is %s', (text, value) => expect(read(text, 'age')).toBe(value));

test.each([
  ['F', 'female'],
  ['муж.', 'male'],
  ['أنثى', 'female'],
  ['other', 'other'],
  ['1', 'fault'],
])('the sex %s is %s', (text, value) => expect(read(text, 'sex')).toBe(value));

test.each<readonly [string, ListProperty, string]>([
  ['  Ana \u00a0Kovac\u200f ', 'name', 'Ana Kovac'],
  ['Jose\u0301 Diz', 'name', 'José Diz'],
  ['Ида Кортан', 'name', 'Ида Кортан'],
  ['12345', 'name', 'fault'],
  ['#N/A', 'lived-at', 'fault'],
  ['Or\uFFFDa', 'lived-at', 'fault'],
  ['x'.repeat(201), 'family', 'fault'],
  ['unnamed', 'name', 'unknown'],
  ['-', 'note', '-'],
  ['March', 'born-month', '03'],
  ['1987', 'born-year', '1987'],
  ['87', 'born-year', 'fault'],
  ['32', 'born-day', 'fault'],
])('%j as %s is %s', (text, property, value) => expect(read(text, property)).toBe(value));

test('no fault repeats the cell', () => {
  for (const property of ['died', 'age', 'sex', 'name', 'born-year'] as const) {
    const cell = readCell('99999 Zulkemarin 99999'.repeat(20), property, RULES);
    expect(JSON.stringify(cell)).not.toContain('Zulkemarin');
  }
});
