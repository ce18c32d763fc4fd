/**
 * One process that runs command lines, one after the other, through the same door as `onrecord` does: starting a process and
 * loading the program costs more than most lines. Started by `line-runner.ts`; what a line writes goes back to it.
 */
import { Readable } from 'node:stream';
import { main } from '../../../src/cli/main.ts';

interface Line {
  readonly args: readonly string[];
  readonly input: string;
  readonly env: Readonly<Record<string, string>>;
}

const own = { ...process.env };

process.on('message', async ({ args, input, env }: Line) => {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, own, env);
  const said = { out: '', err: '' };
  const before = { out: process.stdout.write, err: process.stderr.write, stdin: process.stdin };
  const writesTo = (stream: 'out' | 'err'): typeof process.stdout.write =>
    ((part: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
      said[stream] += typeof part === 'string' ? part : Buffer.from(part).toString('utf8');
      const done = rest.find((one) => typeof one === 'function');
      if (typeof done === 'function') done();
      return true;
    }) as typeof process.stdout.write;
  process.stdout.write = writesTo('out');
  process.stderr.write = writesTo('err');
  Object.defineProperty(process, 'stdin', { value: Readable.from([Buffer.from(input)]), configurable: true });
  try {
    await main(args);
  } catch (error) {
    // As an uncaught error would: the test looks through its words.
    said.err += String(error instanceof Error ? error.stack : error);
    process.exitCode = 1;
  } finally {
    process.stdout.write = before.out;
    process.stderr.write = before.err;
    process.stdout.removeAllListeners('error');
  }
  const code = Number(process.exitCode ?? 0);
  process.exitCode = 0;
  process.send?.({ code, ...said });
});
