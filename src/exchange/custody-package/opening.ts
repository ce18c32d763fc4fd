/**
 * `<entry>.opening.json`: the keys that open what one entry commits to, and the files they open. Canonical JSON in a
 * fixed form, so that a shell script can read it too. A key opens one thing of one entry and nothing else.
 */
import { canonicalJson } from '../../crypto/canonical-json.ts';
import { readJson } from '../../record/read-json.ts';

export interface Opening {
  /** File of the committed text, in verify/; null: closed. */
  readonly body: string | null;
  /** 64 hexadecimal digits; null with `body`. */
  readonly bodySalt: string | null;
  /** 64 hexadecimal digits; null with `file`. */
  readonly bytesSalt: string | null;
  /** The source's bytes, from the package's folder; null: no bytes came in with the entry. */
  readonly file: string | null;
}

const KEY = /^[0-9a-f]{64}$/;

/** Writes the file, with a last newline. */
export function writeOpening({ body, bodySalt, bytesSalt, file }: Opening): string {
  return `${canonicalJson({ body, bodySalt, bytesSalt, file })}\n`;
}

/**
 * Reads the file; null when it is not exactly as `writeOpening` writes it.
 *
 * @example
 * readOpening('{"body":null,"bodySalt":null,"bytesSalt":null,"file":null}\n')?.file; // null
 */
export function readOpening(text: string): Opening | null {
  const value = readJson(text);
  if (typeof value !== 'object' || value === null) return null;
  const member = (name: string): string | null => {
    const found: unknown = Reflect.get(value, name);
    return typeof found === 'string' ? found : null;
  };
  const opening = {
    body: member('body'),
    bodySalt: member('bodySalt'),
    bytesSalt: member('bytesSalt'),
    file: member('file'),
  };
  const isPaired = (key: string | null, file: string | null): boolean =>
    (key === null && file === null) || (key !== null && KEY.test(key) && file !== null);
  if (!isPaired(opening.bodySalt, opening.body) || !isPaired(opening.bytesSalt, opening.file)) return null;
  return writeOpening(opening) === text ? opening : null;
}
