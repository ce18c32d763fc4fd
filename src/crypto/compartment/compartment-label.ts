/**
 * The true name of a compartment, sealed under the epoch's key and padded, so that the head tells it to members alone.
 */

import type { RandomBytes } from '../key-envelope.ts';
import { decodeBase64, encodeBase64 } from '../strict-base64.ts';
import { decodeUtf8 } from '../strict-utf8.ts';
import { BOUND, bindingOf } from './binding.ts';
import type { EpochKey } from './epoch-key.ts';
import { pad, unpad } from './padding.ts';
import { openBytes, sealBytes } from './xchacha.ts';

/** UTF-8 bytes; every label is sealed to the same size. */
const MOST_LABEL = 252;

/**
 * Seals a name.
 *
 * @returns base64 of 296 bytes, whatever the name
 * @throws TypeError for a name of more than 252 bytes in UTF-8
 * @example
 * const label = sealLabel({ key, label: 'Families from the north', random });
 */
export function sealLabel(input: {
  readonly key: EpochKey;
  readonly label: string;
  readonly random: RandomBytes;
}): string {
  const { key, label, random } = input;
  const content = new TextEncoder().encode(label);
  if (content.length > MOST_LABEL)
    throw new TypeError(`The name of a compartment has at most ${MOST_LABEL} bytes.`);
  const sealed = sealBytes({ key: key.key, content: pad(content), binding: bindingOfLabel(key), random });
  return encodeBase64(sealed);
}

/**
 * The name, or null when the key is another one or the label was changed.
 *
 * @example
 * const name = head.label === null ? null : openLabel({ key, sealed: head.label });
 */
export function openLabel(input: { readonly key: EpochKey; readonly sealed: string }): string | null {
  const { key } = input;
  const sealed = decodeBase64(input.sealed);
  if (sealed === null) return null;
  const padded = openBytes({ key: key.key, sealed, binding: bindingOfLabel(key) });
  const content = padded === null ? null : unpad(padded);
  return content === null ? null : decodeUtf8(content);
}

function bindingOfLabel({ compartment, epoch }: EpochKey): Uint8Array {
  return bindingOf(BOUND.label, [compartment, epoch]);
}
