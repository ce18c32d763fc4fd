/** `onrecord toll`: low, best and high of every count, by named rules, with origins and denials beside them. */

import { idLetters } from '../desk/find-by-id.ts';
import { reckonTolls, type TollView } from '../desk/reckon-tolls.ts';
import type { CommandFile } from './command.ts';
import { EXIT } from './exit-codes.ts';
import {
  asOfDay,
  INCLUDE_PROPOSED,
  LIMIT,
  limitOf,
  MEASURE,
  PROPOSITION,
  reckonConditions,
} from './figure-options.ts';
import { emptyLines } from './next-step.ts';
import { ink, oneLine, wrap } from './paper.ts';
import {
  claimLines,
  counted,
  heading,
  lowBestHighWords,
  originsWords,
  type Page,
  para,
  shortId,
  tollBounds,
  waitingLines,
} from './words.ts';

/** Figures that the leading counts of a huge record may have together, unless --limit asks for more. */
const MOST_FIGURES = 30_000;

export const toll: CommandFile = {
  name: 'toll',
  summary: 'low, best and high by named rules',
  description:
    'Reckons each count in the record: low, best and high by three named rules over independent origins, with the claim that sets each bound, the claims left out and why, and the denials beside it. Only accepted claims count unless --include-proposed is given.',
  args: [],
  options: [
    MEASURE,
    PROPOSITION,
    ['--as-of <day>', 'the toll as it was known on that day'],
    INCLUDE_PROPOSED,
    LIMIT,
  ],
  examples: [
    ['onrecord toll --measure killed', 'all counts of people reported killed'],
    ['onrecord toll --as-of 2021-04-10 --include-proposed', 'what was known on 10 April, proposals counted'],
  ],
  usesVault: true,
  async run(call) {
    const { options, terminal } = call;
    const asOf = asOfDay(options, 'toll');
    const limit = limitOf(options, { json: terminal.json, name: 'toll', usual: 20 });
    const desk = await call.open('read');
    const leading = terminal.json || options.limit !== undefined ? {} : { mostFigures: MOST_FIGURES };
    const query = { ...reckonConditions(options), asOf, ...limit, ...leading };
    const list = await reckonTolls(desk, query);
    if (terminal.json) {
      const tolls = list.tolls.map(({ proposition, toll: figures }) => ({ proposition, toll: figures }));
      terminal.outJson({
        tolls,
        fitting: list.fitting,
        waiting: list.waiting,
        includeProposed: query.includeProposed,
      });
      return EXIT.ok;
    }
    const counts = await desk.store.counts();
    const page: Page = { paper: terminal.paper, letters: idLetters(counts) };
    if (list.tolls.length === 0)
      terminal.out(
        ...emptyLines('No counts are on record yet.', {
          counts,
          waiting: list.waiting,
          place: call,
          paper: terminal.paper,
        }),
      );
    for (const view of list.tolls) terminal.out(...tollLines(view, page));
    if (list.fitting > list.tolls.length)
      terminal.out('', `${list.fitting - list.tolls.length} more: add --limit ${list.fitting}.`);
    const told = {
      waiting: list.waiting,
      includeProposed: query.includeProposed,
      place: call,
      paper: terminal.paper,
    };
    terminal.out(...waitingLines(told));
    return EXIT.ok;
  },
};

function tollLines({ proposition, toll: figures, opened }: TollView, page: Page): string[] {
  const { paper } = page;
  const bounds = tollBounds(figures);
  const day = figures.asOf === null ? '' : ` as of ${figures.asOf}`;
  const lines = [
    ...heading(`${figures.measure}${day}`, paper),
    ...wrap(paper, oneLine(`${proposition.text} · ${shortId(proposition.id, page)}`)),
    ...para(lowBestHighWords(bounds), paper, '  ').map((line) => ink(paper, 'strong', line)),
    ...para(
      `${originsWords(figures.origins.min, figures.origins.max)}; ${counted(figures.used.length, 'claim')} used, ${figures.excluded.length} left out, ${figures.beside.length} beside`,
      paper,
      '  ',
    ),
  ];
  for (const { rule, version, low, best, high } of figures.rules) {
    const values = { low: low?.value ?? null, best: best?.value ?? null, high: high?.value ?? null };
    lines.push(
      ...para(`${rule}-${version}: ${lowBestHighWords(values)}`, paper, '    ').map((line) =>
        ink(paper, 'dim', line),
      ),
    );
  }
  const setters = new Set([figures.low, figures.best, figures.high].flatMap((bound) => bound?.setBy ?? []));
  for (const id of setters) lines.push(...openedLines(id, { opened, page, word: '  set by ' }));
  for (const id of figures.beside.slice(0, 12))
    lines.push(...openedLines(id, { opened, page, word: '  beside ' }));
  return lines;
}

function openedLines(id: string, from: { opened: TollView['opened']; page: Page; word: string }): string[] {
  const claim = [...from.opened.values()].find((one) => one.id === id);
  if (claim === undefined) return [];
  const narrow: Page = {
    ...from.page,
    paper: { ...from.page.paper, width: Math.max(20, from.page.paper.width - from.word.length) },
  };
  const [first = '', ...rest] = claimLines(claim, narrow);
  return [`${from.word}${first}`, ...rest.map((line) => `    ${line}`)];
}
