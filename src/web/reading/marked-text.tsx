/** The text with its marks. A paragraph is drawn anew only when something in it changes; what is not seen is not laid out. */
import { memo } from 'preact/compat';
import { useEffect, useRef } from 'preact/hooks';
import { type MarkedParagraph, stretchesOf } from './marks.ts';

/** How a claim stands, as the text shows it. */
export type ShownStatus = 'proposed' | 'accepted' | 'rejected' | 'superseded';

interface TextProps {
  readonly paragraphs: readonly MarkedParagraph[];
  /** By position of the claim. */
  readonly statuses: readonly ShownStatus[];
  readonly current: number;
  choose(claim: number): void;
}

/** All paragraphs. */
export function MarkedText({ paragraphs, statuses, current, choose }: TextProps) {
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const listener = (event: Event): void => {
      const claim = claimAt(event.target);
      if (claim !== null) choose(claim);
    };
    const drawn = text.current;
    drawn?.addEventListener('click', listener);
    return () => drawn?.removeEventListener('click', listener);
  }, [choose]);
  return (
    <div class="text" ref={text}>
      {paragraphs.map((paragraph) => (
        <Paragraph
          key={paragraph.start}
          paragraph={paragraph}
          current={paragraph.claims.includes(current) ? current : -1}
          shown={paragraph.claims.map((claim) => `${claim}${statuses[claim] ?? 'proposed'}`).join(' ')}
        />
      ))}
    </div>
  );
}

function claimAt(target: EventTarget | null): number | null {
  const mark = target instanceof Element ? target.closest<HTMLElement>('[data-claim]') : null;
  return mark === null ? null : Number(mark.dataset.claim);
}

interface ParagraphProps {
  readonly paragraph: MarkedParagraph;
  /** The current claim when it has a mark here; -1: none. */
  readonly current: number;
  /** Claims here and how they stand, as one text to compare. */
  readonly shown: string;
}

const Paragraph = memo(({ paragraph, current, shown }: ParagraphProps) => {
  const decided = new Set(
    shown
      .split(' ')
      .filter((one) => !one.endsWith('proposed'))
      .map((one) => Number.parseInt(one, 10)),
  );
  return (
    <p dir="auto" data-start={paragraph.start}>
      {stretchesOf(paragraph).map(({ text, roles, claims, opens }, index) => {
        if (roles.length === 0) return text;
        const at = claims.includes(current) ? current : (claims.at(-1) ?? -1);
        const done = claims.every((claim) => decided.has(claim));
        const now = claims.includes(current) ? ' now' : '';
        return (
          <span key={index} class={`m ${roles.join(' ')}${now}${done ? ' done' : ''}`} data-claim={at}>
            {opens.map((claim) => (
              <span key={claim} class="gut" data-claim={claim} aria-hidden="true">
                {claim + 1}
              </span>
            ))}
            {text}
          </span>
        );
      })}
    </p>
  );
});
