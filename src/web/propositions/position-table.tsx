/** Positions of every actor over time: allegation next to denial next to silence, each sign a way to the words. */
import type { ClaimShape } from '../../server/api/claim-shapes.ts';
import { dayWords } from '../parts/day.ts';
import { StanceSign } from '../parts/stance-sign.tsx';
import { words } from '../words/language.ts';
import { type GridPosition, type GridSaying, gridOf } from './position-grid.ts';

interface TableProps {
  readonly positions: readonly GridPosition[];
  /** To lead to the words; a saying of a claim that is not among them has no link. */
  readonly claims: readonly ClaimShape[];
}

/** The table. */
export function PositionTable({ positions, claims }: TableProps) {
  const { columns, rows } = gridOf(positions);
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return (
    <section aria-labelledby="positions">
      <h2 id="positions">{words('prop.positions')}</h2>
      <p class="why">{words('prop.positions-note')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled with the keyboard, too */}
      <section class="scroll" tabIndex={0} aria-label={words('prop.table')}>
        <table class="grid">
          <thead>
            <tr>
              <th scope="col">{words('prop.who')}</th>
              {columns.map((column) => (
                <th scope="col" key={column}>
                  {column === null ? words('prop.no-date') : dayWords(column)}
                </th>
              ))}
              <th scope="col" class="last">
                {words('prop.now')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at} class={row.inherited ? 'inherited' : ''}>
                <th scope="row" dir="auto">
                  {row.name}
                  {row.inherited && <small>{words('prop.inherited')}</small>}
                </th>
                {row.cells.map((cell, index) => (
                  <td key={index}>
                    {cell.map((saying) => (
                      <Saying key={saying.stance} saying={saying} byId={byId} />
                    ))}
                  </td>
                ))}
                <td class="last">
                  <StanceSign stance={row.latest} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

interface SayingProps {
  readonly saying: GridSaying;
  readonly byId: ReadonlyMap<string, ClaimShape>;
}

function Saying({ saying, byId }: SayingProps) {
  const { stance, claims } = saying;
  const claim = claims.map((id) => byId.get(id)).find((one) => one !== undefined);
  const many = claims.length > 1 ? ` ×${claims.length}` : '';
  if (claim === undefined)
    return (
      <span class="saying">
        <StanceSign stance={stance} />
        {many}
      </span>
    );
  return (
    <a
      class={`saying ${claim.status}`}
      href={`/read/${claim.source.id}?claim=${claim.id}`}
      title={claim.passages[0]?.exact}
    >
      <StanceSign stance={stance} />
      {many}
    </a>
  );
}
