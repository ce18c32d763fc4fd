import { expect, test } from 'vitest';
import { dossierInput } from '../../test/fixtures/dossier-input.ts';
import { DOSSIER_PAGES } from '../../test/fixtures/dossier-pages.ts';
import { kessarCampaign } from '../../test/fixtures/kessar-campaign.ts';
import { processorMs } from '../../test/fixtures/processor-time.ts';
import { RecordBuilder } from '../../test/fixtures/record-builder.ts';
import type { DossierFile } from './dossier-file.ts';
import { CONTENT_POLICY } from './page.ts';
import { renderDossier } from './render-dossier.ts';
import type { DossierOptions } from './view.ts';

const OPTIONS: DossierOptions = {
  title: null,
  includeProposed: false,
  generatedAt: '2017-05-18T14:10:00Z',
  version: '0.1.0',
  head: { seq: 412, root: 'a7'.repeat(32), checkpoint: 'a signed note\n' },
};

function rendered(record: RecordBuilder, options: Partial<DossierOptions> = {}): readonly DossierFile[] {
  return renderDossier(dossierInput(record, { ...OPTIONS, ...options }));
}

const textOf = (file: DossierFile): string => (typeof file.content === 'string' ? file.content : '');
const pagesOf = (files: readonly DossierFile[]) => files.filter((file) => file.path.endsWith('.html'));

