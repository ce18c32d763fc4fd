/** As much of resvg in WebAssembly as is used. */
declare module '@resvg/resvg-wasm' {
  export function initWasm(module: Uint8Array): Promise<void>;
  export class Resvg {
    constructor(
      svg: string,
      options: {
        readonly font: { readonly fontBuffers: readonly Uint8Array[]; readonly loadSystemFonts: false };
      },
    );
    render(): {
      readonly width: number;
      readonly height: number;
      readonly pixels: Uint8Array;
      free(): void;
    };
    /** Of what is drawn; undefined: nothing is. */
    getBBox(): { readonly x: number; free(): void } | undefined;
    free(): void;
  }
}
