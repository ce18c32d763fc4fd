/** A toll on a terminal: bounds and whose they are, rules, what is used and left out, the steps on an axis. */
import type { TollView } from '../desk/reckon-tolls.ts';
import type { TimeAxis, TollRule } from '../desk/vocabulary.ts';
import { ink, oneLine, wrap } from './paper.ts';
import {
  boundsWords,
  claimLines,
  counted,
  heading,
  lowBestHighWords,
  originsWords,
  type Page,
  para,
  shortId,
  tollBounds,
} from './words.ts';

/** What of a toll is told. */
export interface TollTold {
  /** Null: the headline, and all three rules below it. */
  readonly rule: TollRule | null;
  /** Null: no steps. */
  readonly axis: TimeAxis | null;
  /** All claims that are left out, not the first few. */
  readonly whole: boolean;
  /** Name and version of the preset that gave vague words their bounds; null for none. */
  readonly preset: string | null;
}

const LEFT_OUT_SHOWN = 6;

/**
 * Says one toll.
 *
 * @example
 * terminal.out(...tollLines(view, page, { rule: null, axis: null, whole: false, preset: null }));
 */
export function tollLines(view: TollView, page: Page, told: TollTold): string[] {
  const { proposition, toll } = view;
  const { paper } = page;
  const day = toll.asOf === null ? '' : ` as of ${toll.asOf}`;
  const figures = toll.rules.find(({ rule }) => rule === told.rule) ?? toll;
  const bounds = told.rule === null ? tollBounds(toll) : valuesOf(figures);
  const by = told.rule === null ? '' : ` (${told.rule}-${toll.rules[0]?.version ?? 1})`;
  return [
    ...heading(`${toll.measure}${day}`, paper),
    ...wrap(paper, oneLine(`${proposition.text} · ${shortId(proposition.id, page)}`)),
    ...para(`${lowBestHighWords(bounds)}${by}`, paper, '  ').map((line) => ink(paper, 'strong', line)),
    ...para(
      `${reported(view)}${originsWords(toll.origins.min, toll.origins.max)}; ${counted(toll.used.length, 'claim')} used, ${toll.excluded.length} left out, ${toll.beside.length} beside`,
      paper,
      '  ',
    ),
    ...partyLines(view, page, told),
    ...(told.rule === null ? ruleLines(view, page) : []),
    ...netLines(view, page),
    ...readLines(view, page, told),
    ...setterLines(view, page, figures),
    ...toll.beside.slice(0, 12).flatMap((id) => openedLines(view, id, { page, word: '  beside ' })),
    ...leftOutLines(view, page, told.whole),
    ...(told.axis === null ? [] : stepLines(view, page, told.axis)),
  ];
}

type SetBounds = Pick<TollView['toll'], 'low' | 'best' | 'high'>;

function valuesOf({ low, best, high }: SetBounds): Parameters<typeof lowBestHighWords>[0] {
  return { low: low?.value ?? null, best: best?.value ?? null, high: high?.value ?? null };
}

/** A figure on one origin is reported, not corroborated. */
function reported({ toll }: TollView): string {
  return toll.used.length > 0 && toll.origins.max !== null && toll.origins.max <= 1
    ? 'reported, single origin: '
    : '';
}

const PARTY_WORDS = {
  accused: 'the accused party',
  disputing: 'a party that denies or disputes the count',
} as const;

/** Whose number a bound is, when only parties to the matter put it forward. */
function partyLines({ toll, opened }: TollView, { paper }: Page, { rule }: TollTold): string[] {
  if (rule !== null || toll.byParty.length === 0) return [];
  const parties = Map.groupBy(toll.byParty, ({ claim, party }) => `${party} ${claim}`);
  const words = [...parties.values()].flatMap((some) => {
    const [first] = some;
    if (first === undefined) return [];
    const name = opened.get(first.claim)?.chain.at(-1)?.speaker ?? null;
    const bounds = some.map(({ bound }) => bound).join(' and ');
    return [`${bounds} set by ${PARTY_WORDS[first.party]}${name === null ? '' : ` (${name})`}`];
  });
  const rest = toll.withoutParties;
  const without =
    rest === null || (rest.low === null && rest.best === null && rest.high === null)
      ? 'nobody else puts a number forward'
      : `without it: ${lowBestHighWords(rest)}`;
  return para(`${words.join('; ')}; ${without}`, paper, '  ').map((line) => ink(paper, 'warn', line));
}

