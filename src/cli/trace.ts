/** `onrecord trace`: looks for signs that reports rest on others, and proposes links. */
import type { OpenDesk } from '../compose.ts';
import { idLetters } from '../desk/find-by-id.ts';
import { REUSE_TRACER } from '../desk/trace/links-of-reuse.ts';
import { ANCHORS } from '../desk/trace/trace-anchors.ts';
import { CITATIONS } from '../desk/trace/trace-citations.ts';
import { reuseTracer } from '../desk/trace/trace-reuse.ts';
import { runTracers, type TracedReport, type Tracer, type TraceStep } from '../desk/trace/tracer.ts';
import type { Call, CommandFile } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { openProgress } from './progress.ts';
import { listenForStop } from './stop-signal.ts';
import { threadsOf } from './threads-option.ts';
import { counted, type Page, para, shortId } from './words.ts';

/** Reports whose links are told one by one; all of them come with --json. */
const MOST_SHOWN = 20;

export const trace: CommandFile = {
  name: 'trace',
  summary: 'find which reports rest on others',
  description:
    'Looks in every capture that was not traced yet for signs that it rests on another report, and proposes links. Three tracers run one after the other. citations: credit lines, bylines of agencies, credits and canonical addresses that a page states, posts that it shows, links beside its claims to reports that the record holds, and a text that another outlet published before. text-reuse: compares each text with all others and looks for claims that stand in 20 or more words shared with a report of another outlet, outside quotation marks; 12 to 19 shared words are told and not stored. anchors: looks for reports of two outlets that share so many rare numbers, dates, names, links and pictures that one may be a translation or a rewrite of the other. A proposed link may widen a count of origins and never narrows it; a person confirms or cuts it. Run it after propose, which finds the claims. Running it again proposes nothing twice.',
  args: [],
  options: [
    ['--only <tracer>', 'one tracer alone', [CITATIONS.name, REUSE_TRACER.name, ANCHORS.name]],
    [
      '--threads <n>',
      'threads that compare texts, 64 at most; 0 compares without threads (else one for each core)',
    ],
  ],
  examples: [
    ['onrecord trace', 'traces what is new in ./onrecord-vault'],
    ['onrecord trace --only text-reuse', 'compares texts alone'],
  ],
  usesVault: true,
  async run(call) {
    const { terminal, options } = call;
    const threads = threadsOf(options, 'trace');
    const desk = await call.open('write');
    const page = { paper: terminal.paper, letters: idLetters(await desk.store.counts()) };
    // Anchors last: they leave alone what others have linked.
    const tracers = [CITATIONS, reuseTracer(() => desk.openReuse(threads)), ANCHORS].filter(
      ({ name }) => options.only === undefined || options.only === name,
    );
    const { steps, stopped } = await follow(desk, tracers, call);
    const found = steps.flatMap((step) => step.found);
    const links = found.flatMap((one) => one.links);
    const traced = Object.fromEntries(
      tracers.map(({ name }) => [name, steps.findLast(({ tracer }) => tracer === name)?.done ?? 0]),
    );
    const [hints, waiting] = [sumOf(steps, 'hints'), sumOf(steps, 'waiting')];
    if (terminal.json) terminal.outJson({ traced, links, hints, waiting, stopped });
    else {
      for (const one of found.slice(0, MOST_SHOWN)) terminal.out(...reportLines(one, page));
      if (found.length > MOST_SHOWN)
        terminal.out(`… and from ${counted(found.length - MOST_SHOWN, 'more report')}.`, '');
      const most = Math.max(0, ...Object.values(traced));
      const words = `${counted(most, 'capture')} traced, ${counted(links.length, 'link')} proposed.`;
      const more = stopped ? ' Stopped before the end: run it again to go on.' : '';
      terminal.out(...para(words + more, terminal.paper));
      for (const line of leftLines(hints, waiting)) terminal.out(...para(line, terminal.paper));
    }
    return stopped ? EXIT.someFailed : EXIT.ok;
  },
};

function sumOf(steps: readonly TraceStep[], what: 'hints' | 'waiting'): number {
  return steps.reduce((sum, step) => sum + (step[what] ?? 0), 0);
}

function leftLines(hints: number, waiting: number): string[] {
  return [
    ...(hints === 0
      ? []
      : [`Too few shared words for a link, 12 to 19 on a claim: ${counted(hints, 'pair')} of reports.`]),
    ...(waiting === 0
      ? []
      : [
          `Shared words, but no claim proposed yet from the report that has them: ${counted(waiting, 'capture')}. Run onrecord propose, then trace again.`,
        ]),
  ];
}

async function follow(
  desk: OpenDesk,
  tracers: readonly Tracer[],
  { terminal }: Call,
): Promise<{ readonly steps: readonly TraceStep[]; readonly stopped: boolean }> {
  const progress = openProgress(terminal, () => performance.now());
  const stop = listenForStop(() => progress.keep('Stopping: what has been traced is kept.'));
  const steps: TraceStep[] = [];
  try {
    for await (const step of runTracers(desk, tracers, { signal: stop.signal })) {
      steps.push(step);
      progress.tell(`${step.done} of ${step.total} captures traced (${step.tracer})`);
    }
  } finally {
    progress.end();
    stop.release();
  }
  return { steps, stopped: stop.signal.aborted };
}

function reportLines({ source, title, links }: TracedReport, page: Page): string[] {
  const { paper } = page;
  return [
    ...para(`${title ?? 'without a title'} · ${shortId(source, page)}`, paper),
    ...links.flatMap((link) =>
      para(
        `${shortId(link.id, page)} ${link.type} ${targetWords(link, page)} (${link.certainty}): ${link.proposal.reason}`,
        paper,
        '  ',
      ),
    ),
    '',
  ];
}

function targetWords({ to }: TracedReport['links'][number], page: Page): string {
  if (to.kind === 'not-held') return `${to.name}, which is not held`;
  return shortId(to.kind === 'actor' ? to.actor : to.source, page);
}
