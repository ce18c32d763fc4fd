/** `onrecord estimate`: how many people no list holds, by every method, or why that cannot be told. */
import type { EstimateTools, OpenDesk } from '../compose.ts';
import { OnRecordError } from '../desk/desk.ts';
import type { EstimateRecord } from '../desk/estimate-record.ts';
import type { EstimateInput, EstimateTask } from '../desk/run-estimate.ts';
import { type Call, type CommandFile, usageError } from './command.ts';
import { estimateLines } from './estimate-lines.ts';
import { estimateOptions } from './estimate-options.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { BY, byOf, wordsOf } from './figure-options.ts';
import { FREE, peopleOptions, RECALL, WITHOUT } from './people-options.ts';
import { openProgress } from './progress.ts';
import { listenForStop } from './stop-signal.ts';
import { utf8Text } from './utf8-file.ts';
import { para } from './words.ts';

export const estimate: CommandFile = {
  name: 'estimate',
  summary: 'how many people no list holds, or why that cannot be told',
  description:
    'Estimates from the overlap of three or more lists how many people were recorded by none: averaging over decomposable graphs, log-linear models, latent classes and a lower bound, all printed with how far they lie apart. Where the data do not allow a figure, the method says why and prints none. TABLE.csv has a column of 0 and 1 for each list, a column "count" (else one row is one person), and a column "draw" where it holds posterior linkages to be averaged over; --from-lists takes the lists of the vault instead, linked as `people link` does, and averages over linkages drawn. An estimate is never added to a toll.',
  args: [['[table]', 'the table of capture histories, CSV']],
  options: [
    ['--from-lists', 'link the lists of the vault and average over linkages drawn'],
    ['--draws <number>', 'linkages to average over, with --from-lists (50)'],
    FREE,
    WITHOUT,
    RECALL,
    ['--again <file>', 'run this estimate record again and compare every digit'],
    ['--seed <number>', 'seed of the sampler, 0 or more (1)'],
    ['--delta <weight>', 'prior weight of a cell in persons (2 to the power of minus the number of lists)'],
    ['--complete', 'let the averaging count the complete graph, which no data identify'],
    ['--order <number>', 'lists in the largest interaction of a log-linear model'],
    ['--chains <number>', 'chains of the latent-class sampler, 8 or more (8)'],
    ['--steps <number>', 'steps of each chain after its warm-up (20000)'],
    ['--threads <number>', 'threads to run on (one for each core); changes no digit'],
    ['--out <file>', 'write the estimate record to this new file'],
    ['--record <about>', 'put it on record in the vault: what was counted, where and when'],
    BY,
  ],
  examples: [
    ['onrecord estimate lists.csv --seed 20210401 --out estimate.json', 'estimates and keeps the record'],
    ['onrecord estimate --from-lists --seed 20210401', 'estimates from the lists of the vault'],
    ['onrecord estimate --again estimate.json', 'shows that the same digits come out'],
  ],
  usesVault: true,
  async run(call) {
    const { args, options } = call;
    const again = wordsOf(options, 'again');
    const [path] = args;
    const fromLists = options.fromLists === true;
    if ([path !== undefined, again !== null, fromLists].filter(Boolean).length !== 1)
      throw usageError('Give a table, --from-lists or --again FILE: one of them', 'estimate');
    const threads = wordsOf(options, 'threads');
    if (threads !== null && !/^[1-9]\d{0,2}$/u.test(threads))
      throw usageError('--threads must be a whole number, 1 or more', 'estimate');
    const { estimateTools } = await import('../compose.ts');
    const tools = await estimateTools(threads === null ? null : Number(threads));
    if (again !== null) return estimateAgain(call, tools, again);
    return fromLists ? estimateLists(call, tools) : estimateTable(call, tools, path ?? '');
  },
};

async function estimateTable(call: Call, tools: EstimateTools, path: string): Promise<ExitCode> {
  const options = estimateOptions(call.options);
  const { readCaptureHistories } = await import('../exchange/capture-histories.ts');
  const { tables } = readCaptureHistories(utf8Text(await tools.files.read(path), path), path);
  // Before the work: a vault that cannot be written is told at once.
  const desk = wordsOf(call.options, 'record') === null ? null : await call.open('write');
  return estimateNew(call, tools, { tables, options, desk });
}

