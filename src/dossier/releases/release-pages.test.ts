import { expect, test } from 'vitest';
import { dossierInput } from '../../../test/fixtures/dossier-input.ts';
import { kessarCampaign } from '../../../test/fixtures/kessar-campaign.ts';
import type { PropositionId, ReleaseId } from '../../record/id.ts';
import { renderDossier } from '../render-dossier.ts';
import type { DossierLang } from '../words/catalogues.ts';
import { atomFaults } from './atom-rules.cases.ts';
import { SAMPLE_RELEASE } from './sample-release.cases.ts';
import type { ShownRelease } from './shown-release.ts';

const ADDRESS = 'https://lowland.example/kessar/';

function pagesOf(release?: ShownRelease, lang: DossierLang = 'en'): ReadonlyMap<string, string> {
  const built = kessarCampaign();
  const files = renderDossier(
    dossierInput(built, {
      title: 'Kessar & "its" <weavers>',
      lang,
      ...(release === undefined ? {} : { release }),
    }),
  );
  return new Map(files.map(({ path, content }) => [path, String(content)]));
}

const without = (address: string | null): ShownRelease => ({
  ...SAMPLE_RELEASE,
  profile: { ...SAMPLE_RELEASE.profile, address },
});

test('the feed is as RFC 4287 demands, and the rules can fail', () => {
  const feed = pagesOf(SAMPLE_RELEASE).get('feed.xml') ?? '';
  expect(atomFaults(feed)).toEqual([]);
  expect(feed.match(/<entry>/g)).toHaveLength(2);
  expect(feed).toContain(`<id>${ADDRESS}changes.html#r-${SAMPLE_RELEASE.id}</id>`);
  expect(feed).toContain('one list was counted twice');
  for (const [from, to, clause] of [
    ['<updated>2017-05-18', '<updated>18 May 2017', /§3\.3/],
    [/<author>.*<\/author>/, '', /§4\.1\.1 neither/],
    [/<id>[^<]*<\/id>/, '', /needs exactly one id/],
    ['xmlns="http://www.w3.org/2005/Atom"', '', /§2/],
    ['<generator', '<banner/><generator', /banner may not stand/],
    [/<link rel="alternate"[^>]*>\n<content[\s\S]*?<\/content>/, '', /neither content nor/],
  ] as const)
    expect(atomFaults(feed.replace(from, to)), String(from)).toEqual(
      expect.arrayContaining([expect.stringMatching(clause)]),
    );
});

test('the feed speaks the language of the pages', () => {
  const feed = pagesOf(SAMPLE_RELEASE, 'ru').get('feed.xml') ?? '';
  expect(atomFaults(feed)).toEqual([]);
  expect(feed).toContain('xml:lang="ru"');
  expect(feed).toMatch(/<title>Выпуск \d+: \d+ изменени/);
  expect(feed).not.toMatch(/Release \d|The first of these/);
});

test('with an address every page says where it stands; the list of pages holds each once', () => {
  const pages = pagesOf(SAMPLE_RELEASE);
  const html = [...pages].filter(([path]) => path.endsWith('.html'));
  const at = (path: string): string => (path === 'index.html' ? ADDRESS : `${ADDRESS}${path}`);
  const wrong = html.filter(
    ([path, page]) =>
      !page.includes(`<link rel="canonical" href="${at(path)}">`) ||
      !page.includes(`<meta property="og:url" content="${at(path)}">`) ||
      page.includes('noindex'),
  );
  expect(wrong.map(([path]) => path)).toEqual([]);
  const listed = [...(pages.get('sitemap.xml') ?? '').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url);
  expect(listed.toSorted()).toEqual(html.map(([path]) => at(path)).toSorted());
});

test.each([
  ['a release without an address', without(null)],
  ['a dossier that is no release', undefined],
] as const)('%s names no address anywhere and asks search engines to stay away', (_, release) => {
  const pages = pagesOf(release);
  expect([pages.has('feed.xml'), pages.has('sitemap.xml')]).toEqual([false, false]);
  expect([...pages].filter(([, page]) => /canonical"|"og:|feed\.xml/.test(page))).toEqual([]);
  expect(pages.get('index.html')).toContain('<meta name="robots" content="noindex">');
  expect(pages.has('changes.html')).toBe(release !== undefined);
  expect(pages.has('check.html')).toBe(release !== undefined);
});

test('a proposition keeps its page when it is no longer in the release, and the page says why', () => {
  const proposition = 'prp_00000000000000000000000099' as PropositionId;
  const removed = { kind: 'removed', proposition, before: '2 claims', after: null } as const;
  const [first] = SAMPLE_RELEASE.earlier;
  if (first === undefined) throw new Error('The sample has an earlier release.');
  const second = {
    ...first,
    id: SAMPLE_RELEASE.id,
    number: 2,
    changes: [removed],
    corrects: SAMPLE_RELEASE.corrects,
  };
  const third: ShownRelease = {
    ...SAMPLE_RELEASE,
    id: 'rel_00000000000000000000000003' as ReleaseId,
    number: 3,
    changes: [],
    corrects: { release: second.id, reason: 'a typing error' },
    earlier: [first, second],
  };
  for (const release of [{ ...SAMPLE_RELEASE, changes: [removed] }, third]) {
    const page = pagesOf(release).get(`propositions/${proposition}.html`) ?? '';
    expect(page).toContain('Release 2 took it out');
    expect(page).toContain('one list was counted twice');
    expect(page).toContain(`../changes.html#r-${SAMPLE_RELEASE.id}`);
  }
});

test('words of a person come out as text, in their language', () => {
  const hostile = '<script>alert(1)</script>';
  const pages = pagesOf({
    ...SAMPLE_RELEASE,
    corrects: { release: SAMPLE_RELEASE.earlier[0]?.id ?? SAMPLE_RELEASE.id, reason: hostile },
    profile: { ...SAMPLE_RELEASE.profile, methodNotes: [{ lang: 'fa', text: `${hostile}\n\nدو روزنامه` }] },
  });
  for (const [path, page] of pages) expect(page.includes(hostile), path).toBe(path === 'record.json');
  expect(pages.get('method.html')).toMatch(/<div lang="fa" dir="auto"><p dir="auto">&lt;script/);
  expect(atomFaults(pages.get('feed.xml') ?? '')).toEqual([]);
});
