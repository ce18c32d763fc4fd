/** What the terminal says of a fault: the house's errors in full, any other without words of its own. */
import { expect, test } from 'vitest';
import { OnRecordError } from '../desk/desk.ts';
import { errorShape, reportError, type Terminal } from './terminal.ts';

const SECRET = 'Constraint Error: duplicate key "Ana Kovac, born 1971"';

function coded(code: unknown, name = 'SqliteError'): Error {
  return Object.assign(new Error(SECRET), { name, code });
}

test.each([
  [new Error(SECRET), '(Error)'],
  [new TypeError(SECRET), '(TypeError)'],
  [coded('SQLITE_CONSTRAINT_UNIQUE'), '(SqliteError, SQLITE_CONSTRAINT_UNIQUE)'],
  [coded('ENOENT', 'Error'), '(Error, ENOENT)'],
  [coded('Ana Kovac'), '(SqliteError)'],
  [coded(23_505, 'Ana Kovac, born 1971'), '(Error)'],
  [SECRET, '(a thrown value)'],
  [{ message: SECRET, name: SECRET }, '(a thrown value)'],
])('a fault that was not expected is told by its kind alone: %#', (thrown, kind) => {
  const { error } = errorShape(thrown);
  expect(error).toMatchObject({ code: 'unexpected', subject: null, faults: [], exit: 1 });
  expect(error.message).toContain(kind);
  expect(JSON.stringify(error)).not.toContain('Kovac');
});

test.each([true, false])('nothing of its words reaches standard error (json: %s)', (json) => {
  const said: string[] = [];
  const say = (...lines: readonly string[]): void => void said.push(...lines);
  const terminal: Terminal = {
    paper: { width: 80, colour: false },
    json,
    redraws: false,
    out: say,
    outJson: (value) => say(JSON.stringify(value)),
    err: say,
    errRaw: say,
  };
  expect(reportError(terminal, coded('SQLITE_ERROR'))).toBe(1);
  expect(said.join(' ')).not.toContain('Kovac');
  expect(said.join(' ')).toContain('SQLITE_ERROR');
});

test("the house's own errors are told in full", () => {
  const thrown = new OnRecordError('not-found', 'No claim has this id.', { subject: 'clm_1' });
  expect(errorShape(thrown).error).toMatchObject({
    message: 'No claim has this id.',
    subject: 'clm_1',
    exit: 4,
  });
});
