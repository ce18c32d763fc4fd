/** `onrecord trace`: looks for signs that reports rest on others, and proposes links. */
import type { OpenDesk } from '../compose.ts';
import { idLetters } from '../desk/find-by-id.ts';
import { CITATIONS } from '../desk/trace/trace-citations.ts';
import { runTracers, type TracedReport, type TraceStep } from '../desk/trace/tracer.ts';
import type { Call, CommandFile } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { openProgress } from './progress.ts';
import { listenForStop } from './stop-signal.ts';
import { counted, type Page, para, shortId } from './words.ts';

const TRACERS = [CITATIONS];

/** Reports whose links are told one by one; all of them come with --json. */
const MOST_SHOWN = 20;

export const trace: CommandFile = {
  name: 'trace',
  summary: 'find what reports say of where their words come from',
  description:
    'Looks in every capture that was not traced yet for credit lines, bylines of agencies, credits and canonical addresses that a page states, posts that it shows, links beside its claims to reports that the record holds, and a text that another outlet published before. Each becomes a proposed link. A proposed link may widen a count of origins and never narrows it; a person confirms or cuts it. Run it after propose, which finds the claims. Running it again proposes nothing twice.',
  args: [],
  options: [],
  examples: [['onrecord trace', 'traces what is new in ./onrecord-vault']],
  usesVault: true,
  async run(call) {
    const { terminal } = call;
    const desk = await call.open('write');
    const page = { paper: terminal.paper, letters: idLetters(await desk.store.counts()) };
    const { steps, stopped } = await follow(desk, call);
    const found = steps.flatMap((step) => step.found);
    const links = found.flatMap((one) => one.links);
    const traced = Object.fromEntries(
      TRACERS.map(({ name }) => [name, steps.findLast(({ tracer }) => tracer === name)?.done ?? 0]),
    );
    if (terminal.json) terminal.outJson({ traced, links, stopped });
    else {
      for (const one of found.slice(0, MOST_SHOWN)) terminal.out(...reportLines(one, page));
      if (found.length > MOST_SHOWN)
        terminal.out(`… and from ${counted(found.length - MOST_SHOWN, 'more report')}.`, '');
      const most = Math.max(0, ...Object.values(traced));
      const words = `${counted(most, 'capture')} traced, ${counted(links.length, 'link')} proposed.`;
      const more = stopped ? ' Stopped before the end: run it again to go on.' : '';
      terminal.out(...para(words + more, terminal.paper));
    }
    return stopped ? EXIT.someFailed : EXIT.ok;
  },
};

async function follow(
  desk: OpenDesk,
  { terminal }: Call,
): Promise<{ readonly steps: readonly TraceStep[]; readonly stopped: boolean }> {
  const progress = openProgress(terminal, () => performance.now());
  const stop = listenForStop(() => progress.keep('Stopping: what has been traced is kept.'));
  const steps: TraceStep[] = [];
  try {
    for await (const step of runTracers(desk, TRACERS, { signal: stop.signal })) {
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
