/** "the mayor of Dol", "Mr. Vey's office": words for an office, and whom they stand for when its holder is not named. */
import { isPersonWord } from './actor-words.ts';
import type { Entity } from './entities.ts';
import { type Hearing, headOf, recentOf, sentenceOf, textOf, type Verdict } from './hearing.ts';
import { lowerAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';
import type { Range } from './sentences.ts';

/**
 * Head words of offices that one person holds at a time.
 *
 * @example
 * OFFICE.test('mayor'); // true
 */
export const OFFICE =
  /^(?:minister|president|director|chief|leader|governor|mayor|commander|secretary|chairman|chairwoman|chair|ambassador|deputy|premier|chancellor|envoy|rapporteur|commissioner|head|prosecutor|judge|king|queen|general|colonel|ombudsman|ombudswoman|representative|nuncio)$/;

/**
 * "The prosecutor of Kessar", "Ostrana's ombudsman": an office with its place, held by somebody not named.
 *
 * @example
 * officeHeld(hearing, range, 'mayor')?.anonymity; // 'role' for "the mayor of Dol"; null without a place
 */
export function officeHeld(hearing: Hearing, range: Range, head: string): Verdict | null {
  const { parsed } = hearing;
  if (!OFFICE.test(head)) return null;
  const title = { from: range.from + 1, to: range.to };
  const capitals =
    title.to - title.from >= 2 && parsed.tags.slice(title.from, title.to).every((tag) => tag === 'NAME');
  if (capitals && lowerAt(parsed, range.from) === 'the') {
    const words = textOf(parsed, title);
    return {
      resolved: words,
      because: `the office of "${words}"; its holder is not named here`,
      kind: 'person',
      anonymity: 'role',
    };
  }
  for (let i = range.from; i < range.to; i += 1) {
    const of = /^(?:of|for)$/.test(lowerAt(parsed, i)) && i > range.from;
    const owner = /^(?:'s|'|’)$/.test(lowerAt(parsed, i));
    if (!of && !owner) continue;
    const named = of
      ? parsed.tags.slice(i + 1, Math.min(i + 4, range.to)).includes('NAME')
      : parsed.tags[i - 1] === 'NAME';
    if (!named) continue;
    const end = endOfOffice(parsed, range);
    const words = textOf(parsed, { from: range.from, to: end }).replace(/^(?:the|a|an) /i, '');
    return {
      resolved: words,
      because: `the office of "${words}"; its holder is not named here`,
      kind: 'person',
      anonymity: 'role',
    };
  }
  return null;
}

/**
 * The description without a relative clause or an apposition.
 *
 * @example
 * endOfOffice(parsed, range); // token index, exclusive: the comma of "the mayor of Dol, who resigned"
 */
export function endOfOffice(parsed: ParsedText, range: Range): number {
  for (let i = range.from + 1; i < range.to; i += 1)
    if (/^(?:,|who|which|that|—|–|\()$/.test(lowerAt(parsed, i)))
      return parsed.tags[i - 1] === 'PREP' && i - 1 > range.from ? i - 1 : i;
  return range.to;
}

/**
 * "Mr. Vey's office", "Her office": speaks for that person.
 *
 * @example
 * officeOf(hearing, range)?.resolved; // 'Vey'; null when no person is named or meant
 */
export function officeOf(hearing: Hearing, range: Range): Verdict | null {
  const { parsed, entities } = hearing;
  const own = /^(?:his|her)$/.test(lowerAt(parsed, range.from));
  const person = own
    ? recentOf(
        entities.filter((e) => e.kind === 'person'),
        range.from,
      )
    : entities.find((e) => e.kind === 'person' && e.mentions.some((m) => m >= range.from && m < range.to));
  return person === null || person === undefined
    ? null
    : { resolved: person.name, because: `speaks for ${person.name}`, kind: 'person', anonymity: 'role' };
}

/**
 * "The office of the governor of Kessar" speaks for the governor.
 *
 * @example
 * officeBehind(hearing, range)?.resolved; // 'governor of Kessar'; null for any other office
 */
export function officeBehind(hearing: Hearing, range: Range): Verdict | null {
  const { parsed } = hearing;
  const at = range.from + (lowerAt(parsed, range.from) === 'the' ? 1 : 0);
  if (
    lowerAt(parsed, at) !== 'office' ||
    lowerAt(parsed, at + 1) !== 'of' ||
    lowerAt(parsed, at + 2) !== 'the'
  )
    return null;
  const inner = { from: at + 2, to: range.to };
  const head = headOf(parsed, inner);
  return isPersonWord(head) ? officeHeld(hearing, inner, head) : null;
}

/**
 * "the mayor of Dol" is not the mayor of Norrin named before.
 *
 * @example
 * sameOffice(hearing, holder, range); // true when the description names no place
 */
export function sameOffice(hearing: Hearing, holder: Entity, range: Range): boolean {
  const { parsed } = hearing;
  const places = hearing.entities.filter(
    (e) => e !== holder && e.mentions.some((m) => m >= range.from && m < range.to),
  );
  if (places.length === 0) return true;
  const first = holder.mentions[0] ?? 0;
  return places.some((e) =>
    e.mentions.some((m) => Math.abs(m - first) < 8 && sentenceOf(parsed, m) === sentenceOf(parsed, first)),
  );
}
