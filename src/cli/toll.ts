/** `onrecord toll`: low, best and high of every count, by named rules, with origins and denials beside them; totals. */

import type { OpenDesk, TollTools } from '../compose.ts';
import { chartClaims } from '../desk/chart-claims.ts';
import { MACHINE } from '../desk/desk.ts';
import { idLetters } from '../desk/find-by-id.ts';
import { propositionsOfIncident } from '../desk/incidents/held-incidents.ts';
import { coverMade } from '../desk/names/open-cover.ts';
import { reckonTolls, type TollList } from '../desk/reckon-tolls.ts';
import { type TotalList, totalTolls } from '../desk/total-tolls.ts';
import { measureWords } from '../dossier/figure-words.ts';
import { tollBounds } from '../dossier/toll-bounds.ts';
import type { TollDrawing } from '../dossier/toll-drawing.ts';
import { type Call, type CommandFile, usageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
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
import { ink } from './paper.ts';
import { tollLines } from './toll-lines.ts';
import { TOLL_OPTIONS, type TollAsked, tollAsked } from './toll-options.ts';
import { totalLines } from './total-lines.ts';
import { counted, type Page, para, shortId, waitingLines } from './words.ts';

/** Figures that the leading counts of a huge record may have together, unless --limit asks for more. */
const MOST_FIGURES = 12_000;

export const toll: CommandFile = {
  name: 'toll',
  summary: 'low, best and high by named rules',
  description:
    'Reckons each count in the record: low, best and high by three named rules over independent origins, with the claim that sets each bound, the claims left out and why, and the denials beside it. A bound that only the accused, or somebody who disputes the count, puts forward is named as theirs. --total adds counts up and counts nobody twice in the low. Only accepted claims count unless --include-proposed is given.',
  args: [],
  options: [
    MEASURE,
    PROPOSITION,
    ['--as-of <day>', 'the toll as it was known on that day'],
    ...TOLL_OPTIONS,
    INCLUDE_PROPOSED,
    LIMIT,
  ],
  examples: [
    ['onrecord toll --measure killed', 'all counts of people reported killed'],
    ['onrecord toll --as-of 2021-04-10 --include-proposed', 'what was known on 10 April, proposals counted'],
    [
      'onrecord toll --place Kessar --measure killed --total',
      'one total of all counts that certainly lie in Kessar',
    ],
    [
      'onrecord toll --proposition prp_7d2kq --axis event --svg toll.svg',
      'one count along the days of the event, and its chart',
    ],
  ],
  usesVault: true,
  async run(call) {
    const { options, terminal } = call;
    const asOf = asOfDay(options, 'toll');
    const asked = tollAsked(options);
    if (asked.total && options.limit !== undefined)
      throw usageError('--limit shows fewer tolls; a total takes all', 'toll');
    const limit = limitOf(options, { json: terminal.json, name: 'toll', usual: 20 });
    const tools = needsTools(asked) ? await (await import('../compose.ts')).tollTools() : null;
    const desk = await call.open(asked.svg === null ? 'read' : 'try-write');
    const leading = terminal.json || options.limit !== undefined ? {} : { mostFigures: MOST_FIGURES };
    const query = {
      ...reckonConditions(options),
      asOf,
      ...(asked.incident === null ? {} : { among: await propositionsOfIncident(desk, asked.incident) }),
      ...(asked.scope === undefined ? {} : { scope: asked.scope }),
      ...(asked.preset === undefined ? {} : { preset: asked.preset }),
      ...(tools === null ? {} : { relate: tools.relate }),
    };
    const told: Told = { call, desk, asked, tools, includeProposed: query.includeProposed };
    if (asked.total)
      return tellTotals(
        told,
        await totalTolls(desk, {
          ...query,
          axis: asked.axis ?? 'known',
          placesApart: asked.placesApart === true,
          ...(asked.seed === undefined ? {} : { seed: asked.seed }),
        }),
      );
    const withEventDays = asked.axis === 'event';
    return tellTolls(told, await reckonTolls(desk, { ...query, ...limit, ...leading, withEventDays }));
  },
};

interface Told {
  readonly call: Call;
  readonly desk: OpenDesk;
  readonly asked: TollAsked;
  readonly tools: TollTools | null;
  readonly includeProposed: boolean;
}

function needsTools({ scope, total, svg }: TollAsked): boolean {
  return total || svg !== null || (scope?.place ?? null) !== null;
}

async function tellTolls(told: Told, list: TollList): Promise<ExitCode> {
  const { call, desk, asked, includeProposed } = told;
  const { terminal } = call;
  const { preset } = list;
  const drawn = await draw(told, preset, async () => {
    const [leading] = list.tolls;
    if (leading === undefined) return null;
    const axis = asked.axis ?? 'known';
    const { proposition, toll: figures } = leading;
    return {
      title: proposition.text,
      axis,
      steps: axis === 'known' ? figures.steps : (figures.events?.steps ?? []),
      claims: await chartClaims(desk, leading, { includeProposed, axis }),
    };
  });
  if (terminal.json) {
    const tolls = list.tolls.map(({ proposition, toll: figures, net, read }) => ({
      proposition,
      toll: figures,
      openFrom: tollBounds(figures).openFrom ?? null,
      net,
      read,
    }));
    const { fitting, waiting, outside } = list;
    terminal.outJson({ tolls, fitting, waiting, includeProposed, scope: asked.scope, outside, preset });
    return EXIT.ok;
  }
  const counts = await desk.store.counts();
  const { paper } = terminal;
  const page: Page = { paper, letters: idLetters(counts) };
  if (list.tolls.length === 0) terminal.out(...nothingLines(told, list, counts));
  const whole = call.options.proposition !== undefined;
  for (const view of list.tolls)
    terminal.out(...tollLines(view, page, { rule: asked.rule, axis: asked.axis, whole, preset }));
  if (list.fitting > list.tolls.length)
    terminal.out('', `${list.fitting - list.tolls.length} more: add --limit ${list.fitting}.`);
  terminal.out(...outsideLines(list.outside, page), ...drawn);
  terminal.out(...waitingLines({ waiting: list.waiting, includeProposed, place: call, paper }));
  return EXIT.ok;
}

async function tellTotals(told: Told, list: TotalList): Promise<ExitCode> {
  const { call, desk, asked, includeProposed } = told;
  const { terminal } = call;
  const [leading] = list.totals;
  const drawn = await draw(told, list.preset, async () =>
    leading === undefined
      ? null
      : {
          title: `Total: ${measureWords(leading.total.measure)}`,
          axis: asked.axis ?? 'known',
          steps: leading.steps,
          claims: [],
        },
  );
  if (terminal.json) {
    const { totals, outside, waiting, preset } = list;
    terminal.outJson({
      totals,
      waiting,
      includeProposed,
      scope: asked.scope,
      outside,
      preset,
      placesApart: asked.placesApart,
    });
    return EXIT.ok;
  }
  const counts = await desk.store.counts();
  const { paper } = terminal;
  const page: Page = { paper, letters: idLetters(counts) };
  if (list.totals.length === 0) terminal.out(...nothingLines(told, list, counts));
  for (const view of list.totals) terminal.out(...totalLines(view, list, { page, axis: asked.axis }));
  terminal.out(...outsideLines(list.outside, page), ...drawn);
  terminal.out(...waitingLines({ waiting: list.waiting, includeProposed, place: call, paper }));
  return EXIT.ok;
}

function nothingLines(
  { call, asked }: Told,
  { waiting, outside }: Pick<TollList, 'waiting' | 'outside'>,
  counts: Parameters<typeof emptyLines>[1]['counts'],
): string[] {
  const { paper } = call.terminal;
  if (outside.length > 0) return para('No count on record certainly belongs to what was asked for.', paper);
  if (asked.incident !== null) return para('No count that was joined to this incident counts yet.', paper);
  return emptyLines('No counts are on record yet.', { counts, waiting, place: call, paper });
}

const OUTSIDE_SHOWN = 8;

/** Counts that do not belong to what was asked for, or may not. */
function outsideLines(outside: TollList['outside'], page: Page): string[] {
  const { paper } = page;
  if (outside.length === 0) return [];
  const reasons = Map.groupBy(outside, ({ reason }) => reason);
  const shown = [...reasons].toSorted((a, b) => b[1].length - a[1].length).slice(0, OUTSIDE_SHOWN);
  return [
    '',
    ...para(`${counted(outside.length, 'count')} outside what was asked for:`, paper),
    ...shown.flatMap(([reason, some]) => {
      const ids = some.slice(0, 3).map(({ proposition }) => shortId(proposition, page));
      const more = some.length > ids.length ? ` and ${some.length - ids.length} more` : '';
      return para(`${reason}: ${ids.join(', ')}${more}`, paper, '  ').map((line) => ink(paper, 'dim', line));
    }),
    ...(reasons.size > shown.length
      ? para(`and ${reasons.size - shown.length} other reasons: --json gives all`, paper, '  ')
      : []),
  ];
}

/** Writes the chart when one is asked for, and says so. */
async function draw(
  { call, desk, asked, tools, includeProposed }: Told,
  preset: string | null,
  drawingOf: () => Promise<TollDrawing | null>,
): Promise<string[]> {
  const { svg } = asked;
  if (svg === null || tools === null) return [];
  const plain = await drawingOf();
  const drawing = plain === null ? null : await coverMade(desk, plain, desk.readOnly ? null : MACHINE);
  const { tollSvg } = await import('../dossier/toll-svg.ts');
  const asOf = typeof call.options.asOf === 'string' ? [`As known on ${call.options.asOf}.`] : [];
  const vague = preset === null ? [] : [`Vague words read by ${preset}.`];
  const counts = includeProposed
    ? 'Machine proposals that nobody reviewed are counted.'
    : 'Accepted claims only.';
  const file = drawing === null ? null : tollSvg(drawing, [counts, ...asOf, ...vague].join(' '));
  if (drawing === null || file === null)
    return [
      '',
      ...para(
        'Nothing was drawn: no toll of what was asked for has a number on a known day.',
        call.terminal.paper,
      ),
    ];
  const staged = await tools.files.stage(svg, new TextEncoder().encode(file));
  await staged.keep();
  return ['', ...para(`Drawn: ${drawing.title}, into ${svg}.`, call.terminal.paper)];
}
