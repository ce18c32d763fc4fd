/**
 * A toll over time: steps of low, best and high, the span between them, and a sign for each claim in the shape of its stance.
 * Every sign is a link that tells its claims when it is reached; claims without a number stand in a lane of their own.
 */
import { useEffect, useState } from 'preact/hooks';
import { type DrawnSign, type DrawnStep, signsOf } from '../../dossier/toll-drawing.ts';
import { NARROW, type Scales, scalesOf, WIDE } from '../../dossier/toll-scales.ts';
import type { ClaimId } from '../../record/id.ts';
import { dayWords } from '../parts/day.ts';
import { boundWords } from '../parts/figure.tsx';
import { narrow } from '../parts/narrow.ts';
import { StanceShape } from '../parts/stance-shape.tsx';
import { StanceSign } from '../parts/stance-sign.tsx';
import { go } from '../shell/location.ts';
import { numberIn, words } from '../words/language.ts';
import { boundPath, spansOf } from './step-paths.ts';
import type { TollClaim } from './toll-claims.tsx';

interface TollChartProps {
  readonly title: string;
  readonly axis: 'known' | 'event';
  readonly steps: readonly DrawnStep[];
  readonly claims: readonly TollClaim[];
}

/** The drawing, the claims of the sign one is at, and the key. Nothing without a step and a sign. */
export function TollChart({ title, axis, steps, claims }: TollChartProps) {
  const [at, setAt] = useState<DrawnSign | null>(null);
  useEffect(() => setAt(null), [claims]);
  const drawn = signsOf(claims.map((claim) => ({ ...claim, id: claim.id as ClaimId })));
  if (drawn.length === 0 && steps.length === 0) return <p>{words('chart.nothing')}</p>;
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const scales = scalesOf({ title, axis, steps, claims: [] }, drawn, narrow.value ? NARROW : WIDE);
  const { box } = scales;
  const places = placesOf(scales, drawn);
  const undated = claims.filter(({ day }) => day === null).length;
  return (
    <figure class="chart">
      <svg class="toll" viewBox={`0 0 ${box.width} ${box.height}`} aria-labelledby="chart-title chart-desc">
        <title id="chart-title">{words(`chart.title.${axis}`, { title })}</title>
        <desc id="chart-desc">{describe(steps, claims.length - undated)}</desc>
        <Ground scales={scales} axis={axis} lane={drawn.some(({ value }) => value === null)} />
        <Steps steps={steps} scales={scales} />
        {drawn.map((sign, index) => (
          <Sign
            key={sign.claims[0]?.id}
            sign={sign}
            place={places[index] ?? { x: 0, y: 0 }}
            source={byId.get(sign.claims[0]?.id ?? '')?.source ?? ''}
            words={byId.get(sign.claims[0]?.id ?? '')?.words ?? ''}
            reach={() => setAt(sign)}
          />
        ))}
      </svg>
      <figcaption>
        <span class="key best">{words('bound.best')}</span>
        <span class="key low">{words('bound.low')}</span>
        <span class="key high">{words('bound.high')}</span>
        <span class="key span">{words('chart.between')}</span>
        {steps.some(({ high, low, best }) => high === null && (low ?? best) !== null) && (
          <span class="key unbounded">{words('chart.open')}</span>
        )}
        {[...new Set(drawn.map(({ stance }) => stance))].map((stance) => (
          <StanceSign key={stance} stance={stance} />
        ))}
        {drawn.some(({ used }) => !used) && <span>{words('chart.small')}</span>}
        {claims.some(({ unreviewed, day }) => unreviewed && day !== null) && (
          <span>{words('chart.ringed')}</span>
        )}
        {undated > 0 && <span>{words(`chart.undated.${axis}`, { count: undated })}</span>}
      </figcaption>
      <div class="told" aria-live="polite">
        {at === null ? (
          <p class="why">{words('chart.reach')}</p>
        ) : (
          at.claims.slice(0, 6).map(({ id }) => {
            const claim = byId.get(id);
            return claim === undefined ? null : <Told key={id} claim={claim} />;
          })
        )}
        {at !== null && at.claims.length > 6 && (
          <p class="why">{words('tolls.and-more', { more: at.claims.length - 6 })}</p>
        )}
      </div>
    </figure>
  );
}

function Told({ claim }: { readonly claim: TollClaim }) {
  return (
    <p>
      <StanceSign stance={claim.stance} /> <b dir="auto">{claim.who}</b>, {dayWords(claim.day)}:{' '}
      <a href={`/read/${claim.source}?claim=${claim.id}`}>
        <q dir="auto">{claim.words}</q>
      </a>
      {claim.outlet !== null && claim.outlet !== claim.who && <span class="why"> {claim.outlet}</span>}
    </p>
  );
}

interface SignProps {
  readonly sign: DrawnSign;
  readonly place: Place;
  readonly source: string;
  readonly words: string;
  reach(): void;
}

