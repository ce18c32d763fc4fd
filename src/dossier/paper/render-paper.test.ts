import { expect, test } from 'vitest';
import { dossierInput } from '../../../test/fixtures/dossier-input.ts';
import { kessarCampaign } from '../../../test/fixtures/kessar-campaign.ts';
import { RecordBuilder } from '../../../test/fixtures/record-builder.ts';
import type { PaperData } from './paper-data.ts';
import { writtenOut } from './paper-drawings.ts';
import { PAPER_DATA } from './paper-template.ts';
import { renderPaper } from './render-paper.ts';

function paperOf(record: RecordBuilder, includeProposed = true, lang: 'en' | 'ru' = 'en') {
  const { template, files, unset } = renderPaper(dossierInput(record, { lang, includeProposed }));
  return { template, files, unset, data: JSON.parse(files.get(PAPER_DATA) ?? '') as PaperData };
}

test('the program is the same for every record: nothing that a source wrote is in it', () => {
  expect(paperOf(kessarCampaign()).template).toBe(paperOf(new RecordBuilder()).template);
});

test('every mark has its claim, and the first mark of a claim comes first', () => {
  const { data } = paperOf(kessarCampaign());
  const marks = [
    ...data.figures.flatMap(({ notes }) => notes),
    ...data.propositions.flatMap(({ voices }) => voices.flatMap(({ notes }) => notes)),
    ...data.answers.flatMap(({ notes }) => notes),
  ];
  expect(marks.length).toBeGreaterThan(10);
  const seen = new Set<string>();
  for (const { claim, first } of marks) {
    expect(data.claims[claim], claim).toBeDefined();
    expect(first).toBe(!seen.has(claim));
    seen.add(claim);
  }
});

test('a figure has its range, its origins and who denies it; proposals are said', () => {
  const { data } = paperOf(kessarCampaign());
  expect(data.figures[0]).toMatchObject({ measure: 'people reported killed' });
  expect(data.figures[0]?.told).toMatch(/^Low .*origin.*Denied by Regional government of Kessar\.$/);
  expect(data.banner).toContain('1 machine proposal');
  expect(paperOf(kessarCampaign(), false).data.banner).toBeNull();
});

test('a source that is sealed, and an address that runs something, are not printed', () => {
  const b = new RecordBuilder();
  const publisher = b.actor('Lark Daily');
  const open = b.source({ publisher, text: 'Men were taken.', url: 'javascript:alert(1)' });
  const sealed = b.source({
    publisher,
    text: 'Men were taken by night.',
    title: 'A secret',
    handling: 'sealed',
  });
  const proposition = b.proposition({ text: 'Men were taken' });
  b.claim({ source: open, proposition, stance: 'alleges', words: 'Men were taken' });
  b.claim({ source: sealed, proposition, stance: 'alleges', words: 'Men were taken by night' });
  const whole = JSON.stringify([...paperOf(b).files]);
  expect(whole).not.toMatch(/by night|A secret|javascript:/);
});

test('drawings leave with every colour written out', () => {
  const { files } = paperOf(kessarCampaign());
  const charts = [...files].filter(([name]) => name.endsWith('.svg'));
  expect(charts.length).toBeGreaterThan(0);
  for (const [name, svg] of charts) expect(svg, name).not.toMatch(/var\(|@media|:root/);
  expect(writtenOut('<style>@media print{.a{fill:#fff}}.b{fill:var(--ink)}</style>')).toBe(
    '<style>.b{fill:#1c1b19}</style>',
  );
});

test('the template speaks Russian word for word; words of the record stay as they are', () => {
  const { data } = paperOf(kessarCampaign(), true, 'ru');
  for (const [english, said] of Object.entries(data.words))
    expect(said, english).toMatch(/^[^a-z]*(?:Natural Earth[^a-z]*)?$/u);
  expect(data.figures[0]?.told).toMatch(/^Низшее 2, .* Отрицает: Regional government of Kessar\.$/u);
  expect(data.banner).toMatch(/1 предложение программы/u);
  expect(data.propositions[0]?.text).toBe('Gay and bisexual men have been killed in Kessar');
  const spoken = [
    ...data.facts.map(([name]) => name),
    ...data.propositions.flatMap(({ tags, origins }) => [...tags, origins]),
  ];
  for (const words of spoken) expect(words).not.toMatch(/[a-z]/u);
});

test('every word that the template asks for is in the data', () => {
  const { template, data } = paperOf(kessarCampaign());
  const asked = [...template.matchAll(/\bw\("([^"]+)"\)/gu)].map(([, key = '']) => key);
  expect(asked.length).toBeGreaterThan(12);
  expect(asked.filter((key) => !(key in data.words))).toEqual([]);
});

test('scripts without a font are named', () => {
  const b = new RecordBuilder();
  const source = b.source({ publisher: b.actor('დოლი'), text: 'Men were taken.' });
  b.claim({
    source,
    proposition: b.proposition({ text: 'Men were taken' }),
    stance: 'alleges',
    words: 'Men were taken',
  });
  expect(paperOf(b).unset).toEqual(['Georgian']);
  expect(paperOf(kessarCampaign()).unset).toEqual([]);
});
