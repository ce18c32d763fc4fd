/** Every route of the contract that answers with a list gives it in pages, in the one way. */
import { describe, expect, test } from 'vitest';
import { ROUTES } from './api/every-route.ts';
import { listRoutes, PARTS } from './fixtures/list-routes.ts';

describe.each(listRoutes())('$path', ({ query, answer, rows }) => {
  test('takes a number of rows and where to go on', () => {
    expect(Object.keys(query)).toEqual(expect.arrayContaining(['limit', 'cursor']));
    expect(query.limit?.safeParse('201').success, 'no answer is without an end').toBe(false);
    expect(query.limit?.safeParse(undefined)).toMatchObject({ success: true });
  });

  test('says how many rows there are in all, and what to go on with', () => {
    expect(rows.length).toBeGreaterThan(0);
    expect(Object.keys(answer)).toEqual(expect.arrayContaining(['fitting', 'next']));
    expect(answer.next?.safeParse(null).success).toBe(true);
  });
});

test('what is said to be the parts of one thing is a route with an array', () => {
  const paths = Object.values(ROUTES).map(({ path }) => path as string);
  for (const path of Object.keys(PARTS)) expect(paths).toContain(path);
});
