/** Tells of every answer: by the pattern of its route, so that no id and no word of a question is told. */
import type { MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Answered } from './metrics.ts';

/**
 * Stands before everything else.
 *
 * @param patternOf the pattern where routes of another app answer, which this one does not know; null: it knows none either
 * @example
 * app.use('*', telling((answer) => console.log(answer.route, answer.status)));
 */
export function telling(
  tell: (answer: Answered) => void,
  patternOf: (method: string, path: string) => string | null = () => null,
): MiddlewareHandler {
  return async (c, next) => {
    const began = performance.now();
    await next();
    const own = matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path;
    const route = own ?? patternOf(c.req.method, c.req.path) ?? 'page';
    tell({ method: c.req.method, route, status: c.res.status, took: performance.now() - began });
  };
}
