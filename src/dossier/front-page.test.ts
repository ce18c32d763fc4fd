import { expect, test } from 'vitest';
import { dossierInput } from '../../test/fixtures/dossier-input.ts';
import { kessarCampaign } from '../../test/fixtures/kessar-campaign.ts';
import { RecordBuilder } from '../../test/fixtures/record-builder.ts';
import type { DossierFile } from './dossier-file.ts';
import { renderDossier } from './render-dossier.ts';

function rendered(b: RecordBuilder, includeProposed = true): ReadonlyMap<string, string> {
  const files: readonly DossierFile[] = renderDossier(dossierInput(b, { includeProposed }));
  return new Map(files.map((file) => [file.path, String(file.content)]));
}

const figuresIn = (page: string): readonly string[] =>
  page.match(/<article class="fig">.*?<\/article>/gs) ?? [];
const page = (files: ReadonlyMap<string, string>, path: string): string => files.get(path) ?? '';

/** Several numbers of people killed and detained, in towns with more and fewer reports. */
function manyFigures(): RecordBuilder {
  const b = new RecordBuilder();
  const outlets = ['Lark Daily', 'Meridian', 'Wire Three'].map((name) => b.actor(name));
  const count = (measure: 'killed' | 'detained' | 'injured', place: string, reports: number) => {
    const proposition = b.proposition({
      kind: 'count',
      measure,
      text: `People ${measure} in ${place}`,
      scope: { place },
    });
    for (let i = 0; i < reports; i += 1) {
      const number = 900 - reports * 100;
      const text = `In ${place}, ${number} people were ${measure}.`;
      const publishedAt = `2017-04-0${i + 1}`;
      const source = b.source({ title: text, publisher: outlets[i] ?? null, publishedAt, text });
      b.claim({
        source,
        proposition,
        stance: 'alleges',
        words: `${number} people were ${measure}`,
        quantity: { low: number, best: number, high: number, wording: String(number) },
      });
    }
  };
  count('injured', 'Dol', 1);
  count('detained', 'Dol', 2);
  for (const place of ['Arva', 'Belt', 'Corr']) count('killed', place, 1);
  count('killed', 'Dol', 3);
  return b;
}

test('one figure leads for each measure, the one most stands behind, killed first', () => {
  const front = page(rendered(manyFigures()), 'index.html');
  const leading = figuresIn(front).map((figure) => /class="w">.*?>([^<]*)<\/a>/.exec(figure)?.[1]);
  expect(leading).toEqual(['people reported killed', 'people reported detained', 'people reported injured']);
  expect(figuresIn(front)[0]).toContain('in <bdi>Dol</bdi>');
  expect(figuresIn(front)[0]).toContain('3 claims on');
  expect(/<details class="further-figures".*?<\/details>/s.exec(front)?.[0]).toContain(
    'People killed in Arva',
  );
});

test('a toll that never changed is said in words, not drawn', () => {
  const files = rendered(manyFigures());
  const front = page(files, 'index.html');
  expect(front).not.toContain('<svg class="toll');
  expect(front).toContain('No number on record has changed over time.');
  const changed = page(rendered(kessarCampaign()), 'index.html');
  expect(changed).toContain('<svg class="toll');
});

test('the origins of a figure are said once and the same on every page', () => {
  const files = rendered(kessarCampaign());
  const json = JSON.parse(page(files, 'record.json'));
  let checked = 0;
  for (const item of json.propositions) {
    const own = page(files, `propositions/${item.id}.html`);
    const block = figuresIn(own)[0];
    if (block === undefined) continue;
    const { atLeast, atMost } = item.origins;
    const words =
      atLeast === atMost
        ? `${atLeast} independent origin`
        : `at least ${atLeast}, at most ${atMost} independent origins`;
    expect(/claims? on ([^.]*)\./.exec(block)?.[1], own.slice(0, 400)).toContain(words);
    expect(own.toLowerCase()).toContain(`<p><strong>${words.toLowerCase()}`);
    const { min, max } = item.toll.origins;
    expect(block.includes('Those that state a number')).toBe(min !== atLeast || max !== atMost);
    checked += 1;
  }
  expect(checked).toBeGreaterThan(1);
});

