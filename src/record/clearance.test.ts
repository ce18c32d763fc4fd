import { expect, test } from 'vitest';
import { clearedNow } from './clearance.ts';
import type { ActorId, Sha256 } from './id.ts';

test('the last decision on a person stands, actors and names apart', () => {
  const actor = { kind: 'actor', actor: 'act_a' as ActorId } as const;
  const name = { kind: 'name', hash: 'f0' as Sha256 } as const;
  const now = clearedNow([
    { person: actor, cleared: true },
    { person: name, cleared: true },
    { person: actor, cleared: false },
  ]);
  expect([...now.actors]).toEqual([]);
  expect([...now.names]).toEqual(['f0']);
  expect(clearedNow([]).actors.size).toBe(0);
});
