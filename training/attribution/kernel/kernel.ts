/**
 * The arithmetic of the attribution network in WebAssembly with 128-bit lanes (AssemblyScript). The same sums in the same
 * order stand in src/text/models/attribution/plain-kernel.ts, so that both give the same bits. Only + - * / on 32-bit floats.
 * Rebuild with training/attribution/kernel/build.sh after a change.
 */

/** Of four rows' lanes, each row's (0 + 1) + (2 + 3), with the rows' bias. */
@inline
function finish(a: v128, b: v128, c: v128, d: v128, bias: v128): v128 {
  const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const first = f32x4.add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
  const ab2 = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const cd2 = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  const second = f32x4.add(v128.shuffle<f32>(ab2, cd2, 0, 1, 4, 5), v128.shuffle<f32>(ab2, cd2, 2, 3, 6, 7));
  return f32x4.add(f32x4.add(first, second), bias);
}

/** out[t][r] = sum over c of w[r][c] * x[t][c], plus bias[r]; rows and columns are multiples of 4. Addresses in bytes. */
export function project(x: usize, w: usize, bias: usize, out: usize, steps: i32, rows: i32, columns: i32): void {
  const line: usize = (<usize>columns) << 2;
  const to: usize = (<usize>rows) << 2;
  let t = 0;
  for (; t + 1 < steps; t += 2) multiplyTwo(x + (<usize>t) * line, w, bias, out + (<usize>t) * to, rows, columns);
  if (t < steps) multiply(x + (<usize>t) * line, w, bias, out + (<usize>t) * to, rows, columns);
}

/** Two steps at once, so that each row of weights is loaded once for both. */
@inline
function multiplyTwo(x: usize, w: usize, bias: usize, out: usize, rows: i32, columns: i32): void {
  const line: usize = (<usize>columns) << 2;
  const next: usize = (<usize>rows) << 2;
  for (let r = 0; r < rows; r += 4) {
    const w0 = w + (<usize>r) * line;
    const w1 = w0 + line;
    const w2 = w1 + line;
    const w3 = w2 + line;
    let a = f32x4.splat(0);
    let b = f32x4.splat(0);
    let c = f32x4.splat(0);
    let d = f32x4.splat(0);
    let e = f32x4.splat(0);
    let f = f32x4.splat(0);
    let g = f32x4.splat(0);
    let h = f32x4.splat(0);
    for (let j: usize = 0; j < line; j += 16) {
      const v = v128.load(x + j);
      const u = v128.load(x + line + j);
      const k0 = v128.load(w0 + j);
      const k1 = v128.load(w1 + j);
      const k2 = v128.load(w2 + j);
      const k3 = v128.load(w3 + j);
      a = f32x4.add(a, f32x4.mul(k0, v));
      b = f32x4.add(b, f32x4.mul(k1, v));
      c = f32x4.add(c, f32x4.mul(k2, v));
      d = f32x4.add(d, f32x4.mul(k3, v));
      e = f32x4.add(e, f32x4.mul(k0, u));
      f = f32x4.add(f, f32x4.mul(k1, u));
      g = f32x4.add(g, f32x4.mul(k2, u));
      h = f32x4.add(h, f32x4.mul(k3, u));
    }
    const at = (<usize>r) << 2;
    const own = v128.load(bias + at);
    v128.store(out + at, finish(a, b, c, d, own));
    v128.store(out + next + at, finish(e, f, g, h, own));
  }
}

/** Eight rows at once: fewer would wait for each other's sums. */
@inline
function multiply(x: usize, w: usize, bias: usize, out: usize, rows: i32, columns: i32): void {
  const line: usize = (<usize>columns) << 2;
  let r = 0;
  for (; r + 8 <= rows; r += 8) {
    const w0 = w + (<usize>r) * line;
    const w1 = w0 + line;
    const w2 = w1 + line;
    const w3 = w2 + line;
    const w4 = w3 + line;
    const w5 = w4 + line;
    const w6 = w5 + line;
    const w7 = w6 + line;
    let a = f32x4.splat(0);
    let b = f32x4.splat(0);
    let c = f32x4.splat(0);
    let d = f32x4.splat(0);
    let e = f32x4.splat(0);
    let f = f32x4.splat(0);
    let g = f32x4.splat(0);
    let h = f32x4.splat(0);
    for (let j: usize = 0; j < line; j += 16) {
      const v = v128.load(x + j);
      a = f32x4.add(a, f32x4.mul(v128.load(w0 + j), v));
      b = f32x4.add(b, f32x4.mul(v128.load(w1 + j), v));
      c = f32x4.add(c, f32x4.mul(v128.load(w2 + j), v));
      d = f32x4.add(d, f32x4.mul(v128.load(w3 + j), v));
      e = f32x4.add(e, f32x4.mul(v128.load(w4 + j), v));
      f = f32x4.add(f, f32x4.mul(v128.load(w5 + j), v));
      g = f32x4.add(g, f32x4.mul(v128.load(w6 + j), v));
      h = f32x4.add(h, f32x4.mul(v128.load(w7 + j), v));
    }
    const at = (<usize>r) << 2;
    v128.store(out + at, finish(a, b, c, d, v128.load(bias + at)));
    v128.store(out + at + 16, finish(e, f, g, h, v128.load(bias + at + 16)));
  }
  if (r < rows) multiplyFour(x, w, bias, out, r, columns);
}

