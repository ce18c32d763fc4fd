/** `onrecord trace`: looks for what reports say of their own origin, and proposes links. */
import { idLetters } from '../desk/find-by-id.ts';
import { type TraceEvent, traceCitations } from '../desk/trace/trace-citations.ts';
import type { CommandFile } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { listenForStop } from './stop-signal.ts';
import { counted, type Page, para, shortId } from './words.ts';

type TracedLink = TraceEvent['links'][number];

export const trace: CommandFile = {
  name: 'trace',
  summary: 'find what reports say of where their words come from',
  description:
    'Looks in every capture that was not traced yet for credit lines, bylines of agencies, credits and canonical addresses that a page states, posts that it shows, links beside its claims to reports that the record holds, and a text that another outlet published before. Each becomes a proposed link. A proposed link may widen a count of origins and never narrows it; a person confirms or cuts it. Running it again proposes nothing twice.',
  args: [],
  options: [],
  examples: [['onrecord trace', 'traces what is new in ./onrecord-vault']],
  usesVault: true,
  async run(call) {
    const { terminal } = call;
    const desk = await call.open('write');
    const page = { paper: terminal.paper, letters: idLetters(await desk.store.counts()) };
    const stop = listenForStop(() => terminal.err('Stopping after this capture …'));
    const { signal } = stop;
    const links: TracedLink[] = [];
    let captures = 0;
    try {
      for await (const event of traceCitations(desk, { signal })) {
        captures = event.done;
        links.push(...event.links);
        if (!terminal.json && event.links.length > 0) terminal.out(...eventLines(event, page));
      }
    } finally {
      stop.release();
    }
    const stopped = signal.aborted;
    if (terminal.json) terminal.outJson({ captures, links, stopped });
    else
      terminal.out(
        ...para(
          `${counted(captures, 'capture')} traced, ${counted(links.length, 'link')} proposed.${stopped ? ' Stopped; run it again to go on.' : ''}`,
          terminal.paper,
        ),
      );
    return stopped ? EXIT.someFailed : EXIT.ok;
  },
};

function eventLines({ source, title, links }: TraceEvent, page: Page): string[] {
  const { paper } = page;
  return [
    ...para(`${title ?? 'without a title'} · ${shortId(source, page)}`, paper),
    ...links.flatMap((link) =>
      para(
        `${link.type} ${targetWords(link, page)} (${link.certainty}): ${link.proposal.reason}`,
        paper,
        '  ',
      ),
    ),
    '',
  ];
}

function targetWords({ to }: TracedLink, page: Page): string {
  if (to.kind === 'not-held') return `${to.name}, which is not held`;
  return shortId(to.kind === 'actor' ? to.actor : to.source, page);
}
