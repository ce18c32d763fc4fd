/** How an estimate is said on a terminal: every method beside the others, then what the figures hang on. */
import type { EstimateRecord } from '../desk/estimate-record.ts';
import { methodsOf } from '../desk/record-estimate.ts';
import { ink, oneLine, type Paper, wrap } from './paper.ts';
import { heading, numberWords, para } from './words.ts';

/** What the desk says of one table. */
type OneTable = Extract<EstimateRecord['results'], { readonly kind: 'one-table' }>['report'];
type Linkages = Extract<EstimateRecord['results'], { readonly kind: 'linkages' }>['pooled'];
type Quick = OneTable['leaveOneOut'][number]['outcomes'];
type Outcome = ReturnType<typeof methodsOf>[number]['outcome'];

const NOT_A_TOLL =
  'These are estimates of how many there were in all, recorded people included. They are statistics, no toll: they are never added to one. No method is the answer; where they lie apart, that is the result.';

/**
 * The whole page.
 *
 * @example
 * terminal.out(...estimateLines(record, terminal.paper));
 */
export function estimateLines(record: EstimateRecord, paper: Paper): readonly string[] {
  const { results } = record;
  if (results.kind === 'one-table' && results.report.refusals.length > 0)
    return [
      ...tableHead(results.report, paper).slice(0, -2),
      '',
      ...para('No method gives a figure:', paper),
      ...results.report.refusals.flatMap(({ reason }) =>
        wrap(paper, oneLine(reason), { first: '  - ', rest: '    ' }),
      ),
    ];
  return [
    ...(results.kind === 'one-table'
      ? tableHead(results.report, paper)
      : linkagesHead(results.pooled, paper)),
    ...methodsOf(record).flatMap(({ name, outcome }) => outcomeLines(name, outcome, paper)),
    ...(results.kind === 'one-table' ? beside(results.report, paper) : []),
    '',
    ...para(NOT_A_TOLL, paper),
    ...para(
      `Seed ${record.options.seed} · table ${record.tableSha256.slice(0, 16)} · ${record.program} on ${record.runtime}`,
      paper,
    ).map((line) => ink(paper, 'dim', line)),
  ];
}

function tableHead({ recorded, lists }: OneTable, paper: Paper): string[] {
  const each = lists.map(({ name, people }) => `${name} ${numberWords(people)}`).join(' · ');
  return [
    ...heading('The uncounted', paper),
    ...para(
      `${numberWords(recorded)} people stand on at least one of ${lists.length} lists: ${each}.`,
      paper,
    ),
    '',
    ...para('All people by each method, and between which limits (95 %):', paper),
  ];
}

function linkagesHead({ draws, recorded }: Linkages, paper: Paper): string[] {
  return [
    ...heading('The uncounted, over linkages', paper),
    ...para(
      `${draws} linkages of the lists: ${numberWords(recorded.people)} distinct recorded people, ${numberWords(recorded.low)} to ${numberWords(recorded.high)}.`,
      paper,
    ),
    '',
    ...para('All people, the doubt of linkage included (95 %):', paper),
  ];
}

/** Columns that names of methods take. */
const NAME_WIDTH = 28;

function outcomeLines(name: string, outcome: Outcome, paper: Paper): string[] {
  const label = `  ${name.padEnd(NAME_WIDTH)}`;
  if (outcome.status === 'refused')
    return [
      ...wrap(paper, `${label} no figure`, { first: '', rest: '    ' }).map((line) =>
        ink(paper, 'dim', line),
      ),
      ...outcome.refusals.flatMap(({ reason }) => para(reason, paper, '      ')),
    ];
  const { people, low, high } = outcome.figure;
  const words = `${numberWords(people).padStart(9)}   ${numberWords(low)} to ${numberWords(high)}`;
  return [`${label} ${ink(paper, 'strong', words)}`, ...detailLines(outcome.detail, paper)];
}

function detailLines(detail: object, paper: Paper): string[] {
  const named = (sets: unknown): string =>
    (sets as readonly (readonly string[])[]).map((names) => `[${names.join(' ')}]`).join(' ');
  const parts: string[] = [];
  if ('generators' in detail) parts.push(named(detail.generators));
  if ('topGraph' in detail && 'topShare' in detail)
    parts.push(`likeliest graph ${named(detail.topGraph)}, ${Math.round(Number(detail.topShare) * 100)} %`);
  if ('complete' in detail && detail.complete === true) parts.push('complete graph included');
  if ('passedOver' in detail && detail.passedOver !== 0)
    parts.push(`${detail.passedOver} better models have no finite maximum`);
  if ('search' in detail && (detail.search as { readonly how: string }).how === 'stepwise')
    parts.push('found step by step, not among all models');
  if ('rHat' in detail && 'effective' in detail)
    parts.push(`R-hat ${detail.rHat}, ${detail.effective} effective draws`);
  if ('linkageShare' in detail)
    parts.push(`${Math.round(Number(detail.linkageShare) * 100)} % of the variance is that of linkage`);
  return parts.length === 0
    ? []
    : para(parts.join(' · '), paper, '      ').map((line) => ink(paper, 'dim', line));
}

