import { expect, test } from 'vitest';
import { coverOf } from '../../../test/fixtures/cover-of.ts';
import { RecordBuilder } from '../../../test/fixtures/record-builder.ts';
import type { Link } from '../../record/link.ts';
import type { VoiceFinding } from '../../record/voice-finding.ts';
import { renderDossier } from '../render-dossier.ts';
import type { View } from '../view.ts';
import { covered } from './name-cover.ts';
import { release } from './release.ts';

const OPTIONS = {
  title: 'What befell Ilin Dovar',
  includeProposed: true,
  generatedAt: '2031-05-01T12:00:00Z',
  version: '0.1.0',
  head: null,
} as const;

/** A victim who is named in every place in which words can stand, a speaker who is named, and a body. */
function campaign(handling: 'public' | 'internal' = 'public') {
  const b = new RecordBuilder();
  const courier = b.actor('The Sorev Courier');
  const guard = b.actor('Interior Guard', 'public-body');
  const tasch = b.actor('Oren Tasch', 'person', { alias: 'Орен Таш' });
  const author = b.actor('Mira Halden', 'person');
  const text =
    'Ilin Dovar was killed in Dol, the Courier reported. Colonel Oren Tasch of the Interior Guard denied that Dovar was held.\n\nОрена Таша спросили о Доваре.';
  const source = b.source({
    title: 'The death of Ilin Dovar',
    publisher: courier,
    authors: [author],
    publishedAt: '2031-04-02',
    url: 'https://courier.example/2031/ilin-dovar-killed',
    handling,
    text,
  });
  const killed = b.proposition({
    kind: 'occurrence',
    measure: 'killed',
    text: 'Ilin Dovar killed in Dol',
    scope: { group: 'Ilin Dovar', place: 'Dol', by: 'officers under Oren Tasch' },
  });
  const said = b.claim({
    source,
    proposition: killed,
    stance: 'alleges',
    words: 'Ilin Dovar was killed in Dol',
    status: 'proposed',
  });
  const denied = b.claim({
    source,
    proposition: killed,
    stance: 'denies',
    words: 'Dovar was held',
    through: [{ actor: tasch, named: 'Colonel Oren Tasch of the Interior Guard', cue: 'denied' }],
    quantity: { wording: 'Dovar' },
  });
  return { b, source, killed, said, denied, tasch, guard, courier };
}

/** Every free string of every entity holds the name. */
function everywhere(b: RecordBuilder): void {
  const NAME = 'Ilin Dovar';
  for (const [id, claim] of b.claims)
    b.claims.set(id, {
      ...claim,
      groupedBecause: NAME,
      where: NAME,
      chain: claim.chain.map((step) => ({
        ...step,
        cue: step.cue === null ? null : { ...step.cue, text: `${step.cue.text} of ${NAME}`, lemma: NAME },
      })),
      reviews: claim.reviews.map((review) => ({ ...review, by: NAME, reason: NAME })),
      extraction: { by: NAME, confidence: 0.5, reason: NAME },
    });
  for (const [id, capture] of b.captures)
    b.captures.set(id, { ...capture, fileName: 'ilin-dovar.html', trail: undefined as never });
  for (const [id, actor] of b.actors)
    b.actors.set(id, { ...actor, ids: { wikidata: NAME }, perpetratorType: NAME });
}

const files = (b: RecordBuilder, options: Partial<Parameters<typeof coverOf>[1]> = {}) =>
  renderDossier({
    snapshot: b.snapshot(),
    texts: b.texts,
    assets: [],
    cover: coverOf(b, options),
    redactions: new Map(),
    options: OPTIONS,
    notes: new Map([...b.sources.keys()].map((id) => [id, ['Archived by Ilin Dovar']])),
    estimates: [],
  });

const HIDDEN = /dovar|tasch|halden|таш|довар|\bilin\b/iu;

test.each(['public', 'internal'] as const)(
  'no name of a person who is not cleared stands in any file: %s source',
  (handling) => {
    const { b } = campaign(handling);
    everywhere(b);
    const found = files(b).flatMap(({ path, content }) => {
      const hit = HIDDEN.exec(`${path}\n${String(content)}`);
      return hit === null
        ? []
        : [`${path}: …${String(content).slice(Math.max(0, hit.index - 60), hit.index + 40)}…`];
    });
    expect(found).toEqual([]);
    const all = files(b)
      .map(({ content }) => String(content))
      .join('\n');
    expect(all).toContain('Interior Guard');
    expect(all).toContain('The Sorev Courier');
    expect(all).toMatch(/\[Person \w+\] killed in Dol/);
  },
);

test('the same look finds the names once everybody is cleared: it can fail', () => {
  const { b } = campaign();
  const cover = coverOf(new RecordBuilder());
  const open = renderDossier({
    snapshot: b.snapshot(),
    texts: b.texts,
    assets: [],
    redactions: new Map(),
    cover,
    options: OPTIONS,
  });
  expect(open.some(({ content }) => HIDDEN.test(String(content)))).toBe(true);
});

test('a cleared person is named, everybody else is not', () => {
  const { b, tasch } = campaign();
  const all = files(b, { cleared: { actors: new Set([tasch]), names: new Set() } })
    .map(({ content }) => String(content))
    .join('\n');
  expect(all).toContain('Colonel Oren Tasch');
  expect(all).not.toMatch(/dovar|halden/i);
});

