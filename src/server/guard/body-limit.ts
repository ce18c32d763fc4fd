/** How much one request may bring. */

import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { limitWords, MIB } from '../../desk/size-words.ts';
import { plainFault } from '../fault-answer.ts';

/** Bytes of one request. */
const MOST_BODY = MIB;

/**
 * Refuses more, before anything is read of it.
 *
 * @example
 * app.use('/api/*', requestLimit());
 */
export function requestLimit(): MiddlewareHandler {
  return bodyLimit({
    maxSize: MOST_BODY,
    onError: (c) =>
      c.json(
        plainFault(
          'too-large',
          `Too much at once: one request takes ${limitWords(MOST_BODY)} at most. Nothing was changed.`,
        ),
        413,
      ),
  });
}
