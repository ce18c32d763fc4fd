import { expect, test } from 'vitest';
import { openCreditReader } from './credit-lines.ts';
import { INVENTED } from './outlets.cases.ts';

const read = openCreditReader(INVENTED);
const BODY =
  'Six people died on Monday.\n\nThe ministry denied it.\n\nNobody was held.\n\nThe road is closed.\n\nA court sits in May.';

test.each([
  [`Six dead\n\nDVINSK, May 4 (MWZ) – ${BODY}`, 'mwz', 'carries'],
  [`Six dead\n\n(MWZ) — ${BODY}`, 'mwz', 'carries'],
  [`Six dead\n\nBy MWZ Staff\n\n${BODY}`, 'mwz', 'carries'],
  [`Six dead\n\nBy Ana Ruiz, Valley Post\n\n${BODY}`, 'valley-post', 'carries'],
  [`Six dead\n\n${BODY}\n\n— MWZ`, 'mwz', 'carries'],
  [`Six dead\n\n${BODY} (MWZ)`, 'mwz', 'carries'],
  [
    `Six dead\n\n${BODY}\n\nThis article was originally published by the Valley Post.`,
    'valley-post',
    'carries',
  ],
  [`Six dead\n\n${BODY}\n\nMWZ contributed to this report.`, 'mwz', 'helped'],
  [`Six dead\n\n${BODY}\n\nWith reporting by Ana Ruiz and MWZ.`, 'mwz', 'helped'],
  [`Шесть погибших\n\n${BODY}\n\nИсточник: Долинная почта`, 'valley-post', 'source'],
])('%#: a credit is read', (text, code, role) => {
  const found = read(text, null);
  expect(found.map((one) => [one.outlet.code, one.role])).toEqual([[code, role]]);
  const [only] = found;
  expect(
    INVENTED.some(({ name, aliases }) =>
      [name, ...aliases].some(
        (spelling) =>
          spelling.toLowerCase() === [...text].slice(only?.span.start, only?.span.end).join('').toLowerCase(),
      ),
    ),
  ).toBe(true);
});

test.each([
  ['citing is no credit', `Six dead\n\nThe Valley Post reported that six died.\n\n${BODY}`],
  ['a name in brackets inside a sentence', `Six dead\n\nThe agency (MWZ) said so.\n\n${BODY}`],
  ['in the middle of the text', `${BODY}\n\n— MWZ\n\n${BODY}\n\n${BODY}`],
  ['somebody told the agency', `Six dead\n\n${BODY}\n\nHe told MWZ.`],
])('no credit: %s', (_, text) => {
  expect(read(text, null)).toEqual([]);
});

test('a paper gives itself no credit', () => {
  const own = INVENTED.find(({ code }) => code === 'mwz') ?? null;
  expect(read(`Six dead\n\nDVINSK (MWZ) – ${BODY}`, own)).toEqual([]);
});
