/** `onrecord responses`: what states and institutions answered. */

import { listResponses, type ResponseView, type StatePosition } from '../desk/list-responses.ts';
import type { CommandFile } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { printFigures } from './figure-list.ts';
import { asOfDay, INCLUDE_PROPOSED, MEASURE, reckonConditions } from './figure-options.ts';
import { ink, oneLine, type Paper, wrap } from './paper.ts';
import { boundsWords, claimLines, counted, para } from './words.ts';

export const responses: CommandFile = {
  name: 'responses',
  summary: 'what states and institutions answered',
  description:
    'Lists the answers of states and institutions: granted, refused, partly, pending, declined, silent. "Said of it by others" and "in its own words" stand apart; refusing to comment is not the same as refusing. Before them stands each state with its answers over time, and since when a request has no answer on record; that says what the record holds, not what happened.',
  args: [],
  options: [
    MEASURE,
    [
      '--as-of <day>',
      'count days without an answer up to this day, and leave out what was said later (today when not given)',
    ],
    INCLUDE_PROPOSED,
  ],
  examples: [['onrecord responses --measure visa --include-proposed', 'who granted and who refused visas']],
  usesVault: true,
  async run(call) {
    const { options, terminal } = call;
    const query = reckonConditions(options);
    const desk = await call.open('read');
    const list = await listResponses(desk, { ...query, asOf: asOfDay(options, 'responses') });
    if (terminal.json) {
      terminal.outJson({ ...list, fitting: list.responses.length, includeProposed: query.includeProposed });
      return EXIT.ok;
    }
    await printFigures(call, desk, {
      rows: list.responses,
      fitting: list.responses.length,
      waiting: list.waiting,
      includeProposed: query.includeProposed,
      none: 'No answers are on record yet.',
      above: ({ paper }) => list.states.list.flatMap((state) => stateLines(state, paper)),
      lines: (response, page) => {
        const narrow = { ...page, paper: { ...page.paper, width: page.paper.width - 2 } };
        const claims = response.claims.flatMap((claim) => claimLines(claim, narrow));
        return ['', ...responseLines(response, page.paper), ...claims.map((line) => `  ${line}`)];
      },
    });
    return EXIT.ok;
  },
};

/**
 * A state with its answers over time, a line each, and what waits for one.
 *
 * @example
 * stateLines(state, terminal.paper); // ['Orlund', '  visa', '    2031-04-02 · refused · as others say · 2 claims', …]
 */
export function stateLines(state: StatePosition, paper: Paper): string[] {
  const lines = ['', ...wrap(paper, oneLine(state.byName)).map((line) => ink(paper, 'strong', line))];
  for (const { measure, steps, asked } of state.measures) {
    lines.push(...para(measure, paper, '  '));
    for (const { day, answer, statedBy, count, claims, deniedBy } of steps) {
      const number = count === null ? '' : ` · ${boundsWords(count)} people`;
      const whose = statedBy === 'itself' ? 'in its own words' : 'as others say';
      const denied = deniedBy.length === 0 ? '' : ' · ◇ denied by itself';
      const line = `${day ?? 'no day known'} · ${answer}${number} · ${whose} · ${counted(claims.length, 'claim')}${denied}`;
      lines.push(...para(line, paper, '    '));
    }
    if (asked !== null && asked.on !== null && asked.daysWithout !== null)
      lines.push(
        ...para(
          `asked by ${asked.on}, no answer on record since: ${counted(asked.daysWithout, 'day')}`,
          paper,
          '    ',
        ),
      );
  }
  return lines;
}

/**
 * One answer in two or three lines.
 *
 * @example
 * responseLines(response, terminal.paper);
 */
export function responseLines(response: ResponseView, paper: Paper): string[] {
  const own = response.statedBy === 'itself';
  const number = response.count === null ? '' : ` (${boundsWords(response.count)})`;
  const toward = response.toward === null ? '' : ` for ${response.toward}`;
  const saidBy = [...new Set(response.saidBy.map(({ name }) => name))].join(', ');
  const head = `${response.byName}: ${response.measure} ${response.answer}${number}${toward}`;
  const lines = wrap(paper, oneLine(head)).map((line) => ink(paper, 'strong', line));
  lines.push(...para(own ? 'in its own words' : `so said by ${saidBy}`, paper, '  '));
  if (response.reason !== null) lines.push(...para(`“${response.reason}”`, paper, '  '));
  if (response.deniedBy.length > 0) lines.push(...para('◇ it denies this itself', paper, '  '));
  return lines;
}
