/** Keeps where one is in a text, and goes back there when it is opened again. */
import { useEffect, useRef } from 'preact/hooks';
import { keepPlace, type LeftWork } from './left-work.ts';

interface Where {
  readonly source: string;
  /** The claim one is at; null: none. */
  readonly claim: string | null;
  /** The text is drawn. */
  readonly drawn: boolean;
  readonly left: LeftWork;
  /** The address names a claim: that is where one goes. */
  readonly named: boolean;
}

/** Milliseconds without scrolling before the place is kept. */
const PAUSE = 500;

/**
 * Watches claim and scrolling.
 *
 * @example
 * useKeptPlace({ source, claim: claim?.id ?? null, drawn: paragraphs.length > 0, left, named: false });
 */
export function useKeptPlace({ source, claim, drawn, left, named }: Where): void {
  const returned = useRef<string | null>(null);
  const kept = useRef('');
  useEffect(() => {
    if (!drawn || !left.ready || returned.current === source) return;
    returned.current = source;
    const start = left.place?.start ?? null;
    if (named || start === null) return;
    // After the claim was brought into view.
    requestAnimationFrame(() => {
      document.querySelector(`.text p[data-start="${start}"]`)?.scrollIntoView({ block: 'start' });
    });
  }, [source, drawn, left.ready]);
  useEffect(() => {
    if (!drawn || returned.current !== source) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = (): void => {
      const start = topParagraph();
      const now = `${source} ${claim} ${start}`;
      if (kept.current === '') kept.current = now;
      if (kept.current === now) return;
      kept.current = now;
      keepPlace(source, { claim, start });
    };
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(note, PAUSE);
    };
    later();
    document.addEventListener('scroll', later, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      document.removeEventListener('scroll', later, { capture: true });
    };
  }, [source, claim, drawn, left.ready]);
}

/** Where the uppermost paragraph in view begins; null: none is seen. */
function topParagraph(): number | null {
  const text = document.querySelector('.text');
  if (text === null) return null;
  const { left, width, top } = text.getBoundingClientRect();
  const from = Math.max(top, document.querySelector('header.bar')?.getBoundingClientRect().bottom ?? 0);
  for (let below = 8; below < 160; below += 24) {
    const found = document.elementFromPoint(left + width / 2, from + below);
    const start = found?.closest<HTMLElement>('[data-start]')?.dataset.start;
    if (start !== undefined) return Number(start);
  }
  return null;
}
