/**
 * Asks at the terminal which case is meant, where the command line does not say: a pseudonym that is typed there stays in the history
 * of the shell, and one that is typed at the question does not.
 */
import type { CaseTools } from '../compose.ts';
import { usageError } from './command.ts';

type Source = Pick<CaseTools['source'], 'ask'>;

/**
 * The words after `case ACTION` with the case in front: as they were given, or with the answer of the person where one is missing.
 *
 * @param most how many words the action takes, the case among them
 * @throws OnRecordError `bad-usage` when nobody is there to ask or nothing is answered; `locked` when the person stops
 * @example
 * await withCaseNamed(tools.source, { action: 'attach', words: ['letter.pdf'], most: 2 }); // ['Heron', 'letter.pdf']
 */
export async function withCaseNamed(
  source: Source,
  {
    action,
    words,
    most,
  }: { readonly action: string; readonly words: readonly string[]; readonly most: number },
): Promise<readonly string[]> {
  if (words.length >= most) return words;
  const [first] = words;
  if (first !== undefined && isCase(first))
    throw usageError(
      `${action} takes ${most === 2 ? 'a file' : 'a document and a file'} after the case`,
      'case',
    );
  return [await answered(source, 'Which case (its pseudonym or id): ', `${action} needs a case`), ...words];
}

/**
 * The words to look for: as they were given, or as the person types them.
 *
 * @throws OnRecordError as `withCaseNamed`
 * @example
 * await withWordsTyped(tools.source, []); // ['insulin']
 */
export async function withWordsTyped(source: Source, words: readonly string[]): Promise<readonly string[]> {
  return words.length > 0 ? words : [await answered(source, 'Words to look for: ', 'search needs words')];
}

/**
 * What a new case is called: as it was given, or as the person types it.
 *
 * @throws OnRecordError as `withCaseNamed`
 * @example
 * await pseudonymTyped(tools.source, null); // 'Heron'
 */
export async function pseudonymTyped(source: Source, given: string | null): Promise<string> {
  return given ?? answered(source, 'What the team calls it (not a name): ', 'new needs a pseudonym');
}

/** On a screen of its own that is gone afterwards. */
async function answered(source: Source, question: string, needed: string): Promise<string> {
  const answer = await source.ask(question, { visible: true });
  if (answer === null)
    throw usageError(`${needed}, and there is no terminal to ask at: give it on the command line`, 'case');
  if (answer.trim() === '') throw usageError(`${needed}, and nothing was typed`, 'case');
  return answer.trim();
}

const isCase = (word: string): boolean => word.startsWith('cas_');
