/** Bodies in the case of a subject: "в прокуратуре края" speaks as "прокуратура края". No dictionary: the pack's own lists. */
import { expand } from './expand.ts';
import type { PackSpeakerNoun } from './pack.ts';
import { speakerAt } from './pack-phrase-extent.ts';
import type { PackText, TokenRange } from './pack-text.ts';

/** Letters that two forms of one word share at least. */
const SHARED = 2;

function shared(a: string, b: string): number {
  let k = 0;
  while (k < a.length && k < b.length && a[k] === b[k]) k += 1;
  return k;
}

/** How many letters two phrases share, word by word; -1 where they cannot be forms of one phrase. */
function likeness(form: readonly string[], words: readonly string[]): number {
  if (form.length !== words.length) return -1;
  let sum = 0;
  for (const [k, word] of words.entries()) {
    const same = shared(form[k] ?? '', word);
    if (same < SHARED || word.length - same > 4) return -1;
    sum += same;
  }
  return sum;
}

const forms = new WeakMap<PackSpeakerNoun, readonly (readonly string[])[]>();

function subjectForms(noun: PackSpeakerNoun): readonly (readonly string[])[] {
  const known = forms.get(noun);
  if (known !== undefined) return known;
  const made = expand(noun.forms).map((phrase) => phrase.split(' '));
  forms.set(noun, made);
  return made;
}

/** The noun's subject form for these folded words; null when none of its forms is like them. */
function nounForm(noun: PackSpeakerNoun, words: readonly string[]): readonly string[] | null {
  let best: readonly string[] | null = null;
  let most = -1;
  for (const form of subjectForms(noun)) {
    const like = likeness(form, words);
    if (like > most) [best, most] = [form, like];
  }
  return best;
}

/** The word as written with the ending of another form of it. */
function reworded(written: string, low: string, form: string): string {
  const kept = shared(low, form);
  return written.slice(0, kept) + form.slice(kept);
}

/** "МИДе": capitals with the ending of a case. */
function acronymForm({ tokens }: PackText, { from, to }: TokenRange): string | null {
  const parts = to - from === 1 ? /^(\p{Lu}{2,})\p{Ll}{1,2}$/u.exec(tokens[from]?.text ?? '') : null;
  return parts?.[1] ?? null;
}

/**
 * The name of a body in the case of a subject, the rest as written; null where no noun of the pack stands in another case.
 *
 * @param range the name, adjectives before its noun included
 * @example
 * subjectFormOf(text, { from: 1, to: 3 }); // "прокуратура края" in "В прокуратуре края отказались"
 */
export function subjectFormOf(text: PackText, range: TokenRange): string | null {
  const { tokens, lexicon } = text;
  const { adjectiveForm } = lexicon.pack;
  if (adjectiveForm === undefined) return null;
  let head = range.from;
  while (head < range.to && speakerAt(text, head) === null) head += 1;
  const found = speakerAt(text, head);
  if (found === null) return acronymForm(text, range);
  if (found.form.subject || found.next > range.to) return null;
  const { noun } = found.form;
  const words = tokens.slice(head, found.next).map(({ low }) => low);
  const form = nounForm(noun, words);
  if (form === null) return null;
  const written: string[] = [];
  for (let i = range.from; i < range.to; i += 1) {
    const token = tokens[i];
    if (token === undefined) continue;
    const wanted = i < head ? adjectiveForm(token.low, noun) : (form[i - head] ?? token.low);
    const space = written.length > 0 && token.gap ? ' ' : '';
    written.push(space + reworded(token.text, token.low, wanted));
  }
  return written.join('');
}
