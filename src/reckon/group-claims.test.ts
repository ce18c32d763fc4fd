import { describe, expect, test } from 'vitest';
import type { Scope } from '../record/proposition.ts';
import { proposition } from './fixtures/invented-records.ts';
import { candidatesOf, groupKey, joinSuggestions, suggestProposition } from './group-claims.ts';
import { fitOfActors, fitOfGroups, fitOfPlaces } from './scope-match.ts';

const NOBODY: Scope = { group: null, place: null, by: null, actor: null };
const scope = (fields: Partial<Scope>): Scope => ({ ...NOBODY, ...fields });

const HELD = proposition('p', {
  scope: scope({ group: 'gay and bisexual men aged 16-50', place: 'Kessar' }),
});
const draft = (fields: Partial<Scope>, more: object = {}) => ({ ...HELD, ...more, scope: scope(fields) });

const JOINS: readonly (readonly [string, ReturnType<typeof draft>, boolean])[] = [
  ['the same words', draft({ group: 'gay and bisexual men aged 16-50', place: 'Kessar' }), true],
  ['men, no place', draft({ group: 'men' }), true],
  ['the place only', draft({ place: 'Kessar' }), true],
  ['a place within it', draft({ place: 'Dol, Kessar' }), true],
  ['people there', draft({ group: 'people', place: 'Kessar' }), true],
  ['women there', draft({ group: 'women', place: 'Kessar' }), false],
  ['another place', draft({ group: 'gay and bisexual men', place: 'Orlund' }), false],
  ['nothing said', draft({}), false],
  ['another measure', draft({ group: 'men', place: 'Kessar' }, { measure: 'detained' }), false],
  ['another kind', draft({ group: 'men', place: 'Kessar' }, { kind: 'occurrence' }), false],
];

test.each(JOINS)('joins or not: %s', (_, one, joins) => {
  const { proposition: chosen, because } = suggestProposition(one, [HELD]);
  expect(chosen === HELD.id).toBe(joins);
  expect(because).toMatch(/\.$/);
});

test('different alleged perpetrators do not join', () => {
  const guard = proposition('g', { scope: scope({ place: 'Kessar', by: 'Interior Guard' }) });
  expect(suggestProposition(draft({ place: 'Kessar', by: 'the Militia' }), [guard]).proposition).toBeNull();
  expect(
    suggestProposition(draft({ place: 'Kessar', by: 'officers of the Interior Guard' }), [guard]).proposition,
  ).toBe(guard.id);
});

test('a response joins on its actor, whatever the spelling, and never without one', () => {
  const visas = { kind: 'response', measure: 'visa', answer: 'refused' } as const;
  const states = proposition('u', { ...visas, scope: scope({ actor: 'United States' }) });
  expect(
    suggestProposition({ ...visas, text: 'x', scope: scope({ actor: 'the US' }) }, [states]).proposition,
  ).toBe(states.id);
  expect(
    suggestProposition({ ...visas, text: 'x', scope: scope({ actor: 'Orlund' }) }, [states]).proposition,
  ).toBeNull();
  expect(suggestProposition({ ...visas, text: 'x', scope: NOBODY }, [states]).proposition).toBeNull();
});

test('whom an answer is given to does not split it', () => {
  const visas = { kind: 'response', measure: 'visa', answer: 'refused', text: 'x' } as const;
  const refused = proposition('w', { ...visas, scope: scope({ actor: 'Orlund', group: 'those who fled' }) });
  const asked = { ...visas, scope: scope({ actor: 'Orlund', group: 'people from Kessar' }) };
  expect(suggestProposition(asked, [refused]).proposition).toBe(refused.id);
});

test('the very same words join, however many rivals fit as well', () => {
  const scoped = (name: string, group: string) =>
    proposition(name, { scope: scope({ group, place: 'Dol' }) });
  const known = [scoped('v', 'villagers'), scoped('w', 'weavers'), scoped('r', 'residents')];
  const people = draft({ group: 'people', place: 'Dol' });
  expect(suggestProposition(people, known).proposition).toBeNull();
  const residents = draft({ group: 'Residents', place: 'Dol' });
  expect(suggestProposition(residents, known).proposition).toBe(known[2]?.id);
  const candidates = candidatesOf(known);
  candidates.add(proposition('p', { scope: people.scope }));
  expect(candidates.suggest(people).proposition).toBe(HELD.id);
});

test('two that fit equally and exclude each other give none', () => {
  const here = proposition('h', {
    scope: scope({ group: 'men', place: 'Kessar' }),
    text: 'men were killed in Kessar',
  });
  const there = proposition('t', {
    scope: scope({ group: 'men', place: 'Orlund' }),
    text: 'men were killed in Orlund',
  });
  const { proposition: chosen, because } = suggestProposition(draft({ group: 'men' }), [here, there]);
  expect(chosen).toBeNull();
  expect(because).toContain('equally well');
});

test('without a measure the wording decides', () => {
  const text = 'one of those killed was a member of the Interior Guard';
  const identity = proposition('i', { kind: 'identity', measure: null, text });
  const same = { ...identity, text: 'One of the killed was a member of the Interior Guard' };
  expect(suggestProposition(same, [identity]).proposition).toBe(identity.id);
  expect(
    suggestProposition({ ...identity, text: 'the building was a grain depot' }, [identity]).proposition,
  ).toBeNull();
});

test('the key splits by kind, measure and answer only', () => {
  expect(groupKey(draft({ place: 'Kessar' }))).toBe(groupKey(draft({ group: 'men' })));
  expect(groupKey(HELD)).not.toBe(groupKey(draft({}, { measure: 'detained' })));
});

test('suggestions to join are explained, ordered and do not depend on the order of input', () => {
  const list = [
    HELD,
    proposition('q', { scope: scope({ place: 'Kessar' }) }),
    proposition('r'),
    proposition('x', { scope: scope({ place: 'Orlund' }) }),
  ];
  const found = joinSuggestions(list);
  expect(found[0]).toMatchObject({ a: HELD.id, b: proposition('q').id });
  expect(found.every(({ because, score }) => because.length > 10 && score >= 0.4 && score <= 1)).toBe(true);
  expect(joinSuggestions(list.toReversed())).toEqual(found);
});

describe('wordings', () => {
  test.each([
    ['men', 'gay and bisexual men', 'within'],
    ['gay men', 'bisexual men', 'apart'],
    ['women', 'women and children', 'apart'],
    ['people', 'villagers', 'open'],
    ["members of the weavers' union", 'union members', 'within'],
    [null, 'men', 'open'],
    ['detainees', 'people', 'open'],
    ['men', 'weavers', 'open'],
    ['men', 'women', 'apart'],
    ['trade unionists', "members of the weavers' union", 'within'],
  ] as const)('groups: %s / %s: %s', (a, b, fit) => expect(fitOfGroups(a, b)).toBe(fit));
  test.each([
    ['Kessar', 'kessar', 'same'],
    ['Kessar', 'Dol, Kessar', 'within'],
    ['Kessar', 'Orlund', 'apart'],
  ] as const)('places: %s / %s: %s', (a, b, fit) => expect(fitOfPlaces(a, b)).toBe(fit));
  test.each([
    ['US', 'United States', 'same'],
    ['U.S.', 'United States', 'same'],
    ['authorities', 'Kessar authorities', 'within'],
    ['Interior Guard', 'Militia', 'apart'],
  ] as const)('actors: %s / %s: %s', (a, b, fit) => expect(fitOfActors(a, b)).toBe(fit));
});
