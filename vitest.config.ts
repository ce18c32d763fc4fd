import { defineConfig } from 'vitest/config';
import { ClosingLine } from './test/closing-line.ts';
import { SlowFirst } from './test/slow-first.ts';

/** Rooms without machinery of their own: nothing a test does there outlives it, so that many files share a process. */
const QUIET = 'src/{record,reckon,text,crypto,exchange,dossier,desk,web}/**/*.test.ts';
/** Minutes of work in one file: it begins with the slow ones, not at the end of a shared process. */
const LONG = 'src/text/any-text.test.ts';

export default defineConfig({
  test: {
    pool: 'forks',
    globalSetup: ['test/e2e/desk/example-template.ts'],
    // One more than the two processors of the smallest machine: many tests wait for disks, servers and browsers.
    maxWorkers: 3,
    sequence: { sequencer: SlowFirst },
    // No test is about time: these only end what hangs, on a busy machine too.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    reporters: ['default', new ClosingLine()],
    projects: [
      {
        extends: true,
        test: {
          name: 'machines',
          include: [
            'src/**/*.test.ts',
            'test/**/*.test.ts',
            'examples/**/*.test.ts',
            'training/**/*.test.ts',
          ],
          exclude: [QUIET],
        },
      },
      { extends: true, test: { name: 'long', include: [LONG] } },
      { extends: true, test: { name: 'rooms', include: [QUIET], exclude: [LONG], isolate: false } },
    ],
  },
});
