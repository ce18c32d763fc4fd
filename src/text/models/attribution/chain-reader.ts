/** From the reader of chains' scores to tellings: where their cues stand, who speaks through whom, and the words. */
import type { Range } from '../../sentences.ts';
import { type ChainView, chainCueFeatures, chainFeatures } from './chain-features.ts';
import { CHAIN_LABELS } from './chain-network.ts';
import { bestLabels, labelProbabilities, runsOf } from './decode.ts';
import type { ChainNetwork } from './network.ts';
import type { TaughtTelling } from './taught-telling.ts';
import type { TokenFeatures } from './token-features.ts';

/** Least probability with which a cue begins, and goes on. */
const BEGINS = 0.5;
const GOES_ON = 0.5;
/** Labels with which the speaker, who hands it on, and who hands that on begin; with which the words do. */
const MOUTHS = [1, 5, 7] as const;
const WORDS = 3;

interface FoundCue extends Range {
  readonly p: number;
}

function cuesIn(p: Float32Array): FoundCue[] {
  const found: FoundCue[] = [];
  const steps = p.length / 3;
  for (let t = 0; t < steps; t += 1) {
    const begins = p[t * 3 + 1] as number;
    if (begins < BEGINS) continue;
    let to = t + 1;
    const on = (i: number): number => p[i * 3 + 2] as number;
    while (to < steps && on(to) >= GOES_ON && on(to) > (p[to * 3 + 1] as number)) to += 1;
    found.push({ from: t, to, p: begins });
    t = to - 1;
  }
  return found;
}

interface Mouth {
  readonly range: Range | null;
  readonly p: number;
}

/** The likeliest run of one kind of mouth, or nobody, with how likely that is. */
function mouthOf(labels: Uint8Array, probabilities: Float64Array, begins: number): Mouth {
  const at = (token: number): number => probabilities[token * CHAIN_LABELS + begins] as number;
  const [best] = runsOf(labels, begins).sort((a, b) => at(b.from) - at(a.from));
  if (best !== undefined) return { range: best, p: at(best.from) };
  let seen = 0;
  for (let t = 0; t < labels.length; t += 1) seen += at(t);
  return { range: null, p: Math.max(0, 1 - seen) };
}

/**
 * Reads in the stretch that the network encoded last what was not heard there.
 *
 * @example
 * readChains(network.chains, view, features).length; // 2 for "Reuters said that witnesses had told it that …"
 */
export function readChains(network: ChainNetwork, view: ChainView, features: TokenFeatures): TaughtTelling[] {
  const { stretch, heard } = view;
  const placed = ({ from, to }: Range): Range => ({ from: from + stretch.from, to: to + stretch.from });
  const unheard = (cue: Range): boolean =>
    !heard.some((one) => one.cue.from < cue.to && cue.from < one.cue.to);
  const cues = cuesIn(network.encode(chainFeatures(features, heard, stretch))).filter(unheard);
  return cues.map((cue): TaughtTelling => {
    const rows = chainCueFeatures(view, cue);
    const scores = network.relate(rows, { first: cue.from, last: cue.to - 1 });
    const labels = bestLabels(scores, network);
    const probabilities = labelProbabilities(scores, network);
    const [inner, ...outer] = MOUTHS.map((begins) => mouthOf(labels, probabilities, begins));
    const carriers = outer.flatMap(({ range }) => (range === null ? [] : [placed(range)])).reverse();
    return {
      cue: placed(cue),
      p: cue.p,
      mouths: [...carriers, inner?.range ? placed(inner.range) : null],
      sure: [inner, ...outer].reduce((product, mouth) => product * (mouth?.p ?? 1), 1),
      content: runsOf(labels, WORDS).map(placed),
    };
  });
}
