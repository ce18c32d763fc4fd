/** Single keys for actions: never while somebody types, never with a modifier that belongs to the browser. */

/** "a", "shift+a", "ctrl+k", "?", "escape" and so on, with what they do. */
export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/**
 * Binds keys until the returned function is called. The latest binding wins.
 *
 * @example
 * useEffect(() => bindKeys({ j: next, k: previous }), []);
 */
export function bindKeys(map: KeyMap): () => void {
  const listener = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const key = nameOf(event);
    if (isTyping(event.target) && !key.startsWith('ctrl+') && key !== 'escape') return;
    const action = map[key];
    if (action === undefined) return;
    event.preventDefault();
    action(event);
  };
  document.addEventListener('keydown', listener);
  return () => document.removeEventListener('keydown', listener);
}

/**
 * The name of a pressed key. A key of another layout counts by its place: А on a Russian keyboard is F.
 *
 * @example
 * nameOf(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true })); // 'ctrl+k'
 */
export function nameOf(
  event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string {
  const latin = /^[\x20-\x7e]$/u.test(event.key);
  const byPlace = /^Key([A-Z])$/u.exec(event.code)?.[1];
  const key =
    latin || byPlace === undefined || event.key.length > 1 ? event.key.toLowerCase() : byPlace.toLowerCase();
  const ctrl = event.ctrlKey || event.metaKey ? 'ctrl+' : '';
  const shift = event.shiftKey && /^([a-z]|enter|tab|arrow\w+)$/u.test(key) ? 'shift+' : '';
  return event.altKey ? `alt+${key}` : `${ctrl}${shift}${key}`;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  );
}
