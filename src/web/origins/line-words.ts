/** A line of the drawing in words. */
import type { Answer } from '../api/call.ts';
import { words } from '../words/language.ts';

export type OriginGraph = Answer<'GET /api/propositions/{id}/origins/edges'>;
export type Edge = OriginGraph['edges'][number];

/**
 * Who rests on whom, and whether that is certain.
 *
 * @example
 * lineWords(edge); // 'The Courier cites The Post (doubtful)'
 */
export function lineWords({ fromName, toName, type, certainty }: Edge): string {
  return words('orig.line', {
    from: fromName,
    type: words(`orig.type.${type}`),
    to: toName,
    certainty: words(`orig.${certainty}`),
  });
}
