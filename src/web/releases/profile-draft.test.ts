import { expect, test } from 'vitest';
import { releaseProfile } from '../../record/release/release-profile.ts';
import { emptyDraft, foldersOf, profileOf } from './profile-draft.ts';

test('an empty form is the cautious profile, and a filled one says what stands in its fields', () => {
  expect(releaseProfile(profileOf(emptyDraft('en')))).toEqual(releaseProfile({}));
  const filled = {
    ...emptyDraft('ru'),
    title: ' Кессар ',
    licence: 'CC BY 4.0',
    note: 'Прочитаны два издания.',
    handling: 'public',
    unreviewed: 'leave-out',
    embargo: '2031-06-01',
    address: 'https://lowland.example/kessar/',
    places: 'Dol\n\n Tarn ',
    position: '412',
  } as const;
  expect(releaseProfile(profileOf(filled))).toMatchObject({
    title: 'Кессар',
    licence: { name: 'CC BY 4.0', url: null },
    languages: ['ru'],
    pages: 'ru',
    methodNotes: [{ lang: 'ru', text: 'Прочитаны два издания.' }],
    about: { places: ['Dol', 'Tarn'], propositions: null },
    handling: ['public'],
    position: 412,
  });
});

test('what cannot be read as a number is refused by the desk, not made to zero', () => {
  expect(() => releaseProfile(profileOf({ ...emptyDraft('en'), position: 'all' }))).toThrow(/position/);
});

test('files stand by folder, those on top first', () => {
  const files = ['places/a.html', 'index.html', 'cards/x.png', 'places/b.html'].map((path) => ({
    path,
    sha256: 'c3',
  }));
  expect(foldersOf(files).map(({ name, files: held }) => [name, held.length])).toEqual([
    ['', 1],
    ['cards', 1],
    ['places', 2],
  ]);
});
