/**
 * GeoJSON (RFC 7946): a feature for each proposition that has a place. The geometry is a point only where a person put the place
 * on record with coordinates; otherwise it is null ("unlocated"), never a guess.
 */
import { placeCodes } from '../event-data/place-codes.ts';
import type { ExchangeFormat } from '../format.ts';
import { jsonFile } from '../linked-data/onrecord-terms.ts';
import { type FiledProposition, indexRecord, type RecordIndex } from '../record-file/record-file.ts';
import { STAYS_IN_THE_VAULT } from '../spreadsheet/spreadsheet-format.ts';

function featureOf(one: FiledProposition, index: RecordIndex) {
  const { point, ucdp } = placeCodes(one.scope.place, index);
  const claims = index.claimsOn.get(one.id) ?? [];
  return {
    type: 'Feature',
    id: one.id,
    // Longitude first (section 3.1.1), WGS 84.
    geometry: point === null ? null : { type: 'Point', coordinates: [point.longitude, point.latitude] },
    properties: {
      text: one.text,
      kind: one.kind,
      measure: one.measure,
      place: one.scope.place,
      where_prec_ucdp: ucdp,
      low: one.toll?.low?.value ?? null,
      best: one.toll?.best?.value ?? null,
      high: one.toll?.high?.value ?? null,
      origins_at_least: one.origins.atLeast,
      origins_at_most: one.origins.atMost,
      standing: one.standing.word,
      denied: one.standing.flags.includes('denied'),
      claims: claims.map(({ id }) => id),
    },
  };
}

export const GEOJSON: ExchangeFormat = {
  name: 'geojson',
  standard: 'GeoJSON (RFC 7946)',
  writes:
    'record.geojson: a feature for each proposition that has a place, with its range, origins and whether it is denied',
  readsBack: false,
  losses: [
    STAYS_IN_THE_VAULT,
    {
      what: 'how exactly a place is known, on a map that draws pins',
      why: 'a point looks exact; read where_prec_ucdp (1 exact to 6 country) and draw an area',
    },
    {
      what: 'claims, words and sources',
      why: 'a feature names the ids of its claims; take csv or web-annotation for them',
    },
    {
      what: 'propositions without a place',
      why: 'there is nothing to draw',
    },
  ],
  render(file) {
    const index = indexRecord(file);
    const placed = file.propositions.filter(({ scope }) => scope.place !== null);
    const features = placed.map((one) => featureOf(one, index));
    const unlocated = features.filter(({ geometry }) => geometry === null).length;
    return {
      files: [{ path: 'record.geojson', content: jsonFile({ type: 'FeatureCollection', features }) }],
      leftOut: [
        {
          what: 'propositions without a place',
          count: file.propositions.length - placed.length,
          why: 'there is nothing to draw',
        },
        {
          what: 'points',
          count: unlocated,
          why: 'no person put these places on record with coordinates; their geometry is null',
        },
      ].filter(({ count }) => count > 0),
    };
  },
};
