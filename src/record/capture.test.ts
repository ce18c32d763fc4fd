import { expect, test } from 'vitest';
import { CAPTURE_METHODS, type Capture, createCapture } from './capture.ts';
import { captureOf } from './entities.cases.ts';

test.each(['file', 'stdin', 'web', 'warc-record', 'attachment'])('bytes may come in by %s', (method) => {
  expect(CAPTURE_METHODS).toContain(method);
  expect(createCapture(captureOf({ method } as Partial<Capture>)).method).toBe(method);
});

test.each(['fax', 'WEB', ''])('%j is no way for bytes to come in', (method) => {
  expect(() => createCapture({ ...captureOf(), method } as unknown as Capture)).toThrow(/method/);
});
