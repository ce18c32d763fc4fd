/** A process that stores one thing after another and says `stored NUMBER` for each, for the tests that kill it. */
import { type ChildProcess, spawn } from 'node:child_process';

export interface LoopProcess {
  readonly child: ChildProcess;
  /** Whole lines that it has said so far. */
  readonly lines: readonly string[];
  readonly ended: Promise<void>;
}

/**
 * Starts it.
 *
 * @param script the program and its arguments
 * @example
 * const loop = startLoop([LOOP, dir, '1', '60', key]);
 */
export function startLoop(script: readonly string[]): LoopProcess {
  const child = spawn(process.execPath, [...script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  let rest = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    const parts = `${rest}${chunk.toString()}`.split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return { child, lines, ended };
}

/**
 * Resolves when it has said its first line, or has ended.
 *
 * @example
 * await Promise.all(loops.map(firstLine));
 */
export async function firstLine(loop: LoopProcess): Promise<void> {
  while (loop.lines.length === 0 && loop.child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 2));
}

/**
 * Kills it at a random moment after its first line, at most 120 ms later.
 *
 * @returns the numbers that it has acknowledged
 * @example
 * acknowledged.push(...(await killSoon(loop)));
 */
export async function killSoon(loop: LoopProcess): Promise<readonly number[]> {
  await firstLine(loop);
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 120));
  loop.child.kill('SIGKILL');
  await loop.ended;
  return numbersOf(loop.lines);
}

/**
 * The numbers that were said to be stored; anything else that was said is `NaN`.
 *
 * @example
 * numbersOf(['stored 7']); // [7]
 */
export function numbersOf(lines: readonly string[]): readonly number[] {
  return lines.map((line) => Number(/^stored (\d+)$/.exec(line)?.[1] ?? Number.NaN));
}
