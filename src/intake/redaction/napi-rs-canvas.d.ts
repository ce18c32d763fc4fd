/** What is used of `@napi-rs/canvas`; its own types need those of a browser. */
declare module '@napi-rs/canvas' {
  export interface Context {
    fillStyle: string;
    strokeStyle: string;
    lineWidth: number;
    font: string;
    textAlign: 'left' | 'right';
    fillRect(x: number, y: number, width: number, height: number): void;
    fillText(words: string, x: number, y: number): void;
    fill(path: Path2D): void;
    stroke(path: Path2D): void;
    setLineDash(dash: number[]): void;
    scale(x: number, y: number): void;
    translate(x: number, y: number): void;
    save(): void;
    restore(): void;
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
  export class Path2D {
    constructor(d: string);
  }
  export const GlobalFonts: { register(font: Uint8Array, family: string): unknown };
  export function createCanvas(width: number, height: number): Canvas;
  export function loadImage(bytes: Uint8Array): Promise<Image>;
}
