/**
 * The text with its marks, in stretches of some paragraphs. A stretch, and in it a paragraph, is drawn anew only when something
 * in it changes; what is not seen is not laid out. So a key costs the same in a text of one page and of five hundred. Of a long
 * text its beginning and the places one goes to are drawn at once, the rest a moment later, some stretches at a time.
 */
import { memo } from 'preact/compat';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type MarkedParagraph, stretchesOf } from './marks.ts';

/** How a claim stands, as the text shows it. */
export type ShownStatus = 'proposed' | 'accepted' | 'rejected' | 'superseded';

interface TextProps {
  readonly paragraphs: readonly MarkedParagraph[];
  /** By position of the claim. */
  readonly statuses: readonly ShownStatus[];
  readonly current: number;
  /** A paragraph that begins here is drawn at once: code units; null: none. */
  readonly kept: number | null;
  choose(claim: number): void;
}

/** All paragraphs. */
export function MarkedText({ paragraphs, statuses, current, kept, choose }: TextProps) {
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
  const parts = useMemo(() => inParts(paragraphs), [paragraphs]);
  const drawn = useDrawn(parts.length);
  const now = (part: TextPart): boolean => part.claims.includes(current) || holds(part, kept);
  return (
    <div class="text" ref={text} aria-busy={drawn < parts.length}>
      {parts.map((part, at) =>
        at < drawn || now(part) ? (
          <Part key={part.start} part={part} {...shownIn(part.claims, current, statuses)} />
        ) : (
          <div key={part.start} class="part" />
        ),
      )}
    </div>
  );
}

/** Stretches drawn at once, and with every step after that. */
const PARTS_AT_ONCE = 1;
const PARTS_IN_STEP = 8;

/** How many stretches from the beginning are drawn: more after each paint, until it is all of them. */
function useDrawn(all: number): number {
  const [drawn, setDrawn] = useState(PARTS_AT_ONCE);
  useEffect(() => {
    if (drawn >= all) return undefined;
    const timer = setTimeout(() => setDrawn(drawn + PARTS_IN_STEP), 0);
    return () => clearTimeout(timer);
  }, [drawn, all]);
  return drawn;
}

function holds({ start, paragraphs }: TextPart, place: number | null): boolean {
  return place !== null && place >= start && place <= (paragraphs.at(-1)?.start ?? start);
}

/** Some paragraphs after one another. */
interface TextPart {
  readonly start: number;
  readonly paragraphs: readonly MarkedParagraph[];
  readonly claims: readonly number[];
}

const PARAGRAPHS_IN_PART = 40;

function inParts(paragraphs: readonly MarkedParagraph[]): readonly TextPart[] {
  const parts: TextPart[] = [];
  for (let at = 0; at < paragraphs.length; at += PARAGRAPHS_IN_PART) {
    const some = paragraphs.slice(at, at + PARAGRAPHS_IN_PART);
    const claims = [...new Set(some.flatMap((paragraph) => paragraph.claims))];
    parts.push({ start: some[0]?.start ?? 0, paragraphs: some, claims });
  }
  return parts;
}

/** What of the state of the page concerns these claims: as two values that are compared at a glance. */
function shownIn(claims: readonly number[], current: number, statuses: readonly ShownStatus[]) {
  return {
    current: claims.includes(current) ? current : -1,
    shown: claims.map((claim) => `${claim}${statuses[claim] ?? 'proposed'}`).join(' '),
  };
}

interface PartProps {
  readonly part: TextPart;
  readonly current: number;
  /** Claims here and how they stand, as one text to compare. */
  readonly shown: string;
}

const Part = memo(({ part, current, shown }: PartProps) => {
  const statuses: ShownStatus[] = [];
  for (const one of shown.split(' ')) {
    const claim = Number.parseInt(one, 10);
    if (!Number.isNaN(claim)) statuses[claim] = one.slice(String(claim).length) as ShownStatus;
  }
  return (
    <div class="part">
      {part.paragraphs.map((paragraph) => (
        <Paragraph
          key={paragraph.start}
          paragraph={paragraph}
          {...shownIn(paragraph.claims, current, statuses)}
        />
      ))}
    </div>
  );
});

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
