/** The process of `kept-program.ts`: a line of JSON in at descriptor 3, one out at descriptor 4, until nobody asks any more. */
import { writeSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import './slow-machine.ts';
import type { Line } from './run-line.ts';

enableCompileCache();
const { runLine } = await import('./run-line.ts');

for await (const asked of createInterface({ input: new Socket({ fd: 3, writable: false }) })) {
  const { cwd, ...line } = JSON.parse(asked) as Line & { readonly cwd: string };
  process.chdir(cwd);
  writeSync(4, `${JSON.stringify(await runLine(line))}\n`);
}
process.exit();
