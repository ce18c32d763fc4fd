/** People counted once, on a terminal: the number with its doubt, and pairs side by side with what each comparison adds. */
import type { PeopleQueue, QueuedListing, QueuedPeople, QueuedStep } from '../desk/people/people-queue.ts';
import type { PeopleReport } from '../desk/people/people-report.ts';
import { cut, ink, oneLine, type Paper, pad, wrap } from './paper.ts';
import { counted, heading, numberWords, type Page, para, shortId } from './words.ts';

/**
 * The lines of a linkage.
 *
 * @example
 * terminal.out(...peopleLines(report, paper));
 */
export function peopleLines(report: PeopleReport, paper: Paper): string[] {
  const { people, lists, listings, diagnostics, decisions, training, queue } = report;
  const number =
    people.status === 'told'
      ? `${numberWords(people.people)} people on these lists (95 %: ${numberWords(people.low)} to ${numberWords(people.high)})`
      : `No number of people: ${people.refusals.map(({ reason }) => reason).join(' ')}`;
  const untaught =
    training.untaught.length === 0
      ? []
      : para(
          `Nothing in these lists could teach how far ${training.untaught.join(', ')} can be trusted: a general guess stands.`,
          paper,
        );
  const cutAt =
    diagnostics.cut.length === 0
      ? []
      : para(
          `${counted(diagnostics.cut.length, 'group')} of listings that hang together loosely were too large and were cut at their weakest pairs.`,
          paper,
        );
  return [
    ...heading('People counted once', paper),
    ...wrap(paper, number).map((line) => ink(paper, 'strong', line)),
    ...para(
      'This counts who stands on the lists. It says nothing of those on none, and it is never added to a toll. The interval is the doubt about pairs that look like one person; where one person is written so differently that the pair looks like two, that person is counted twice and the interval does not show it. Read it as rather too high.',
      paper,
    ),
    '',
    ...lists.flatMap(({ name, listings: many, freeOfDuplicates }) =>
      para(
        `${name}: ${counted(many, 'listing')}${freeOfDuplicates ? ', declared free of duplicates' : ''}`,
        paper,
        '  ',
      ),
    ),
    '',
    ...para(
      `${counted(listings, 'listing')} compared in ${numberWords(report.pairs)} pairs by ${report.compared.join(', ')}. ${numberWords(diagnostics.components)} groups were drawn${diagnostics.sampled > 0 ? `, ${numberWords(diagnostics.sampled)} of them by chains (R-hat ${diagnostics.rHat?.toFixed(3)}, ${numberWords(diagnostics.effective)} effective draws)` : ', all exactly'}. Among pairs left out as too weak, about ${diagnostics.leftOut.toFixed(1)} may be one person.`,
      paper,
    ),
    ...untaught,
    ...cutAt,
    ...para(
      `Decisions in force: ${decisions.same} one person, ${decisions.different} two people${decisions.waiting > 0 ? `; ${decisions.waiting} wait because no list counted here has the listing` : ''}. Pairs whose answer would move the number: ${numberWords(queue)}.`,
      paper,
    ),
  ];
}

/**
 * The lines of the queue.
 *
 * @example
 * terminal.out(...queueLines(queue, page));
 */
export function queueLines({ pairs }: PeopleQueue, page: Page): string[] {
  return pairs.flatMap((pair, at) => ['', ...pairLines(pair, at + 1, page)]);
}

function pairLines(pair: QueuedPeople, number: number, page: Page): string[] {
  const { paper } = page;
  const head = `${number}. ${shortId(pair.a.listing, page)} and ${shortId(pair.b.listing, page)}: one person with ${Math.round(pair.together * 100)} %; an answer moves the number by ${pair.change.toFixed(2)} people`;
  const half = Math.max(12, Math.floor((paper.width - 34) / 2));
  const row = (name: string, a: string, b: string, bits: string): string =>
    `  ${pad(cut(name, 12), 12)} ${pad(cut(a, half), half)} ${pad(cut(b, half), half)} ${bits}`;
  return [
    ...wrap(paper, head).map((line) => ink(paper, 'strong', line)),
    ...wrap(paper, `left: ${whereWords(pair.a, page)}; right: ${whereWords(pair.b, page)}`, TOLD),
    ...stepsShown(pair.steps).map(({ column, across, a, b, level, bits }) =>
      column === null
        ? row('before', '', '', signed(bits))
        : row(
            across ?? column,
            a ?? '–',
            b ?? '–',
            `${signed(bits)} ${level ?? 'not said'}${across === null ? '' : ' across scripts'}`,
          ),
    ),
    row('in all', '', '', signed(pair.weight)),
  ];
}

/** A name is compared within one script or across two: the comparison that took place is shown in the name's place. */
function stepsShown(steps: readonly QueuedStep[]): readonly QueuedStep[] {
  return steps.flatMap((step) => {
    if (step.across !== null) return [];
    const crossed = steps.find(({ across, level }) => across === step.column && level !== null);
    return [step.column === null ? step : (crossed ?? step)];
  });
}

/** How lines below a pair stand in. */
const TOLD = { first: '  ', rest: '  ' };

function whereWords({ name, capture, row }: QueuedListing, page: Page): string {
  return `${oneLine(name)}, row ${row} of ${shortId(capture, page)}`;
}

function signed(bits: number): string {
  return `${bits < 0 ? '−' : '+'}${Math.abs(bits).toFixed(1)}`;
}
