import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { dossierInput } from '../../../test/fixtures/dossier-input.ts';
import { kessarCampaign } from '../../../test/fixtures/kessar-campaign.ts';
import { RecordBuilder } from '../../../test/fixtures/record-builder.ts';
import { dossierParts } from '../render-dossier.ts';
import { SAMPLE_RELEASE } from './sample-release.cases.ts';
import { MOST_CARDS } from './shared-cards.ts';

const ADDRESS = 'https://lowland.example/kessar/';

function partsOf(built: RecordBuilder, address: string | null = ADDRESS, cards = true) {
  const release = { ...SAMPLE_RELEASE, profile: { ...SAMPLE_RELEASE.profile, address } };
  return [...dossierParts(dossierInput(built, { title: 'Kessar', release, cards }))];
}

/** What each page says of itself, by the path of the page. */
function saidBy(parts: ReturnType<typeof partsOf>): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const said = new Map<string, Record<string, string>>();
  for (const part of parts) {
    if (!('content' in part) || !part.path.endsWith('.html')) continue;
    const of: Record<string, string> = {};
    const walk = (nodes: ReturnType<typeof parseDocument>['children']): void => {
      for (const node of nodes) {
        if (!('attribs' in node)) continue;
        const { property, name, content } = node.attribs;
        if (node.name === 'meta' && content !== undefined) of[property ?? name ?? ''] = content;
        if (node.name !== 'body') walk(node.children);
      }
    };
    walk(parseDocument(String(part.content)).children);
    said.set(part.path, of);
  }
  return said;
}

test('every page has a picture at a whole address, in the release, with its size and in words', () => {
  const parts = partsOf(kessarCampaign());
  const drawn = new Map(parts.flatMap((part) => ('card' in part ? [[part.path, part.card] as const] : [])));
  const said = saidBy(parts);
  expect(said.size).toBeGreaterThan(30);
  const shown = new Set<string>();
  for (const [page, of] of said) {
    const path = (of['og:image'] ?? '').slice(ADDRESS.length);
    const card = drawn.get(path);
    expect(of['og:image'], page).toBe(`${ADDRESS}${path}`);
    expect(card, page).toBeDefined();
    expect([of['og:image:width'], of['og:image:height']], page).toEqual([
      `${card?.width}`,
      `${card?.height}`,
    ]);
    expect(of['og:image:alt']?.length, page).toBeGreaterThan(20);
    expect(of).toMatchObject({ 'og:image:type': 'image/png', 'twitter:card': 'summary_large_image' });
    shown.add(path);
  }
  expect([...shown].sort()).toEqual([...drawn.keys()].sort());
  const [id] = [...kessarCampaign().propositions.keys()];
  const own = said.get(`propositions/${id}.html`);
  expect(own?.['og:image']).toBe(`${ADDRESS}cards/${id}.png`);
  expect(said.get('places.html')?.['og:image']).toBe(`${ADDRESS}cards/dossier.png`);
});

test('without a public address, or without a painter, no page names a picture and none is drawn', () => {
  for (const parts of [partsOf(kessarCampaign(), null), partsOf(kessarCampaign(), ADDRESS, false)]) {
    expect(parts.filter((part) => 'card' in part)).toEqual([]);
    for (const of of saidBy(parts).values()) expect(of['og:image']).toBeUndefined();
  }
});

test('a large record has no more cards than a release may hold; the other propositions show that of the dossier', () => {
  const b = new RecordBuilder();
  const source = b.source({ publisher: b.actor('Lark Daily'), text: 'Men were taken.' });
  const many = MOST_CARDS + 5;
  for (let index = 0; index < many; index += 1)
    b.claim({
      source,
      proposition: b.proposition({ text: `Men were taken in village ${index}` }),
      stance: 'alleges',
      words: 'Men were taken',
    });
  const parts = partsOf(b);
  expect(parts.filter((part) => 'card' in part)).toHaveLength(MOST_CARDS + 1);
  const general = [...saidBy(parts)].filter(
    ([page, of]) => page.startsWith('propositions/') && of['og:image']?.endsWith('cards/dossier.png'),
  );
  expect(general.length).toBe(5);
});

test('a person who is not cleared is named on no card', () => {
  const b = new RecordBuilder();
  const person = b.actor('Oren Tasch', 'person');
  const source = b.source({ publisher: person, text: 'Oren Tasch says that 12 men died.' });
  const proposition = b.proposition({
    text: 'Oren Tasch saw 12 men die',
    kind: 'count',
    measure: 'killed',
    scope: { group: 'kin of Oren Tasch' },
  });
  b.claim({
    source,
    proposition,
    stance: 'alleges',
    words: 'Oren Tasch says that 12 men died',
    quantity: { low: 12, best: 12, high: 12, wording: '12' },
  });
  const cards = partsOf(b).filter((part) => 'card' in part);
  expect(cards).toHaveLength(2);
  expect(JSON.stringify(cards)).not.toContain('Tasch');
});
