/** Where in the desk one is: the path and the question of the address bar, as a signal. */
import { signal } from '@preact/signals';

export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
}

const read = (): Place => ({
  path: window.location.pathname,
  query: new URLSearchParams(window.location.search),
});

export const place = signal<Place>(read());

/**
 * Goes to another place of the desk.
 *
 * @param replace the place one leaves is not kept in the history
 * @example
 * go('/sources/src_7d2');
 */
export function go(to: string, options: { readonly replace?: boolean } = {}): void {
  if (options.replace === true) window.history.replaceState(null, '', to);
  else window.history.pushState(null, '', to);
  place.value = read();
}

/**
 * Follows the browser's own back and forward, and links inside the desk.
 *
 * @example
 * followLocation();
 */
export function followLocation(): void {
  window.addEventListener('popstate', () => {
    place.value = read();
  });
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (link === null || !plain || link.target !== '' || link.origin !== window.location.origin) return;
    if (link.pathname.startsWith('/api/') || link.hasAttribute('download')) return;
    if (link.pathname === window.location.pathname && link.hash !== '') return;
    event.preventDefault();
    go(link.pathname + link.search);
  });
}
