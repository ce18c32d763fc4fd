import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { dossierInput } from '../../../test/fixtures/dossier-input.ts';
import { kessarCampaign } from '../../../test/fixtures/kessar-campaign.ts';
import { RecordBuilder } from '../../../test/fixtures/record-builder.ts';
import { SAMPLE_RELEASE } from '../releases/sample-release.cases.ts';
import type { ShownRelease } from '../releases/shown-release.ts';
import { renderDossier } from '../render-dossier.ts';
import { sayInRussian } from './russian.ts';

function pagesOf(
  record: RecordBuilder,
  lang: 'en' | 'ru',
  release?: ShownRelease,
): ReadonlyMap<string, string> {
  const files = renderDossier(
    dossierInput(record, {
      lang,
      title: 'Аресты в Кессаре',
      head: { seq: 412, root: 'a7'.repeat(32), checkpoint: 'x\n' },
      ...(release === undefined ? {} : { release }),
    }),
  );
  return new Map(
    files.filter(({ path }) => path.endsWith('.html')).map(({ path, content }) => [path, String(content)]),
  );
}

/** What the record says, and what is marked as English: not for the program to say in Russian. */
const OF_THE_RECORD =
  'bdi, q, [lang="en"], .copy, .hash, code, pre, svg, .about, .unnamed, .place-name, .facts.bytes';
/** Names, codes and units that are the same in Russian. */
const SAME =
  /\b(onrecord|record\.json|SHA-256|UTC|Natural Earth|text\/html|PDF|rules-en-1|Linux|macOS|Git Bash|Windows|OpenSSL|RESULT|OK|bytes)\b/g;

interface Node {
  readonly textContent: string | null;
  querySelectorAll(selector: string): Iterable<{ remove(): void; getAttribute(name: string): string | null }>;
  querySelector(selector: string): Node | null;
}

function englishOn(page: string): readonly string[] {
  const { document } = parseHTML(page);
  const body = document.querySelector('body') as unknown as Node;
  for (const own of body.querySelectorAll(OF_THE_RECORD)) own.remove();
  return (body.textContent ?? '')
    .replace(SAME, '')
    .split('\n')
    .filter((line) => /[A-Za-z]{3}/.test(line))
    .map((line) => line.trim());
}

describe('a dossier in Russian', () => {
  const pages = pagesOf(kessarCampaign(), 'ru');

  test('no page but that on method has words of the program in English that are not marked', () => {
    const found = [...pages].flatMap(([path, page]) =>
      englishOn(page).map((line) => `${path}: ${line.slice(0, 120)}`),
    );
    expect(found).toEqual([]);
  });

  test('nor has an empty one', () => {
    const found = [...pagesOf(new RecordBuilder(), 'ru')].flatMap(([path, page]) =>
      englishOn(page).map((line) => `${path}: ${line.slice(0, 120)}`),
    );
    expect(found).toEqual([]);
  });

  test('nor has a release, with what it took out, what it changed, and how it is checked', () => {
    const waiting = { ...SAMPLE_RELEASE, waiting: 3 };
    const gone = { ...SAMPLE_RELEASE.changes[0]!, kind: 'removed', after: null } as const;
    const kinds = (['figure', 'claims', 'reworded'] as const).map((kind) => ({
      ...gone,
      kind,
      before: '2',
      after: '3',
    }));
    const part = {
      ...waiting.profile,
      about: { propositions: null, places: ['Kessar'] },
      publisher: null,
      licence: null,
    };
    const releases = [
      { ...waiting, changes: [...waiting.changes, gone, ...kinds] },
      { ...waiting, profile: { ...part, address: null }, corrects: null, changes: [], earlier: [] },
    ];
    const found = releases.flatMap((release) =>
      [...pagesOf(kessarCampaign(), 'ru', release)].flatMap(([path, page]) =>
        englishOn(page).map((line) => `${path}: ${line.slice(0, 400)}`),
      ),
    );
    expect([...new Set(found)]).toEqual([]);
    // Nor marked: only commands, hashes and words of people are left in another language on these pages.
    const [first] = releases;
    const own = [...pagesOf(kessarCampaign(), 'ru', first)].filter(([path]) =>
      /^(?:changes|check)|99\.html$/u.test(path),
    );
    expect(own).toHaveLength(3);
    for (const [path, page] of own) expect(page.match(/ lang="en"[^>]*>[^<]*/gu) ?? [], path).toEqual([]);
  });

  test('the check finds English: the same pages in English have it', () => {
    for (const [path, page] of pagesOf(kessarCampaign(), 'en'))
      expect(englishOn(page).length, path).toBeGreaterThan(0);
  });

  test('the pages say which language they are in, and what sources say is as it was', () => {
    const english = pagesOf(kessarCampaign(), 'en');
    expect([...pages.keys()]).toEqual([...english.keys()]);
    for (const [path, page] of pages) {
      expect(page).toContain('<html lang="ru">');
      const words = (one: string) => [...one.matchAll(/<q [^>]*>([^<]*)<\/q>/g)].map(([, said]) => said);
      expect(words(page), path).toEqual(words(english.get(path) ?? ''));
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the signs around phrases
      expect(page, path).not.toMatch(/[\u0001-\u0004]|\[object /);
    }
  });

  test('words of the record that are also words of the program are not translated', () => {
    const b = new RecordBuilder();
    const source = b.source({
      publisher: b.actor('Claims'),
      text: 'Sources denied 3 claims. Timeline.',
      title: 'Places',
    });
    const proposition = b.proposition({ text: 'Sources', scope: { group: 'People', place: 'Timeline' } });
    b.claim({ source, proposition, stance: 'alleges', words: '3 claims' });
    const all = [...pagesOf(b, 'ru').values()].join('\n');
    for (const word of ['Claims', 'Places', 'Sources', 'People', 'Timeline'])
      expect(all).toContain(`<bdi>${word}</bdi>`);
    expect(all).toContain('>3 claims</q>');
  });
});

test.each([
  ['1 claim', '1 утверждение'],
  ['3 claims', '3 утверждения'],
  ['11 claims', '11 утверждений'],
  ['1,021 sources', '1\u00a0021 источник'],
  ['12 May 2017', '12 мая 2017'],
  ['May 2017', 'май 2017'],
  ['about 3 April 2017', 'около: 3 апреля 2017'],
  ['1 May 2017 to 3 May 2017', '1 мая 2017 — 3 мая 2017'],
  ['18 May 2017, 14:05 UTC', '18 мая 2017, 14:05 UTC'],
  ['at least 1, at most 2 independent origins', 'независимых первоисточников от 1 до 2'],
  [
    'At least 1 independent origin, no upper bound',
    'Независимых первоисточников не менее 1, верхней границы нет',
  ],
  ['Low 2, best 11, high 14 or more.', 'Низшее 2, лучшее 11, высшее 14 или больше.'],
  ['Low 26, no best, no high.', 'Низшее 26, лучшее не названо, высшее не названо.'],
  ['2 to 14 or more', 'от 2 до 14 или больше'],
  [
    'low 12, best not stated, high 26; origins 2 to open; corroborated, denied',
    'низшее 12, лучшее не названо, высшее 26; первоисточников от 2; подкреплено, отрицается',
  ],
  ['412 log entries', '412 записей журнала'],
  ['Actors, page 2', 'Действующие лица, страница 2'],
])('%s is %s', (english, russian) => expect(sayInRussian(english)).toBe(russian));

test('what has no words is not made up', () => expect(sayInRussian('an unheard-of phrase')).toBeNull());
