/**
 * Typst in WebAssembly, from the lockfile, the same on every machine. It is given the template, the data and the fonts: it has no
 * access to files and no registry of packages, so a template that asked for either would fail.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { SettingAnswer, SettingTask } from './typesetting-messages.ts';
import { woffToSfnt } from './woff-to-sfnt.ts';

const PACKAGE = '@myriaddreamin/typst-ts-web-compiler';
/** Diagnostics as lines of text. */
const AS_TEXT = 2;

/**
 * Sets pages.
 *
 * @example
 * const answer = await setWithWasm({ template: 'Words', files: new Map(), at, fonts });
 */
export async function setWithWasm({ template, files, fonts }: SettingTask): Promise<SettingAnswer> {
  const require = createRequire(import.meta.url);
  const typst = await import('@myriaddreamin/typst-ts-web-compiler');
  typst.initSync({ module: await readFile(require.resolve(`${PACKAGE}/wasm`)) });
  const builder = new typst.TypstCompilerBuilder();
  builder.set_dummy_access_model();
  for (const font of fonts) await builder.add_raw_font(woffToSfnt(font));
  const compiler = await builder.build();
  compiler.add_source('/main.typ', template);
  for (const [name, words] of files) compiler.map_shadow(`/${name}`, new TextEncoder().encode(words));
  const { result, diagnostics } = compiler.compile('/main.typ', undefined, 'pdf', AS_TEXT) as {
    readonly result?: Uint8Array;
    readonly diagnostics?: readonly string[];
  };
  if (result === undefined) return { type: 'failed', fault: (diagnostics ?? []).join(' ').slice(0, 400) };
  const { version } = JSON.parse(await readFile(require.resolve(`${PACKAGE}/package.json`), 'utf8')) as {
    version: string;
  };
  return { type: 'set', pdf: result, by: `typst-ts-web-compiler ${version}`, checkedUa1: false };
}