/** One table for each linkage drawn. */
async function estimateLists(call: Call, tools: EstimateTools): Promise<ExitCode> {
  const options = estimateOptions(call.options);
  const draws = Number(wordsOf(call.options, 'draws') ?? 50);
  if (!DRAWS.includes(draws)) throw usageError(`--draws must be one of ${DRAWS.join(', ')}`, 'estimate');
  const linking = { ...peopleOptions(call.options, 'estimate'), kept: draws };
  const [{ peopleEngine }, { historiesOfPeople, linkPeople }] = await Promise.all([
    import('../compose.ts'),
    import('../desk/people/link-people.ts'),
  ]);
  const desk = await call.open(wordsOf(call.options, 'record') === null ? 'read' : 'write');
  const tables = historiesOfPeople(await linkPeople(desk, peopleEngine(null), linking));
  return estimateNew(call, tools, { tables, options, desk });
}

/** Divisors of the draws of a linkage. */
const DRAWS: readonly number[] = [20, 25, 40, 50, 100, 200, 250, 500];

async function estimateNew(
  call: Call,
  tools: EstimateTools,
  { tables, options, desk }: EstimateInput & { readonly desk: OpenDesk | null },
): Promise<ExitCode> {
  const about = wordsOf(call.options, 'record');
  const record = await run(call, tools, { tables, options });
  if (record === null) return EXIT.someFailed;
  const out = wordsOf(call.options, 'out');
  if (out !== null) {
    const staged = await tools.files.stage(
      out,
      new TextEncoder().encode(`${JSON.stringify(record, null, 2)}\n`),
    );
    await staged.keep();
  }
  if (desk !== null && about !== null) {
    const { recordEstimate } = await import('../desk/record-estimate.ts');
    await recordEstimate(desk, record, { by: byOf(call.options), about });
  }
  if (call.terminal.json) call.terminal.outJson(record);
  else call.terminal.out(...estimateLines(record, call.terminal.paper));
  return EXIT.ok;
}

async function estimateAgain(call: Call, tools: EstimateTools, path: string): Promise<ExitCode> {
  const [{ readEstimateRecord }, { differences }] = await Promise.all([
    import('../desk/estimate-record.ts'),
    import('../desk/run-estimate.ts'),
  ]);
  const { record: before, tables } = readEstimateRecord(
    jsonOf(utf8Text(await tools.files.read(path), path), path),
    path,
  );
  const after = await run(call, tools, { tables, options: before.options });
  if (after === null) return EXIT.someFailed;
  // Through JSON, as it was written.
  const differing = differences(before.results, JSON.parse(JSON.stringify(after.results)));
  const { terminal } = call;
  if (terminal.json) {
    terminal.outJson({ same: differing.length === 0, differences: differing, record: after });
  } else {
    terminal.out(...estimateLines(after, terminal.paper), '', ...againLines(before, after, differing, call));
  }
  return differing.length === 0 ? EXIT.ok : EXIT.differs;
}

/** Places that are told where digits differ. */
const MOST_TOLD = 12;

function againLines(
  before: EstimateRecord,
  after: EstimateRecord,
  differing: readonly string[],
  { terminal: { paper } }: Call,
): string[] {
  if (differing.length === 0) return para('Every digit is that of the record.', paper);
  const runtimes =
    before.runtime === after.runtime && before.program === after.program
      ? ''
      : ` It was made by ${before.program} on ${before.runtime}; this is ${after.program} on ${after.runtime}.`;
  const places = differing.slice(0, MOST_TOLD).join(', ');
  const more = differing.length > MOST_TOLD ? ` and ${differing.length - MOST_TOLD} more` : '';
  return para(`${differing.length} values differ from the record: ${places}${more}.${runtimes}`, paper);
}

/** Runs it with progress; null: stopped by Ctrl-C, and nothing was written. */
async function run(
  { terminal }: Call,
  tools: EstimateTools,
  what: EstimateInput,
): Promise<EstimateRecord | null> {
  const [{ runEstimate, TASK_WORDS }, { programVersion }] = await Promise.all([
    import('../desk/run-estimate.ts'),
    import('../compose.ts'),
  ]);
  const progress = openProgress(terminal, () => performance.now());
  const stop = listenForStop(() => progress.keep('Stopping: nothing is written.'));
  const onProgress = (done: number, total: number, { part }: EstimateTask): void =>
    progress.tell(`${done} of ${total} parts done — ${TASK_WORDS[part.kind]}`);
  try {
    return await runEstimate(what, {
      threads: tools.threads,
      program: `onrecord ${await programVersion()}`,
      runtime: tools.runtime,
      signal: stop.signal,
      onProgress,
    });
  } catch (error) {
    if (stop.signal.aborted) return null;
    throw error;
  } finally {
    progress.end();
    stop.release();
    await tools.threads.close();
  }
}

function jsonOf(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new OnRecordError('invalid-record', `${path} is no JSON: give the file that --out wrote.`, {
      subject: path,
      cause,
    });
  }
}
