import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { dossierInput } from '../../test/fixtures/dossier-input.ts';
import { kessarCampaign } from '../../test/fixtures/kessar-campaign.ts';
import type { IncidentId, PlaceId } from '../record/id.ts';
import { createIncident } from '../record/incident.ts';
import { createPlace, type PlaceKind } from '../record/place.ts';
import { worldShapes } from './map/world-shapes.ts';
import { renderDossier } from './render-dossier.ts';

const require = createRequire(import.meta.url);
const shapesOf = (name: string) =>
  worldShapes(JSON.parse(readFileSync(require.resolve(`world-atlas/${name}`), 'utf8')));
const SHAPES = { fine: shapesOf('countries-50m.json'), coarse: shapesOf('countries-110m.json') };
const REGION = 'plc_00000000000000000000000001' as PlaceId;
const RAID = 'inc_00000000000000000000000001' as IncidentId;

function place(kind: PlaceKind) {
  return createPlace({
    id: REGION,
    kind,
    names: [{ text: 'a name of the vault', lang: null, kind: 'full' }],
    ids: {},
    latitude: 12.345678,
    longitude: 45.678912,
    precision: { scheme: 'ucdp-where-prec', code: kind === 'site' ? '1' : '4' },
    siteType: null,
    whereabouts: null,
    partOf: null,
    runBy: [],
  });
}

function pages(kind: PlaceKind): ReadonlyMap<string, string> {
  const b = kessarCampaign();
  const incident = createIncident({
    id: RAID,
    title: 'Roundup of spring',
    kind: 'mass roundup',
    when: { edtf: '2017-02', extent: 'within' },
    clarity: 1,
    place: REGION,
    chain: [],
  });
  const files = renderDossier(
    dossierInput(
      b,
      {},
      {
        places: [{ place: place(kind), wordings: ['Kessar'] }],
        incidents: [{ incident, propositions: [...b.propositions.keys()] }],
        shapes: SHAPES,
      },
    ),
  );
  return new Map(files.map(({ path, content }) => [path, String(content)]));
}

test('a region is drawn as an area on the front page, in the list and on its page, and links lead there', () => {
  const files = pages('adm1');
  for (const path of ['index.html', 'places.html', `places/${REGION}.html`, `incidents/${RAID}.html`]) {
    expect(files.get(path), path).toMatch(
      /<a class="mark area" href="[^"]*plc_0+1\.html" aria-label="Kessar: /,
    );
    expect(files.get(path), path).toContain('first administrative level, centroid');
  }
  const own = files.get(`places/${REGION}.html`) ?? '';
  expect(own).toContain('people reported killed');
  expect(own).toContain('Roundup of spring');
  expect(own).toMatch(/href="\.\.\/sources\/src_[^"]*#c-clm_/);
});

test('a site has its page, no coordinates anywhere and no map', () => {
  const files = pages('site');
  const own = files.get(`places/${REGION}.html`) ?? '';
  expect(own).toContain('<dt>Where it lies</dt><dd>not published</dd>');
  for (const [path, content] of files) {
    expect(content, path).not.toMatch(/12\.345|45\.678|a name of the vault/);
    expect(content, path).not.toContain('class="map"');
  }
});

test('an incident tells when, where, what is claimed, and what was said of it by day', () => {
  const page = pages('adm1').get(`incidents/${RAID}.html`) ?? '';
  expect(page).toContain('<time datetime="2017-02"');
  expect(page).toContain('an event that can be identified');
  expect(page).toContain('What was said of it, by day');
  expect(page).toMatch(/class="n" data-figure="prp_/);
});
