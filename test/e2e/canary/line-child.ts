/** One process that runs command lines, one after the other. Started by `line-runner.ts`; what a line writes goes back to it. */
import '../kept/slow-machine.ts';
import { type Line, runLine } from '../kept/run-line.ts';

const own = { ...process.env };

process.on('message', async ({ env, ...line }: Line) => {
  process.send?.(await runLine({ ...line, env: { ...own, ...env } }));
});
