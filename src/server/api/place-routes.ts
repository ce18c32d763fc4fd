/** Routes over places: what is claimed of them, the map, and what a person puts on record. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { PLACE_KINDS } from '../../desk/vocabulary.ts';
import { claimSchema, edtfSchema, measureSchema } from './claim-shapes.ts';
import { claimedFigureSchema, daySchema, namedPlaceSchema, reasonSchema } from './claimed-shapes.ts';
import { answer, FAULTS, given } from './fault.ts';
import { includeProposedSchema, pageFields, pagingSchema } from './paging.ts';

const codedSchema = z.strictObject({ scheme: z.string(), code: z.string() });
const coordinate = z.number().nullable();

const placeSchema = z.strictObject({
  key: z.string().describe('The id of a recorded place, else its words without case and accents'),
  name: z.string(),
  wordings: z.array(z.string()).readonly().describe('As sources word it'),
  placing: z.enum(['recorded', 'proposed', 'unplaced']).describe('By a person, by the gazetteer, by neither'),
  kind: z.enum(PLACE_KINDS).nullable(),
  precision: codedSchema.nullable(),
  country: z.string().nullable().describe('ISO 3166-1 alpha-2'),
  latitude: coordinate.describe('WGS 84 degrees; null: unknown or withheld'),
  longitude: coordinate,
  because: z.string().describe('Why it was placed so, or not'),
  candidates: z.array(z.string()).readonly().describe('Places that the words may mean'),
  siteType: codedSchema.nullable(),
  measures: z.array(measureSchema).readonly(),
  propositions: z.number(),
  claims: z.number(),
  first: edtfSchema.nullable().describe('First day on which something of it was said'),
  last: edtfSchema.nullable(),
});

const filterSchema = z.object({
  q: z.string().max(200).optional().describe('Part of a name'),
  kind: z.enum([...PLACE_KINDS, 'unplaced']).optional(),
  precision: z.string().max(2).optional().describe('UCDP where_prec'),
  country: z.string().length(2).optional(),
  measure: measureSchema.optional(),
  from: daySchema.describe('Something of it was said on this day or later'),
  until: daySchema,
  includeProposed: includeProposedSchema,
});

export const listPlaces = createRoute({
  method: 'get',
  path: '/api/places',
  summary: 'Places of which something is claimed, those most spoken of first',
  request: { query: filterSchema.extend(pagingSchema.shape) },
  responses: {
    200: answer(
      z.strictObject({
        places: z.array(placeSchema).readonly(),
        ...pageFields,
        facets: z.strictObject({
          countries: z.array(z.string()).readonly(),
          precisions: z.array(z.string()).readonly(),
          measures: z.array(measureSchema).readonly(),
        }),
      }),
      'Places',
    ),
    ...FAULTS,
  },
});

const pixels = z.number();

export const listCountries = createRoute({
  method: 'get',
  path: '/api/countries',
  summary: "Codes of countries and areas (ISO 3166-1 alpha-2); their names are the browser's",
  responses: {
    200: answer(z.strictObject({ codes: z.array(z.string()).readonly() }), 'Codes'),
    ...FAULTS,
  },
});

export const readMap = createRoute({
  method: 'get',
  path: '/api/map',
  summary: 'A map of the places that fit, as paths and positions; nothing is asked of anybody',
  request: { query: filterSchema.extend({ frame: z.enum(['wide', 'narrow']).default('wide') }) },
  responses: {
    200: answer(
      z.strictObject({
        map: z
          .strictObject({
            width: pixels,
            height: pixels,
            land: z.string().describe('Path data'),
            borders: z.string(),
            places: z
              .array(
                z.strictObject({
                  key: z.string(),
                  name: z.string(),
                  form: z.enum(['dot', 'area', 'country']),
                  outline: z.string().describe('Of the area, or the ring of uncertainty of a dot'),
                  x: pixels,
                  y: pixels,
                }),
              )
              .readonly(),
            labels: z
              .array(
                z.strictObject({
                  key: z.string(),
                  text: z.string(),
                  x: pixels,
                  y: pixels,
                  anchor: z.enum(['start', 'middle', 'end']),
                }),
              )
              .readonly(),
            scale: z.strictObject({ km: z.number(), pixels }).nullable(),
          })
          .nullable()
          .describe('Null: none of them can be drawn'),
        withheld: z.number().describe('Recorded without coordinates'),
        unplaced: z.number(),
        proposed: z.array(z.string()).readonly().describe('Keys of places on it that nobody has confirmed'),
      }),
      'A map',
    ),
    ...FAULTS,
  },
});

export const readPlace = createRoute({
  method: 'get',
  path: '/api/places/{key}',
  summary: 'One place: what is claimed there, who is said to run it, incidents there',
  request: {
    params: z.object({ key: z.string().max(400) }),
    query: pagingSchema.extend({ includeProposed: includeProposedSchema }),
  },
  responses: {
    200: answer(
      z.strictObject({
        place: placeSchema,
        recorded: z
          .strictObject({
            by: z.string(),
            at: z.string(),
            reason: z.string(),
            partOf: z.string().nullable(),
            names: z.array(z.string()).readonly(),
          })
          .nullable(),
        partOf: namedPlaceSchema.nullable(),
        runBy: z
          .array(
            z.strictObject({
              actor: z.strictObject({ id: z.string(), name: z.string() }),
              claim: claimSchema,
            }),
          )
          .readonly(),
        incidents: z.array(z.strictObject({ id: z.string(), title: z.string() })).readonly(),
        figures: z.array(claimedFigureSchema).readonly(),
        ...pageFields,
      }),
      'A place',
    ),
    ...FAULTS,
  },
});

const placed = answer(z.strictObject({ id: z.string() }), 'The place');

export const recordPlace = createRoute({
  method: 'post',
  path: '/api/places',
  summary: 'Say what words of sources mean: a new place, or one as it is from now on',
  request: {
    body: given(
      z.strictObject({
        id: z.string().nullable().describe('Of the one that is changed; null: a new one'),
        kind: z.enum(PLACE_KINDS),
        name: z.string().min(1).max(200),
        country: z.string().length(2).nullable(),
        latitude: z.number().min(-90).max(90).nullable(),
        longitude: z.number().min(-180).max(180).nullable(),
        precision: codedSchema.nullable(),
        siteType: codedSchema.nullable(),
        partOf: z.string().nullable(),
        runBy: z.array(z.strictObject({ actor: z.string(), claim: z.string() })).max(20),
        wordings: z.array(z.string().max(400)).min(1).max(100),
        reason: reasonSchema,
      }),
    ),
  },
  responses: { 200: placed, ...FAULTS },
});

export const withdrawPlace = createRoute({
  method: 'post',
  path: '/api/places/withdrawals',
  summary: 'Take a recorded place back; the log keeps it',
  request: { body: given(z.strictObject({ id: z.string(), reason: reasonSchema })) },
  responses: { 200: placed, ...FAULTS },
});
