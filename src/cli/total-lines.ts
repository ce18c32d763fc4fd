/** A total on a terminal: the bounds that are certain, the interval, the plain sums, and what it is made of. */
import type { TotalList, TotalView } from '../desk/total-tolls.ts';
import type { TimeAxis } from '../desk/vocabulary.ts';
import { ink, oneLine } from './paper.ts';
import { netLines } from './toll-lines.ts';
import {
  boundsWords,
  counted,
  heading,
  lowBestHighWords,
  numberWords,
  type Page,
  para,
  shortId,
} from './words.ts';

const PARTS_SHOWN = 12;

/**
 * Says one total.
 *
 * @example
 * terminal.out(...totalLines(view, list, { page, axis: null }));
 */
export function totalLines(
  view: TotalView,
  { propositions }: Pick<TotalList, 'propositions'>,
  { page, axis }: { readonly page: Page; readonly axis: TimeAxis | null },
): string[] {
  const { total, simulated, steps } = view;
  const { paper } = page;
  const { low, best, high, openFrom } = total;
  const say = (text: string, indent = '  '): string[] => para(text, paper, indent);
  const named = (id: string): string => {
    const text = [...propositions.values()].find((one) => one.id === id)?.text ?? '';
    return `${oneLine(text)} · ${shortId(id, page)}`;
  };
  const bounds = high === null && openFrom > (low ?? 0) ? { low, best, high, openFrom } : { low, best, high };
  const interval =
    simulated === null
      ? []
      : say(
          `simulated: ${numberWords(simulated.low)} to ${numberWords(simulated.high)}${simulated.openAbove ? ' or more' : ''}, middle ${numberWords(simulated.middle)} (95 of 100 of ${numberWords(simulated.draws)} draws, seed ${simulated.seed}; how far sources lie apart, no confidence interval)`,
        );
  return [
    ...heading(`total ${total.measure}`, paper),
    ...say(lowBestHighWords(bounds)).map((line) => ink(paper, 'strong', line)),
    ...say(
      `${counted(total.parts.length, 'count')} in it, ${total.leftOut.length} left out; ${overlapWords(view)}`,
    ),
    ...interval,
    ...say(`plain sums, as if nobody were counted twice: ${lowBestHighWords(total.sums)}`).map((line) =>
      ink(paper, 'dim', line),
    ),
    ...(total.exactLow ? [] : say('too many counts hang together: the low is valid, and may be too small')),
    ...netLines(view, page),
    ...total.large.flatMap((id) => {
      const share = Math.round(100 * (total.parts.find((part) => part.proposition === id)?.share ?? 0));
      return say(`one count supplies ${share} % of the high: ${named(id)}`).map((line) =>
        ink(paper, 'warn', line),
      );
    }),
    ...total.parts
      .toSorted((a, b) => b.top - a.top)
      .slice(0, PARTS_SHOWN)
      .flatMap((part) => {
        const notInLow = part.surelyInside
          ? ' (not in the low: may count the same people)'
          : ' (not in the low: may lie outside the days)';
        return say(
          `${boundsWords(part.bounds)}  ${named(part.proposition)}${part.inLow ? '' : notInLow}`,
          '    ',
        );
      }),
    ...(total.parts.length > PARTS_SHOWN
      ? say(`and ${total.parts.length - PARTS_SHOWN} more: --json gives all`, '    ')
      : []),
    ...total.leftOut.flatMap(({ proposition, reason }) =>
      say(
        `left out ${named(proposition)}: ${reason.replace(/\bprp_[0-9a-z]{26}\b/gu, (id) => shortId(id, page))}`,
      ).map((line) => ink(paper, 'dim', line)),
    ),
    ...(axis === null
      ? []
      : [
          ...say(axis === 'known' ? 'as it became known:' : 'by day of the event, as known now:'),
          ...steps.flatMap(({ day, changedBy, ...at }) =>
            say(`${day}  ${lowBestHighWords(at)} · ${shortId(changedBy, page)}`, '    '),
          ),
        ]),
  ];
}

function overlapWords({ total }: TotalView): string {
  const pairs = total.mayOverlap.length;
  if (pairs === 0) return total.parts.length < 2 ? 'nothing to overlap' : 'no two can count the same people';
  return `${counted(pairs, 'pair')} may count the same people: once in the low, twice in the high`;
}
