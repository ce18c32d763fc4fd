import { expect, test } from 'vitest';
import { unsetScripts } from './unset-scripts.ts';

test.each([
  ['26 убиты, “killed” قتل Ἀθῆναι 12 ٣ é — ✓', []],
  ['დოლი', ['Georgian']],
  ['ドル 村', ['Chinese or Japanese (Han)', 'Katakana']],
  ['हत्या', ['Devanagari']],
  ['ⵜⴰⵎⴰ', ['others']],
])('%s', (words, scripts) => {
  expect(unsetScripts([words])).toEqual(scripts);
});
