/** A table of counts as it would be published: a withheld cell is a sign, and a word for whoever does not see it. */

import { type CountRow, countGrid } from '../../reckon/disclosure/count-grid.ts';
import { numberIn, words } from '../words/language.ts';
import { axisWords, labelWords } from './count-words.ts';

interface CountTableProps {
  readonly table: {
    readonly file: string;
    readonly axes: readonly string[];
    readonly rows: readonly CountRow[];
  };
}

/** The table. */
export function CountTable({ table: { file, axes, rows } }: CountTableProps) {
  const { across, down } = countGrid(rows);
  const left = axes.length > 1 ? axes.slice(0, -1) : axes;
  const last = axes.at(-1) ?? '';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is moved sideways with the keyboard
    <section class="table-room" tabIndex={0} aria-label={file}>
      <table class="places count-table">
        <caption>{axes.map(axisWords).join(' × ')}</caption>
        <thead>
          <tr>
            {left.map((axis) => (
              <th key={axis} scope="col">
                {axisWords(axis)}
              </th>
            ))}
            {across.length === 0 ? (
              <th scope="col">{words('counts.count')}</th>
            ) : (
              across.map((label) => (
                <th key={label} scope="col">
                  <bdi>{labelWords(last, label)}</bdi>
                </th>
              ))
            )}
          </tr>
        </thead>
        <tbody>
          {down.map(({ labels, counts }) => (
            <tr key={labels.join('\t')}>
              {labels.map((label, at) => (
                <th key={left[at]} scope="row">
                  <bdi>{labelWords(left[at] ?? '', label)}</bdi>
                </th>
              ))}
              {counts.map((count, at) => (
                <td key={across[at] ?? at} class={count === null ? 'withheld' : 'number'}>
                  {count === null ? <Withheld /> : numberIn(count)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Withheld() {
  return (
    <span role="img" aria-label={words('counts.withheld')}>
      ×
    </span>
  );
}
