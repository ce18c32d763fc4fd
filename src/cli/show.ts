/** `onrecord show`: the record at a glance, or one thing by its id. */

import type { OpenDesk } from '../compose.ts';
import { recordView } from '../desk/custody/record-custody.ts';
import { idLetters } from '../desk/find-by-id.ts';
import { type ItemView, listSources, type SourceView, showItem, showRecord } from '../desk/show-record.ts';
import type { Call, CommandFile } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { INCLUDE_PROPOSED } from './figure-options.ts';
import { nextStep } from './next-step.ts';
import { overviewLines } from './overview-lines.ts';
import { ink, oneLine, wrap } from './paper.ts';
import {
  claimLines,
  counted,
  heading,
  type Page,
  para,
  positionLines,
  shortId,
  standingWords,
  waitingLines,
} from './words.ts';

export const show: CommandFile = {
  name: 'show',
  summary: 'the record at a glance, or one thing by its id',
  description:
    'Without an id: the figures with their origins and denials, the answers of states, the positions, and what waits for review. With an id, or the beginning of one: that source, claim, proposition or actor with its exact words.',
  args: [['[id]', 'a source, claim, proposition, actor or capture']],
  options: [
    ['--sources', 'list all sources instead'],
    ['--actors', 'list all actors instead'],
    INCLUDE_PROPOSED,
  ],
  examples: [
    ['onrecord show --include-proposed', 'the whole record, proposals counted and marked'],
    ['onrecord show clm_k3v9q', 'one claim, by the beginning of its id'],
  ],
  usesVault: true,
  async run(call) {
    const { options, args, terminal } = call;
    const desk = await call.open('read');
    const page: Page = { paper: terminal.paper, letters: idLetters(await desk.store.counts()) };
    const id = args[0];
    const includeProposed = options.includeProposed === true;
    if (id !== undefined) {
      const item = await showItem(desk, id, { includeProposed });
      if (item.kind === 'source') await keepView(call, desk, item.source.source.id);
      return showOne(call, item, page);
    }
    if (options.sources === true) return showSources(call, await listSources(desk), page);
    if (options.actors === true) {
      const actors = await desk.store.actors();
      if (terminal.json) terminal.outJson({ actors });
      else
        for (const actor of actors)
          terminal.out(
            ...para(
              `${shortId(actor.id, page)} · ${actor.kind} · ${actor.names.map(({ text }) => text).join(', ')}`,
              terminal.paper,
            ),
          );
      return EXIT.ok;
    }
    const view = await showRecord(desk, { includeProposed });
    if (terminal.json) {
      terminal.outJson(view);
      return EXIT.ok;
    }
    terminal.out(...overviewLines(view, page, { figures: 12, others: 10, responses: 10, place: call }));
    const next = view.waiting > 0 || includeProposed ? null : nextStep(view.counts, call);
    if (next !== null) terminal.out('', ...para(next, terminal.paper));
    if (view.counts.sources > 0)
      terminal.out(
        ...waitingLines({
          waiting: view.waiting,
          includeProposed,
          unreviewed: view.counts.claims.proposed,
          place: call,
          paper: terminal.paper,
        }),
      );
    return EXIT.ok;
  },
};

/** Opens the record for writing only where somebody asked that views be kept. */
async function keepView(call: Call, desk: OpenDesk, source: SourceView['source']['id']): Promise<void> {
  if (!(await desk.store.settings()).logViews) return;
  const by = process.env.ONRECORD_AGENT ?? '';
  await recordView(await call.open('write'), { source, by: by.trim() === '' ? null : by });
}

function showSources({ terminal }: Call, sources: readonly SourceView[], page: Page): ExitCode {
  if (terminal.json) {
    terminal.outJson({ sources });
    return EXIT.ok;
  }
  for (const view of sources) terminal.out(...sourceLines(view, page));
  terminal.out('', `${counted(sources.length, 'source')}.`);
  return EXIT.ok;
}

function sourceLines({ source, publisher, authors, captures }: SourceView, page: Page): string[] {
  const { paper } = page;
  const capture = captures[0];
  const head = `${source.title ?? capture?.fileName ?? 'untitled'} · ${shortId(source.id, page)}`;
  const facts = [
    source.kind,
    publisher ?? 'publisher unknown',
    ...authors,
    source.publishedAt ?? 'date unknown',
    source.language ?? 'language unknown',
    source.handling,
  ];
  const lines = [
    '',
    ...wrap(paper, oneLine(head)).map((line) => ink(paper, 'strong', line)),
    ...para(facts.join(' · '), paper, '  '),
  ];
  if (source.url !== null) lines.push(...para(source.url, paper, '  '));
  for (const one of captures) {
    const text =
      one.text === null
        ? `no text: ${one.noTextReason ?? ''}`
        : `${one.text.codePoints} characters, ${one.text.normaliser}`;
    const facts2 = `${one.fileName ?? 'standard input'} · ${one.size} bytes · SHA-256 ${one.sha256.slice(0, 12)}… · ${text}`;
    lines.push(...para(facts2, paper, '  ').map((line) => ink(paper, 'dim', line)));
  }
  return lines;
}

function showOne(call: Call, item: ItemView, page: Page): ExitCode {
  const { terminal } = call;
  if (terminal.json) {
    terminal.outJson(item);
    return EXIT.ok;
  }
  terminal.out(...itemLines(item, page));
  if (item.kind !== 'claim') {
    for (const claim of item.claims) terminal.out(...claimLines(claim, page));
    const includeProposed = call.options.includeProposed === true;
    terminal.out(
      ...waitingLines({ waiting: item.waiting, includeProposed, place: call, paper: terminal.paper }),
    );
  }
  return EXIT.ok;
}

function itemLines(item: ItemView, page: Page): string[] {
  const { paper } = page;
  switch (item.kind) {
    case 'source':
      return [...sourceLines(item.source, page), ...heading('Claims', paper)];
    case 'actor':
      return [
        ...para(`${item.actor.names.map(({ text }) => text).join(', ')} · ${item.actor.kind}`, paper),
        ...heading('Claims', paper),
      ];
    case 'proposition':
      if (item.figures === null) return para('No counted claim speaks of this proposition yet.', paper);
      return [
        ...para(item.figures.proposition.text, paper).map((line) => ink(paper, 'strong', line)),
        ...para(standingWords(item.figures), paper, '  '),
        ...para(item.figures.standing.because, paper, '  '),
        ...positionLines(item.figures.positions, page, '  '),
        ...heading('Claims', paper),
      ];
    case 'claim': {
      const { claim } = item;
      return [
        ...claimLines(claim, page),
        ...para(`about: ${claim.proposition.text} · ${shortId(claim.proposition.id, page)}`, paper, '    '),
        ...(claim.groupedBecause === null
          ? []
          : para(`put there because: ${claim.groupedBecause}`, paper, '    ')),
        ...(claim.reason === null ? [] : para(`proposed because: ${claim.reason}`, paper, '    ')),
      ];
    }
    default:
      return item satisfies never;
  }
}
