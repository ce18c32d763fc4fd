/** Before and after, for lists that are cut into pages. */
import { words } from '../words/language.ts';

interface PagesProps {
  readonly offset: number;
  readonly fitting: number;
  readonly perPage: number;
  go(offset: number): void;
}

/** Two buttons and where one is; nothing when all fits one page. */
export function Pages({ offset, fitting, perPage, go }: PagesProps) {
  if (fitting <= perPage) return null;
  const last = Math.min(fitting, offset + perPage);
  return (
    <p class="pages">
      <button type="button" disabled={offset === 0} onClick={() => go(Math.max(0, offset - perPage))}>
        {words('inbox.before')}
      </button>
      <span>{words('inbox.range', { from: offset + 1, to: last, fitting })}</span>
      <button type="button" disabled={last >= fitting} onClick={() => go(offset + perPage)}>
        {words('inbox.after')}
      </button>
    </p>
  );
}