@inline
function multiplyFour(x: usize, w: usize, bias: usize, out: usize, r: i32, columns: i32): void {
  const line: usize = (<usize>columns) << 2;
  const w0 = w + (<usize>r) * line;
  const w1 = w0 + line;
  const w2 = w1 + line;
  const w3 = w2 + line;
  let a = f32x4.splat(0);
  let b = f32x4.splat(0);
  let c = f32x4.splat(0);
  let d = f32x4.splat(0);
  for (let j: usize = 0; j < line; j += 16) {
    const v = v128.load(x + j);
    a = f32x4.add(a, f32x4.mul(v128.load(w0 + j), v));
    b = f32x4.add(b, f32x4.mul(v128.load(w1 + j), v));
    c = f32x4.add(c, f32x4.mul(v128.load(w2 + j), v));
    d = f32x4.add(d, f32x4.mul(v128.load(w3 + j), v));
  }
  const at = (<usize>r) << 2;
  v128.store(out + at, finish(a, b, c, d, v128.load(bias + at)));
}

/** Hyperbolic tangent by a quotient of polynomials (Eigen's ptanh), within 1e-6 between -7.9 and 7.9. */
@inline
function tanh4(value: v128): v128 {
  const x = f32x4.max(f32x4.splat(-7.90531110763549805), f32x4.min(f32x4.splat(7.90531110763549805), value));
  const s = f32x4.mul(x, x);
  let p = f32x4.add(f32x4.mul(s, f32x4.splat(-2.76076847742355e-16)), f32x4.splat(2.00018790482477e-13));
  p = f32x4.add(f32x4.mul(s, p), f32x4.splat(-8.60467152213735e-11));
  p = f32x4.add(f32x4.mul(s, p), f32x4.splat(5.12229709037114e-8));
  p = f32x4.add(f32x4.mul(s, p), f32x4.splat(1.48572235717979e-5));
  p = f32x4.add(f32x4.mul(s, p), f32x4.splat(6.37261928875436e-4));
  p = f32x4.add(f32x4.mul(s, p), f32x4.splat(4.89352455891786e-3));
  p = f32x4.mul(x, p);
  let q = f32x4.add(f32x4.mul(s, f32x4.splat(1.19825839466702e-6)), f32x4.splat(1.18534705686654e-4));
  q = f32x4.add(f32x4.mul(s, q), f32x4.splat(2.26843463243900e-3));
  q = f32x4.add(f32x4.mul(s, q), f32x4.splat(4.89352518554385e-3));
  return f32x4.div(p, q);
}

@inline
function sigmoid4(x: v128): v128 {
  const half = f32x4.splat(0.5);
  return f32x4.add(f32x4.mul(tanh4(f32x4.mul(x, half)), half), half);
}

/**
 * One direction of a gated recurrent unit (PyTorch's: reset, update, new). gates: steps x 3*width inputs of the gates with
 * their biases, each step `gateStride` bytes further; w: 3*width x width; bias: of the hidden part, zero but for the new gate; out: first value of step 0, each step
 * `stride` bytes further; scratch: 4*width floats. Runs from the last step to the first when `back` is 1.
 */
export function recur(
  gates: usize,
  gateStride: usize,
  w: usize,
  bias: usize,
  out: usize,
  stride: usize,
  scratch: usize,
  steps: i32,
  width: i32,
  back: i32,
): void {
  const line: usize = (<usize>width) << 2;
  const hidden = scratch + 3 * line;
  for (let j: usize = 0; j < line; j += 16) v128.store(hidden + j, f32x4.splat(0));
  for (let k = 0; k < steps; k++) {
    const t = back == 1 ? steps - 1 - k : k;
    const g = gates + (<usize>t) * gateStride;
    const o = out + (<usize>t) * stride;
    multiply(hidden, w, bias, scratch, 3 * width, width);
    for (let j: usize = 0; j < line; j += 16) {
      const reset = sigmoid4(f32x4.add(v128.load(g + j), v128.load(scratch + j)));
      const update = sigmoid4(f32x4.add(v128.load(g + line + j), v128.load(scratch + line + j)));
      const fresh = tanh4(f32x4.add(v128.load(g + 2 * line + j), f32x4.mul(reset, v128.load(scratch + 2 * line + j))));
      const next = f32x4.add(fresh, f32x4.mul(update, f32x4.sub(v128.load(hidden + j), fresh)));
      v128.store(hidden + j, next);
      v128.store(o + j, next);
    }
  }
}

/** out[j] += row[j] for a multiple of 4 floats. */
export function add(out: usize, row: usize, width: i32): void {
  const line: usize = (<usize>width) << 2;
  for (let j: usize = 0; j < line; j += 16) v128.store(out + j, f32x4.add(v128.load(out + j), v128.load(row + j)));
}
