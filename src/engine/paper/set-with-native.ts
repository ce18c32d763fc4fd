/**
 * Typst as a native program, where somebody installed it beside onrecord: it refuses what is not PDF/UA-1, which the one in
 * WebAssembly has no option for. It is no dependency: its package breaks `npm ci` on some platforms.
 */
import { createRequire } from 'node:module';
import type { SettingAnswer, SettingTask } from './typesetting-messages.ts';
import { woffToSfnt } from './woff-to-sfnt.ts';

const PACKAGE = '@myriaddreamin/typst-ts-node-compiler';
/** A folder that does not exist: whatever is not handed in is not there. */
const NOWHERE = '/onrecord-no-such-folder';

/** As much of it as is used. */
export interface NativeTypst {
  readonly NodeCompiler: {
    create(args: {
      readonly workspace: string;
      readonly fontArgs: readonly { readonly fontBlobs: readonly Buffer[] }[];
    }): {
      addSource(path: string, words: string): void;
      mapShadow(path: string, bytes: Buffer): void;
      pdf(
        what: { readonly mainFilePath: string },
        options: { readonly pdfStandard: string; readonly creationTimestamp: number },
      ): Buffer;
    };
  };
}

/**
 * Sets pages; null when it is not installed.
 *
 * @param load gives the program, or throws where there is none
 * @example
 * const answer = setWithNative(task) ?? (await setWithWasm(task));
 */
export function setWithNative(
  { template, files, at, fonts }: SettingTask,
  load: () => NativeTypst = installed,
): SettingAnswer | null {
  let native: NativeTypst;
  try {
    native = load();
  } catch {
    return null;
  }
  const fontBlobs = fonts.map((font) => Buffer.from(woffToSfnt(font)));
  const compiler = native.NodeCompiler.create({ workspace: NOWHERE, fontArgs: [{ fontBlobs }] });
  compiler.addSource(`${NOWHERE}/main.typ`, template);
  for (const [name, words] of files) compiler.mapShadow(`${NOWHERE}/${name}`, Buffer.from(words));
  try {
    const pdf = compiler.pdf(
      { mainFilePath: `${NOWHERE}/main.typ` },
      { pdfStandard: 'ua-1', creationTimestamp: Math.floor(Date.parse(at) / 1000) },
    );
    return { type: 'set', pdf: new Uint8Array(pdf), by: 'typst-ts-node-compiler', checkedUa1: true };
  } catch (error) {
    return { type: 'failed', fault: error instanceof Error ? error.message.slice(0, 400) : 'a fault' };
  }
}

/** Not an import: it is no dependency, and stands in no list of packages. */
function installed(): NativeTypst {
  return createRequire(import.meta.url)(PACKAGE) as NativeTypst;
}
