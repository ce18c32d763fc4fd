/**
 * A drawn map as inline SVG: land, borders, areas hatched so that they are told from land without colour, dots in the ring of their
 * uncertainty, names, a bar of kilometres. Every mark is a link; the list beside it says the same in words.
 */
import { numberWords } from '../figure-words.ts';
import { type Content, type Html, html, plainLine } from '../html.ts';
import type { DrawnMap, DrawnPlace } from './draw-map.ts';

interface MapWords {
  /** What the drawing shows, for those who do not see it. */
  readonly label: Content;
  /** Where a mark leads. */
  readonly hrefOf: (key: string) => string;
  /** Said of a mark beside its name. */
  readonly sayOf: (key: string) => Content;
  /** Tells the patterns of two maps of one page apart. */
  readonly id: string;
}

/**
 * The drawing.
 *
 * @example
 * mapSvg(map, { id: 'map', label: 'Places of this record', hrefOf: (key) => `places/${key}.html`, sayOf: () => 'a region' });
 */
export function mapSvg(map: DrawnMap, words: MapWords): Html {
  const areas = map.places.filter(({ form }) => form !== 'dot').toReversed();
  const dots = map.places.filter(({ form }) => form === 'dot').toReversed();
  const names = map.labels.map(
    ({ text, x, y, anchor }) =>
      html`<text class="place-name halo" x="${x}" y="${y}" text-anchor="${anchor}">${plainLine(text, 40)}</text>`,
  );
  return html`<svg class="map" viewBox="0 0 ${map.width} ${map.height}" role="group" aria-label="${words.label}"><defs><pattern id="${words.id}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0V6"/></pattern></defs><rect class="water" width="${map.width}" height="${map.height}"/><path class="land" d="${map.land}"/><path class="borders" d="${map.borders}"/>${[...areas, ...dots].map((place) => mark(place, words))}<g aria-hidden="true">${names}${scaleBar(map)}</g></svg>`;
}

function mark({ key, name, form, outline, x, y }: DrawnPlace, words: MapWords): Html {
  const told = html`${plainLine(name, 100)}: ${words.sayOf(key)}`;
  const shape =
    form === 'dot'
      ? html`${outline === '' ? null : html`<path class="ring" d="${outline}"/>`}<circle class="dot" cx="${x}" cy="${y}" r="4"/>`
      : html`<path class="area-fill" fill="url(#${words.id}-hatch)" d="${outline}"/><path class="area" d="${outline}"/>`;
  return html`<a class="mark ${form}" href="${words.hrefOf(key)}" aria-label="${told}"><title>${told}</title>${shape}</a>`;
}

function scaleBar({ scale, height }: DrawnMap): Html | null {
  if (scale === null) return null;
  const y = height - 14;
  return html`<path class="scale" d="M14 ${y - 5}V${y}H${14 + scale.pixels}V${y - 5}"/><text x="${20 + scale.pixels}" y="${y}">${numberWords(scale.km)} km</text>`;
}
