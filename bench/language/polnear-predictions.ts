/**
 * Attributions of PolNeAR documents as the scorer of the corpus wants them: spans of code points by the corpus's own
 * convention (quotation marks and a leading "that" belong to the content).
 *
 *   node bench/language/polnear-predictions.ts IN.jsonl[.gz] OUT.jsonl
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { documentAttributions } from '../../src/text/document-attributions.ts';
import {
  type AttributionModel,
  openAttributionModel,
} from '../../src/text/models/attribution/attribution-model.ts';
import { parseText } from '../../src/text/parsed-text.ts';
import { codePointsOf } from '../../src/text/positions.ts';
import type { Range } from '../../src/text/sentences.ts';

type Spans = [number, number][];

/** One relation in the scorer's form. */
export interface ScoredAttribution {
  readonly source: Spans;
  readonly cue: Spans;
  readonly content: Spans;
  /** Not read by the scorer: for calibration. */
  readonly p: number;
}

export interface PolnearDocument {
  readonly id: string;
  readonly text: string;
}

/**
 * Documents of a JSON-lines file, packed or not.
 *
 * @example
 * readDocuments('polnear-dev.jsonl.gz').length; // 84
 */
export function readDocuments<T extends PolnearDocument>(path: string): T[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

/**
 * The relations of one text.
 *
 * @example
 * scoredAttributions(model, 'Police said that six died.').length; // 1
 */
export function scoredAttributions(model: AttributionModel, text: string): ScoredAttribution[] {
  const parsed = parseText(text);
  const points = codePointsOf(text);
  const spans = (ranges: readonly Range[]): Spans =>
    ranges.map(({ from, to }) => {
      const { start, end } = points(parsed.tokens[from]?.start ?? 0, parsed.tokens[to - 1]?.end ?? 0);
      return [start, end];
    });
  return model.find(parsed, documentAttributions(parsed)).map(({ cue, source, content, confidence }) => ({
    cue: spans([cue]),
    source: spans(source),
    content: spans(content),
    p: confidence,
  }));
}

/** The model that ships with the program; `path` for another one. */
export function shippedModel(
  path = join(import.meta.dirname, '../../models/attribution-en-6.bin'),
): AttributionModel {
  return openAttributionModel(readFileSync(path));
}

if (import.meta.main) {
  const [from, to, model] = process.argv.slice(2);
  if (from === undefined || to === undefined)
    throw new Error('usage: node bench/language/polnear-predictions.ts IN.jsonl[.gz] OUT.jsonl [MODEL.bin]');
  const open = shippedModel(model);
  const lines = readDocuments(from).map((document) =>
    JSON.stringify({ id: document.id, attributions: scoredAttributions(open, document.text) }),
  );
  writeFileSync(to, `${lines.join('\n')}\n`);
}
