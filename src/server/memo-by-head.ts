/** Remembers what was reckoned for as long as the log does not grow: every view is a function of the log and the question. */
import type { Desk } from '../desk/desk.ts';

/** Answers a question from memory, or reckons it. */
export type MemoByHead = <T>(question: string, reckon: () => Promise<T>) => Promise<T>;

/** Answers held at once; the longest unused goes first. */
const MOST_HELD = 64;

/**
 * A memory over one desk. A failed reckoning is not remembered.
 *
 * @example
 * const remember = memoByHead(desk);
 * await remember('sources', () => listSources(desk));
 */
export function memoByHead(desk: Pick<Desk, 'store'>): MemoByHead {
  let at = -1;
  const held = new Map<string, Promise<unknown>>();
  return async <T>(question: string, reckon: () => Promise<T>): Promise<T> => {
    const head = (await desk.store.head())?.seq ?? 0;
    if (head !== at) held.clear();
    at = head;
    const known = held.get(question);
    if (known !== undefined) {
      held.delete(question);
      held.set(question, known);
      return known as Promise<T>;
    }
    const answer = reckon();
    held.set(question, answer);
    answer.catch(() => held.delete(question));
    const oldest = held.keys().next().value;
    if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest);
    return answer;
  };
}
