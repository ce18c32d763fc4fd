/** Answers about the session. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { reviewerName } from '../../desk/reviewer.ts';
import * as contract from '../api/session-routes.ts';
import type { DeskState } from '../desk-state.ts';

/** Adds the routes of session-routes.ts. */
export function addSessionRoutes(app: OpenAPIHono, state: DeskState): void {
  const { room } = state;
  const told = () => ({
    by: state.by,
    canWrite: !room.readOnly,
    team: state.team === true,
    encrypted: room.encrypted,
    vault: room.vaultName,
    version: room.version,
  });
  app.openapi(contract.readSession, (c) => c.json(told(), 200));
  app.openapi(contract.nameReviewer, (c) => {
    state.by = reviewerName(c.req.valid('json').by);
    return c.json(told(), 200);
  });
}
