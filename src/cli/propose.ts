/** `onrecord propose`: lets the machine mark who says what in every text that it has not read, and says why it did. */
import { loadExtractor, openReaders } from '../compose.ts';
import { type ClaimExplanation, explainClaims } from '../desk/explain-claims.ts';
import { idLetters } from '../desk/find-by-id.ts';
import type { Call, CommandFile } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { explanationLines } from './explain-lines.ts';
import {
  type EndpointRun,
  endpointJson,
  endpointLines,
  endpointOf,
  failuresOf,
  runEndpoint,
  warnOf,
} from './propose-endpoint.ts';
import { isStrange, madeIn, proposeLines, readIn } from './propose-lines.ts';
import { type RunResult, runReader } from './propose-run.ts';
import { threadsOf } from './threads-option.ts';
import { para } from './words.ts';

export const propose: CommandFile = {
  name: 'propose',
  summary: 'let the machine mark who says what',
  description:
    'Reads every stored text that has not been read yet and proposes claims: who says what, through whom, with which words. Nothing counts until a person accepts it. Running it again proposes nothing twice. Texts are read on all cores; one that a reader fails on or that takes too long is told and stays unread. With --explain it says of each claim which rule or which features proposed it, and how sure they are. A model on your own machine may propose beside it, with --endpoint: it is off otherwise, and its words are looked up in the text.',
  args: [],
  options: [
    [
      '--explain [id]',
      'say why each new claim is proposed; with the id of a source, capture or claim: why those were, reading nothing new',
    ],
    ['--threads <n>', 'threads that read, 64 at most; 0 reads without threads (else one for each core)'],
    [
      '--endpoint <address>',
      'a program that speaks the OpenAI chat protocol, such as http://127.0.0.1:8080/v1',
    ],
    ['--model <name>', 'the name of the model at the endpoint'],
    ['--let-texts-leave', 'allow an endpoint on another machine: the texts of public sources are sent there'],
  ],
  examples: [
    ['onrecord propose', 'reads what is new in ./onrecord-vault'],
    ['onrecord propose --explain clm_k3v9q', 'says why that claim was proposed'],
    [
      'onrecord propose --endpoint http://127.0.0.1:8080/v1 --model local-8b',
      'lets a model on this machine propose, too',
    ],
  ],
  usesVault: true,
  async run(call) {
    const { options } = call;
    if (typeof options.explain === 'string') return explainStored(call, options.explain);
    const threads = threadsOf(options, 'propose');
    const endpoint = await endpointOf(options);
    const desk = await call.open('write');
    const page = { paper: call.terminal.paper, letters: idLetters(await desk.store.counts()) };
    const { terminal } = call;
    const tell = (explained: readonly ClaimExplanation[]): void => {
      if (!terminal.json) for (const why of explained) terminal.out(...explanationLines(why, page));
    };
    const told = options.explain === true ? tell : null;
    const readers = await openReaders(threads);
    let main: RunResult;
    try {
      main = await runReader({ desk, terminal, reading: readers, told });
    } finally {
      await readers.close();
    }
    const end = async (second: EndpointRun | null): Promise<ExitCode> => {
      const { claims, sources } = await desk.store.counts();
      return report(call, { main, second, waiting: claims.proposed, empty: sources === 0 });
    };
    if (endpoint === null) return end(null);
    warnOf(endpoint, terminal);
    if (main.stopped) return end(null);
    try {
      return await end(await runEndpoint({ desk, terminal, endpoint, told }));
    } catch (error) {
      // What the main reader did is done, and told, before the error is.
      await end(null);
      throw error;
    }
  },
};

async function explainStored(call: Call, id: string): Promise<ExitCode> {
  const { terminal } = call;
  const desk = await call.open('read');
  const explained = await explainClaims(desk, id, await loadExtractor());
  if (terminal.json) terminal.outJson({ explained });
  else {
    const page = { paper: terminal.paper, letters: idLetters(await desk.store.counts()) };
    for (const why of explained) terminal.out(...explanationLines(why, page));
    if (explained.length === 0) terminal.out('No claims were proposed of it.');
  }
  return EXIT.ok;
}

interface Report {
  readonly main: RunResult;
  readonly second: EndpointRun | null;
  readonly waiting: number;
  readonly empty: boolean;
}

function report(call: Call, { main, second, waiting, empty }: Report): ExitCode {
  const { terminal, options } = call;
  const { events } = main;
  const stopped = main.stopped || second?.stopped === true;
  if (terminal.json) {
    terminal.outJson({
      extractor: main.extractor,
      read: readIn(events).length,
      proposed: madeIn(events),
      unreadable: events.filter(isStrange).map(({ source }) => source),
      failed: failuresOf(events),
      waiting,
      stopped,
      ...(second === null ? {} : { endpoint: endpointJson(second) }),
      ...(options.explain === undefined
        ? {}
        : { explained: [...main.explained, ...(second?.explained ?? [])] }),
    });
  } else {
    const lines = [
      ...(second === null ? [] : endpointLines(second)),
      ...proposeLines({ events, waiting, place: call, empty }),
    ];
    terminal.out(...lines.flatMap((line) => (line.startsWith(' ') ? [line] : para(line, terminal.paper))));
    if (stopped)
      terminal.out('Stopped before the end. Run the same command again: it goes on where it stopped.');
  }
  const failed = [...events, ...(second?.events ?? [])].some(({ notRead }) => notRead !== null);
  return stopped || failed ? EXIT.someFailed : EXIT.ok;
}
