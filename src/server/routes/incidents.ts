/** Answers about incidents, and what a person puts on record of them. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { incidentNamed } from '../../desk/incidents/held-incidents.ts';
import { kindsOf, viewIncident } from '../../desk/incidents/incident-view.ts';
import {
  chainAround,
  filterIncidents,
  type IncidentRow,
  listIncidents,
} from '../../desk/incidents/list-incidents.ts';
import { recordIncident, withdrawIncident } from '../../desk/incidents/record-incident.ts';
import { claimedFigures } from '../../desk/places/claimed-figures.ts';
import * as contract from '../api/incident-routes.ts';
import { type DeskState, writerOf } from '../desk-state.ts';
import { nextOf, pageOf, startOf } from '../page-of.ts';
import { asked, isTrue } from './asked.ts';
import { figureAnswer } from './claimed.ts';

/** Adds the routes of incident-routes.ts. */
export function addIncidentRoutes(app: OpenAPIHono, state: DeskState): void {
  const { room, remember } = state;
  const { desk } = room;
  const rowsOf = (includeProposed: boolean): Promise<readonly IncidentRow[]> =>
    remember(`incidents ${includeProposed}`, () => listIncidents(desk, { includeProposed }));
  app.openapi(contract.listIncidents, async (c) => {
    const { limit, offset, cursor, includeProposed, ...filter } = c.req.valid('query');
    const rows = await rowsOf(isTrue(includeProposed));
    const { rows: shown, ...page } = pageOf(filterIncidents(rows, asked(filter)), { limit, offset, cursor });
    return c.json({ incidents: shown.map(viewIncident), ...page, kinds: kindsOf(rows) }, 200);
  });
  app.openapi(contract.readIncident, async (c) => {
    const { includeProposed, ...asking } = c.req.valid('query');
    const page = { limit: asking.limit, offset: startOf(asking) };
    const counted = isTrue(includeProposed);
    const rows = await rowsOf(counted);
    const row = incidentNamed(rows, c.req.valid('param').id);
    const { id } = row.incident;
    const { figures, fitting } = await remember(`incident ${JSON.stringify([id, counted, page])}`, () =>
      claimedFigures(desk, { among: new Set(row.propositions), includeProposed: counted, ...page }),
    );
    const { before, after } = chainAround(rows, id);
    return c.json(
      {
        incident: viewIncident(row),
        propositions: row.propositions,
        before: before.map(titled),
        after: after.map(titled),
        history: row.history,
        figures: figures.map(figureAnswer),
        fitting,
        next: nextOf(asking, fitting),
      },
      200,
    );
  });
  app.openapi(contract.recordIncident, async (c) => {
    const by = writerOf(state);
    const { title, kind, when, clarity, ...order } = c.req.valid('json');
    const fields = { title, kind, when, clarity };
    return c.json({ id: await recordIncident(desk, { ...order, fields, by }) }, 200);
  });
  app.openapi(contract.withdrawIncident, async (c) => {
    const by = writerOf(state);
    return c.json({ id: await withdrawIncident(desk, { ...c.req.valid('json'), by }) }, 200);
  });
}

function titled({ id, title }: IncidentRow['incident']): { readonly id: string; readonly title: string } {
  return { id, title };
}