/** Every relative link that leads nowhere, and every id that stands twice. */
function brokenLinks(files: readonly DossierFile[]): readonly string[] {
  const ids = new Map(
    files.map((file) => [
      file.path,
      new Set([...textOf(file).matchAll(/ id="([^"]*)"/g)].map((hit) => hit[1] ?? '')),
    ]),
  );
  const broken: string[] = [];
  for (const file of files) {
    const all = textOf(file).match(/ id="/g)?.length ?? 0;
    if ((ids.get(file.path)?.size ?? 0) < all) broken.push(`${file.path}: an id stands twice`);
  }
  for (const file of pagesOf(files))
    for (const [, href = ''] of textOf(file).matchAll(/ href="([^"]*)"/g)) {
      if (/^https?:/.test(href)) continue;
      const url = new URL(href.replaceAll('&amp;', '&'), `file:///${file.path}`);
      const target = ids.get(url.pathname.slice(1));
      const anchor = url.hash.slice(1);
      if (target === undefined || (anchor !== '' && !target.has(anchor)))
        broken.push(`${file.path} -> ${href}`);
    }
  return broken;
}

test.each([
  ['reviewed only', false],
  ['with proposals', true],
])('every link of the campaign leads somewhere, %s', (_, includeProposed) => {
  expect(brokenLinks(rendered(kessarCampaign(), { includeProposed }))).toEqual([]);
});

test('the same input gives the same bytes', () => {
  expect(rendered(kessarCampaign())).toEqual(rendered(kessarCampaign()));
});

test('every page has the policy, no script, no inline style, nothing loaded from outside', () => {
  for (const file of pagesOf(rendered(kessarCampaign(), { includeProposed: true }))) {
    const page = textOf(file);
    if (file.path === 'search.html') continue;
    expect(page).toContain(`content="${CONTENT_POLICY.replaceAll("'", '&#39;')}"`);
    expect(page).not.toMatch(/<script|<iframe|<object|<embed|<form| style=| on[a-z]+="/i);
    expect(page).not.toMatch(/ src="|srcset=|@import|url\(/);
    expect(page.match(/<link [^>]*>/g)).toHaveLength(1);
    expect(page.match(/<h1/g)).toHaveLength(1);
  }
});

test('the page that searches runs two scripts of the folder and nothing else', () => {
  const files = rendered(kessarCampaign());
  const page = textOf(files.find(({ path }) => path === 'search.html') ?? { path: '', content: '' });
  expect(page).toContain(`${CONTENT_POLICY.replaceAll("'", '&#39;')}; script-src &#39;self&#39;`);
  expect([...page.matchAll(/<script defer src="([^"]+)"><\/script>/g)].map(([, path]) => path)).toEqual([
    'assets/search-index.js',
    'assets/search.js',
  ]);
  expect(page.match(/<script/g)).toHaveLength(2);
  expect(page).not.toMatch(/<form| style=| on[a-z]+="/i);
  expect(files.filter(({ path }) => path.endsWith('.js'))).toHaveLength(2);
});

test('a figure shows its range, origins, denial and footnotes that jump to the quoted words', () => {
  const index = textOf(rendered(kessarCampaign())[0] ?? { path: '', content: '' });
  const figure = /<article class="fig">.*?<\/article>/s.exec(index)?.[0] ?? '';
  expect(figure).toContain('people reported killed');
  expect(figure).toMatch(/<svg class="range"[^>]*aria-label="Low \d+/);
  expect(figure).toContain('independent origin');
  expect(figure).toContain('denied');
  expect(figure).toMatch(/href="sources\/src_[^"]*\.html#c-clm_/);
});

test('every claim that a figure names is in record.json, with a passage that matches the text', () => {
  const record = kessarCampaign();
  const json = JSON.parse(
    textOf(rendered(record).find((file) => file.path === 'record.json') ?? { path: '', content: '{}' }),
  );
  const claims = new Map<
    string,
    { passages: { start: number; end: number; exact: string; textSha256: string }[] }
  >(json.claims.map((claim: { id: string }) => [claim.id, claim]));
  const named = json.propositions.flatMap(
    (item: { toll: { used: string[]; beside: string[] } | null; standing: { claims: string[] } }) => [
      ...(item.toll?.used ?? []),
      ...(item.toll?.beside ?? []),
      ...item.standing.claims,
    ],
  );
  expect(named.length).toBeGreaterThan(5);
  for (const id of named) {
    const passages = claims.get(id)?.passages ?? [];
    expect(passages.length).toBeGreaterThan(0);
    for (const { start, end, exact, textSha256 } of passages)
      expect([...(record.texts.get(textSha256 as never) ?? '')].slice(start, end).join('')).toBe(exact);
  }
});

test('proposals are left out, or every page says that they are in it', () => {
  const without = rendered(kessarCampaign());
  expect(without.some((file) => textOf(file).includes('nobody has reviewed'))).toBe(false);
  expect(textOf(without[0] ?? { path: '', content: '' })).not.toContain('tag dashed');
  for (const page of pagesOf(rendered(kessarCampaign(), { includeProposed: true })))
    expect(textOf(page), page.path).toContain(
      'This dossier contains 1 machine proposal that nobody has reviewed.',
    );
});

test('rejected claims are counted on the method page and shown nowhere', () => {
  const files = rendered(kessarCampaign());
  const method = textOf(files.find((file) => file.path === 'method.html') ?? { path: '', content: '' });
  expect(method).toContain('1 claim rejected, each with its reason kept');
  const rejected = [...kessarCampaign().claims.values()].find((claim) => claim.status === 'rejected');
  expect(files.some((file) => textOf(file).includes(rejected?.id ?? '?'))).toBe(false);
});

function hostileRecord(): RecordBuilder {
  const b = new RecordBuilder();
  const evil = '<script>alert("x")</script>\u202E\'"&\ud83d';
  const outlet = b.actor(`Outlet ${evil}`);
  const proposition = b.proposition({
    kind: 'count',
    measure: 'killed',
    text: `Killed ${evil}`,
    scope: { group: evil, place: evil },
  });
  const text = `Before ${evil} 12 people were killed ${evil} after`;
  const source = b.source({
    title: evil,
    publisher: outlet,
    publishedAt: '2017-05-12',
    url: 'javascript:alert(1)',
    text,
  });
  b.claim({
    source,
    proposition,
    stance: 'alleges',
    words: '12 people were killed',
    quantity: { low: 12, best: 12, high: 12, wording: evil },
  });
  b.claim({ source, proposition, stance: 'denies', words: evil });
  return b;
}

test('hostile words come out as text and hostile addresses are not links', () => {
  const files = rendered(hostileRecord(), { title: '<img src=x onerror=alert(1)>' });
  for (const page of pagesOf(files)) {
    const text = textOf(page);
    expect(text, page.path).not.toMatch(/<script(?! defer src="assets)|<img|href="javascript/i);
    expect(text.isWellFormed(), page.path).toBe(true);
    expect(/<title>[^<]*[\u202a-\u202e][^<]*<\/title>/.test(text)).toBe(false);
  }
  expect(brokenLinks(files)).toEqual([]);
  expect(() =>
    JSON.parse(textOf(files.find((file) => file.path === 'record.json') ?? { path: '', content: '' })),
  ).not.toThrow();
});

test('a passage whose words are not in the text is shown as not found, and its links still lead there', () => {
  const b = kessarCampaign();
  for (const [hash, text] of b.texts) b.texts.set(hash, text.replaceAll('26', '27'));
  const files = rendered(b);
  expect(brokenLinks(files)).toEqual([]);
  expect(files.some((file) => textOf(file).includes('Passages not found in this text'))).toBe(true);
});

test('texts that were not handed in are said, not invented', () => {
  const b = kessarCampaign();
  b.texts.clear();
  const files = rendered(b);
  expect(brokenLinks(files)).toEqual([]);
  expect(
    files.filter((file) => textOf(file).includes('Its text is not in this dossier.')).length,
  ).toBeGreaterThan(5);
});

test('an empty record has all its pages and says so', () => {
  const files = rendered(new RecordBuilder(), { head: null });
  expect(files.map((file) => file.path)).toEqual([
    ...DOSSIER_PAGES,
    'record.json',
    'assets/search-index.js',
    'assets/search.js',
    'assets/style.css',
  ]);
  expect(brokenLinks(files)).toEqual([]);
  expect(textOf(files[0] ?? { path: '', content: '' })).toContain(
    'No number has been claimed in this record.',
  );
});

test('a record with one source and no claim shows its text', () => {
  const b = new RecordBuilder();
  b.source({ title: 'A first report', publisher: b.actor('Lark Daily'), text: 'Nothing was claimed here.' });
  const files = rendered(b);
  expect(brokenLinks(files)).toEqual([]);
  const copy = files.find((file) => file.path.startsWith('sources/')) ?? { path: '', content: '' };
  expect(textOf(copy)).toContain('Nothing was claimed here.');
  expect(textOf(copy)).toContain('No claim has been taken from this source.');
});

test('a carried file may not leave the folder', () => {
  const b = new RecordBuilder();
  const assets = [{ name: '../x.woff2', bytes: new Uint8Array() }];
  expect(() => renderDossier(dossierInput(b, OPTIONS, { assets }))).toThrow(/letters, digits/);
});

test('60 propositions and 10,000 claims are rendered in seconds, whole and without a broken link', () => {
  const b = new RecordBuilder();
  const outlets = Array.from({ length: 40 }, (_, i) => b.actor(`Outlet ${i}`));
  const propositions = Array.from({ length: 60 }, (_, i) =>
    b.proposition({
      kind: 'count',
      measure: i % 2 === 0 ? 'killed' : 'detained',
      text: `People were harmed in place ${i}`,
      scope: { group: 'villagers', place: `Place ${i}` },
    }),
  );
  for (let i = 0; i < 2500; i += 1) {
    const day = `2017-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`;
    const source = b.source({
      title: `Report ${i}`,
      publisher: outlets[i % 40] ?? null,
      publishedAt: day,
      text: `Report ${i}. The ministry said 7 people were killed. It denies it.`,
    });
    for (let j = 0; j < 4; j += 1) {
      const proposition = propositions[(i * 4 + j) % 60];
      if (proposition === undefined) continue;
      b.claim({
        source,
        proposition,
        stance: j === 3 ? 'denies' : 'alleges',
        words: '7 people were killed',
        ...(j === 3
          ? {}
          : { quantity: { low: 7 + (i % 9), best: 7 + (i % 9), high: 7 + (i % 9), wording: '7' } }),
      });
    }
  }
  let files: readonly DossierFile[] = [];
  const seconds =
    processorMs(() => {
      files = rendered(b);
    }) / 1000;
  console.log(`dossier of 10,000 claims: ${files.length} files in ${seconds.toFixed(1)} s`);
  expect(seconds).toBeLessThan(20);
  expect(brokenLinks(files)).toEqual([]);
  expect(textOf(files[0] ?? { path: '', content: '' }).length).toBeLessThan(300_000);
  expect(textOf(files.find((file) => file.path === 'record.json') ?? { path: '', content: '{}' })).toContain(
    '"id":"clm_00000000000000000000010000"',
  );
});
