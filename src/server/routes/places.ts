/** Answers about places, and what a person puts on record of them. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { claimedFigures } from '../../desk/places/claimed-figures.ts';
import { facetsOf, filterPlaces } from '../../desk/places/filter-places.ts';
import { COUNTRY_ID, listPlaces, type PlaceRow } from '../../desk/places/list-places.ts';
import { mapOfPlaces } from '../../desk/places/map-of-places.ts';
import { onePlace } from '../../desk/places/one-place.ts';
import { viewPlace } from '../../desk/places/place-view.ts';
import { recordPlace, withdrawPlace } from '../../desk/places/record-place.ts';
import { COUNTRY_CODES } from '../../desk/vocabulary.ts';
import * as contract from '../api/place-routes.ts';
import { type DeskState, writerOf } from '../desk-state.ts';
import { nextOf, pageOf, startOf } from '../page-of.ts';
import { asked, isTrue } from './asked.ts';
import { figureAnswer } from './claimed.ts';

/** Pixels of the map beside the list, and on a telephone. */
const FRAMES = { wide: { width: 760, height: 440 }, narrow: { width: 360, height: 400 } } as const;

/** Adds the routes of place-routes.ts. */
export function addPlaceRoutes(app: OpenAPIHono, state: DeskState): void {
  const { room, remember } = state;
  const { desk } = room;
  const rowsOf = (includeProposed: boolean): Promise<readonly PlaceRow[]> =>
    remember(`places ${includeProposed}`, async () =>
      listPlaces(desk, { includeProposed, locate: await room.locateWording() }),
    );
  app.openapi(contract.listPlaces, async (c) => {
    const { limit, offset, cursor, includeProposed, ...filter } = c.req.valid('query');
    const rows = await rowsOf(isTrue(includeProposed));
    const { rows: shown, ...page } = pageOf(filterPlaces(rows, asked(filter)), { limit, offset, cursor });
    return c.json({ places: shown.map(viewPlace), ...page, facets: facetsOf(rows) }, 200);
  });
  app.openapi(contract.listCountries, (c) => c.json({ codes: COUNTRY_CODES }, 200));
  app.openapi(contract.readMap, async (c) => {
    const { includeProposed, frame, ...filter } = c.req.valid('query');
    const question = `map ${JSON.stringify([includeProposed, frame, filter])}`;
    const told = await remember(question, async () => {
      const rows = filterPlaces(await rowsOf(isTrue(includeProposed)), asked(filter));
      const { map, ...counts } = mapOfPlaces(rows, await room.mapShapes(), FRAMES[frame]);
      const proposed = rows.filter(({ placing }) => placing === 'proposed').map(({ key }) => key);
      if (map === null) return { map, ...counts, proposed: [] };
      const { notDrawn, ...drawn } = map;
      return { map: drawn, ...counts, proposed: proposed.filter((key) => !notDrawn.includes(key)) };
    });
    return c.json(told, 200);
  });
  app.openapi(contract.readPlace, async (c) => {
    const { includeProposed, ...asking } = c.req.valid('query');
    const page = { limit: asking.limit, offset: startOf(asking) };
    const counted = isTrue(includeProposed);
    const { key } = c.req.valid('param');
    const one = await onePlace(desk, await rowsOf(counted), key);
    const among = new Set(one.place.propositions);
    const figures = await remember(`place ${JSON.stringify([key, counted, page])}`, () =>
      claimedFigures(desk, { among, includeProposed: counted, ...page }),
    );
    const { recorded } = one.place;
    return c.json(
      {
        place: viewPlace(one.place),
        recorded:
          recorded === null
            ? null
            : {
                by: recorded.by,
                at: recorded.at,
                reason: recorded.reason,
                partOf: recorded.place.partOf,
                names: recorded.place.names.map(({ text }) => text),
              },
        partOf: one.partOf,
        runBy: one.runBy,
        incidents: one.incidents.map(({ incident: { id, title } }) => ({ id, title })),
        figures: figures.figures.map(figureAnswer),
        fitting: figures.fitting,
        next: nextOf(asking, figures.fitting),
      },
      200,
    );
  });
  app.openapi(contract.recordPlace, async (c) => {
    const by = writerOf(state);
    const { id, name, country, partOf, runBy, wordings, reason, ...fields } = c.req.valid('json');
    const place = await recordPlace(desk, {
      id,
      fields: {
        ...fields,
        names: [{ text: name.trim(), lang: null, kind: 'full' }],
        ids: country === null ? {} : { [COUNTRY_ID]: country },
        whereabouts: null,
      },
      partOf,
      runBy,
      wordings,
      by,
      reason,
    });
    return c.json({ id: place }, 200);
  });
  app.openapi(contract.withdrawPlace, async (c) => {
    const by = writerOf(state);
    return c.json({ id: await withdrawPlace(desk, { ...c.req.valid('json'), by }) }, 200);
  });
}
