import { expect, test } from 'vitest';
import { readText } from './read-text.ts';

function told(text: string): string[] {
  const { claims } = readText({ text, publishedAt: '2034-05-01', outlet: 'The Post', language: 'en' });
  return claims.map(
    ({ chain, stance, content }) =>
      `${chain.map(({ resolved, named }) => resolved ?? named).join(' > ')} ${stance}: ${content
        .map(({ start, end }) => text.slice(start, end))
        .join(' … ')}`,
  );
}

test('a speaker put between a subject and its predicate speaks of the whole sentence', () => {
  expect(told('The man who drove them, Pavel Nok said, was a major of the guard.')).toEqual([
    'Pavel Nok alleges: The man who drove them, Pavel Nok said, was a major of the guard',
  ]);
});

test('what the subject then says goes through the speaker put between', () => {
  expect(told('One of them, Ngozi Bale added, said that a girl had been sold.')).toEqual([
    'Ngozi Bale > One of them alleges: a girl had been sold',
  ]);
});

test('to swear that something was is no promise, to swear to do it is one', () => {
  expect(told('The clerk swore that the lists had burned.')).toEqual([
    'The clerk alleges: the lists had burned',
  ]);
  expect(told('The minister swore that he would open the lists.')).toEqual([
    'The minister undertakes: he would open the lists',
  ]);
});
