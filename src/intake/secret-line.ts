/**
 * One line typed at a terminal in raw mode: what the keys do to the text. Knows the keys that a person uses while
 * typing blind; swallows arrows, function keys and the marks around pasted text; draws nothing.
 */

/** How far the line is. */
export type LineState = 'open' | 'done' | 'stopped';

/** A line that is being typed. */
export interface SecretLine {
  /** Takes characters as the terminal sends them; after `done` or `stopped` they are ignored. */
  feed(characters: string): LineState;
  readonly text: string;
}

const ENTER = new Set(['\r', '\n']);
const BACKSPACE = new Set(['\u007f', '\b']);
const CTRL_C = '\u0003';
const CTRL_D = '\u0004';
const CTRL_U = '\u0015';
const CTRL_W = '\u0017';
const ESCAPE = '\u001b';
/** Characters; more is no passphrase but something pasted by mistake. */
const MOST = 4096;

/**
 * An empty line.
 *
 * @example
 * const line = secretLine();
 * line.feed('abx\u007fc\r'); // 'done'; line.text is 'abc'
 */
export function secretLine(): SecretLine {
  let typed: string[] = [];
  let state: LineState = 'open';
  let sequence: 'none' | 'begun' | 'inside' = 'none';

  const swallowed = (key: string): boolean => {
    if (key === ESCAPE) sequence = 'begun';
    else if (sequence === 'begun') sequence = key === '[' || key === 'O' ? 'inside' : 'none';
    else if (sequence === 'inside') sequence = /[\u0040-\u007e]/u.test(key) ? 'none' : 'inside';
    else return false;
    return true;
  };

  const take = (key: string): void => {
    if (key === CTRL_C || (key === CTRL_D && typed.length === 0)) {
      state = 'stopped';
      typed = [];
    } else if (swallowed(key)) return;
    else if (ENTER.has(key) || key === CTRL_D) state = 'done';
    else if (BACKSPACE.has(key)) typed.pop();
    else if (key === CTRL_U) typed = [];
    else if (key === CTRL_W) typed = [...typed.join('').replace(/\S*\s*$/u, '')];
    else if (key >= ' ' && typed.length < MOST) typed.push(key);
  };

  return {
    feed(characters) {
      for (const key of characters) if (state === 'open') take(key);
      return state;
    },
    get text() {
      return typed.join('');
    },
  };
}
