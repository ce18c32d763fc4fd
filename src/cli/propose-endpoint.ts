/** The second reader of `onrecord propose`: a model behind an endpoint, named on the command line, announced on every run. */
import { type EndpointReading, type OpenDesk, openEndpointReading } from '../compose.ts';
import type { ClaimExplanation } from '../desk/explain-claims.ts';
import { type Options, usageError } from './command.ts';
import { wrap } from './paper.ts';
import { madeIn, readIn } from './propose-lines.ts';
import { type RunResult, runReader } from './propose-run.ts';
import type { Terminal } from './terminal.ts';
import { counted } from './words.ts';

/**
 * Opens the endpoint that the flags name; null when they name none.
 *
 * @throws OnRecordError `bad-usage`, `unreachable`
 * @example
 * const endpoint = await endpointOf(call.options);
 */
export async function endpointOf(options: Options): Promise<EndpointReading | null> {
  const { endpoint, model, letTextsLeave } = options;
  if (typeof endpoint !== 'string') {
    if (model !== undefined || letTextsLeave !== undefined)
      throw usageError('--model and --let-texts-leave mean something with --endpoint alone', 'propose');
    return null;
  }
  if (typeof model !== 'string')
    throw usageError('--endpoint needs --model: the name of the model there', 'propose');
  return openEndpointReading({ address: endpoint, model, mayLeave: letTextsLeave === true });
}

/**
 * Says on standard error where the texts go.
 *
 * @example
 * warnOf(endpoint, terminal);
 */
export function warnOf({ base, leaves }: EndpointReading, terminal: Terminal): void {
  const words = leaves
    ? `The texts leave this machine: they are sent to ${base}. Whoever runs it can read and keep them. Only sources marked public are sent.`
    : `The texts are also given to the program at ${base}. onrecord cannot know what it keeps of them or passes on. Sealed sources are not given to it.`;
  if (terminal.json)
    terminal.err(
      JSON.stringify({ notice: { code: leaves ? 'texts-leave' : 'texts-given', message: words } }),
    );
  else terminal.err(...wrap({ width: terminal.paper.width, colour: false }, `! ${words}`));
}

export interface EndpointRun extends RunResult {
  readonly dropped: ReturnType<EndpointReading['dropped']>;
}

/**
 * Runs the endpoint over what it has not read, beside what is proposed already.
 *
 * @throws OnRecordError `unreachable` when it answers nothing
 * @example
 * const run = await runEndpoint({ desk, terminal, endpoint, told: null });
 */
export async function runEndpoint(run: {
  readonly desk: OpenDesk;
  readonly terminal: Terminal;
  readonly endpoint: EndpointReading;
  readonly told: ((explained: readonly ClaimExplanation[]) => void) | null;
}): Promise<EndpointRun> {
  const { endpoint } = run;
  const handlings = endpoint.leaves ? (['public'] as const) : (['public', 'internal'] as const);
  const reading = { ...endpoint, handlings, beside: true };
  return { ...(await runReader({ ...run, reading })), dropped: endpoint.dropped() };
}

/**
 * What the endpoint's run came to, for a person.
 *
 * @example
 * terminal.out(...endpointLines(run));
 */
export function endpointLines({ events, dropped, extractor }: EndpointRun): string[] {
  const there = events.reduce((sum, { alreadyThere }) => sum + alreadyThere, 0);
  const withheld = events.filter((event) => event.withheld).length;
  const failed = events.filter(({ notRead }) => notRead !== null).length;
  const asides = [
    [there, 'already proposed'],
    [dropped.notInText, 'dropped: the words do not stand in the text'],
    [dropped.malformed, 'dropped: not in the form asked for'],
    [withheld, withheld === 1 ? 'text withheld for its handling' : 'texts withheld for their handling'],
    [failed, failed === 1 ? 'text not read, see above' : 'texts not read, see above'],
  ] as const;
  const told = asides.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return [
    `${extractor}: ${counted(readIn(events).length, 'text')} read, ${counted(madeIn(events), 'claim')} proposed${told.length === 0 ? '' : ` (${told.join('; ')})`}.`,
  ];
}

/**
 * The same for a program.
 *
 * @example
 * terminal.outJson({ endpoint: endpointJson(run) });
 */
export function endpointJson({ events, dropped, extractor }: EndpointRun): object {
  return {
    extractor,
    read: readIn(events).length,
    proposed: madeIn(events),
    alreadyProposed: events.reduce((sum, { alreadyThere }) => sum + alreadyThere, 0),
    dropped,
    withheld: events.filter((event) => event.withheld).map(({ source }) => source),
    failed: failuresOf(events),
  };
}

/** Texts that a reader failed on. */
export function failuresOf(events: RunResult['events']): object[] {
  return events
    .filter(({ notRead }) => notRead !== null)
    .map(({ source, capture, notRead }) => ({ source, capture, reason: notRead }));
}
