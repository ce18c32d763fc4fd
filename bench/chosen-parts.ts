/** Runs the parts of a bench: each prints its lines and gives figures; the last line is one line of JSON with the figures of all. */
import { loadavg } from 'node:os';

/** A part prints its lines and gives its figures for the JSON of the last line. */
export type BenchPart<Options> = (options: Options) => Promise<Readonly<Record<string, unknown>>>;

/**
 * Runs those named, or all but those that run only when named.
 *
 * @throws Error for a name that no part has, before any part runs
 * @example
 * await runParts(PARTS, { chosen: ['tables'], options: { tables: 1000 } });
 */
export async function runParts<Options>(
  parts: Readonly<Record<string, BenchPart<Options>>>,
  given: {
    readonly chosen: readonly string[];
    readonly options: Options;
    /** Run only when they are named. */
    readonly askedFor?: readonly string[];
  },
): Promise<void> {
  const { chosen, options, askedFor = [] } = given;
  const unknown = chosen.filter((name) => !(name in parts));
  if (unknown.length > 0)
    throw new Error(`no part ${unknown.join(', ')}; there are ${Object.keys(parts).join(', ')}`);
  const load = loadavg().map((each) => each.toFixed(1));
  console.log(`Load of the machine: ${load.join(' ')}`);
  let figures: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(parts)) {
    if (chosen.length > 0 ? !chosen.includes(name) : askedFor.includes(name)) continue;
    console.log(`\n${name}`);
    figures = { ...figures, ...(await part(options)) };
  }
  console.log(JSON.stringify(figures));
}

/**
 * A whole number from the command line.
 *
 * @throws Error naming the option
 * @example
 * wholeOption('runs', '200'); // 200
 */
export function wholeOption(name: string, given: string, least = 1): number {
  const value = Number(given);
  if (!Number.isInteger(value) || value < least)
    throw new Error(`--${name} must be a whole number, ${least} or more`);
  return value;
}
