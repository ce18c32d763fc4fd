import { expect, test } from 'vitest';
import { dossierInput } from '../../test/fixtures/dossier-input.ts';
import { kessarCampaign } from '../../test/fixtures/kessar-campaign.ts';
import { RecordBuilder } from '../../test/fixtures/record-builder.ts';
import { renderDossier } from './render-dossier.ts';

const rendered = (b: RecordBuilder) =>
  renderDossier(dossierInput(b, { generatedAt: '2017-06-01T09:00:00Z' }));

test('each state has a page of its answers, and the table leads to it', () => {
  const files = rendered(kessarCampaign());
  const table = String(files.find(({ path }) => path === 'responses.html')?.content);
  const pages = files.filter(({ path }) => path.startsWith('states/'));
  expect(pages.length).toBeGreaterThanOrEqual(3);
  for (const { path } of pages) expect(table).toContain(`href="${path}"`);
  const litava = pages.find(({ content }) => String(content).includes('<h1><bdi>Litava</bdi></h1>'));
  expect(String(litava?.content)).toContain('granted');
});

test('a request without an answer is told with the days since, as of the day of the dossier', () => {
  const b = new RecordBuilder();
  const radio = b.actor('Harbour Radio');
  b.actor('Orlund', 'state');
  const source = b.source({
    publisher: radio,
    publishedAt: '2017-05-02',
    text: 'Twelve people asked Orlund for visas, Harbour Radio reported.',
  });
  const about = b.proposition({
    kind: 'process',
    measure: 'visa',
    text: 'visas requested from Orlund',
    scope: { actor: 'Orlund' },
  });
  b.claim({ source, proposition: about, stance: 'alleges', words: 'asked Orlund for visas' });
  const page = rendered(b).find(({ path }) => path.startsWith('states/'));
  expect(String(page?.content).replace(/<[^>]+>/g, '')).toContain(
    'asked by 2 May 2017, no answer on record since: 30 days, as of 1 June 2017',
  );
});
