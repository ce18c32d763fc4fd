/** Test files that take minutes begin first, so that the last minutes of a run are not one file's alone. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Slowest first: a real PostgreSQL and whole walks through the desk, then programs and browsers, then everything else as it comes. */
const SLOW = [
  /storage\/postgres\/postgres-store\.test|e2e\/desk-for-everyone\.test/u,
  /storage\/move\/move-vault\.test|text\/any-text\.test/u,
  /test\/e2e\//u,
  /storage\/(postgres|crash|backup|restore)\//u,
];

export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = SLOW.findIndex((slow) => slow.test(moduleId));
      return at < 0 ? SLOW.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
