/** All lines in words, the doubtful first; those that were cut apart. */
import { useState } from 'preact/hooks';
import { words } from '../words/language.ts';
import { type Edge, lineWords } from './line-words.ts';

interface ListProps {
  readonly edges: readonly Edge[];
  readonly cut: readonly Edge[];
  readonly chosen: string | null;
  keyOf(edge: Edge): string;
  choose(edge: Edge): void;
}

const SHOWN = 40;

/** The lists. */
export function EdgeList({ edges, cut, chosen, keyOf, choose }: ListProps) {
  const [all, setAll] = useState(false);
  const ordered = edges.toSorted((a, b) => rank(a) - rank(b));
  const shown = all ? ordered : ordered.slice(0, SHOWN);
  const row = (edge: Edge) => (
    <li key={keyOf(edge)}>
      <button
        type="button"
        class={`plain ${edge.certainty}`}
        aria-pressed={keyOf(edge) === chosen}
        dir="auto"
        onClick={() => choose(edge)}
      >
        {lineWords(edge)}
      </button>
    </li>
  );
  return (
    <>
      {edges.length > 0 && (
        <section aria-labelledby="lines">
          <h2 id="lines">{words('orig.lines')}</h2>
          <ul class="lines">{shown.map(row)}</ul>
          {shown.length < ordered.length && (
            <button type="button" onClick={() => setAll(true)}>
              {words('orig.lines-more', { count: ordered.length - shown.length })}
            </button>
          )}
        </section>
      )}
      {cut.length > 0 && (
        <section aria-labelledby="cut-lines">
          <h2 id="cut-lines">{words('orig.cut-lines')}</h2>
          <ul class="lines cut">{cut.map(row)}</ul>
        </section>
      )}
    </>
  );
}

function rank({ certainty, link }: Edge): number {
  return certainty === 'possible' ? 0 : link === null ? 2 : 1;
}
