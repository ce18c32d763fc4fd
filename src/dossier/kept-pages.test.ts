import { expect, test } from 'vitest';
import { dossierInput } from '../../test/fixtures/dossier-input.ts';
import { RecordBuilder } from '../../test/fixtures/record-builder.ts';
import { ARABIC_WORDS, HEBREW_WORDS, rightToLeft } from '../../test/fixtures/right-to-left.ts';
import type { SourceId } from '../record/id.ts';
import { renderDossier } from './render-dossier.ts';

function rendered(
  b: RecordBuilder,
  notes: ReadonlyMap<SourceId, readonly string[]> = new Map(),
): ReadonlyMap<string, string> {
  const files = renderDossier(dossierInput(b, {}, { notes }));
  return new Map(files.map((file) => [file.path, String(file.content)]));
}

function discounted() {
  const b = new RecordBuilder();
  const proposition = b.proposition({
    kind: 'count',
    measure: 'killed',
    text: 'Villagers were killed in Dol',
    scope: { place: 'Dol' },
  });
  const said = { proposition, stance: 'alleges', status: 'rejected' } as const;
  const text = '12 villagers were killed in Dol. 14 villagers were killed in Dol.';
  const source = b.source({ publisher: b.actor('Lark Daily'), text });
  const claims = [
    b.claim({ ...said, source, words: '12 villagers were killed' }),
    b.claim({ ...said, source, words: '14 villagers were killed' }),
  ];
  return { b, proposition, claims };
}

test('a proposition whose claims were all rejected keeps its page, with numbers and no rejected claim', () => {
  const { b, proposition, claims } = discounted();
  const files = rendered(b);
  const page = files.get(`propositions/${proposition}.html`) ?? '';
  expect(page).toContain('discounted');
  expect(page).toContain('2 claims rejected</b> by reviewers, 2 reasons kept in the record');
  expect(page).toContain('Reviewers rejected every claim that puts this forward.');
  expect(files.get('propositions.html')).toContain(`href="propositions/${proposition}.html"`);
  const all = [...files.values()].join('\n');
  for (const claim of claims) expect(all).not.toContain(claim);
  expect(all).not.toContain('Not what the words say.');
});

test('a denial of what was rejected stays, beside "discounted"', () => {
  const { b, proposition } = discounted();
  const source = b.source({
    publisher: b.actor('Guard Service', 'public-body'),
    text: 'Nobody was killed in Dol.',
  });
  b.claim({ source, proposition, stance: 'denies', words: 'Nobody was killed in Dol' });
  const page = rendered(b).get(`propositions/${proposition}.html`) ?? '';
  expect(page).toMatch(/<span class="tag ">discounted<\/span>/);
  expect(page).toContain('Nobody was killed in Dol');
});

test('a sealed source’s rejected claim leaves no page behind', () => {
  const b = new RecordBuilder();
  const proposition = b.proposition({ text: 'Nobody must read this' });
  const source = b.source({ publisher: null, handling: 'sealed', text: 'A secret was told.' });
  b.claim({ source, proposition, stance: 'alleges', status: 'rejected', words: 'A secret was told' });
  const all = [...rendered(b).entries()].join('\n');
  expect(all).not.toContain(proposition);
  expect(all).not.toContain('Nobody must read this');
});

test('a source page lists the exact words, leads back to the proposition and shows what reading noted', () => {
  const b = rightToLeft();
  const [source] = b.sources.keys();
  const notes = new Map([[source as SourceId, ['Archived on 3 April 2021.']]]);
  const page = rendered(b, notes).get(`sources/${source}.html`) ?? '';
  const taken = /<ol class="taken">.*?<\/ol>/s.exec(page)?.[0] ?? '';
  expect(taken).toContain(`<q dir="auto">${ARABIC_WORDS}</q>`);
  expect(taken).toMatch(/href="\.\.\/propositions\/prp_\d+\.html#e-clm_\d+"><bdi>Workers have been killed/);
  expect(page).toContain('Archived on 3 April 2021.');
});

test('notes of a sealed source are not published', () => {
  const b = rightToLeft();
  const sealed = b.source({ publisher: null, handling: 'sealed', text: 'Sealed.' });
  const all = [...rendered(b, new Map([[sealed, ['zqxnote']]])).values()].join('');
  expect(all).not.toContain('zqxnote');
});

test('right-to-left texts keep their words, marks, direction and language', () => {
  const b = rightToLeft();
  const files = rendered(b);
  const [arabic = '', hebrew = ''] = [...b.sources.keys()].map((id) => files.get(`sources/${id}.html`));
  expect(arabic).toContain('<article class="copy" lang="ar"');
  expect(arabic).toMatch(/<p dir="auto"><a class="anchor" id="c-clm_\d+"><\/a><span class="m content/);
  expect(hebrew).toContain('<article class="copy" lang="he"');
  expect(hebrew).toContain(HEBREW_WORDS);
  expect(hebrew).not.toContain('Passages not found');
});

test('the words of a refusal in another script come with their cue', () => {
  const b = rightToLeft();
  const page = [...rendered(b).entries()].find(([path]) => path.startsWith('propositions/prp'))?.[1] ?? '';
  expect(page).toContain(`מסר כי ${HEBREW_WORDS}`);
});

test('long lists are parted at 500 entries, and links to actors find the right part', () => {
  const b = new RecordBuilder();
  const outlet = b.actor('Lark Daily');
  const proposition = b.proposition({ text: 'Weavers are held in Dol' });
  for (let i = 0; i < 1201; i += 1) {
    const text = `Weavers are held in Dol, person ${i} said.`;
    const source = b.source({ publisher: outlet, publishedAt: '2017-04-20', text });
    const named = `person ${i}`;
    b.claim({
      source,
      proposition,
      stance: 'alleges',
      words: 'Weavers are held in Dol',
      through: [{ actor: b.actor(named, 'person'), named, cue: 'said' }],
    });
  }
  const files = rendered(b);
  const lists = [...files.keys()].filter((path) => /^(actors|timeline)[^/]*$/.test(path));
  expect(lists).toEqual([
    'timeline.html',
    'timeline-2.html',
    'timeline-3.html',
    'actors.html',
    'actors-2.html',
    'actors-3.html',
    'actors-4.html',
    'actors-5.html',
  ]);
  for (const path of lists) expect((files.get(path) ?? '').length, path).toBeLessThan(1_000_000);
  const hrefs = [...files.values()].flatMap((page) => page.match(/actors\/act_\w+\.html/g) ?? []);
  const lost = [...new Set(hrefs)].filter((href) => !files.has(href));
  expect(hrefs.length).toBeGreaterThan(2000);
  expect(lost).toEqual([]);
});
