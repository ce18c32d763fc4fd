/** The drawings of a printed dossier: how tolls became known, and the map. As files of SVG with every colour and font written out. */

import { htmlText, plainLine } from '../html.ts';
import { drawMap } from '../map/draw-map.ts';
import { mapSvg } from '../map/map-svg.ts';
import { leadingFigures } from '../proposition-weight.ts';
import { MAP_STYLE } from '../style-parts.ts';
import { LIGHT } from '../style-tokens.ts';
import { drawingOf } from '../toll-chart.ts';
import { drawingWords } from '../toll-drawing.ts';
import { tollSvg } from '../toll-svg.ts';
import type { View } from '../view.ts';

export interface PaperDrawings {
  readonly told: {
    /** Proposition's id to its chart. */
    readonly tolls: Readonly<Record<string, { readonly file: string; readonly alt: string }>>;
    readonly map: { readonly file: string; readonly alt: string } | null;
  };
  /** SVG by file name. */
  readonly files: ReadonlyMap<string, string>;
}

const FONTS: Readonly<Record<string, string>> = { serif: 'Source Serif 4', sans: 'Inter', mono: 'Inter' };

/**
 * A drawing with its variables put in, for what knows no custom properties; always light, links and their labels taken off.
 *
 * @example
 * writtenOut('<svg><style>a{fill:var(--ink)}</style></svg>'); // '<svg><style>a{fill:#1c1b19}</style></svg>'
 */
export function writtenOut(svg: string): string {
  return svg
    .replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
    .replace(/fill:var\(--paper\)\}\.head/, 'fill:#fff}.head')
    .replace(/:root\{[^}]*\}/g, '')
    .replace(
      /font:600 (\d+)px var\(--(\w+)\)!important/g,
      (_, size: string, family: string) => `font-family:${FONTS[family]};font-size:${size}px;font-weight:600`,
    )
    .replace(/!important/g, '')
    .replace(
      /var\(--([\w-]+)\)/g,
      (_, name: string) => FONTS[name] ?? LIGHT[name as keyof typeof LIGHT] ?? '#000',
    );
}

/**
 * Draws what a printed dossier shows.
 *
 * @example
 * paperDrawings(view).files.size;
 */
export function paperDrawings(view: View): PaperDrawings {
  const files = new Map<string, string>();
  const tolls: Record<string, { file: string; alt: string }> = {};
  for (const item of leadingFigures(view.propositions)) {
    if (item.toll === null || item.toll.steps.length < 2) continue;
    const drawing = drawingOf(view, item, item.toll);
    const svg = tollSvg(drawing, '');
    if (svg === null) continue;
    const file = `toll-${Object.keys(tolls).length + 1}.svg`;
    files.set(file, writtenOut(svg));
    tolls[item.proposition.id] = { file, alt: plainLine(drawingWords(drawing), 600) };
  }
  const map = mapOf(view);
  if (map !== null) files.set('map.svg', map);
  return { told: { tolls, map: map === null ? null : { file: 'map.svg', alt: mapAlt(view) } }, files };
}

function mapOf(view: View): string | null {
  if (view.shapes === null) return null;
  const places = view.places.flatMap(({ key, name, recorded }) =>
    recorded === null ? [] : [{ ...recorded, key, name, radiusKm: null }],
  );
  const map = drawMap(places, view.shapes, { width: 880, height: 500 });
  if (map === null) return null;
  const svg = htmlText(mapSvg(map, { id: 'map', label: '', hrefOf: () => '', sayOf: () => '' }));
  const body = svg
    .replace(
      /^<svg [^>]*>/,
      `<svg xmlns="http://www.w3.org/2000/svg" class="map" width="${map.width}" height="${map.height}" viewBox="0 0 ${map.width} ${map.height}"><style>${MAP_STYLE}svg text{font-family:var(--sans);font-size:11px;fill:var(--ink-2)}</style>`,
    )
    .replace(/<a class="([^"]*)"[^>]*><title>[^<]*<\/title>/g, '<g class="$1">')
    .replaceAll('</a>', '</g>');
  return writtenOut(body);
}

function mapAlt(view: View): string {
  const names = view.places
    .filter(({ recorded }) => recorded !== null && (recorded.latitude !== null || recorded.country !== null))
    .map(({ name }) => name);
  return plainLine(`Map of places on record: ${names.join(', ')}.`, 400);
}