test('of an internal source no title, address, author, text or hash leaves; its claims do', () => {
  const { b, source } = campaign('internal');
  const json = JSON.parse(String(files(b).find(({ path }) => path === 'record.json')?.content));
  expect(json.sources).toEqual([
    expect.objectContaining({ id: source, handling: 'internal', title: null, url: null, authors: [] }),
  ]);
  expect(json.captures[0]).toMatchObject({ sha256: null, size: null, text: null });
  const passages = json.claims.flatMap((claim: { passages: object[] }) => claim.passages);
  expect(passages.length).toBe(2);
  for (const passage of passages)
    expect(passage).toMatchObject({ textSha256: null, prefix: '', suffix: '', start: 0 });
  const page = String(files(b).find(({ path }) => path.startsWith('sources/'))?.content);
  expect(page).toContain('Passages quoted from it');
  expect(page).not.toContain('the Courier reported');
});

test('passages stand where record.json says, in the text as it is published', () => {
  const { b } = campaign();
  const { record, texts } = release(b.snapshot(), b.texts, coverOf(b));
  for (const { passages, chain } of record.claims.values())
    for (const { start, end, exact, textSha256 } of [
      ...passages,
      ...chain.flatMap((step) => step.passage ?? []),
    ])
      expect([...(texts.get(textSha256) ?? '')].slice(start, end).join('')).toBe(exact);
});

test('figures are the same whether names are hidden or not', () => {
  const { b } = campaign();
  const figuresOf = (cover: ReturnType<typeof coverOf>): unknown => {
    const made = renderDossier({
      snapshot: b.snapshot(),
      texts: b.texts,
      assets: [],
      redactions: new Map(),
      cover,
      options: OPTIONS,
    });
    const json = JSON.parse(String(made.find(({ path }) => path === 'record.json')?.content));
    return json.propositions.map(({ id, origins, standing }: never) => [
      id,
      (origins as { atLeast: number }).atLeast,
      (standing as { word: string }).word,
    ]);
  };
  expect(figuresOf(coverOf(b))).toEqual(figuresOf(coverOf(new RecordBuilder())));
});

test('a quotation that must hold a name which is not found is withheld, with a keyed hash', () => {
  const b = new RecordBuilder();
  const courier = b.actor('The Sorev Courier');
  const source = b.source({
    publisher: courier,
    text: 'It was Zyx who was killed in Dol, they said. He was young.',
  });
  const about = b.proposition({
    text: 'Ilin Dovar killed in Dol',
    scope: { group: 'Ilin Dovar', place: 'Dol' },
  });
  b.claim({ source, proposition: about, stance: 'alleges', words: 'Zyx who was killed in Dol' });
  b.claim({ source, proposition: about, stance: 'alleges', words: 'He was young' });
  const cover = coverOf(b);
  const { record, texts, withheld } = release(b.snapshot(), b.texts, cover);
  expect(withheld).toBe(1);
  const [first, second] = [...record.claims.values()];
  expect(first?.passages[0]?.exact).toBe(
    `[quote withheld to protect a person · ${cover.seal('Zyx who was killed in Dol')}]`,
  );
  expect(second?.passages[0]?.exact).toBe('He was young');
  expect([...texts.values()].join('')).not.toContain('Zyx');
});

test('links, findings and reasons go through the same door', () => {
  const { b, source, tasch } = campaign();
  const link = {
    id: 'lnk_1',
    from: { source, capture: null },
    to: { kind: 'not-held', name: 'a letter by Oren Tasch', publisher: null, url: null, publishedAt: null },
    evidence: { from: [b.passage(source, 'Oren Tasch')], to: [] },
    proposal: { by: 'x', version: null, confidence: null, reason: 'Tasch wrote it' },
  } as unknown as Link;
  const finding = {
    id: 'fnd_1',
    a: tasch,
    b: source,
    reason: 'Ilin Dovar told us',
  } as unknown as VoiceFinding;
  const whole = {
    ...b.snapshot(),
    links: new Map([[link.id, link]]),
    findings: new Map([[finding.id, finding]]),
  };
  const { record } = release(whole, b.texts, coverOf(b));
  expect(JSON.stringify([...record.links.values(), ...record.findings.values()])).not.toMatch(HIDDEN);
});

test('a raw record is no released one: the pages do not take it', () => {
  const { b } = campaign();
  const view: Partial<View> = {
    // @ts-expect-error only release() gives a record that pages take
    record: b.snapshot(),
    // @ts-expect-error nor are raw texts taken
    texts: b.texts,
  };
  expect(Object.keys(view)).toEqual(['record', 'texts']);
});

test('an address that gives a name away is left out, another is kept', () => {
  const { b } = campaign();
  const cover = coverOf(b);
  expect(cover.inAddress('https://x.example/2031/DOVAR%2Dkilled')).toBe(true);
  expect(cover.inAddress('https://x.example/%D0%94%D0%BE%D0%B2%D0%B0%D1%80')).toBe(true);
  expect(cover.inAddress('https://x.example/2031/04/02/kessar')).toBe(false);
  expect(covered(cover, 'no name here')).toBe('no name here');
});
