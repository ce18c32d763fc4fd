/** Of the relations that people marked: how many are found, by how much of the content stands in quotation marks. */
import type { AttributionModel } from '../../src/text/models/attribution/attribution-model.ts';
import { type PolnearDocument, scoredAttributions } from './polnear-predictions.ts';

type Spans = readonly (readonly [number, number])[];

interface Marked extends PolnearDocument {
  readonly attributions?: readonly { readonly cue: Spans; readonly source: Spans; readonly content: Spans }[];
}

function quotedShare(text: string, content: Spans): number {
  let [inside, all] = [0, 0];
  for (const [start, end] of content) {
    let open = (text.slice(text.lastIndexOf('\n', start) + 1, start).match(/["“”]/g)?.length ?? 0) % 2 === 1;
    for (let i = start; i < end; i += 1) {
      if (/["“”]/.test(text.charAt(i))) open = !open;
      else if (/[\p{L}\p{N}]/u.test(text.charAt(i))) {
        all += 1;
        if (open) inside += 1;
      }
    }
  }
  return all === 0 ? 0 : inside / all;
}

function touch(a: Spans, b: Spans): boolean {
  return (a.length === 0 && b.length === 0) || a.some(([s, e]) => b.some(([x, y]) => s < y && x < e));
}

/**
 * One line for each kind: direct (nearly all quoted), mixed, indirect.
 *
 * @example
 * quotationKinds(documents, model)[0]; // 'direct      480 of   520 found with speaker and words'
 */
export function quotationKinds(documents: readonly Marked[], model: AttributionModel): string[] {
  const count = { direct: [0, 0], mixed: [0, 0], indirect: [0, 0] } as const satisfies Record<
    string,
    [number, number]
  >;
  for (const { text, attributions = [] } of documents) {
    const found = scoredAttributions(model, text);
    for (const gold of attributions) {
      const share = quotedShare(text, gold.content);
      const tally: [number, number] = count[share > 0.9 ? 'direct' : share > 0 ? 'mixed' : 'indirect'];
      tally[1] += 1;
      const same = found.some(
        (one) =>
          touch(one.cue, gold.cue) && touch(one.source, gold.source) && touch(one.content, gold.content),
      );
      if (same) tally[0] += 1;
    }
  }
  return Object.entries(count).map(
    ([kind, [found, all]]) =>
      `${kind.padEnd(10)} ${String(found).padStart(5)} of ${String(all).padStart(5)} found with speaker and words`,
  );
}
