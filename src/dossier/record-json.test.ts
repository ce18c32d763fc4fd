import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dossierInput } from '../../test/fixtures/dossier-input.ts';
import { kessarCampaign } from '../../test/fixtures/kessar-campaign.ts';
import type { IncidentId, PlaceId, Sha256 } from '../record/id.ts';
import { createIncident } from '../record/incident.ts';
import { SAMPLE_RELEASE } from './releases/sample-release.cases.ts';
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
  const files = renderDossier(
    dossierInput(
      b,
      { head: { seq: 412, root: 'a7'.repeat(32), checkpoint: 'a signed note\n' }, release: SAMPLE_RELEASE },
      {
        places: [
          {
            place: {
              id: 'plc_00000000000000000000000001' as PlaceId,
              kind: 'adm1',
              names: [],
              ids: {},
              latitude: null,
              longitude: null,
              precision: { scheme: 'ucdp-where-prec', code: '4' },
              siteType: null,
              whereabouts: null,
              partOf: null,
              runBy: [],
            },
            wordings: ['Kessar'],
          },
        ],
        incidents: [
          {
            incident: createIncident({
              id: 'inc_00000000000000000000000001' as IncidentId,
              title: 'Roundup in Kessar',
              kind: 'mass roundup',
              when: { edtf: '2017-02', extent: 'within' },
              clarity: 1,
              place: 'plc_00000000000000000000000001' as PlaceId,
              chain: [],
            }),
            propositions: [...b.propositions.keys()].slice(0, 2),
          },
        ],
        estimates: [
          {
            about: 'People killed in Kessar',
            recorded: 108,
            lists: ['list of the clinic', 'list of the parish'],
            methods: [
              { method: 'average over graphs', people: 168, low: 140, high: 214, floor: false },
              { method: 'latent classes', refused: ['List list of the clinic holds fewer than 5 people.'] },
            ],
            tableSha256: 'a1'.repeat(32) as Sha256,
            documentSha256: 'b2'.repeat(32) as Sha256,
            program: 'onrecord 0.1.0',
            document: '{"tables":[{"counts":[3,1]}]}',
          },
        ],
      },
    ),
  );
  const json = JSON.parse(String(files.find((file) => file.path === 'record.json')?.content));
  for (const kept of ['a1a1', 'b2b2', 'counts', 'list of the clinic'])
    expect(JSON.stringify(json.estimates)).not.toContain(kept);
  const guide = readFileSync(new URL('../../docs/guide/record-json.md', import.meta.url), 'utf8');
  const documented = [...guide.matchAll(/^\| `([^`]+)` \|/gm)].map((hit) => hit[1] ?? '');
  const used = keysIn(json, '', new Set());
  expect([...used].filter((key) => !documented.includes(key))).toEqual([]);
  // No claim of the campaign says when it happened or how many unnamed people spoke, no bound of it rests on a party, and nobody is on record as asking.
  const elsewhere = /\.when\.|\.stated\.|\.toll\.(?:events\.steps|byParty)\[\]|withoutParties\.|\.asked\./;
  expect(documented.filter((key) => !used.has(key) && !elsewhere.test(key))).toEqual([]);
});