/** One sign: a link to the first of its claims. */
function Sign({ sign, place, source, words: exact, reach }: SignProps) {
  const { stance, value, used, claims } = sign;
  const [first] = claims;
  const address = `/read/${source}?claim=${first?.id ?? ''}`;
  const who = [...new Set(claims.map((claim) => claim.who))];
  const label = [
    `${words(`stance.${stance}`)}${value === null ? '' : ` ${numberIn(value)}`}`,
    dayWords(first?.day ?? null),
    `${who.slice(0, 3).join(', ')}${who.length > 3 ? ` ${words('tolls.and-more', { more: who.length - 3 })}` : ''}`,
    exact.length > 160 ? `“${exact.slice(0, 160)} …”` : `“${exact}”`,
  ].join(' · ');
  return (
    <g transform={`translate(${place.x.toFixed(1)} ${place.y.toFixed(1)})`}>
      <a
        href={address}
        class={`sh ${stance}${used ? '' : ' small'}`}
        aria-label={label}
        onFocus={reach}
        onMouseEnter={reach}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          go(address);
        }}
      >
        <title>{label}</title>
        <circle class="reach" r="11" />
        {claims.every(({ unreviewed }) => unreviewed) && <circle class="ring" r="9" />}
        <g class="shape">
          <StanceShape stance={stance} />
        </g>
      </a>
    </g>
  );
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Signs of one day and number stand side by side. */
function placesOf({ x, y, box }: Scales, drawn: readonly DrawnSign[]): readonly Place[] {
  const taken = new Map<string, number>();
  return drawn.map(({ time, value }) => {
    const key = `${time} ${value}`;
    const before = taken.get(key) ?? 0;
    taken.set(key, before + 1);
    return {
      x: Math.min(x(time) + before * 12, box.right - 6),
      y: value === null ? box.lane : y(value),
    };
  });
}

function Steps({ steps, scales }: { readonly steps: readonly DrawnStep[]; readonly scales: Scales }) {
  return (
    <>
      <pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse">
        <path class="unbounded" d="M-2 2L2 -2M0 8L8 0M6 10L10 6" />
      </pattern>
      {spansOf(steps, scales).map(({ unbounded, ...rect }) => (
        <rect key={rect.x} class={unbounded ? 'hatched' : 'span'} {...rect} />
      ))}
      {(['low', 'high', 'best'] as const).map((bound) => (
        <path key={bound} class={bound} d={boundPath(steps, bound, scales)} />
      ))}
    </>
  );
}

interface GroundProps {
  readonly scales: Scales;
  readonly axis: 'known' | 'event';
  readonly lane: boolean;
}

/** The axes with their names, and the lane of claims without a number. */
function Ground({ scales, axis, lane }: GroundProps) {
  const { box, x, y, valueTicks, dayTicks } = scales;
  return (
    <g>
      {lane && (
        <>
          <line class="lane" x1={box.left} x2={box.right} y1={box.lane} y2={box.lane} />
          <text class="note" x={box.right} y={box.lane - 13} text-anchor="end">
            {words('chart.lane')}
          </text>
        </>
      )}
      {valueTicks.map((value) => (
        <g key={value}>
          <line class="grid" x1={box.left} x2={box.right} y1={y(value)} y2={y(value)} />
          <text x={box.left - 8} y={y(value) + 4} text-anchor="end">
            {numberIn(value)}
          </text>
        </g>
      ))}
      {dayTicks.map((time) => (
        <g key={time}>
          <line class="tick" x1={x(time)} x2={x(time)} y1={box.bottom} y2={box.bottom + 5} />
          <text x={x(time)} y={box.bottom + 20} text-anchor={anchorAt(x(time), box.width)}>
            {dayWords(new Date(time).toISOString().slice(0, 10))}
          </text>
        </g>
      ))}
      <line class="axis" x1={box.left} x2={box.right} y1={box.bottom} y2={box.bottom} />
      <text class="note" x={box.left - 8} y={box.top - 12}>
        {words('chart.reported')}
      </text>
      <text class="note" x={box.right} y={box.bottom + 40} text-anchor="end">
        {words(`chart.axis.${axis}`)}
      </text>
    </g>
  );
}

function anchorAt(x: number, width: number): 'start' | 'middle' | 'end' {
  if (x + 36 > width) return 'end';
  return x < 36 ? 'start' : 'middle';
}

function describe(steps: readonly DrawnStep[], claims: number): string {
  const first = steps[0];
  const last = steps.at(-1);
  const told = (step: DrawnStep): string =>
    words('chart.step', {
      day: dayWords(step.day),
      low: boundWords(step.low),
      best: boundWords(step.best),
      high: boundWords(step.high),
    });
  return [
    words('chart.desc', { steps: steps.length, claims }),
    ...(first === undefined ? [] : [told(first)]),
    ...(last === undefined || last === first ? [] : [told(last)]),
    words('chart.table-below'),
  ].join(' ');
}
