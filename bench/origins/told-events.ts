/**
 * An invented press in three languages that reports on invented events, from a seed. Of each event there is one report; of some
 * there are translations and rewrites of it by other outlets (some facts left out, others in another order, up to five days
 * later), and of some there are reports of another outlet's own, which tell the first facts of the event as well (with the
 * same numbers) and others that they found themselves. Places, people and numbers come from common stocks with a few
 * frequent ones, so that reports on different events agree by accident.
 */

import { FACTS, type Fact, FILLERS, type Name, type NewsLanguage, wordFact } from './event-wording.ts';
import { chanceFrom, seedOf } from './word-model.ts';

/** How a report came about. */
export type Telling = 'first' | 'translated' | 'rewritten' | 'own';

export interface ToldReport {
  readonly text: string;
  readonly language: NewsLanguage;
  /** From 0 on; each writes in one language. */
  readonly outlet: number;
  /** Days since 1970. */
  readonly published: number;
  readonly event: number;
  readonly telling: Telling;
  /** Share of the facts of the first report that are left out, 0 to 1; 0 for others than translations and rewrites. */
  readonly left: number;
}

const OUTLETS = 400;
const LANGUAGES: readonly NewsLanguage[] = ['en', 'en', 'ru', 'es'];
const FIRST_DAY = 22_280;
const PLACES = 300;
const PEOPLE = 4000;
/** Politicians and spokesmen whom many events have. */
const PROMINENT = 40;
const CORE_FACTS = 4;
const SYLLABLES = 'ба ве ги до жа зи ку ла ме ни по ра си ту фе ха цо че шу но ка ро ди ва'.split(' ');
const ENDS = 'н р ск в л м т нск рд лин ров ков дан мар'.split(' ');

function nameOf(seed: number, kind: number, number: number): Name {
  const chance = chanceFrom(seedOf(seed, kind, number));
  const syllables = 1 + Math.floor(chance() * 2.4);
  let word = '';
  for (let at = 0; at < syllables; at += 1) word += SYLLABLES[Math.floor(chance() * SYLLABLES.length)] ?? '';
  word += ENDS[Math.floor(chance() * ENDS.length)] ?? '';
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const GIVEN = 'Иван Анна Рустам Вера Марат Зара Давид Нина Тимур Лада Марк Фарида'.split(' ');

/** A number that is small as often as not, and round as often as not where it is large. */
function anyNumber(chance: () => number): number {
  const size = chance();
  if (size < 0.45) return 2 + Math.floor(chance() * 11);
  if (size < 0.8) return 13 + Math.floor(chance() * 88);
  const large = 100 + Math.floor(chance() ** 3 * 9900);
  return chance() < 0.5 ? Math.round(large / 100) * 100 : large;
}

interface Event {
  readonly day: number;
  readonly p: Name;
  readonly q: Name;
}

function factOf(kind: number, event: Event, seed: number, chance: () => number): Fact {
  const person = (): Name => {
    const number = Math.floor(chance() < 0.25 ? chance() * PROMINENT : chance() * PEOPLE);
    return `${GIVEN[number % GIVEN.length]} ${nameOf(seed, 12, number)}`;
  };
  return {
    kind,
    n: anyNumber(chance),
    compared: Math.floor(chance() * 4),
    x: person(),
    y: person(),
    ...event,
  };
}

function shuffled<Item>(items: readonly Item[], chance: () => number): Item[] {
  return items
    .map((item) => ({ item, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

interface ToTell {
  readonly facts: readonly Fact[];
  readonly language: NewsLanguage;
  readonly published: number;
  readonly wording: 0 | 1 | null;
}

function told({ facts, language, published, wording }: ToTell, chance: () => number): string {
  const sentences = facts.flatMap((fact) => {
    const which = wording ?? (chance() < 0.5 ? 0 : 1);
    const filler = FILLERS[language][Math.floor(chance() * FILLERS[language].length)] ?? '';
    return [wordFact(fact, { language, wording: which, published }), ...(chance() < 0.6 ? [filler] : [])];
  });
  return sentences
    .map((sentence, at) => (at % 4 === 3 ? `${sentence}\n\n` : `${sentence} `))
    .join('')
    .trim();
}

function languageOf(outlet: number): NewsLanguage {
  return LANGUAGES[outlet % LANGUAGES.length] ?? 'en';
}

function outletFor(chance: () => number, fits: (outlet: number) => boolean): number {
  for (;;) {
    const outlet = Math.floor(chance() * OUTLETS);
    if (fits(outlet)) return outlet;
  }
}

function* reportsOf(event: number, seed: number, days: number): Generator<ToldReport> {
  const chance = chanceFrom(seedOf(seed, 20, event));
  const place = (): Name => nameOf(seed, 11, Math.floor(chance() ** 2 * PLACES));
  const what: Event = { day: FIRST_DAY + Math.floor(chance() * days), p: place(), q: place() };
  const core = Array.from({ length: CORE_FACTS }, (_, kind) => factOf(kind, what, seed, chance));
  const found = (): Fact[] => {
    const kinds = Array.from({ length: FACTS.length - CORE_FACTS }, (_, at) => at + CORE_FACTS);
    const some = shuffled(kinds, chance).slice(0, 3 + Math.floor(chance() * 6));
    return some.map((kind) => factOf(kind, { ...what, q: place() }, seed, chance));
  };
  const first = outletFor(chance, () => true);
  const facts = [...core, ...found()];
  const published = what.day + 1 + Math.floor(chance() * 2);
  const base = { event, published, left: 0 };
  const write = (to: ToTell, outlet: number, telling: Telling, left: number): ToldReport => ({
    ...base,
    text: told(to, chance),
    language: to.language,
    published: to.published,
    outlet,
    telling,
    left,
  });
  yield write({ facts, language: languageOf(first), published, wording: null }, first, 'first', 0);
  const derived = (telling: 'translated' | 'rewritten'): ToldReport => {
    const same = telling === 'rewritten';
    const outlet = outletFor(
      chance,
      (one) => one !== first && (languageOf(one) === languageOf(first)) === same,
    );
    const left = chance() * 0.5;
    const kept = facts.filter(() => chance() >= left);
    const order = chance() < 0.5 ? kept : shuffled(kept, chance);
    const later = published + Math.floor(chance() * 6);
    return write(
      { facts: order, language: languageOf(outlet), published: later, wording: null },
      outlet,
      telling,
      left,
    );
  };
  if (chance() < 0.3) for (let n = 1 + Math.floor(chance() * 2); n > 0; n -= 1) yield derived('translated');
  if (chance() < 0.2) yield derived('rewritten');
  if (chance() < 0.35) {
    for (let n = 1 + Math.floor(chance() * 3); n > 0; n -= 1) {
      const outlet = outletFor(chance, (one) => one !== first);
      const own = [...core.filter(() => chance() < 0.8), ...found()];
      const when = published + Math.floor(chance() * 3);
      yield write(
        { facts: own, language: languageOf(outlet), published: when, wording: null },
        outlet,
        'own',
        0,
      );
    }
  }
}

/**
 * So many reports of one seed, event by event.
 *
 * @param days over which the events are spread
 */
export function* toldReports(reports: number, seed: number, days: number): Generator<ToldReport> {
  let made = 0;
  for (let event = 0; made < reports; event += 1) {
    for (const report of reportsOf(event, seed, days)) {
      if (made === reports) return;
      made += 1;
      yield report;
    }
  }
}
