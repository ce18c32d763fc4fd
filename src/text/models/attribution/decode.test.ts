import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestLabels, fillMissing, labelProbabilities, runsOf } from './decode.ts';
import { LABELS } from './network.ts';

const score = fc.float({ min: -4, max: 4, noNaN: true });
const chain = fc.record({
  scores: fc
    .integer({ min: 1, max: 4 })
    .chain((steps) => fc.array(score, { minLength: steps * LABELS, maxLength: steps * LABELS })),
  transitions: fc.array(score, { minLength: LABELS * LABELS, maxLength: LABELS * LABELS }),
  start: fc.array(score, { minLength: LABELS, maxLength: LABELS }),
});

/** All sequences with their scores, by trying every one. */
function everySequence(
  scores: Float32Array,
  transitions: Float32Array,
  start: Float32Array,
): [number[], number][] {
  const steps = scores.length / LABELS;
  const all: [number[], number][] = [];
  for (let code = 0; code < LABELS ** steps; code += 1) {
    const labels = Array.from({ length: steps }, (_, t) => Math.floor(code / LABELS ** t) % LABELS);
    let sum = start[labels[0] ?? 0] ?? 0;
    for (const [t, k] of labels.entries()) {
      sum += scores[t * LABELS + k] ?? 0;
      if (t > 0) sum += transitions[(labels[t - 1] ?? 0) * LABELS + k] ?? 0;
    }
    all.push([labels, sum]);
  }
  return all;
}

describe('decoding', () => {
  it('finds the best path and the marginal probabilities that trying every path finds', () => {
    fc.assert(
      fc.property(chain, (drawn) => {
        const [scores, transitions, start] = [
          Float32Array.from(drawn.scores),
          Float32Array.from(drawn.transitions),
          Float32Array.from(drawn.start),
        ];
        const all = everySequence(scores, transitions, start);
        const best = Math.max(...all.map(([, sum]) => sum));
        const found = [...bestLabels(scores, { transitions, start })];
        const mine = all.find(([labels]) => labels.every((k, t) => k === found[t]));
        expect(mine?.[1]).toBeCloseTo(best, 4);
        const weight = all.reduce((sum, [, s]) => sum + Math.exp(s - best), 0);
        const probabilities = labelProbabilities(scores, { transitions, start });
        for (const [i, p] of probabilities.entries()) {
          const [t, k] = [Math.floor(i / LABELS), i % LABELS];
          const share = all.reduce((sum, [labels, s]) => sum + (labels[t] === k ? Math.exp(s - best) : 0), 0);
          expect(p).toBeCloseTo(share / weight, 4);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('reads runs, and takes the likeliest place where a role is missing', () => {
    expect(runsOf(Uint8Array.of(0, 1, 2, 1, 0, 3, 4), 1)).toEqual([
      { from: 1, to: 3 },
      { from: 3, to: 4 },
    ]);
    const labels = Uint8Array.of(0, 0, 3);
    const probabilities = Float64Array.of(0.5, 0.4, 0.1, 0, 0, 0.2, 0.1, 0.7, 0, 0, 0, 0, 0, 1, 0);
    fillMissing({ labels, probabilities, begins: 1, least: 0.1 });
    expect([...labels]).toEqual([1, 2, 3]);
    const unsure = Uint8Array.of(0, 0, 3);
    fillMissing({ labels: unsure, probabilities, begins: 1, least: 0.45 });
    expect([...unsure]).toEqual([0, 0, 3]);
  });
});
