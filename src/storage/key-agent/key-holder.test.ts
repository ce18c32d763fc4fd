import { expect, test } from 'vitest';
import { holdKey } from './key-holder.ts';

function setUp() {
  const key = new Uint8Array(32).fill(7);
  const time = { wall: 1_000_000_000_000, running: 5000 };
  const gone: number[] = [];
  const holder = holdKey(key, {
    idleMs: 60_000,
    clocks: { wall: () => time.wall, running: () => time.running },
    onGone: () => gone.push(1),
  });
  const pass = (ms: number): void => {
    time.wall += ms;
    time.running += ms;
  };
  return { key, time, gone, holder, pass };
}

const ZEROS = new Uint8Array(32);

test('it gives copies while it is used, and each use starts the time anew', () => {
  const { holder, pass, gone, key } = setUp();
  for (let use = 0; use < 5; use += 1) {
    pass(59_000);
    const copy = holder.use();
    expect(copy).toEqual(new Uint8Array(32).fill(7));
    copy?.fill(0);
  }
  expect(key[0]).toBe(7);
  expect([holder.holds, gone.length]).toEqual([true, 0]);
});

test('looking does not start the time anew', () => {
  const { holder, pass, key, gone } = setUp();
  for (let second = 0; second < 59; second += 1) {
    pass(1000);
    holder.look();
  }
  expect(holder.holds).toBe(true);
  pass(1000);
  holder.look();
  expect([holder.holds, gone.length]).toEqual([false, 1]);
  expect(key).toEqual(ZEROS);
});

test('a question that comes too late gets nothing, even before anybody looked', () => {
  const { holder, pass, key } = setUp();
  pass(60_000);
  expect(holder.use()).toBeNull();
  expect(key).toEqual(ZEROS);
});

test.each([
  ['the machine slept for 31 seconds', 31_000],
  ['the machine slept for a night', 8 * 3_600_000],
  ['the clock was set back by a minute', -60_000],
])('%s: the key is gone before the first question', (_, jump) => {
  const { holder, time, pass, key, gone } = setUp();
  pass(1000);
  holder.look();
  time.wall += jump;
  expect(holder.use()).toBeNull();
  expect([key, gone.length]).toEqual([ZEROS, 1]);
});

test('a clock that is set right by a few seconds locks nothing, nor do many of those', () => {
  const { holder, time, pass } = setUp();
  for (let day = 0; day < 30; day += 1) {
    time.wall += 2500;
    pass(10);
    expect(holder.use()).not.toBeNull();
  }
});

test('clocks that give no number drop the key', () => {
  const { holder, time } = setUp();
  time.running = Number.NaN;
  expect(holder.use()).toBeNull();
});

test('dropped once, it stays empty and says so once', () => {
  const { holder, key, gone } = setUp();
  holder.drop();
  holder.drop();
  expect([holder.use(), key, gone.length]).toEqual([null, ZEROS, 1]);
});
