/**
 * From scores to spans, whatever the labels are: the best path of labels (Viterbi), marginal probabilities
 * (forward–backward), and runs of labels.
 */
import type { Range } from '../../sentences.ts';
import type { Network } from './network.ts';

type Chain = Pick<Network, 'transitions' | 'start'>;

/**
 * The best sequence of labels.
 *
 * @param scores row-major, steps x as many labels as `start` has
 * @example
 * bestLabels(scores, network)[0]; // 0 to 4
 */
export function bestLabels(scores: Float32Array, { transitions, start }: Chain): Uint8Array {
  const labelCount = start.length;
  const steps = scores.length / labelCount;
  const back = new Uint8Array(steps * labelCount);
  let best = new Float64Array(labelCount);
  let next = new Float64Array(labelCount);
  for (let k = 0; k < labelCount; k += 1) best[k] = (start[k] as number) + (scores[k] as number);
  for (let t = 1; t < steps; t += 1) {
    for (let k = 0; k < labelCount; k += 1) {
      let from = 0;
      let most = Number.NEGATIVE_INFINITY;
      for (let j = 0; j < labelCount; j += 1) {
        const score = (best[j] as number) + (transitions[j * labelCount + k] as number);
        if (score > most) {
          most = score;
          from = j;
        }
      }
      back[t * labelCount + k] = from;
      next[k] = most + (scores[t * labelCount + k] as number);
    }
    [best, next] = [next, best];
  }
  const labels = new Uint8Array(steps);
  let at = best.indexOf(Math.max(...best));
  for (let t = steps - 1; t >= 0; t -= 1) {
    labels[t] = at;
    at = back[t * labelCount + at] as number;
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
 * Probability of every label at every token; row-major, steps x as many labels as `start` has.
 *
 * @example
 * labelProbabilities(scores, network)[0]; // of "nothing" at the first token
 */
export function labelProbabilities(scores: Float32Array, { transitions, start }: Chain): Float64Array {
  const labelCount = start.length;
  const steps = scores.length / labelCount;
  const forward = new Float64Array(scores.length);
  const backward = new Float64Array(scores.length);
  const sum = new Float64Array(labelCount);
  for (let k = 0; k < labelCount; k += 1) forward[k] = (start[k] as number) + (scores[k] as number);
  for (let t = 1; t < steps; t += 1)
    for (let k = 0; k < labelCount; k += 1) {
      for (let j = 0; j < labelCount; j += 1)
        sum[j] = (forward[(t - 1) * labelCount + j] as number) + (transitions[j * labelCount + k] as number);
      forward[t * labelCount + k] = logSum(sum) + (scores[t * labelCount + k] as number);
    }
  for (let t = steps - 2; t >= 0; t -= 1)
    for (let k = 0; k < labelCount; k += 1) {
      for (let j = 0; j < labelCount; j += 1)
        sum[j] =
          (transitions[k * labelCount + j] as number) +
          (scores[(t + 1) * labelCount + j] as number) +
          (backward[(t + 1) * labelCount + j] as number);
      backward[t * labelCount + k] = logSum(sum);
    }
  const all = logSum(forward.slice((steps - 1) * labelCount));
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
  const width = probabilities.length / Math.max(1, labels.length);
  let at = -1;
  let most = least;
  for (let i = 0; i < labels.length; i += 1) {
    const p = probabilities[i * width + begins] as number;
    if (labels[i] === 0 && p > most) {
      most = p;
      at = i;
    }
  }
  if (at < 0) return;
  labels[at] = begins;
  for (let i = at + 1; i < labels.length && labels[i] === 0; i += 1) {
    if ((probabilities[i * width + begins + 1] as number) <= most * 0.5) return;
    labels[i] = begins + 1;
  }
}
