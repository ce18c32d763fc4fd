import { expect, test } from 'vitest';
import { OnRecordError } from '../desk/desk.ts';
import { refuseClosed } from '../desk/release/release-gates.ts';
import { RELEASE_GATES } from '../record/release/release-gate.ts';
import { COMMANDS } from './commands.ts';
import { gateHint, withGateHints } from './gate-hints.ts';

const HERE = { vault: './onrecord-vault', database: null };

test('each closed gate that can be opened has its command or its line of the profile, for this vault', () => {
  const names = COMMANDS.map(({ name }) => name);
  for (const gate of RELEASE_GATES.filter((one) => one !== 'embargo')) {
    const words = 'Add to "methodNotes"; 1 of its estimates does not say it.';
    const hint = gateHint({ gate, open: false, words }, { vault: './other', database: null });
    expect(hint, gate).toMatch(/onrecord [a-z]+|^For example: "licence"/);
    for (const [, name] of hint?.matchAll(/onrecord ([a-z]+)/gu) ?? []) expect(names).toContain(name);
    if (hint?.includes('onrecord ')) expect(hint).toMatch(/ --vault \.\/other$/);
    expect(gateHint({ gate, open: true, words }, HERE)).toBeNull();
  }
});

test('a missing note on the method says nothing of estimates', () => {
  const hint = gateHint({ gate: 'method', open: false, words: 'Add to "methodNotes".' }, HERE);
  expect(hint).toMatch(/^For example: "methodNotes": [^.]*\.$/);
});

test('an error of closed gates tells each once, with what opens it; other errors stay', () => {
  const thrown = closedError();
  const told = withGateHints(thrown, HERE);
  expect(told).toMatchObject({
    code: 'bad-usage',
    message: 'Nothing is released yet: 2 gates are closed.',
    faults: [
      { path: 'proposals', message: '1 waits. Review with: onrecord serve --by "YOUR NAME"' },
      { path: 'licence', message: expect.stringMatching(/^None\. For example: "licence"/) },
    ],
  });
  const other = new OnRecordError('bad-usage', 'No.', { faults: [{ path: 'title', message: 'Too long.' }] });
  expect(withGateHints(other, HERE)).toBe(other);
  expect(withGateHints(null, HERE)).toBeNull();
});

function closedError(): unknown {
  try {
    refuseClosed([
      { gate: 'proposals', open: false, words: '1 waits.' },
      { gate: 'names', open: true, words: 'Nobody.' },
      { gate: 'licence', open: false, words: 'None.' },
    ]);
    return null;
  } catch (error) {
    return error;
  }
}
