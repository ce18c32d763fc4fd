import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import { dossierInput } from '../../../test/fixtures/dossier-input.ts';
import { kessarCampaign } from '../../../test/fixtures/kessar-campaign.ts';
import { RecordBuilder } from '../../../test/fixtures/record-builder.ts';
import { renderDossier } from '../render-dossier.ts';

interface Group {
  readonly kind: string;
  readonly of: number;
  readonly shown: readonly { readonly shown: string; readonly href: string }[];
}

function folderOf(record: RecordBuilder): ReadonlyMap<string, string> {
  const files = renderDossier(dossierInput(record, { includeProposed: false }));
  return new Map(files.map(({ path, content }) => [path, String(content)]));
}

/** The scripts of the folder, run as a browser would run them, without a page. */
function finder(files: ReadonlyMap<string, string>): (asked: string) => readonly Group[] {
  const context = createContext({});
  for (const path of ['assets/search-index.js', 'assets/search.js'])
    runInContext(files.get(path) ?? '', context);
  return runInContext('onrecordSearch.open(onrecordIndex)', context);
}

test('words in any order, case and accent find what they stand in, and every address is a place in the folder', () => {
  const files = folderOf(kessarCampaign());
  const find = finder(files);
  const groups = find('KÉSSAR killed');
  expect(groups.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['propositions', 'claims']));
  for (const { href } of [...groups, ...find('guard'), ...find('kessar')].flatMap(({ shown }) => shown)) {
    const [path = '', anchor] = href.split('#');
    expect(files.get(path), href).toBeDefined();
    if (anchor !== undefined) expect(files.get(path), href).toContain(`id="${anchor}"`);
  }
});

test('what is on no page is in no index, and a word that nobody uses finds nothing', () => {
  const files = folderOf(kessarCampaign());
  const find = finder(files);
  expect(find('xylophone')).toEqual([]);
  expect(find('  ')).toEqual([]);
  const rejected = [...kessarCampaign().claims.values()].find(({ status }) => status === 'rejected');
  expect(files.get('assets/search-index.js')).not.toContain(rejected?.id ?? '?');
});

test('words without spaces between them and words from right to left are found', () => {
  const b = new RecordBuilder();
  const text = '据报道，村民被杀害。';
  const source = b.source({ publisher: b.actor('صحيفة الدول'), text, title: '村民被杀害' });
  b.claim({
    source,
    proposition: b.proposition({ text: '村民被杀害' }),
    stance: 'alleges',
    words: '村民被杀害',
  });
  const find = finder(folderOf(b));
  // A sign of a vowel that the record does not have.
  expect(find('صحيفَة').map(({ kind }) => kind)).toEqual(['actors', 'sources', 'claims']);
  expect(find('被杀').map(({ kind, shown }) => [kind, shown[0]?.shown])).toEqual([
    ['propositions', '村民被杀害'],
    ['sources', '村民被杀害'],
    ['claims', '村民被杀害'],
  ]);
});

test('hostile words are data in the index', () => {
  const b = new RecordBuilder();
  const evil = '"];globalThis.ran = true;//</script>\u2028';
  const source = b.source({ publisher: b.actor(evil), text: `Before ${evil} after`, title: evil });
  b.claim({ source, proposition: b.proposition({ text: evil }), stance: 'alleges', words: evil });
  const files = folderOf(b);
  const context = createContext({});
  runInContext(files.get('assets/search-index.js') ?? '', context);
  expect(runInContext('globalThis.ran', context)).toBeUndefined();
});
