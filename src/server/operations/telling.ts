/** Tells of every answer: by the pattern of its route, so that no id and no word of a question is told. */
import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Answered } from './metrics.ts';

/**
 * Stands before everything else.
 *
 * @example
 * app.use('*', telling((answer) => console.log(answer.route, answer.status)));
 */
export function telling(tell: (answer: Answered) => void): MiddlewareHandler {
  return async (c, next) => {
    const began = performance.now();
    await next();
    const route = matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? 'page';
    tell({ method: c.req.method, route, status: c.res.status, took: performance.now() - began });
  };
}
