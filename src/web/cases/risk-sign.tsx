/** How much danger the team sees for a case: a shape and a word, so that it needs no colour. */
import { words } from '../words/language.ts';

const SHAPES = {
  acute: <path d="M8 1 15 14H1Z" class="full" />,
  high: <path d="M8 2.5 13.8 13.2H2.2Z" class="open" />,
  medium: <path d="M8 1.5 14.5 8 8 14.5 1.5 8Z" class="open" />,
  low: <circle cx="8" cy="8" r="5.5" class="open" />,
  unknown: <path d="M3 8H13" class="open" />,
} as const;

export type RiskLevel = keyof typeof SHAPES;

/** The sign with its word. */
export function RiskSign({ level }: { readonly level: RiskLevel }) {
  return (
    <span class={`risk ${level}`}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        {SHAPES[level]}
      </svg>
      {words(`cases.risk.${level}`)}
    </span>
  );
}
