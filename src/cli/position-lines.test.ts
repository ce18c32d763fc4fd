/** Who alleges and who denies, in lines: nobody stands twice on one side. */
import { expect, test } from 'vitest';
import { positionLines } from './words.ts';

const PAGE = { paper: { width: 200, colour: false }, letters: 4 } as const;

function position(name: string, actor: string | null, latest: 'alleges' | 'denies', claims: number) {
  const history = Array.from({ length: claims }, (_, at) => ({
    claim: `clm_${name}${at}`,
    stance: latest,
    saidAt: null,
  }));
  return { actor: { actor, name }, latest, history, inherited: false };
}

test('the same words for somebody unnamed stand once a side, with how often', () => {
  const lines = positionLines(
    [
      position('unnamed ("two nurses")', null, 'alleges', 1),
      position('The Mirror', 'act_a', 'alleges', 2),
      position('unnamed ("two nurses")', null, 'alleges', 1),
      position('unnamed ("two nurses")', null, 'denies', 1),
    ] as unknown as Parameters<typeof positionLines>[0],
    PAGE as unknown as Parameters<typeof positionLines>[1],
    '',
  );
  expect(lines.map((line) => line.trim())).toEqual([
    '● alleges: unnamed ("two nurses") (2×), The Mirror (2×)',
    '◇ denies: unnamed ("two nurses")',
  ]);
});
