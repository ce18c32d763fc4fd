/** Plain text as it stands (`text-1`): decoded and normalised, no line joined, no title guessed. */

import { NOTHING_STATED } from '../../desk/ports/document-reader.ts';
import { decodeBytes } from '../decode-bytes.ts';
import type { Limits } from '../limits.ts';
import { type Reading, type TextHints, withText } from '../reading.ts';

/**
 * Reads a plain text file.
 *
 * @example
 * readPlain(new TextEncoder().encode('One'), { charset: null, now: new Date() }, DEFAULT_LIMITS).text?.content // 'One'
 */
export function readPlain(bytes: Uint8Array, hints: TextHints, limits: Limits): Reading {
  const { text, notes } = decodeBytes(bytes, hints.charset, null);
  const base = { mediaType: 'text/plain', normaliser: 'text-1', stated: NOTHING_STATED };
  return withText({ ...base, raw: text, notes, textUnits: limits.textUnits });
}
