/**
 * The fonts of a dossier: Source Serif 4 for what people said and for figures, Inter for the machine's words
 * (both OFL-1.1, from the @fontsource-variable packages). Only files that were handed in are named.
 */

/** Names of the font files worth carrying, as in the `files/` folder of the packages. */
export const DOSSIER_FONTS: readonly string[] = [
  'inter-latin-wght-normal.woff2',
  'inter-latin-ext-wght-normal.woff2',
  'inter-cyrillic-wght-normal.woff2',
  'source-serif-4-latin-wght-normal.woff2',
  'source-serif-4-latin-ext-wght-normal.woff2',
  'source-serif-4-cyrillic-wght-normal.woff2',
];

const RANGES: Readonly<Record<string, string>> = {
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C4,U+2113,U+2C60-2C7F,U+A720-A7FF',
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
  'cyrillic-ext': 'U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F',
  greek: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF',
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
};

const FAMILIES: Readonly<Record<string, { readonly name: string; readonly weights: string }>> = {
  inter: { name: 'Inter', weights: '100 900' },
  'source-serif-4': { name: 'Source Serif 4', weights: '200 900' },
};

const FILE = /^(inter|source-serif-4)-([a-z]+(?:-ext)?)-(?:wght|opsz|standard)-(normal|italic)\.woff2$/;

/**
 * The `@font-face` rules for the files handed in; files of other names get none.
 *
 * @example
 * fontFaces(['inter-latin-wght-normal.woff2']); // '@font-face{font-family:"Inter";…}'
 */
export function fontFaces(names: readonly string[]): string {
  return names
    .flatMap((name) => {
      const [, family = '', subset = '', style = ''] = FILE.exec(name) ?? [];
      const face = FAMILIES[family];
      const range = RANGES[subset];
      if (face === undefined || range === undefined) return [];
      return `@font-face{font-family:"${face.name}";font-style:${style};font-weight:${face.weights};font-display:swap;src:url("${name}") format("woff2");unicode-range:${range}}`;
    })
    .join('\n');
}