function beside(report: OneTable, paper: Paper): string[] {
  return [
    '',
    ...spreadLines(report, paper),
    ...sensitivityLines(report, paper),
    ...leftOutLines(report, paper),
    ...consistencyLines(report, paper),
  ];
}

function spreadLines({ spread }: OneTable, paper: Paper): string[] {
  if (spread === null)
    return para('Fewer than two methods give a figure: how far they lie apart cannot be told.', paper);
  const { lowest, highest, ratio, lowestLimit, highestLimit } = spread;
  return para(
    `The methods lie apart by a factor of ${ratio}: ${numberWords(lowest)} to ${numberWords(highest)}. Their limits reach from ${numberWords(lowestLimit)} to ${numberWords(highestLimit)}.`,
    paper,
  );
}

const figureWords = (outcome: Outcome): string =>
  outcome.status === 'refused'
    ? 'no figure'
    : `${numberWords(outcome.figure.people)} (${numberWords(outcome.figure.low)}–${numberWords(outcome.figure.high)})`;

function sensitivityLines({ sensitivity }: OneTable, paper: Paper): string[] {
  const weights = sensitivity.priorWeight.map(({ delta, outcome }) => `${delta}: ${figureWords(outcome)}`);
  const order = sensitivity.highestOrder;
  const lines = [...heading('What the figures hang on', paper)];
  if (weights.length > 0)
    lines.push(...para(`Average over graphs with another prior weight: ${weights.join('; ')}.`, paper));
  if (order.status === 'refused')
    lines.push(
      ...para(`Interaction of all lists: ${order.refusals.map(({ reason }) => reason).join(' ')}`, paper),
    );
  else {
    const { steps, widest } = order.detail;
    const first = steps[0];
    const last = steps.at(-1);
    const limits =
      widest === null
        ? 'the upper limit over that range is out of bounds'
        : `limits over that range ${numberWords(widest.low)} to ${numberWords(widest.high)}`;
    lines.push(
      ...para(
        `Interaction of all lists, which no data can tell: without it ${figureWords(order)}; at a factor of ${first?.factor} to ${last?.factor}: ${numberWords(first?.people ?? 0)} to ${numberWords(last?.people ?? 0)}, ${limits}.`,
        paper,
      ),
    );
  }
  return lines;
}

/** Three figures; where none is given, the first reason why. */
function quickWords({ average, logLinear, chao }: Quick): string {
  const reasons = [average, logLinear, chao].flatMap((outcome) =>
    outcome.status === 'refused' ? [outcome.refusals[0]?.reason ?? ''] : [],
  );
  if (reasons.length === 3) return `no figure. ${reasons[0]}`;
  return `average ${figureWords(average)}; log-linear ${figureWords(logLinear)}; at least ${figureWords(chao)}`;
}

function leftOutLines({ leaveOneOut }: OneTable, paper: Paper): string[] {
  return [
    ...heading('Leaving one list out', paper),
    ...leaveOneOut.flatMap(({ list, outcomes }) =>
      wrap(paper, oneLine(`without ${list}: ${quickWords(outcomes)}`), { first: '  ', rest: '      ' }),
    ),
  ];
}

function consistencyLines({ consistency }: OneTable, paper: Paper): string[] {
  const { average, logLinear, chao } = consistency.summary;
  return [
    ...heading('Test on lists of known size', paper),
    ...consistency.tests.flatMap(({ list, size, outcomes }) =>
      wrap(paper, oneLine(`${list}, ${numberWords(size)} in truth: ${quickWords(outcomes)}`), {
        first: '  ',
        rest: '      ',
      }),
    ),
    ...[
      { name: 'average', told: average },
      { name: 'log-linear', told: logLinear },
      { name: 'at least', told: chao },
    ].flatMap(({ name, told }) =>
      told.meanLogRatio === null
        ? []
        : para(
            `${name}: ${ratioWords(told.meanLogRatio)}; the truth within the limits on ${told.covered} of ${told.lists} lists.`,
            paper,
            '  ',
          ),
    ),
  ];
}

function ratioWords(meanLogRatio: number): string {
  const percent = Math.round((Math.exp(meanLogRatio) - 1) * 100);
  if (percent === 0) return 'neither too low nor too high on average';
  return `${Math.abs(percent)} % too ${percent < 0 ? 'low' : 'high'} on average`;
}
