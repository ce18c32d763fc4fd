/** An answer of the desk as a page's state: asked when the question changes, and again when the record does. */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Api } from '../../server/api/every-route.ts';
import { growths } from '../shell/record-state.ts';
import { type Answer, call, type Question } from './call.ts';
import { callWhole, type RowsOf } from './call-whole.ts';
import { DeskFault, noAnswer } from './desk-fault.ts';

/** The last answer stays while a new one is awaited. */
export interface Asked<T> {
  readonly answer: T | null;
  readonly fault: DeskFault | null;
  readonly loading: boolean;
  /** Asks once more. */
  again(): void;
}

/**
 * Asks a question and keeps its answer.
 *
 * @param options.whole the field with the rows: all pages are asked for, and their rows put together
 * @param options.fixed the answer never changes, such as the text of a copy: it is not asked for again when the record grows
 * @example
 * const { answer, fault } = useAnswer('GET /api/sources', { query: { limit: 50 } });
 */
export function useAnswer<K extends keyof Api>(
  key: K,
  question: Question<K> | null,
  options: { readonly fixed?: boolean; readonly whole?: RowsOf<K> } = {},
): Asked<Answer<K>> {
  const asked = question === null ? null : JSON.stringify(question);
  const [times, setTimes] = useState(0);
  const [state, setState] = useState<Omit<Asked<Answer<K>>, 'again'>>({
    answer: null,
    fault: null,
    loading: true,
  });
  const grown = options.fixed === true ? 0 : growths.value;
  // Not after the next paint: what is shown waits for it.
  useLayoutEffect(() => {
    if (question === null) return undefined;
    const controller = new AbortController();
    setState((before) => (before.loading ? before : { ...before, loading: true }));
    const { whole } = options;
    const { signal } = controller;
    const asking =
      whole === undefined
        ? call(key, question, { signal })
        : callWhole(key, { question, rows: whole, signal });
    asking.then(
      (answer) => setState({ answer, fault: null, loading: false }),
      (error: unknown) => {
        if (controller.signal.aborted) return;
        const fault = error instanceof DeskFault ? error : noAnswer();
        setState((before) => ({ ...before, fault, loading: false }));
      },
    );
    return () => controller.abort();
  }, [key, asked, grown, times]);
  return { ...state, again: () => setTimes((n) => n + 1) };
}