function ruleLines({ toll }: TollView, { paper }: Page): string[] {
  return toll.rules.flatMap((rule) =>
    para(`${rule.rule}-${rule.version}: ${lowBestHighWords(valuesOf(rule))}`, paper, '    ').map((line) =>
      ink(paper, 'dim', line),
    ),
  );
}

/**
 * How many of those counted are not named.
 *
 * @example
 * netLines(view, page); // ['  besides 3 named one by one: 23 (if all of them are counted here) to 26 (if none is)']
 */
export function netLines({ net }: Pick<TollView, 'net'>, { paper }: Page): string[] {
  if (net === null) return [];
  const from = net.low === null ? 'an unknown number' : `${net.low} (if all of them are among those counted)`;
  const to = net.high === null ? 'no upper bound' : `${net.high} (if none is)`;
  return para(`besides ${net.named.length} named one by one: ${from} to ${to}`, paper, '  ');
}

function readLines({ read }: TollView, { paper }: Page, { preset }: TollTold): string[] {
  return read.flatMap(({ wording, bounds }) =>
    para(`“${oneLine(wording)}” read as ${boundsWords(bounds)} by ${preset ?? ''}`, paper, '  '),
  );
}

function setterLines(view: TollView, page: Page, { low, best, high }: SetBounds): string[] {
  const setters = new Map<string, string[]>();
  for (const [name, bound] of [
    ['low', low],
    ['best', best],
    ['high', high],
  ] as const) {
    if (bound === null) continue;
    setters.set(bound.setBy, [...(setters.get(bound.setBy) ?? []), name]);
  }
  return [...setters].flatMap(([id, names]) =>
    openedLines(view, id, { page, word: `  ${names.join(', ')} set by ` }),
  );
}

function openedLines({ opened }: TollView, id: string, from: { page: Page; word: string }): string[] {
  const claim = [...opened.values()].find((one) => one.id === id);
  if (claim === undefined) return [];
  const narrow: Page = {
    ...from.page,
    paper: { ...from.page.paper, width: Math.max(20, from.page.paper.width - from.word.length) },
  };
  const [first = '', ...rest] = claimLines(claim, narrow);
  return [`${from.word}${first}`, ...rest.map((line) => `    ${line}`)];
}

function leftOutLines({ toll, proposition }: TollView, page: Page, whole: boolean): string[] {
  const { paper } = page;
  const shown = whole ? toll.excluded : toll.excluded.slice(0, LEFT_OUT_SHOWN);
  const more = toll.excluded.length - shown.length;
  const short = (reason: string): string =>
    reason.replace(/\bclm_[0-9a-z]{26}\b/gu, (id) => shortId(id, page));
  return [
    ...shown.flatMap(({ claim, reason }) =>
      para(`left out ${shortId(claim, page)}: ${short(reason)}`, paper, '  ').map((line) =>
        ink(paper, 'dim', line),
      ),
    ),
    ...(more > 0
      ? para(
          `${more} more left out: onrecord toll --proposition ${shortId(proposition.id, page)}`,
          paper,
          '  ',
        )
      : []),
  ];
}

function stepLines({ toll }: TollView, page: Page, axis: TimeAxis): string[] {
  const { paper } = page;
  const steps = axis === 'known' ? toll.steps : (toll.events?.steps ?? []);
  const title = axis === 'known' ? 'as it became known' : 'by day of the event, as known now';
  const undated = axis === 'event' ? (toll.events?.undated.length ?? 0) : 0;
  return [
    ...para(`${title}:`, paper, '  '),
    ...steps.flatMap(({ day, changedBy, ...bounds }) =>
      para(`${day}  ${lowBestHighWords(bounds)} · ${shortId(changedBy, page)}`, paper, '    '),
    ),
    ...(undated === 0
      ? []
      : para(`${counted(undated, 'claim')} that do not say when: on no day here`, paper, '    ')),
  ];
}
