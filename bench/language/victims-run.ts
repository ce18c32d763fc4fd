/**
 * Writes the victim facts of any file of texts in the scorer's format.
 *
 *   node bench/language/victims-run.ts IN.jsonl OUT.jsonl
 *
 * IN: one JSON object a line with `id` and `text`. OUT: `{id, facts: [{kind, low, high}]}`, kind killed, injured or
 * abducted; low and high as in `victims-prediction.ts`. What else the lines of IN hold is not looked at.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { factsOf } from '../../src/text/victims/victims-of.ts';
import { predictionOf } from './victims-prediction.ts';

const [from, to] = process.argv.slice(2);
if (from === undefined || to === undefined) throw new Error('give two files: IN.jsonl OUT.jsonl');
const lines = readFileSync(from, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '');
const written = lines.map((line) => {
  const { id, text } = JSON.parse(line) as { id: string; text: string };
  return JSON.stringify({ id, facts: predictionOf(factsOf(text)) });
});
writeFileSync(to, `${written.join('\n')}\n`);
console.log(`${written.length} texts read, facts in ${to}`);
