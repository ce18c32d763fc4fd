import { expect, test } from 'vitest';
import { coverOf } from '../../../test/fixtures/cover-of.ts';
import { kessarCampaign } from '../../../test/fixtures/kessar-campaign.ts';
import { RecordBuilder } from '../../../test/fixtures/record-builder.ts';
import type { PaperData } from './paper-data.ts';
import { writtenOut } from './paper-drawings.ts';
import { PAPER_DATA } from './paper-template.ts';
import { renderPaper } from './render-paper.ts';

function paperOf(record: RecordBuilder, includeProposed = true) {
  const { template, files } = renderPaper({
    snapshot: record.snapshot(),
    cover: coverOf(record),
    redactions: new Map(),
    texts: record.texts,
    assets: [],
    options: {
      title: null,
      includeProposed,
      generatedAt: '2017-05-18T14:10:00Z',
      version: '0.1.0',
      head: null,
    },
  });
  return { template, files, data: JSON.parse(files.get(PAPER_DATA) ?? '') as PaperData };
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
