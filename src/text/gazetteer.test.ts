import { expect, test } from 'vitest';
import places from '../../vocab/places.json' with { type: 'json' };
import { ACTOR_KINDS } from '../record/actor.ts';
import { actorKindOf, canonicalActorName, placesIn, stateOf } from './gazetteer.ts';

const ACTORS = [
  ['the U.S State Department', 'public-body', 'U.S. Department of State', 'United States'],
  ['US State Department', 'public-body', 'U.S. Department of State', 'United States'],
  ["Russia's interior ministry", 'public-body', 'Interior Ministry of Russia', 'Russia'],
  ['the Russian Interior Ministry', 'public-body', 'Interior Ministry of Russia', 'Russia'],
  ['the Ministry of Interior of Russia', 'public-body', 'Interior Ministry of Russia', 'Russia'],
  ["Russia's National Guard", 'public-body', 'Rosgvardia', 'Russia'],
  ['the US', 'state', 'United States', 'United States'],
  ['Britain', 'state', 'United Kingdom', 'United Kingdom'],
  ['Berlin', 'state', 'Germany', 'Germany'],
  ['Buzzfeed news', 'media', 'BuzzFeed News', null],
  ['The Velt Herald', 'media', 'Velt Herald', null],
  ['the newspaper', 'media', 'the newspaper', null],
  ['Human Rights Watch', 'organisation', 'Human Rights Watch', null],
  ['HRW', 'organisation', 'Human Rights Watch', null],
  ['the Velt Rights Network', 'organisation', 'Velt Rights Network', null],
  ['the 3rd Infantry Brigade', 'unit', 'the 3rd Infantry Brigade', null],
  ['residents', 'community', 'residents', null],
  ['officials', 'unnamed', 'officials', null],
  ['reports', 'unnamed', 'reports', null],
  ['Tarek Oban', 'person', 'Tarek Oban', null],
  ['President Vladimir Putin', 'person', 'Vladimir Putin', 'Russia'],
  ['French officials', 'unnamed', 'French officials', 'France'],
] as const;

test.each(ACTORS)('%s', (name, kind, canonical, state) => {
  expect(actorKindOf(name)).toBe(kind);
  expect(ACTOR_KINDS).toContain(actorKindOf(name));
  expect(canonicalActorName(name)).toBe(canonical);
  expect(stateOf(name, '2017-05-18')).toBe(state);
});

test('an office-holder answers for the state only in office', () => {
  expect(stateOf('Barack Obama', '2016-05-18')).toBe('United States');
  expect(stateOf('Barack Obama', '2017-05-18')).toBeNull();
  expect(stateOf('Donald Trump', null)).toBe('United States');
});

const PLACES = [
  ['killed in the village of Velt', ['Velt']],
  ['near Orlan on Tuesday', ['Orlan']],
  ['in San Juan de la Cruz', ['San Juan de la Cruz']],
  ['from Chechnya to Lithuania', ['Chechnya', 'Lithuania']],
  ['in Moscow, police said', ['Moscow']],
  ['Moscow said it would', []],
  ['in May and on Monday', []],
  ['those seized in the Olmen valley in March have been freed', ['Olmen']],
  ['in Human Rights Watch reports', []],
  ['the US is not going to', ['United States']],
  ['they told us to go', []],
] as const;

test.each(PLACES)('places in: %s', (text, names) => {
  const found = placesIn(text);
  expect(found.map((place) => place.name)).toEqual(names);
  for (const place of found) expect(text.slice(place.start, place.end).length).toBeGreaterThan(1);
});

test('every state of the list is found under its own name', () => {
  for (const { name } of places.states)
    expect([name, placesIn(`They left for ${name} today`)[0]?.state]).toEqual([name, name]);
});

test('the list holds the world, with source and licence', () => {
  expect(places.states.length).toBeGreaterThanOrEqual(195);
  expect(places.licence).toBe('CC0-1.0');
});
