/**
 * Half-made work on its way to the vault: kept there a moment after each change, and at once when the page is hidden or goes. While
 * the desk is away it is tried again. Nothing of it is ever put into the browser's own storage.
 */
import { computed, signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { call } from '../api/call.ts';
import { DeskFault } from '../api/desk-fault.ts';
import { session } from './record-state.ts';

interface Waiting {
  readonly source: string | null;
  /** Null: to be dropped. */
  readonly body: string | null;
}

/** By name; the latest state of each. */
const waiting = new Map<string, Waiting>();
const many = signal(0);
const away = signal(false);

/** `kept`: all of it is in the vault. `away`: the desk does not answer; it stands in this page alone. */
export const keeping = computed<'kept' | 'keeping' | 'away'>(() =>
  many.value === 0 ? 'kept' : away.value ? 'away' : 'keeping',
);

/** Milliseconds without a change before it is sent. */
const PAUSE = 400;
/** Milliseconds before the desk is asked again. */
const PATIENCE = 1_500;
/** A request that outlives its page may hold so many bytes. */
const MOST_OUTLIVING = 60_000;
/** What the desk says while it is away; whatever else it says will not change by asking again. */
const AWAY = new Set(['offline', 'no-session', 'sign-in', 'vault-busy']);

let timer: ReturnType<typeof setTimeout> | undefined;
let sending: Promise<void> | null = null;

/**
 * Keeps something under a name; the last one wins.
 *
 * @param source whose words it may hold; null: none
 * @example
 * keep('claim src_7d2 new', { source: 'src_7d2', body: JSON.stringify(draft) });
 */
export function keep(name: string, what: { readonly source: string | null; readonly body: string }): void {
  put(name, what);
}

/**
 * Drops what was kept under a name: it was finished, or is not wanted.
 *
 * @example
 * drop('claim src_7d2 new');
 */
export function drop(name: string): void {
  put(name, { source: null, body: null });
}

function put(name: string, what: Waiting): void {
  if (session.value?.canWrite === false) return;
  waiting.set(name, what);
  many.value = waiting.size;
  clearTimeout(timer);
  timer = setTimeout(() => void send(), PAUSE);
}

async function send(): Promise<void> {
  if (sending !== null) return;
  sending = drain();
  await sending;
  sending = null;
}

async function drain(): Promise<void> {
  for (let next = first(); next !== null; next = first()) {
    const [name, what] = next;
    try {
      await sendOne(name, what, false);
      away.value = false;
    } catch (error) {
      if (error instanceof DeskFault && AWAY.has(error.code)) {
        away.value = true;
        await new Promise((resolve) => setTimeout(resolve, PATIENCE));
        continue;
      }
    }
    if (waiting.get(name) === what) waiting.delete(name);
    many.value = waiting.size;
  }
}

function first(): readonly [string, Waiting] | null {
  const [one] = waiting;
  return one ?? null;
}

function sendOne(name: string, { source, body }: Waiting, outlives: boolean): Promise<unknown> {
  return body === null
    ? call('POST /api/drafts/drops', { body: { name } }, { outlives })
    : call('POST /api/drafts', { body: { name, source, body } }, { outlives });
}

/** The page may go at any moment now: what waits is sent with it, in so far as a browser lets it. */
function sendAtLast(): void {
  let room = MOST_OUTLIVING;
  for (const [name, what] of waiting) {
    const bytes = new TextEncoder().encode(what.body ?? '').length + name.length;
    if (bytes > room) continue;
    room -= bytes;
    void sendOne(name, what, true).then(
      () => {
        if (waiting.get(name) === what) waiting.delete(name);
        many.value = waiting.size;
      },
      () => undefined,
    );
  }
}

/**
 * Sends what waits when the page is hidden, and has the browser ask before it closes with something that only it holds.
 *
 * @example
 * watchKept();
 */
export function watchKept(): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') sendAtLast();
  });
  window.addEventListener('pagehide', sendAtLast);
  window.addEventListener('beforeunload', (event) => {
    if (keeping.value === 'away') event.preventDefault();
  });
}

/** Something typed that survives the page. */
export interface Kept {
  readonly value: string;
  change(value: string): void;
  /** It is finished or not wanted: it is kept no longer, and begins anew. */
  done(): void;
}

/**
 * Words that are kept while they are typed, and found again where they were left.
 *
 * @param name unique; null: nothing is kept
 * @param begins with what it begins; when it stands so again, nothing is kept
 * @param source whose words it may hold; null: none
 * @example
 * const reason = useKept('reason join prp_2cd', '');
 */
export function useKept(name: string | null, begins: string, source: string | null = null): Kept {
  const [value, setValue] = useState(begins);
  const touched = useRef(false);
  useEffect(() => {
    if (name === null) return undefined;
    let left = false;
    call('GET /api/drafts', { query: { name } }).then(
      ({ drafts }) => {
        const found = drafts.find((one) => one.name === name);
        if (found !== undefined && !left && !touched.current) setValue(found.body);
      },
      () => undefined,
    );
    return () => {
      left = true;
    };
  }, [name]);
  return {
    value,
    change: (next) => {
      touched.current = true;
      setValue(next);
      if (name === null) return;
      if (next === begins) drop(name);
      else keep(name, { source, body: next });
    },
    done: () => {
      setValue(begins);
      if (name !== null) drop(name);
    },
  };
}
