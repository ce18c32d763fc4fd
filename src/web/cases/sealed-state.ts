/**
 * What the page knows while cases are unlocked, and how it lets go of it: a lock leaves for a blank page, so that nothing of a case
 * stays in the memory of this one. Nothing is ever put into the browser's storage, nor into an address.
 */
import { signal } from '@preact/signals';
import { type Answer, call } from '../api/call.ts';

export type SealedState = Answer<'GET /api/sealed'>;

/** Null until it is first told. */
export const sealed = signal<SealedState | null>(null);
/** Lock when the tab is hidden. */
export const locksHidden = signal(false);

const MINUTE_MS = 60_000;
/** Milliseconds between two words to the server that somebody is at work. */
const USE_EVERY = 20_000;
/** Two presses of Esc within so many milliseconds lock. */
const DOUBLE_MS = 600;

let watching = false;
let leaving = false;
let lastUse = 0;
let told = 0;
let lastEscape = 0;

/**
 * Takes in how things stand, and begins to watch when something is unlocked.
 *
 * @example
 * take(await call('GET /api/sealed', {}));
 */
export function take(state: SealedState): void {
  sealed.value = state;
  if (state.me !== null) watch();
}

/**
 * Names of those who can open the compartment that is open.
 *
 * @example
 * membersInside(); // ['lena', 'omar']
 */
export function membersInside(): readonly string[] {
  const all = sealed.value?.open?.members ?? [];
  return all.filter(({ role }) => role !== null).map(({ name }) => name);
}

/**
 * Locks: keys, cases and index go from the server, and this page goes for a blank one.
 *
 * @example
 * lockNow();
 */
export function lockNow(): void {
  if (leaving) return;
  leaving = true;
  void call('POST /api/sealed/locks', { body: {} }, { outlives: true }).catch(() => undefined);
  document.body.replaceChildren();
  document.title = 'onrecord';
  window.location.replace('/blank');
}

function watch(): void {
  lastUse = Date.now();
  told = lastUse;
  if (watching) return;
  watching = true;
  // On the way down, before any field or dialog sees the key.
  window.addEventListener('keydown', onKey, { capture: true });
  for (const kind of ['pointerdown', 'input', 'wheel'] as const)
    window.addEventListener(kind, used, { capture: true, passive: true });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && locksHidden.value) lockNow();
  });
  window.addEventListener('pagehide', () => {
    if (leaving) return;
    leaving = true;
    void call('POST /api/sealed/locks', { body: {} }, { outlives: true }).catch(() => undefined);
    document.body.replaceChildren();
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) window.location.replace('/blank');
  });
  setInterval(() => {
    if (Date.now() - lastUse >= (sealed.value?.minutes ?? 1) * MINUTE_MS) lockNow();
  }, 1_000);
}

function onKey(event: KeyboardEvent): void {
  const isSecondEscape = event.key === 'Escape' && event.timeStamp - lastEscape < DOUBLE_MS && !event.repeat;
  if (event.key === 'Escape' && !event.repeat) lastEscape = event.timeStamp;
  if (event.key === 'F9' || isSecondEscape) {
    event.preventDefault();
    event.stopImmediatePropagation();
    lockNow();
    return;
  }
  used();
}

function used(): void {
  lastUse = Date.now();
  if (lastUse - told < USE_EVERY) return;
  told = lastUse;
  void call('POST /api/sealed/uses', { body: {} }).then(
    ({ unlocked }) => {
      if (!unlocked) lockNow();
    },
    () => undefined,
  );
}
