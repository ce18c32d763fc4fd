/** The address of a source, printed because paper has no links. It stands there as the file states it. */
import { type Content, html } from './html.ts';

/**
 * An address that shows on paper only; null for none.
 *
 * @example
 * onPaper('https://courier.example/1');
 */
export function onPaper(url: string | null): Content {
  return url === null || url === '' ? null : html` <span class="on-paper"><bdi>${url}</bdi></span>`;
}
