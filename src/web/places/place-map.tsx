/** The map as the server laid it out. Every mark is a link; the table beside it says the same. */
import type { Answer } from '../api/call.ts';
import { numberIn, words } from '../words/language.ts';
import { placeAddress } from './place-words.ts';

type Told = Answer<'GET /api/map'>;
type Drawn = NonNullable<Told['map']>;

/** The drawing with its key, and what is not on it. */
export function PlaceMap({ told }: { readonly told: Told }) {
  const { map, unplaced, withheld } = told;
  return (
    <figure class="place-map">
      {map === null ? <p class="empty">{words('places.map.none')}</p> : <Drawing map={map} told={told} />}
      <figcaption>
        {map !== null && <MapKey told={told} map={map} />}
        {unplaced > 0 && <p>{words('places.map.unplaced', { count: unplaced })}</p>}
        {withheld > 0 && <p>{words('places.map.withheld', { count: withheld })}</p>}
        {map !== null && <p class="why">{words('places.map.source')}</p>}
      </figcaption>
    </figure>
  );
}

function Drawing({ map, told }: { readonly map: Drawn; readonly told: Told }) {
  const proposed = new Set(told.proposed);
  // Wide areas below, dots above them.
  const below = map.places.filter(({ form }) => form !== 'dot').toReversed();
  const above = map.places.filter(({ form }) => form === 'dot').toReversed();
  return (
    <svg viewBox={`0 0 ${map.width} ${map.height}`}>
      <title>{words('places.map', { count: map.places.length })}</title>
      <Hatch />
      <rect class="water" width={map.width} height={map.height} />
      <path class="land" d={map.land} />
      <path class="borders" d={map.borders} />
      {[...below, ...above].map((place) => (
        <Mark key={place.key} place={place} proposed={proposed.has(place.key)} />
      ))}
      <g>
        {map.labels.map(({ key, text, x, y, anchor }) => (
          <text key={key} class="place-name" x={x} y={y} text-anchor={anchor}>
            {text}
          </text>
        ))}
        {map.scale !== null && <ScaleBar map={map} scale={map.scale} />}
      </g>
      <rect class="frame" x="0.5" y="0.5" width={map.width - 1} height={map.height - 1} />
    </svg>
  );
}

/** Lines across an area: it is told from land without colour. */
function Hatch() {
  return (
    <defs>
      <pattern
        id="map-hatch"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path class="hatch" d="M0 0V6" />
      </pattern>
    </defs>
  );
}

interface MarkProps {
  readonly place: Drawn['places'][number];
  readonly proposed: boolean;
}

function Mark({ place: { key, name, form, outline, x, y }, proposed }: MarkProps) {
  const placing = words(`places.placing.${proposed ? 'proposed' : 'recorded'}`);
  return (
    <a
      href={placeAddress(key)}
      class={`mark ${form} ${proposed ? 'proposed' : 'recorded'}`}
      aria-label={`${name}, ${placing}`}
    >
      <title>{`${name}, ${placing}`}</title>
      {outline !== '' && <path d={outline} class={form === 'dot' ? 'ring' : 'area'} />}
      {form === 'dot' && <circle cx={x} cy={y} r="4" class="dot" />}
    </a>
  );
}

function ScaleBar({ map, scale }: { readonly map: Drawn; readonly scale: NonNullable<Drawn['scale']> }) {
  const [x, y] = [14, map.height - 14];
  return (
    <g class="scale">
      <path d={`M${x} ${y - 5}V${y}H${x + scale.pixels}V${y - 5}`} />
      <text x={x + scale.pixels + 6} y={y}>
        {words('places.map.km', { km: numberIn(scale.km) })}
      </text>
    </g>
  );
}

const KEYS = {
  recorded: { form: 'dot', proposed: false },
  proposed: { form: 'dot', proposed: true },
  ring: { form: 'ring', proposed: false },
  area: { form: 'area', proposed: false },
} as const;

/** What the signs mean; only those that are there. */
function MapKey({ told, map }: { readonly told: Told; readonly map: Drawn }) {
  const shown = (['recorded', 'proposed', 'ring', 'area'] as const).filter((one) => {
    if (one === 'proposed') return told.proposed.length > 0;
    if (one === 'ring') return map.places.some(({ form, outline }) => form === 'dot' && outline !== '');
    if (one === 'area') return map.places.some(({ form }) => form !== 'dot');
    return told.proposed.length < map.places.length;
  });
  return (
    <ul class="map-key">
      {shown.map((one) => (
        <li key={one}>
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <g class={`mark ${KEYS[one].proposed ? 'proposed' : 'recorded'}`}>
              {KEYS[one].form === 'area' && <path class="area" d="M2 4L14 2L18 14L6 18Z" />}
              {KEYS[one].form === 'ring' && <circle class="ring" cx="10" cy="10" r="8" />}
              {KEYS[one].form !== 'area' && <circle class="dot" cx="10" cy="10" r="4" />}
            </g>
          </svg>{' '}
          {words(`places.map.key.${one}`)}
        </li>
      ))}
    </ul>
  );
}
