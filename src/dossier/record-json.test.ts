import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kessarCampaign } from '../../test/fixtures/kessar-campaign.ts';
import { renderDossier } from './render-dossier.ts';

/** Paths of all keys; passages and bounds have one shape wherever they stand. */
function keysIn(value: unknown, path: string, found: Set<string>): Set<string> {
  if (Array.isArray(value)) for (const item of value) keysIn(item, `${path}[]`, found);
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) {
      const whole = path === '' ? key : `${path}.${key}`;
      found.add(
        whole
          .replace(/^.*\.(passage|passages\[\])\.(\w+)$/, 'passage.$2')
          .replace(/^.*\.(low|best|high)\.(value|setBy)$/, 'bound.$2'),
      );
      keysIn(item, whole, found);
    }
  return found;
}

test('every key of record.json is in its guide, and the guide names no other', () => {
  const b = kessarCampaign();
  const files = renderDossier({
    snapshot: b.snapshot(),
    texts: b.texts,
    assets: [],
    options: {
      title: null,
      includeProposed: true,
      generatedAt: '2017-05-18T14:10:00Z',
      version: '0.1.0',
      head: { seq: 412, root: 'a7'.repeat(32), checkpoint: 'a signed note\n' },
    },
  });
  const json = JSON.parse(String(files.find((file) => file.path === 'record.json')?.content));
  const guide = readFileSync(new URL('../../docs/guide/record-json.md', import.meta.url), 'utf8');
  const documented = [...guide.matchAll(/^\| `([^`]+)` \|/gm)].map((hit) => hit[1] ?? '');
  const used = keysIn(json, '', new Set());
  expect([...used].filter((key) => !documented.includes(key))).toEqual([]);
  const elsewhere = /\.when\./; // no claim of the campaign says when it happened
  expect(documented.filter((key) => !used.has(key) && !elsewhere.test(key))).toEqual([]);
});
