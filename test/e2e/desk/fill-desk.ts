/** Places and incidents over the example vault, for pictures: invented places, put on islands where nobody lives (Kerguelen). */
import type { Page } from 'playwright-core';

type Sent = (path: string, body: object) => Promise<{ readonly id: string }>;

/**
 * Records them through the desk's own routes; gives the id of an incident.
 *
 * @param page of a desk that knows who decides
 * @example
 * const { incident } = await fillDesk(page);
 */
export async function fillDesk(page: Page): Promise<{ readonly incident: string }> {
  const send: Sent = async (path, body) => {
    const told = (await page.evaluate(
      async ([address, content]) => {
        const headers = { 'content-type': 'application/json', 'x-onrecord': '1' };
        return (await fetch(address, { method: 'POST', headers, body: content })).json();
      },
      [path, JSON.stringify(body)] as const,
    )) as { readonly id: string };
    if (typeof told.id !== 'string') throw new Error(`${path}: ${JSON.stringify(told)}`);
    return told;
  };
  const kessar = await send('/api/places', placeOf('Kessar', 'adm1', ['4', -49.25, 69.5]));
  await send('/api/places', { ...placeOf('Dol', 'settlement', ['2', -49.35, 70.2]), partOf: kessar.id });
  const depot = placeOf('Grain depot', 'site', ['4', null, null]);
  const siteType = { scheme: 'huridocs-5', code: '0206' };
  await send('/api/places', { ...depot, siteType, wordings: ['grain depot'], partOf: kessar.id });
  const { propositions } = (await page.evaluate(async () =>
    (await fetch('/api/propositions?q=in%20kessar&limit=4')).json(),
  )) as { propositions: { id: string }[] };
  const incident = await send('/api/incidents', {
    id: null,
    title: 'Arrests in Kessar',
    kind: 'mass roundup',
    when: { edtf: '2021-03/2021-04', extent: 'within' },
    clarity: 2,
    place: kessar.id,
    chain: [],
    propositions: propositions.map(({ id }) => id),
    reason: 'They speak of the same weeks',
  });
  return { incident: incident.id };
}

function placeOf(
  name: string,
  kind: 'adm1' | 'settlement' | 'site',
  [code, latitude, longitude]: readonly [code: string, latitude: number | null, longitude: number | null],
) {
  return {
    id: null,
    kind,
    name,
    country: null,
    latitude,
    longitude,
    precision: { scheme: 'ucdp-where-prec', code },
    siteType: null,
    partOf: null,
    runBy: [],
    wordings: [name],
    reason: 'Invented place of the examples, on islands where nobody lives',
  };
}
