/** What is used of `@napi-rs/canvas`; its own types need those of a browser. */
declare module '@napi-rs/canvas' {
  export interface Context {
    fillStyle: string;
    fillRect(x: number, y: number, width: number, height: number): void;
    drawImage(image: Image, x: number, y: number): void;
  }
  export interface Canvas {
    readonly width: number;
    readonly height: number;
    getContext(kind: '2d'): Context;
    encode(format: 'png'): Promise<Uint8Array>;
    encode(format: 'jpeg', quality: number): Promise<Uint8Array>;
  }
  export interface Image {
    readonly width: number;
    readonly height: number;
  }
  export function createCanvas(width: number, height: number): Canvas;
  export function loadImage(bytes: Uint8Array): Promise<Image>;
}
