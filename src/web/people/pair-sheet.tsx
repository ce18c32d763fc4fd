/** Two listings side by side, and what each comparison adds to the weight, drawn as a waterfall. */
import type { Answer } from '../api/call.ts';
import { numberIn, words } from '../words/language.ts';
import { listingWords } from './listing-words.ts';
import { waterfallBars } from './waterfall-bars.ts';

export type Pair = Answer<'GET /api/people/queue'>['pairs'][number];
type Step = Pair['steps'][number];

const WIDTH = 220;

/** The table. */
export function PairSheet({ pair }: { readonly pair: Pair }) {
  const { bars, zero, end } = waterfallBars(pair.steps.map(({ bits }) => bits));
  const x = (share: number): number => 4 + share * (WIDTH - 8);
  return (
    <div class="scroll">
      <table class="pair">
        <thead>
          <tr>
            <th scope="col">{words('people.compared')}</th>
            <th scope="col">
              <bdi>{pair.a.name}</bdi>
              <span class="why">{words('people.row', { row: pair.a.row })}</span>
            </th>
            <th scope="col">
              <bdi>{pair.b.name}</bdi>
              <span class="why">{words('people.row', { row: pair.b.row })}</span>
            </th>
            <th scope="col">{words('people.level')}</th>
            <th scope="col" class="bits">
              {words('people.bits')}
            </th>
          </tr>
        </thead>
        <tbody>
          {pair.steps.map((step, at) => {
            const bar = bars[at];
            return (
              <tr key={step.column ?? ''}>
                <th scope="row">{step.column === null ? words('people.prior') : columnWords(step)}</th>
                <td dir="auto">{step.column === null ? '' : (step.a ?? <Missing />)}</td>
                <td dir="auto">{step.column === null ? '' : (step.b ?? <Missing />)}</td>
                <td>{levelWords(step)}</td>
                <td class="bits">
                  <span>{signed(step.bits)}</span>
                  {bar !== undefined && (
                    <svg viewBox={`0 0 ${WIDTH} 16`} aria-hidden="true" focusable="false">
                      <line class="even" x1={x(zero)} x2={x(zero)} y1={0} y2={16} />
                      <rect
                        class={bar.adds ? 'adds' : 'takes'}
                        x={x(bar.from)}
                        width={Math.max(1, x(bar.to) - x(bar.from))}
                        y={3}
                        height={10}
                      />
                    </svg>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              {words('people.weight')}
            </th>
            <td class="bits">
              <b>{signed(pair.weight)}</b>
              <svg viewBox={`0 0 ${WIDTH} 16`} aria-hidden="true" focusable="false">
                <line class="even" x1={x(zero)} x2={x(zero)} y1={0} y2={16} />
                <path class="sum" d={`M${x(end)} 2L${x(end) + 5} 8L${x(end)} 14L${x(end) - 5} 8Z`} />
              </svg>
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Missing() {
  return <span class="why">{words('people.not-given')}</span>;
}

function columnWords({ column, across }: Step): string {
  const plain = listingWords('column', across ?? column ?? '');
  return across === null ? plain : words('people.across', { column: plain });
}

function levelWords({ column, level, rarity }: Step): string {
  if (column === null) return '';
  if (level === null) return words('people.no-comparison');
  const rare = rarity === null || rarity === 0 ? '' : ` (${words('people.rare', { bits: signed(rarity) })})`;
  return `${listingWords('level', level)}${rare}`;
}

function signed(bits: number): string {
  const rounded = Math.round(Math.abs(bits) * 10) / 10;
  return `${rounded === 0 ? '' : bits < 0 ? '−' : '+'}${numberIn(rounded)}`;
}
