/**
 * Names that tables expect, in the case of a subject: some rows have a body in the case in which the text has it ("полиции"), others
 * as a subject ("прокуратура"). All are compared as subjects, so that one convention holds for rows that nobody may read, too.
 */
import { lexiconOf } from './lexicon.ts';
import type { LanguagePack } from './pack.ts';
import { subjectFormOf } from './pack-subject-form.ts';
import { packText } from './pack-text.ts';

/**
 * An expected name as a subject.
 *
 * @example
 * namedAsSubject(RU, 'полиции'); // 'полиция'
 */
export function namedAsSubject(pack: LanguagePack, name: string): string {
  const text = packText(name, lexiconOf(pack));
  return subjectFormOf(text, { from: 0, to: text.tokens.length }) ?? name;
}
