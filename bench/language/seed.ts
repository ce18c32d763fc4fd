/** The one real report of the data folder (bench/seed.ts) as a part: expected claims found, wrong proposals. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Part } from './part.ts';

export const SEED: Part = {
  name: 'seed',
  about: 'one real report of 2017 against the 16 claims that a careful reader takes from it',
  async run(context) {
    const printed = execFileSync(process.execPath, [join(import.meta.dirname, '../seed.ts')], {
      encoding: 'utf8',
    }).trim();
    for (const line of printed.split('\n').slice(0, -1)) context.say(line);
    const last = printed.split('\n').at(-1) ?? '';
    if (!last.startsWith('{')) {
      context.say(last);
      return { skipped: true };
    }
    return JSON.parse(last) as { found: number; expected: number; wrong: number };
  },
};