/** Two told numbers from one newspaper, and a third report that puts it forward without a number. */
test('when the numbers rest on fewer origins than the proposition, the page says so', () => {
  const b = new RecordBuilder();
  const proposition = b.proposition({
    kind: 'count',
    measure: 'killed',
    text: 'Villagers were killed in Dol',
    scope: { place: 'Dol' },
  });
  for (const [name, words] of [
    ['Lark Daily', '12 villagers were killed'],
    ['Meridian', 'dozens of villagers were killed'],
  ] as const) {
    const source = b.source({
      title: words,
      publisher: b.actor(name),
      publishedAt: '2017-04-02',
      text: `In Dol ${words}.`,
    });
    const quantity = words.startsWith('12')
      ? { quantity: { low: 12, best: 12, high: 12, wording: '12' } }
      : {};
    b.claim({ source, proposition, stance: 'alleges', words, ...quantity });
  }
  const block = figuresIn(page(rendered(b), 'index.html'))[0];
  expect(block).toContain('2 claims on at least 1, at most 2 independent origins.');
  expect(block).toContain('Those that state a number: 1 independent origin.');
});

test('answers show the state, the words with their cue, the reason and the day', () => {
  const b = new RecordBuilder();
  const orlund = b.actor('Orlund', 'state');
  const service = b.actor('Migration Service', 'public-body', {
    partOf: [{ to: orlund, when: null, claim: null }],
  });
  const lark = b.actor('Lark Daily');
  const scope = { actor: 'Orlund' };
  const declined = b.proposition({
    kind: 'response',
    measure: 'visa',
    answer: 'declined',
    text: 'Visas: Orlund does not say',
    scope,
  });
  const refused = b.proposition({
    kind: 'response',
    measure: 'visa',
    answer: 'refused',
    text: 'Visas refused by Orlund',
    scope,
  });
  const source = b.source({
    title: 'Visas',
    publisher: lark,
    publishedAt: '2017-04-20',
    text: 'Orlund has refused visas to 12 people, applicants said. The Migration Service refused to comment on the claims. “As visa records are confidential, we cannot speak”, it wrote.',
  });
  b.claim({
    source,
    proposition: declined,
    stance: 'declines',
    words: 'comment on the claims',
    evidence: 'As visa records are confidential, we cannot speak',
    through: [{ actor: service, named: 'The Migration Service', cue: 'refused' }],
  });
  b.claim({
    source,
    proposition: refused,
    stance: 'alleges',
    words: 'Orlund has refused visas to 12 people',
    through: [{ actor: null, named: 'applicants', cue: 'said' }],
    quantity: { low: 12, best: 12, high: 12, wording: '12' },
  });
  const rows =
    page(rendered(b), 'responses.html')
      .split('States and institutions by answer')[0]
      ?.match(/<tr role="row"><th role="rowheader".*?<\/tr>/gs) ?? [];
  const [first = '', second = ''] = rows;
  expect(rows).toHaveLength(2);
  expect(first).toMatch(/<b><a [^>]*><bdi>Orlund<\/bdi><\/a><\/b>.*Migration Service/s);
  expect(first).toContain('refused to comment on the claims');
  expect(first).toContain('As visa records are confidential, we cannot speak');
  expect(first).toContain('in its own words, as told by <bdi>Lark Daily</bdi>');
  expect(first).toMatch(/said <time datetime="2017-04-20"/);
  expect(second).toContain('as told by unnamed “<bdi>applicants</bdi>” in <bdi>Lark Daily</bdi>');
  expect(second).toMatch(/reported <time datetime="2017-04-20"/);
  expect(second).toMatch(/<span class="num" data-figure="clm_\w+">12<\/span>/);
});

test('in the matrix unnamed voices are gathered and proposals are marked for eye and ear', () => {
  const b = new RecordBuilder();
  const proposition = b.proposition({ text: 'Weavers are held in Dol', scope: { place: 'Dol' } });
  const text = 'Weavers are held, a guard said. They are in the mill, a driver said.';
  const source = b.source({ publisher: b.actor('Lark Daily'), publishedAt: '2017-04-20', text });
  const said = { source, proposition, stance: 'alleges', status: 'proposed' } as const;
  b.claim({ ...said, words: 'Weavers are held', through: [{ actor: null, named: 'a guard', cue: 'said' }] });
  b.claim({
    ...said,
    words: 'They are in the mill',
    through: [{ actor: null, named: 'a driver', cue: 'said' }],
  });
  const front = page(rendered(b), 'index.html');
  const matrix = /<table[^>]*matrix.*?<\/table>/s.exec(front)?.[0] ?? '';
  expect(matrix).toContain('unnamed sources (2)');
  expect(matrix).toContain('class="cell proposed"');
  expect(matrix).toContain('<span class="vh">, unreviewed</span>');
  expect(matrix).not.toContain('tag dashed');
});
