/**
 * First step of training the judge of figures: writes what its network sees of paragraphs, and what counts what in them.
 *
 *   node training/figures/dump.ts OUT [SILVER.jsonl]
 *
 * Reads the attribution model that ships, paragraphs-N.txt beside this file, and the paragraphs of the bench's gold that
 * may be read (never the held-out half). OUT gets NAME.jsonl (paragraphs) and NAME.f32 (states of the network, a row a
 * token). SILVER.jsonl: texts whose figures the rules label; written as silver.jsonl and silver.f32.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FIGURE_BATCHES, readGold } from '../../bench/language/gold/paragraph.ts';
import { tokensOf } from '../../src/text/acts/reading.ts';
import { documentAttributions } from '../../src/text/document-attributions.ts';
import { itemsIn } from '../../src/text/drafts/items.ts';
import { figureFeatures } from '../../src/text/figures/figure-features.ts';
import { LONGEST_STRETCH } from '../../src/text/models/attribution/layout.ts';
import { tokenFeatures } from '../../src/text/models/attribution/token-features.ts';
import { type ParsedText, parseText } from '../../src/text/parsed-text.ts';
import { network, spelling, vectorBytes, weights } from '../attribution/shipped-network.ts';
import { inMixedCase } from '../victims/mixed-case.ts';
import { type MarkedParagraph, readMarked } from './marked-paragraph.ts';
import { type Asked, askedOfPersons, labelsOf } from './persons-asked.ts';

const [, , out = '.', silver] = process.argv;

/** Code units before each code point, and after the last. */
function unitsOf(text: string): number[] {
  const units = [0];
  for (const point of text) units.push((units.at(-1) ?? 0) + point.length);
  return units;
}

function fromGold(): MarkedParagraph[] {
  return [...FIGURE_BATCHES, 'dev' as const].flatMap((set) =>
    readGold(set).map(({ id, text, relations }): MarkedParagraph => {
      const units = unitsOf(text);
      const marks = relations
        .flatMap(({ quantities }) => quantities)
        .map(({ start, end, measure, measureAlso = [], optional, single }) => ({
          start: units[start] ?? 0,
          end: units[end] ?? 0,
          measures: [measure, ...measureAlso],
          optional: optional === true,
          single,
        }));
      return { id, set, text, marks };
    }),
  );
}

function fromFiles(): MarkedParagraph[] {
  return readdirSync(import.meta.dirname)
    .filter((name) => /^paragraphs-\d+\.txt$/.test(name))
    .sort()
    .flatMap((name) => readMarked(name.slice(0, -4), readFileSync(join(import.meta.dirname, name), 'utf8')));
}

/** Paragraphs of real texts whose figures the rules label, every other one in mixed case where all is capitals. */
function fromRules(path: string): MarkedParagraph[] {
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return lines.flatMap((line) => {
    const { id, text } = JSON.parse(line) as { id: string; text: string };
    return text.split(/\n\s*\n/).map((printed, k): MarkedParagraph => {
      const words = k % 3 === 0 ? printed : inMixedCase(printed);
      const tokens = tokensOf(words);
      const marks = itemsIn(tokens).flatMap(({ quantity, measure, first, next }) => {
        const placed = tokens.quantities.find(
          (one) => one.value.wording === quantity?.wording && one.first >= first && one.next <= next,
        );
        if (placed === undefined || measure === null) return [];
        return [
          { start: placed.start, end: placed.end, measures: [measure], optional: false, single: false },
        ];
      });
      return { id: `${id}:${k}`, set: 'silver', text: words, marks };
    });
  });
}

/** Marks without a candidate, over all that was written: what the reader can never find. */
const unreached = { marks: 0, of: 0 };

function rowOf({ id, set, marks }: MarkedParagraph, parsed: ParsedText, words: readonly number[]) {
  const { rows, figures, persons } = figureFeatures(parsed, { from: 0, to: words.length });
  const counted = figures.map(({ start, end, at }): Asked => {
    const mark = marks.find((one) => one.start < end && start < one.end);
    return {
      at,
      labels: labelsOf(mark?.measures ?? [null]),
      optional: mark?.optional ?? false,
      person: false,
    };
  });
  const told = set === 'silver' ? [] : askedOfPersons(parsed, marks, persons);
  if (set !== 'silver')
    for (const mark of marks.filter(({ optional, measures }) => !optional && measures[0] !== null)) {
      unreached.of += 1;
      if ([...figures, ...persons].some((one) => one.start < mark.end && mark.start < one.end)) continue;
      unreached.marks += 1;
    }
  const tokens = parsed.tokens.slice(0, words.length).map(({ text }) => text);
  return { id, set, words, tokens, rows: [...rows], figures: [...counted, ...told] };
}

function write(name: string, paragraphs: readonly MarkedParagraph[]): void {
  const lines: string[] = [];
  const states: Float32Array[] = [];
  let row = 0;
  for (const paragraph of paragraphs) {
    const parsed = parseText(paragraph.text);
    const to = Math.min(LONGEST_STRETCH, parsed.tokens.length);
    if (to === 0) continue;
    const features = tokenFeatures(parsed, documentAttributions(parsed), spelling);
    const one = rowOf(
      paragraph,
      parsed,
      features.spellings.slice(0, to).map(({ word }) => word),
    );
    if (one.figures.length === 0) continue;
    network.encode({ features, from: 0, to });
    states.push(network.states().slice());
    lines.push(JSON.stringify({ ...one, row }));
    row += to;
  }
  const width = 2 * weights.hidden;
  const all = new Float32Array(row * width);
  let at = 0;
  for (const some of states) {
    all.set(some, at);
    at += some.length;
  }
  writeFileSync(join(out, `${name}.f32`), new Uint8Array(all.buffer));
  writeFileSync(join(out, `${name}.jsonl`), `${lines.join('\n')}\n`);
  console.log(`${name}: ${lines.length} paragraphs with figures, ${row} tokens`);
}

writeFileSync(join(out, 'vectors.f32'), vectorBytes());
write('marked', [...fromFiles(), ...fromGold()]);
console.log(`${unreached.marks} of ${unreached.of} marks have no candidate`);
if (silver !== undefined) write('silver', fromRules(silver));
