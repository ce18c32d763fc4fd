/** `onrecord origins`: how many independent origins stand behind each proposition, and the way to each. */

import type { OpenDesk } from '../compose.ts';
import { MACHINE } from '../desk/desk.ts';
import { coverMade } from '../desk/names/open-cover.ts';
import { originsOf, type PropositionOrigins } from '../desk/origins-of.ts';
import { type CommandFile, usageError } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { printFigures } from './figure-list.ts';
import {
  INCLUDE_PROPOSED,
  LIMIT,
  limitOf,
  MEASURE,
  PROPOSITION,
  reckonConditions,
  wordsOf,
} from './figure-options.ts';
import { originReport } from './origin-report.ts';
import { ORIGIN_WORDS } from './origin-tree-lines.ts';
import { dotLines, intervalSentence, questionWords } from './origin-words.ts';
import { ink, oneLine, wrap } from './paper.ts';
import { counted, type Page, para, shortId, withShortIds } from './words.ts';

const DOT: CommandFile['options'][number] = ['--dot', 'the graph as Graphviz reads it; dashed: doubtful'];

const SVG: CommandFile['options'][number] = [
  '--svg <file>',
  'draw one proposition into a new SVG file, black on white; dashed: doubtful; names of persons as in a dossier',
];

export const origins: CommandFile = {
  name: 'origins',
  summary: 'how many independent origins stand behind a proposition',
  description:
    'Counts where the claims on each proposition start, always as an interval: outlets that cite one another are one origin, and anonymous or unknown origins never raise the minimum. Shows the way from each outlet to the origin, closed circles, reports still to obtain, and the open questions with what each answer would change. Links that a program found count as doubtful until a person decides on them. For one proposition it prints one way for each report, as trees, and the denials with a count of their own.',
  args: [['[proposition]', 'one proposition, by its id or the beginning of it']],
  options: [PROPOSITION, MEASURE, INCLUDE_PROPOSED, LIMIT, DOT, SVG],
  examples: [
    ['onrecord origins prp_2cdef --dot', 'the graph of one proposition, for Graphviz'],
    ['onrecord origins prp_2cdef --svg origins.svg', 'a drawing of it, to print'],
    ['onrecord origins --measure killed --include-proposed', 'how many origins the counts of killed rest on'],
  ],
  usesVault: true,
  async run(call) {
    const { args, options, terminal } = call;
    const query = {
      ...reckonConditions(options),
      ...(args[0] === undefined ? {} : { proposition: args[0] }),
      ...limitOf(options, { json: terminal.json, name: 'origins', usual: 20 }),
    };
    const svg = wordsOf(options, 'svg');
    if (svg !== null && !('proposition' in query))
      throw usageError('--svg draws one proposition: name it', 'origins');
    const desk = await call.open(svg === null ? 'read' : 'try-write');
    const whole = terminal.json || options.dot === true || 'proposition' in query;
    const list = await originsOf(desk, whole ? query : { ...query, most: MOST_NAMED });
    const [only] = list.propositions;
    const drawn = svg === null || only === undefined ? null : await writeSvg(desk, svg, only);
    if (terminal.json) {
      terminal.outJson({
        ...list,
        includeProposed: query.includeProposed,
        ...(drawn === null ? {} : { svg: drawn }),
      });
      return EXIT.ok;
    }
    if (drawn !== null) {
      terminal.out(...para(`Drawn: ${drawn}`, terminal.paper));
      return EXIT.ok;
    }
    if (options.dot === true) {
      for (const one of list.propositions) terminal.out(...dotLines(one));
      return EXIT.ok;
    }
    await printFigures(call, desk, {
      rows: list.propositions,
      fitting: list.fitting,
      waiting: list.waiting,
      includeProposed: query.includeProposed,
      none: 'Nothing is on record yet that an origin could be counted for.',
      lines: (one, page) => (whole ? originReport(one, page, call) : originLines(one, page)),
    });
    return EXIT.ok;
  },
};

/** Writes the drawing, names of persons hidden as in a dossier; gives its path. A file that is there already is not replaced. */
async function writeSvg(desk: OpenDesk, path: string, one: PropositionOrigins): Promise<string> {
  const [{ originsSvg }, { openSingleFile }] = await Promise.all([
    import('../dossier/origin-drawing.ts'),
    import('../compose.ts'),
  ]);
  const told = {
    title: `Where “${one.proposition.text}” comes from`,
    interval: intervalSentence(one),
    trees: one.trees,
  };
  const by = desk.readOnly ? null : MACHINE;
  const drawn = originsSvg({ ...(await coverMade(desk, told, by)), size: 'page' });
  const staged = await (await openSingleFile()).stage(path, new TextEncoder().encode(drawn));
  await staged.keep();
  return staged.path;
}

/** Origins of one proposition that are named to a person; all of them come with --json. */
const MOST_NAMED = 12;

/** Questions that are put to a person at once. */
const MOST_QUESTIONS = 5;

function originLines(one: PropositionOrigins, page: Page): string[] {
  const { paper } = page;
  const lines = [
    '',
    ...wrap(paper, oneLine(`${one.proposition.text} · ${shortId(one.proposition.id, page)}`)).map((line) =>
      ink(paper, 'strong', line),
    ),
  ];
  lines.push(...para(intervalSentence(one), paper, '  '));
  for (const origin of one.origins) {
    lines.push(
      ...para(
        `${origin.voice.name} — ${ORIGIN_WORDS[origin.kind]}; ${counted(origin.claims.length, 'claim')}`,
        paper,
        '    ',
      ),
    );
  }
  if (one.originsNotListed > 0)
    lines.push(
      ...para(`${counted(one.originsNotListed, 'more origin')} and their ways: add --json`, paper, '    '),
    );
  const ways = new Map<string, number>();
  for (const { path } of one.paths) {
    const way = path.map(({ name }) => name).join(' → ');
    if (path.length > 1) ways.set(way, (ways.get(way) ?? 0) + 1);
  }
  for (const [way, times] of ways)
    lines.push(...para(`way: ${way}${times > 1 ? ` (${times}×)` : ''}`, paper, '    '));
  if (one.toObtain.length > 0)
    lines.push(
      ...para(`to obtain: reports of ${one.toObtain.map(({ name }) => name).join(', ')}`, paper, '    '),
    );
  for (const question of one.questions.slice(0, MOST_QUESTIONS)) {
    const { ask, answers } = questionWords(question, page);
    lines.push(...para(`ask: ${ask} ${answers}`, paper, '    '));
  }
  if (one.questions.length > MOST_QUESTIONS)
    lines.push(
      ...para(
        `${counted(one.questions.length - MOST_QUESTIONS, 'more question')}: add --json`,
        paper,
        '    ',
      ),
    );
  for (const note of one.notes)
    lines.push(...para(withShortIds(note, page), paper, '    ').map((line) => ink(paper, 'dim', line)));
  return lines;
}
