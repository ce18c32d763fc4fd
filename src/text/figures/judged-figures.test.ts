import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAttributionModel } from '../models/attribution/attribution-model.ts';
import { openNetwork } from '../models/attribution/network.ts';
import { openPlainKernel } from '../models/attribution/plain-kernel.ts';
import { openWasmKernel } from '../models/attribution/wasm-kernel.ts';
import { openWeights } from '../models/attribution/weights.ts';
import { parseText } from '../parsed-text.ts';
import { readText } from '../read-text.ts';
import { FIGURE_FEATURES, figureFeatures } from './figure-features.ts';
import { judgedFigures } from './judged-figures.ts';

const BYTES = new Uint8Array(readFileSync(new URL('../../../models/attribution-en-6.bin', import.meta.url)));
const model = openAttributionModel(BYTES);

function figuresIn(text: string): (string | null)[] {
  return readText({ text, publishedAt: null, outlet: null, language: 'en' }, model)
    .claims.filter(({ quantity }) => quantity !== null)
    .map(({ quantity, draft }) => `${quantity?.wording} ${draft.measure}`);
}

describe('figures that the rules pass over', () => {
  it('are judged by what the paragraph tells of them', () => {
    const text =
      'The gunmen came to the mill at dawn. Eleven workers did not come home. Nine were sent back on Friday. The mill has 40 machines.';
    expect(figuresIn(text)).toEqual(['Eleven disappeared', 'Nine released']);
    expect(figuresIn('Villagers showed us twenty-two fresh graves. The youngest was six.')).toEqual([
      'twenty-two killed',
    ]);
  });

  it('are people told of one by one, too, each once', () => {
    expect(
      figuresIn(
        'A teacher was arrested at the airport on Monday. Her brother, a baker, is still in custody. Nobody was killed. She was born in Velt.',
      ),
    ).toEqual(['A teacher detained', 'Her brother detained']);
  });

  it('are no places, no names of sites, nobody who was only asked, and nobody twice', () => {
    const texts = [
      'VELT, Kessar - Gunmen killed at least 37 people in the town of Adra in western Kessar on Monday.',
      'The deaths at Camp Nine, near the city of Orlev, were reported on Friday.',
      'The office has interviewed 23 former detainees and relatives.',
      'The mayor said that at least one detainee, the 26-year-old poet Farid Orsk, had been beaten.',
    ];
    expect(texts.map(figuresIn)).toEqual([['at least 37 killed'], [], [], ['at least one tortured']]);
  });

  it('are no survivors, and a bound is no denial', () => {
    expect(figuresIn('Rescue workers pulled 31 bodies and six survivors from the rubble.')).toEqual([
      '31 killed',
    ]);
    const text = 'No fewer than ten people were killed.';
    const { claims } = readText({ text, publishedAt: null, outlet: null, language: 'en' }, model);
    expect(claims.map(({ quantity, draft }) => [quantity?.low, draft.negated ?? false])).toEqual([
      [10, false],
    ]);
  });

  it('stand in one claim with the act that befell the person, and no body is a person', () => {
    const text = 'She said that he was beaten with cables and given electric shocks for four days.';
    const { claims } = readText({ text, publishedAt: null, outlet: null, language: 'en' }, model);
    expect(claims.map(({ quantity, draft }) => `${quantity?.wording} ${draft.measure}`)).toEqual([
      'he tortured',
    ]);
    expect(figuresIn('One of the dead is a serving member of the Interior Guard, the paper says.')).toEqual([
      'One killed',
    ]);
  });

  it('of a headline are not counted again without whoever says them there', () => {
    const text =
      'Seven dead, paper says\n\nThe Harbour Courier said on Monday that seven people were killed.';
    const { claims } = readText({ text, publishedAt: null, outlet: null, language: 'en' }, model);
    expect(claims.map(({ chain, quantity }) => [chain.length, quantity?.best])).toEqual([[1, 7]]);
  });

  it('stay as they are where nothing is said to have befallen anybody', () => {
    expect(figuresIn('The council has 21 members. Some 300 guests came, and five choirs sang.')).toEqual([]);
  });

  it('are judged alike however the text is asked, and with either kernel', () => {
    const text = 'Soldiers came at dawn. Eleven men did not come home.';
    const parsed = parseText(text);
    const judge = judgedFigures(parsed, model);
    const at = text.indexOf('Eleven');
    const first = judge?.of(at, at + 6);
    expect(first?.measure).toBe('disappeared');
    expect(judgedFigures(parseText(text), model)?.of(at, at + 6)).toEqual(first);
    const weights = openWeights(BYTES);
    const features = {
      spellings: parsed.tokens.map((_, k) => ({ word: 7 + k, suffix: k, prefix: 2 * k, senses: [] })),
      rest: new Uint16Array(parsed.tokens.length * 8),
    };
    const { rows } = figureFeatures(parsed, { from: 0, to: parsed.tokens.length });
    const [lanes, plain] = [
      openNetwork(weights, (floats) => openWasmKernel(floats) ?? openPlainKernel(floats)),
      openNetwork(weights, openPlainKernel),
    ].map((network) => {
      network.encode({ features, from: 0, to: parsed.tokens.length });
      return network.judge(rows);
    });
    expect(plain).toEqual(lanes);
    expect(plain?.some((scores) => scores.some((score) => score !== 0))).toBe(true);
  });
});

describe('the features of a stretch', () => {
  it('mark act words, people and numbers', () => {
    const parsed = parseText('Police shot 14 men.');
    const { rows, figures } = figureFeatures(parsed, { from: 0, to: parsed.tokens.length });
    expect(figures.map(({ start, end, at }) => [start, end, at])).toEqual([[12, 14, 2]]);
    const column = (k: number): number[] =>
      parsed.tokens.map((_, at) => rows[at * FIGURE_FEATURES.length + k] ?? 0);
    expect(column(0)[1]).toBeGreaterThan(0);
    expect(column(1)[3]).toBe(1);
    expect(column(2)).toEqual([0, 0, 5, 0, 0]);
  });

  it('stay within their tables, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('14 dead', ' at least ', '\n\n', ' Ten. ')),
          {
            maxLength: 40,
          },
        ),
        (pieces) => {
          const parsed = parseText(pieces.join(''));
          const { rows, figures } = figureFeatures(parsed, { from: 0, to: parsed.tokens.length });
          for (const [at, value] of rows.entries())
            expect(value).toBeLessThan(FIGURE_FEATURES[at % FIGURE_FEATURES.length]?.[1] ?? 0);
          for (const { at, start, end } of figures) {
            expect(at).toBeLessThan(parsed.tokens.length);
            expect(start).toBeLessThan(end);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
