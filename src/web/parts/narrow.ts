/** Whether the window is as narrow as a telephone: drawings have a second frame for it. */
import { signal } from '@preact/signals';

const query = window.matchMedia('(max-width: 44rem)');

/** Follows the window. */
export const narrow = signal(query.matches);
query.addEventListener('change', () => {
  narrow.value = query.matches;
});
