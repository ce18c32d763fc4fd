/** Who came in since the last speaker, of whom is spoken, and what a question just named: subjects that a pronoun goes on from. */
import { kindOfWord } from './actor-words.ts';
import type { Entity } from './entities.ts';
import { type Hearing, headOf, type Speaker, sentenceOf, textOf, type Verdict } from './hearing.ts';
import { lowerAt, phraseStartingAt } from './noun-phrases.ts';
import type { ParsedText } from './parsed-text.ts';

/**
 * "And the government? It says …": whom a question without a verb just before names.
 *
 * @example
 * topicAsked(hearing, 12)?.resolved; // 'government'
 */
export function topicAsked(hearing: Hearing, before: number): Verdict | null {
  const { parsed } = hearing;
  const sentence = parsed.sentences[sentenceOf(parsed, before) - 1];
  if (sentence === undefined || sentence.to - sentence.from > 8 || lowerAt(parsed, sentence.to - 1) !== '?')
    return null;
  let { from } = sentence;
  while (/^(?:and|but|so|what|about|how|or)$/.test(lowerAt(parsed, from))) from += 1;
  const phrase = from > sentence.from ? phraseStartingAt(parsed, from, sentence.to - 1) : null;
  if (phrase === null || phrase.to < sentence.to - 1) return null;
  const [entity] = hearing.entities.filter((e) => e.mentions.some((m) => m >= phrase.from && m < phrase.to));
  const words = textOf(parsed, phrase);
  if (entity !== undefined)
    return {
      resolved: entity.name,
      kind: entity.kind,
      anonymity: 'named',
      because: `"${words}" was just asked about`,
    };
  const head = headOf(parsed, phrase);
  const kind = kindOfWord(head);
  if (kind === null) return null;
  return {
    resolved: words.replace(/^the /i, ''),
    because: `"${words}" was just asked about`,
    kind,
    anonymity: 'named',
  };
}

/**
 * "A mother accused them. The family's deputy, Oumar Kell, stepped in. *He* said": the person that the sentence before
 * opens with, where nobody has spoken since.
 *
 * @param agrees whether a person may be meant by the pronoun
 * @example
 * newSubject(hearing, () => true, { before: 30, last })?.name; // 'Oumar Kell'
 */
export function newSubject(
  hearing: Hearing,
  agrees: (person: Entity) => boolean,
  { before, last }: { readonly before: number; readonly last: Speaker | undefined },
): Entity | null {
  const { parsed } = hearing;
  const sentence = parsed.sentences[sentenceOf(parsed, before) - 1];
  if (sentence === undefined || (last !== undefined && last.range.from >= sentence.from)) return null;
  if (parsed.paragraphAt[sentence.from] !== parsed.paragraphAt[before]) return null;
  const met = /^(?:i|we)$/.test(lowerAt(parsed, sentence.from));
  let verb = met ? sentence.to : sentence.from;
  while (
    verb < Math.min(sentence.to, sentence.from + 30) &&
    !/^(?:VBF|VBD|AUX|MODAL)$/.test(parsed.tags[verb] ?? '')
  )
    verb += 1;
  const opening = hearing.entities.filter(
    (e) =>
      e.kind === 'person' &&
      !e.place &&
      agrees(e) &&
      e.mentions.some(
        (m) => m >= sentence.from && m < verb && !/^(?:'s|’s)$/.test(lowerAt(parsed, endOfName(parsed, m))),
      ),
  );
  const [only] = opening;
  return only !== undefined &&
    opening.length === 1 &&
    only.name !== last?.resolved &&
    (met || last !== undefined)
    ? only
    : null;
}

/**
 * "The judge found that *Officer K* had lied when he denied it": the person whose doing is told since the speaker.
 *
 * @example
 * subjectSince(hearing, () => true, { before: 12, last })?.name; // 'Officer K'
 */
export function subjectSince(
  hearing: Hearing,
  agrees: (person: Entity) => boolean,
  { before, last }: { readonly before: number; readonly last: Speaker | undefined },
): Entity | null {
  const { parsed } = hearing;
  const sentence = parsed.sentences[sentenceOf(parsed, before)];
  if (sentence === undefined || last === undefined || last.range.from < sentence.from) return null;
  if (!/^(?:when|as|after|before|while|because|that|until)$/.test(lowerAt(parsed, before - 1))) return null;
  const since = hearing.entities.filter(
    (e) =>
      e.kind === 'person' &&
      !e.place &&
      e.name !== last.resolved &&
      agrees(e) &&
      e.mentions.some(
        (m) =>
          m > last.range.to &&
          m < before &&
          /^(?:that|when|how|,|whether)$/.test(lowerAt(parsed, m - 1)) &&
          /^(?:VBD|VBF|AUX|MODAL)$/.test(parsed.tags[endOfName(parsed, m)] ?? ''),
      ),
  );
  const [only] = since;
  return only !== undefined && since.length === 1 ? only : null;
}

function endOfName(parsed: ParsedText, from: number): number {
  let to = from;
  while (parsed.tags[to] === 'NAME') to += 1;
  return to;
}
