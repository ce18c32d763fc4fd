/** The part of the `edtf` library that when.test.ts asks for a second opinion; the package brings no types. */
declare module 'edtf' {
  /** Milliseconds since 1970, UTC, of the first and last moment; throws when the string is refused. */
  function edtf(text: string, options: { readonly level: 1 }): { readonly min: number; readonly max: number };

  // biome-ignore lint/style/noDefaultExport: the shape of somebody else's module
  export default edtf;
}
