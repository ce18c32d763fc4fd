import { expect, test } from 'vitest';
import { pseudonymTyped, withCaseNamed, withWordsTyped } from './asked-case.ts';

/** A person who answers; null: nobody is there. Keeps what was asked, and whether it could be read while it was typed. */
function person(answer: string | null) {
  const asked: (readonly [string, boolean])[] = [];
  const ask = (question: string, options?: { readonly visible: boolean }) => {
    asked.push([question, options?.visible ?? false]);
    return Promise.resolve(answer);
  };
  return { asked, ask };
}

test('a case that the command line does not name is asked for, on a screen of its own', async () => {
  const lena = person(' Heron ');
  const show = await withCaseNamed(lena, { action: 'show', words: [], most: 1 });
  const attach = await withCaseNamed(lena, { action: 'attach', words: ['letter.pdf'], most: 2 });
  const get = await withCaseNamed(lena, { action: 'get', words: ['doc_1', 'out.pdf'], most: 3 });
  expect([show, attach, get]).toEqual([['Heron'], ['Heron', 'letter.pdf'], ['Heron', 'doc_1', 'out.pdf']]);
  expect(lena.asked).toEqual(Array.from({ length: 3 }, () => [expect.stringMatching(/^Which case/), true]));
});

test('nobody is asked for what was given; an id without its file is told', async () => {
  const nobody = person(null);
  const given = ['cas_7d2', 'letter.pdf'];
  expect(await withCaseNamed(nobody, { action: 'attach', words: given, most: 2 })).toBe(given);
  expect(await withWordsTyped(nobody, ['insulin'])).toEqual(['insulin']);
  expect(await pseudonymTyped(nobody, 'Heron')).toBe('Heron');
  await expect(
    withCaseNamed(nobody, { action: 'attach', words: ['cas_7d2'], most: 2 }),
  ).rejects.toMatchObject({
    code: 'bad-usage',
    message: expect.stringContaining('takes a file after the case'),
  });
  expect(nobody.asked).toEqual([]);
});

test.each([
  [null, 'there is no terminal to ask at'],
  ['  ', 'nothing was typed'],
])('without an answer (%j) nothing is done', async (answer, told) => {
  const asked = [
    withCaseNamed(person(answer), { action: 'erase', words: [], most: 1 }),
    withWordsTyped(person(answer), []),
    pseudonymTyped(person(answer), null),
  ];
  for (const one of asked)
    await expect(one).rejects.toMatchObject({ code: 'bad-usage', message: expect.stringContaining(told) });
});
