/**
 * PolNeAR dev with the scorer of the data folder: attributions of US campaign news as people marked them, all of them and
 * the subset of statements proper. Scores of the model with the rules among its features, and of the rules alone.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outermost } from '../../src/text/attribution.ts';
import { documentAttributions } from '../../src/text/document-attributions.ts';
import type { AttributionModel } from '../../src/text/models/attribution/attribution-model.ts';
import { type Context, type Figures, type Part, rounded } from './part.ts';
import {
  type PolnearDocument,
  readDocuments,
  scoredAttributions,
  shippedModel,
} from './polnear-predictions.ts';
import { quotationKinds } from './quotation-kinds.ts';

const DATA = join(import.meta.dirname, '../../../shared/eval/attribution');

type Score = Readonly<Record<string, { readonly p: number; readonly r: number; readonly f1: number }>>;

/** The rules alone, in the model's clothes. */
const RULES: AttributionModel = {
  version: 0,
  findWithin: () => () => [],
  judge: () => null,
  find: (parsed) =>
    documentAttributions(parsed)
      .map(outermost)
      .filter(({ content }) => content.length > 0)
      .map(({ cue, source, content, confidence }) => ({
        cue: { from: cue.from, to: cue.to },
        source: source === null ? [] : [source],
        content,
        confidence,
      })),
};

function python(...args: string[]): string {
  return execFileSync('python3', args, { encoding: 'utf8' });
}

function scoresOf(
  model: AttributionModel,
  documents: readonly PolnearDocument[],
  folder: string,
): [Score, Score] {
  const at = (name: string): string => join(folder, name);
  const lines = (items: readonly unknown[]): string =>
    `${items.map((item) => JSON.stringify(item)).join('\n')}\n`;
  writeFileSync(at('gold.jsonl'), lines(documents));
  writeFileSync(
    at('found.jsonl'),
    lines(documents.map(({ id, text }) => ({ id, attributions: scoredAttributions(model, text) }))),
  );
  python(join(DATA, 'subset.py'), at('gold.jsonl'), at('gold-said.jsonl'));
  python(join(DATA, 'subset.py'), at('found.jsonl'), at('found-said.jsonl'), at('gold.jsonl'));
  const score = (gold: string, found: string): Score =>
    JSON.parse(python(join(DATA, 'score.py'), at(gold), at(found), '--json')) as Score;
  return [score('gold.jsonl', 'found.jsonl'), score('gold-said.jsonl', 'found-said.jsonl')];
}

const SHOWN = [
  'citron-exact cue',
  'citron-exact source',
  'citron-exact content',
  'citron-exact relation',
  'citron-overlap all',
  'aligned cue',
  'aligned relation',
  'half relation',
  'tokens cue',
  'tokens source',
  'tokens content',
  'tokens all',
];

function table(context: Context, title: string, [all, said]: readonly [Score, Score]): void {
  const cell = (score: Score, name: string): string => {
    const { p = 0, r = 0, f1 = 0 } = score[name] ?? {};
    return [p, r, f1].map((value) => (100 * value).toFixed(1).padStart(5)).join(' ');
  };
  context.say(`${title.padEnd(24)}  all: P     R    F1    statements: P     R    F1`);
  for (const name of SHOWN) context.say(`${name.padEnd(24)}  ${cell(all, name)}         ${cell(said, name)}`);
}

function figuresOf([all, said]: readonly [Score, Score]): Figures {
  const f1 = (score: Score, name: string): number => rounded(score[name]?.f1 ?? 0);
  return {
    relation: f1(all, 'aligned relation'),
    half: f1(all, 'half relation'),
    tokens: f1(all, 'tokens all'),
    statements_relation: f1(said, 'aligned relation'),
    statements_exact: f1(said, 'citron-exact relation'),
    statements_cue_precision: rounded(said['aligned cue']?.p ?? 0),
  };
}

async function run(context: Context): Promise<Figures> {
  const file = join(DATA, 'polnear-dev.jsonl.gz');
  if (!existsSync(file)) {
    context.say('skipped: the data folder is not here');
    return { skipped: true };
  }
  const documents = readDocuments<PolnearDocument>(file);
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-polnear-'));
  try {
    context.say(`${documents.length} articles that only two numbers of the model were chosen on`);
    const rules = scoresOf(RULES, documents, folder);
    table(context, 'rules alone', rules);
    const model = scoresOf(shippedModel(), documents, folder);
    table(context, 'model', model);
    for (const line of quotationKinds(documents, shippedModel())) context.say(line);
    return { ...figuresOf(model), rules_relation: figuresOf(rules).relation };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const POLNEAR: Part = {
  name: 'polnear',
  about: 'attributions of 84 news articles (PolNeAR dev) against people, with the scorer of the data folder',
  run,
};
