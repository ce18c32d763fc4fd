import { expect, test } from 'vitest';
import { edgePath, fitting } from './edge-path.ts';

const size = { wide: 100, high: 36 };

test('a line to the right ends before the box, its tip touches it', () => {
  const { line, tip } = edgePath({ x: 0, y: 0 }, { x: 200, y: 40 }, { size, beside: false });
  expect(line).toBe('M100,18C146.5,18 146.5,58 193,58');
  expect(tip).toBe('M200,58l-7,-4v8z');
});

test('a line back or down goes around the right edge', () => {
  const { line, tip } = edgePath({ x: 0, y: 0 }, { x: 0, y: 46 }, { size, beside: true });
  expect(line).toBe('M100,18C124,18 131,72 107,72');
  expect(tip).toBe('M100,72l7,-4v8z');
});

test('names are cut to the box; wide scripts take more room', () => {
  expect(fitting('Courier', 142, 12)).toBe('Courier');
  expect(fitting('The Sorev Courier and Evening Post', 142, 12)).toBe('The Sorev Courier and…');
  expect(fitting('報道機関の名前はとても長いです', 142, 12)).toBe('報道機関の名前はとても…');
});
