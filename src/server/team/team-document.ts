/** The document of the API of a team's server (OpenAPI 3.1): the desk's routes and the team's own, from their contracts. */
import { OpenAPIHono } from '@hono/zod-openapi';
import { ROUTES } from '../api/every-route.ts';
import { TEAM_ROUTES } from './api/every-team-route.ts';

/**
 * Writes it.
 *
 * @param version of the program
 * @example
 * Object.keys(teamDocument('0.1.0').paths ?? {}).length;
 */
export function teamDocument(version: string) {
  const { openAPIRegistry, getOpenAPI31Document } = new OpenAPIHono();
  for (const route of [...Object.values(ROUTES), ...Object.values(TEAM_ROUTES)])
    openAPIRegistry.registerPath(route);
  return getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'onrecord desk of a team', version } });
}
