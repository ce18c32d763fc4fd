import { expect, test } from 'vitest';
import type { LoggedEstimate } from '../record/estimate.ts';
import { estimatesSection, publishedReasons } from './estimates-section.ts';
import { html, htmlText } from './html.ts';

const ESTIMATE: LoggedEstimate = {
  about: 'People killed in Orsa',
  recorded: 108,
  lists: ['list of the clinic', 'list of the parish', 'list of the union'],
  methods: [
    { method: 'average over graphs', people: 168, low: 140, high: 214, floor: false },
    {
      method: 'latent classes',
      refused: ['The chains disagree.', 'List list of the clinic holds fewer than 5 people.'],
    },
  ],
  tableSha256: 'a1'.repeat(32) as LoggedEstimate['tableSha256'],
  documentSha256: 'b2'.repeat(32) as LoggedEstimate['documentSha256'],
  program: 'onrecord 0.1.0',
  document: '{"tables":[{"counts":[3,1]}]}',
};

test('figures and refusals are shown', () => {
  const page = htmlText(html`${estimatesSection([ESTIMATE])}`);
  expect(page).toContain('168');
  expect(page).toContain('The chains disagree.');
});

test('neither the table nor its lists nor a hash is published: small counts can be guessed from their hash', () => {
  const page = htmlText(html`${estimatesSection([ESTIMATE])}`);
  for (const kept of [ESTIMATE.tableSha256, ESTIMATE.documentSha256, ESTIMATE.document, ...ESTIMATE.lists])
    expect(page).not.toContain(kept);
});

test('reasons speak of lists by letters, whole names only', () => {
  const lists = ['unhcr', 'un', 'c++ (2031)'];
  const reasons = [
    'List un holds fewer than 5 people.',
    'No person ties unhcr to un+c++ (2031): understood.',
  ];
  expect(publishedReasons({ lists }, reasons)).toEqual([
    'List B holds fewer than 5 people.',
    'No person ties A to B+C: understood.',
  ]);
  expect(publishedReasons({ lists: [] }, reasons)).toEqual(reasons);
});
