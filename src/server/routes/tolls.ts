/** Answers about tolls, totals and estimates. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { propositionsOfIncident } from '../../desk/incidents/held-incidents.ts';
import { listEstimates } from '../../desk/list-estimates.ts';
import type { TollQuery } from '../../desk/reckon-counts.ts';
import { reckonTolls } from '../../desk/reckon-tolls.ts';
import { tollPage } from '../../desk/toll-page.ts';
import { type TotalList, totalTolls } from '../../desk/total-tolls.ts';
import { tollBounds } from '../../dossier/toll-bounds.ts';
import * as contract from '../api/toll-routes.ts';
import type { DeskState } from '../desk-state.ts';
import { nextOf, pageOf, startOf } from '../page-of.ts';
import { asked, isTrue } from './asked.ts';

/** What a scope is asked for with, as an address says it. */
interface ScopeAsked extends Partial<Pick<TollQuery, 'measure' | 'preset' | 'proposition'>> {
  readonly includeProposed: Parameters<typeof isTrue>[0];
  readonly asOf?: string | undefined;
  readonly place?: string | undefined;
  readonly by?: string | undefined;
  readonly group?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly incident?: string | undefined;
}

/** Adds the routes of toll-routes.ts. */
export function addTollRoutes(app: OpenAPIHono, { room, remember }: DeskState): void {
  const { desk } = room;
  const queryOf = async (
    query: { [K in keyof ScopeAsked]: ScopeAsked[K] | undefined },
  ): Promise<TollQuery & Required<Pick<TollQuery, 'scope'>>> => {
    const { measure, preset, proposition, place, by, group, from, until } = query;
    const filled = (words: string | undefined): string | null => words?.trim() || null;
    return {
      ...asked({ measure, preset, proposition }),
      ...(query.incident === undefined ? {} : { among: await propositionsOfIncident(desk, query.incident) }),
      includeProposed: isTrue(query.includeProposed ?? 'false'),
      asOf: query.asOf ?? null,
      scope: {
        place: filled(place),
        by: filled(by),
        group: filled(group),
        from: from ?? null,
        until: until ?? null,
      },
      ...(filled(place) === null ? {} : { relate: await room.relatePlaces() }),
    };
  };
  app.openapi(contract.listTolls, async (c) => {
    const query = c.req.valid('query');
    const { limit, offset, cursor, ...conditions } = query;
    const asking = { limit, offset, cursor };
    const start = startOf(asking);
    const asks = await queryOf(conditions);
    const list = await remember(`tolls ${JSON.stringify([conditions, start + limit])}`, () =>
      reckonTolls(desk, { ...asks, limit: start + limit, figuresAlone: true }),
    );
    const tolls = list.tolls.slice(start).map(({ proposition, toll, net, read }) => ({
      proposition,
      toll,
      openFrom: openFromOf(toll),
      net,
      read,
    }));
    const { fitting, waiting, outside, preset } = list;
    const includeProposed = isTrue(query.includeProposed);
    const next = nextOf(asking, fitting);
    return c.json(
      { tolls, fitting, next, waiting, includeProposed, scope: asks.scope, outside, preset },
      200,
    );
  });
  app.openapi(contract.readToll, async (c) => {
    const { id } = c.req.valid('param');
    const { axis, asOf = null, preset, includeProposed } = c.req.valid('query');
    const page = await remember(`toll ${id} ${JSON.stringify(c.req.valid('query'))}`, () =>
      tollPage(desk, {
        proposition: id,
        axis,
        asOf,
        includeProposed: isTrue(includeProposed),
        ...asked({ preset }),
      }),
    );
    return c.json({ ...page, openFrom: openFromOf(page.toll) }, 200);
  });
  app.openapi(contract.readTotals, async (c) => {
    const query = c.req.valid('query');
    const list = await remember(`totals ${JSON.stringify(query)}`, async () =>
      totalTolls(desk, {
        ...(await queryOf(query)),
        relate: await room.relatePlaces(),
        axis: query.axis,
      }),
    );
    const { outside, waiting, preset } = list;
    const includeProposed = isTrue(query.includeProposed);
    return c.json({ totals: totalsTold(list), outside, waiting, includeProposed, preset }, 200);
  });
  app.openapi(contract.listEstimates, async (c) => {
    const all = await remember('estimates', () => listEstimates(desk));
    const { rows, ...page } = pageOf(all, c.req.valid('query'));
    return c.json({ estimates: rows, ...page }, 200);
  });
}

function openFromOf(toll: Parameters<typeof tollBounds>[0]): number | null {
  return tollBounds(toll).openFrom ?? null;
}

function totalsTold({ totals, propositions }: TotalList) {
  return totals.map(({ total, simulated, steps, net }) => {
    const { measure, rule, low, best, high, openFrom, sums, exactLow, leftOut } = total;
    const large = new Set(total.large);
    const parts = total.parts.map(({ proposition, bounds, inLow, surelyInside, share }) => ({
      proposition,
      text: propositions.get(proposition)?.text ?? '',
      bounds,
      inLow,
      surelyInside,
      share,
      large: large.has(proposition),
    }));
    const told = { measure, rule, low, best, high, openFrom, sums, exactLow, leftOut };
    return { ...told, parts, mayOverlap: total.mayOverlap.length, simulated, steps, net };
  });
}
