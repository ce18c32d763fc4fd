/** From scores to spans: the best path of labels (Viterbi), marginal probabilities (forward–backward), and runs of labels. */
import type { Range } from '../../sentences.ts';
import { LABELS, type Network } from './network.ts';

type Chain = Pick<Network, 'transitions' | 'start'>;

/**
 * The best sequence of labels.
 *
 * @param scores row-major, steps x LABELS
 * @example
 * bestLabels(scores, network)[0]; // 0 to 4
 */
export function bestLabels(scores: Float32Array, { transitions, start }: Chain): Uint8Array {
  const steps = scores.length / LABELS;
  const back = new Uint8Array(steps * LABELS);
  let best = new Float64Array(LABELS);
  let next = new Float64Array(LABELS);
  for (let k = 0; k < LABELS; k += 1) best[k] = (start[k] as number) + (scores[k] as number);
  for (let t = 1; t < steps; t += 1) {
    for (let k = 0; k < LABELS; k += 1) {
      let from = 0;
      let most = Number.NEGATIVE_INFINITY;
      for (let j = 0; j < LABELS; j += 1) {
        const score = (best[j] as number) + (transitions[j * LABELS + k] as number);
        if (score > most) {
          most = score;
          from = j;
        }
      }
      back[t * LABELS + k] = from;
      next[k] = most + (scores[t * LABELS + k] as number);
    }
    [best, next] = [next, best];
  }
  const labels = new Uint8Array(steps);
  let at = best.indexOf(Math.max(...best));
  for (let t = steps - 1; t >= 0; t -= 1) {
    labels[t] = at;
    at = back[t * LABELS + at] as number;
  }
  return labels;
}

function logSum(values: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < values.length; k += 1) most = Math.max(most, values[k] as number);
  let sum = 0;
  for (let k = 0; k < values.length; k += 1) sum += Math.exp((values[k] as number) - most);
  return most + Math.log(sum);
}

/**
 * Probability of every label at every token; row-major, steps x LABELS.
 *
 * @example
 * labelProbabilities(scores, network)[0]; // of "nothing" at the first token
 */
export function labelProbabilities(scores: Float32Array, { transitions, start }: Chain): Float64Array {
  const steps = scores.length / LABELS;
  const forward = new Float64Array(scores.length);
  const backward = new Float64Array(scores.length);
  const sum = new Float64Array(LABELS);
  for (let k = 0; k < LABELS; k += 1) forward[k] = (start[k] as number) + (scores[k] as number);
  for (let t = 1; t < steps; t += 1)
    for (let k = 0; k < LABELS; k += 1) {
      for (let j = 0; j < LABELS; j += 1)
        sum[j] = (forward[(t - 1) * LABELS + j] as number) + (transitions[j * LABELS + k] as number);
      forward[t * LABELS + k] = logSum(sum) + (scores[t * LABELS + k] as number);
    }
  for (let t = steps - 2; t >= 0; t -= 1)
    for (let k = 0; k < LABELS; k += 1) {
      for (let j = 0; j < LABELS; j += 1)
        sum[j] =
          (transitions[k * LABELS + j] as number) +
          (scores[(t + 1) * LABELS + j] as number) +
          (backward[(t + 1) * LABELS + j] as number);
      backward[t * LABELS + k] = logSum(sum);
    }
  const all = logSum(forward.slice((steps - 1) * LABELS));
  return forward.map((value, i) => Math.exp(value + (backward[i] as number) - all));
}

/**
 * Stretches that begin with one label and go on with the next higher one.
 *
 * @example
 * runsOf(Uint8Array.of(0, 1, 2, 0), 1); // [{ from: 1, to: 3 }]
 */
export function runsOf(labels: Uint8Array, begins: number): Range[] {
  const runs: Range[] = [];
  for (let i = 0; i < labels.length; i += 1) {
    if (labels[i] !== begins) continue;
    let to = i + 1;
    while (to < labels.length && labels[to] === begins + 1) to += 1;
    runs.push({ from: i, to });
  }
  return runs;
}

/**
 * Where the best path found no token of a role, the likeliest beginning and what follows it; changes `labels`.
 *
 * @param least least probability of the beginning
 * @example
 * fillMissing({ labels, probabilities, begins: 1, least: 0.08 });
 */
export function fillMissing(job: {
  readonly labels: Uint8Array;
  readonly probabilities: Float64Array;
  readonly begins: number;
  readonly least: number;
}): void {
  const { labels, probabilities, begins, least } = job;
  let at = -1;
  let most = least;
  for (let i = 0; i < labels.length; i += 1) {
    const p = probabilities[i * LABELS + begins] as number;
    if (labels[i] === 0 && p > most) {
      most = p;
      at = i;
    }
  }
  if (at < 0) return;
  labels[at] = begins;
  for (let i = at + 1; i < labels.length && labels[i] === 0; i += 1) {
    if ((probabilities[i * LABELS + begins + 1] as number) <= most * 0.5) return;
    labels[i] = begins + 1;
  }
}
