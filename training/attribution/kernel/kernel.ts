/**
 * The arithmetic of the attribution network in WebAssembly with 128-bit lanes (AssemblyScript). The same sums stand in
 * src/text/models/attribution/plain-kernel.ts: both give the same bits, since sums of products are sums of whole numbers, exact
 * in any order, and all else is + - * / on 32-bit floats in one order. Rebuild with build.sh beside this file after a change.
 *
 * A matrix of weights is 16-bit whole numbers, every row with a scale of its own. Its rows stand in groups of 32, and of 8 where
 * they do not come out even; a group holds, for each two columns in turn, those two numbers of each of its rows. So one
 * instruction multiplies four rows by a pair of inputs and adds each row's two products. No sum leaves 32 bits: inputs lie within
 * 2^14, and src/text/models/attribution/whole-rows.ts keeps the sum of a row's magnitudes below 2^17.
 */

/** Lanes of four rows to floats: times the rows' scale, times the inputs' unit, plus bias. */
@inline
function finish(sum: v128, scale: usize, unit: v128, bias: usize): v128 {
  return f32x4.add(f32x4.mul(f32x4.mul(f32x4.convert_i32x4_s(sum), v128.load(scale)), unit), v128.load(bias));
}

/**
 * out[t][r] = (sum over c of w[r][c] x[t][c]) * scale[r] * unit + bias[r]. x: steps x columns 16-bit whole numbers; out: steps x
 * rows floats; rows and columns are multiples of 8. Addresses in bytes.
 */
export function project(
  x: usize,
  w: usize,
  scale: usize,
  bias: usize,
  out: usize,
  steps: i32,
  rows: i32,
  columns: i32,
  unit: f32,
): void {
  const line: usize = (<usize>columns) << 1;
  const to: usize = (<usize>rows) << 2;
  const units = f32x4.splat(unit);
  let t = 0;
  for (; t + 1 < steps; t += 2) {
    multiplyTwo(x, w, scale, bias, out, to, line, units);
    x += line << 1;
    out += to << 1;
  }
  if (t < steps) multiply(x, w, scale, bias, out, to, line, units);
}

/** Two steps at once, so that each row of weights is loaded once for both. `to`, `line`: bytes of a step's floats out and numbers in. */
@inline
function multiplyTwo(x: usize, w: usize, scale: usize, bias: usize, out: usize, to: usize, line: usize, unit: v128): void {
  let at: usize = 0;
  for (; at + 128 <= to; at += 128) {
    sixteenTwice(x, w, scale + at, bias + at, out + at, to, line, unit);
    sixteenTwice(x, w + 64, scale + at + 64, bias + at + 64, out + at + 64, to, line, unit);
    w += line << 5;
  }
  for (; at < to; at += 32) {
    eight(x, w, scale + at, bias + at, out + at, line, unit);
    eight(x + line, w, scale + at, bias + at, out + to + at, line, unit);
    w += line << 3;
  }
}

/** Half a group of 32 for two steps. */
@inline
function sixteenTwice(x: usize, w: usize, scale: usize, bias: usize, out: usize, to: usize, line: usize, unit: v128): void {
  const y = x + line;
  const next = out + to;
  let a = i32x4.splat(0);
  let b = i32x4.splat(0);
  let c = i32x4.splat(0);
  let d = i32x4.splat(0);
  let e = i32x4.splat(0);
  let f = i32x4.splat(0);
  let g = i32x4.splat(0);
  let h = i32x4.splat(0);
  for (let j: usize = 0; j < line; j += 8) {
    let v = v128.load32_splat(x + j);
    let u = v128.load32_splat(y + j);
    let k0 = v128.load(w);
    let k1 = v128.load(w, 16);
    let k2 = v128.load(w, 32);
    let k3 = v128.load(w, 48);
    a = i32x4.add(a, i32x4.dot_i16x8_s(k0, v));
    b = i32x4.add(b, i32x4.dot_i16x8_s(k1, v));
    c = i32x4.add(c, i32x4.dot_i16x8_s(k2, v));
    d = i32x4.add(d, i32x4.dot_i16x8_s(k3, v));
    e = i32x4.add(e, i32x4.dot_i16x8_s(k0, u));
    f = i32x4.add(f, i32x4.dot_i16x8_s(k1, u));
    g = i32x4.add(g, i32x4.dot_i16x8_s(k2, u));
    h = i32x4.add(h, i32x4.dot_i16x8_s(k3, u));
    v = v128.load32_splat(x + j, 4);
    u = v128.load32_splat(y + j, 4);
    k0 = v128.load(w, 128);
    k1 = v128.load(w, 144);
    k2 = v128.load(w, 160);
    k3 = v128.load(w, 176);
    a = i32x4.add(a, i32x4.dot_i16x8_s(k0, v));
    b = i32x4.add(b, i32x4.dot_i16x8_s(k1, v));
    c = i32x4.add(c, i32x4.dot_i16x8_s(k2, v));
    d = i32x4.add(d, i32x4.dot_i16x8_s(k3, v));
    e = i32x4.add(e, i32x4.dot_i16x8_s(k0, u));
    f = i32x4.add(f, i32x4.dot_i16x8_s(k1, u));
    g = i32x4.add(g, i32x4.dot_i16x8_s(k2, u));
    h = i32x4.add(h, i32x4.dot_i16x8_s(k3, u));
    w += 256;
  }
  v128.store(out, finish(a, scale, unit, bias));
  v128.store(out, finish(b, scale + 16, unit, bias + 16), 16);
  v128.store(out, finish(c, scale + 32, unit, bias + 32), 32);
  v128.store(out, finish(d, scale + 48, unit, bias + 48), 48);
  v128.store(next, finish(e, scale, unit, bias));
  v128.store(next, finish(f, scale + 16, unit, bias + 16), 16);
  v128.store(next, finish(g, scale + 32, unit, bias + 32), 32);
  v128.store(next, finish(h, scale + 48, unit, bias + 48), 48);
}

/** One step. */
@inline
function multiply(x: usize, w: usize, scale: usize, bias: usize, out: usize, to: usize, line: usize, unit: v128): void {
  let at: usize = 0;
  for (; at + 128 <= to; at += 128) {
    thirtyTwo(x, w, scale + at, bias + at, out + at, line, unit);
    w += line << 5;
  }
  for (; at < to; at += 32) {
    eight(x, w, scale + at, bias + at, out + at, line, unit);
    w += line << 3;
  }
}

/** A group of 32 for one step: eight sums at once, since fewer would wait for each other. */
@inline
function thirtyTwo(x: usize, w: usize, scale: usize, bias: usize, out: usize, line: usize, unit: v128): void {
  let a = i32x4.splat(0);
  let b = i32x4.splat(0);
  let c = i32x4.splat(0);
  let d = i32x4.splat(0);
  let e = i32x4.splat(0);
  let f = i32x4.splat(0);
  let g = i32x4.splat(0);
  let h = i32x4.splat(0);
  for (let j: usize = 0; j < line; j += 16) {
    let v = v128.load32_splat(x + j);
    a = i32x4.add(a, i32x4.dot_i16x8_s(v128.load(w), v));
    b = i32x4.add(b, i32x4.dot_i16x8_s(v128.load(w, 16), v));
    c = i32x4.add(c, i32x4.dot_i16x8_s(v128.load(w, 32), v));
    d = i32x4.add(d, i32x4.dot_i16x8_s(v128.load(w, 48), v));
    e = i32x4.add(e, i32x4.dot_i16x8_s(v128.load(w, 64), v));
    f = i32x4.add(f, i32x4.dot_i16x8_s(v128.load(w, 80), v));
    g = i32x4.add(g, i32x4.dot_i16x8_s(v128.load(w, 96), v));
    h = i32x4.add(h, i32x4.dot_i16x8_s(v128.load(w, 112), v));
    v = v128.load32_splat(x + j, 4);
    a = i32x4.add(a, i32x4.dot_i16x8_s(v128.load(w, 128), v));
    b = i32x4.add(b, i32x4.dot_i16x8_s(v128.load(w, 144), v));
    c = i32x4.add(c, i32x4.dot_i16x8_s(v128.load(w, 160), v));
    d = i32x4.add(d, i32x4.dot_i16x8_s(v128.load(w, 176), v));
    e = i32x4.add(e, i32x4.dot_i16x8_s(v128.load(w, 192), v));
    f = i32x4.add(f, i32x4.dot_i16x8_s(v128.load(w, 208), v));
    g = i32x4.add(g, i32x4.dot_i16x8_s(v128.load(w, 224), v));
    h = i32x4.add(h, i32x4.dot_i16x8_s(v128.load(w, 240), v));
    v = v128.load32_splat(x + j, 8);
    a = i32x4.add(a, i32x4.dot_i16x8_s(v128.load(w, 256), v));
    b = i32x4.add(b, i32x4.dot_i16x8_s(v128.load(w, 272), v));
    c = i32x4.add(c, i32x4.dot_i16x8_s(v128.load(w, 288), v));
    d = i32x4.add(d, i32x4.dot_i16x8_s(v128.load(w, 304), v));
    e = i32x4.add(e, i32x4.dot_i16x8_s(v128.load(w, 320), v));
    f = i32x4.add(f, i32x4.dot_i16x8_s(v128.load(w, 336), v));
    g = i32x4.add(g, i32x4.dot_i16x8_s(v128.load(w, 352), v));
    h = i32x4.add(h, i32x4.dot_i16x8_s(v128.load(w, 368), v));
    v = v128.load32_splat(x + j, 12);
    a = i32x4.add(a, i32x4.dot_i16x8_s(v128.load(w, 384), v));
    b = i32x4.add(b, i32x4.dot_i16x8_s(v128.load(w, 400), v));
    c = i32x4.add(c, i32x4.dot_i16x8_s(v128.load(w, 416), v));
    d = i32x4.add(d, i32x4.dot_i16x8_s(v128.load(w, 432), v));
    e = i32x4.add(e, i32x4.dot_i16x8_s(v128.load(w, 448), v));
    f = i32x4.add(f, i32x4.dot_i16x8_s(v128.load(w, 464), v));
    g = i32x4.add(g, i32x4.dot_i16x8_s(v128.load(w, 480), v));
    h = i32x4.add(h, i32x4.dot_i16x8_s(v128.load(w, 496), v));
    w += 512;
  }
  v128.store(out, finish(a, scale, unit, bias));
  v128.store(out, finish(b, scale + 16, unit, bias + 16), 16);
  v128.store(out, finish(c, scale + 32, unit, bias + 32), 32);
  v128.store(out, finish(d, scale + 48, unit, bias + 48), 48);
  v128.store(out, finish(e, scale + 64, unit, bias + 64), 64);
  v128.store(out, finish(f, scale + 80, unit, bias + 80), 80);
  v128.store(out, finish(g, scale + 96, unit, bias + 96), 96);
  v128.store(out, finish(h, scale + 112, unit, bias + 112), 112);
}

/** A group of 8. */
@inline
function eight(x: usize, w: usize, scale: usize, bias: usize, out: usize, line: usize, unit: v128): void {
  let a = i32x4.splat(0);
  let b = i32x4.splat(0);
  for (let j: usize = 0; j < line; j += 4) {
    const v = v128.load32_splat(x + j);
    a = i32x4.add(a, i32x4.dot_i16x8_s(v128.load(w), v));
    b = i32x4.add(b, i32x4.dot_i16x8_s(v128.load(w, 16), v));
    w += 32;
  }
  v128.store(out, finish(a, scale, unit, bias));
  v128.store(out, finish(b, scale + 16, unit, bias + 16), 16);
}

/**
 * A quotient of polynomials, with constants from src/text/models/attribution/activation.ts: at the start of memory four copies of
 * each, since lanes loaded cost less than lanes set.
 */
@inline
function quotient(value: v128, constants: usize): v128 {
  const x = f32x4.pmax(v128.load(constants), f32x4.pmin(v128.load(constants, 16), value));
  const s = f32x4.mul(x, x);
  let p = f32x4.add(f32x4.mul(s, v128.load(constants, 32)), v128.load(constants, 48));
  let q = f32x4.add(s, v128.load(constants, 96));
  p = f32x4.add(f32x4.mul(s, p), v128.load(constants, 64));
  q = f32x4.add(f32x4.mul(s, q), v128.load(constants, 112));
  p = f32x4.add(f32x4.mul(s, p), v128.load(constants, 80));
  q = f32x4.add(f32x4.mul(s, q), v128.load(constants, 128));
  return f32x4.div(f32x4.mul(x, p), q);
}

@inline
function tanh4(x: v128): v128 {
  return quotient(x, 0);
}

@inline
function sigmoid4(x: v128): v128 {
  return f32x4.add(quotient(x, 144), v128.load(288));
}

/** Nearest whole numbers, ties to even, of floats within 2^22: adding 3 * 2^22 leaves them in the lowest bits. */
@inline
function nearest(x: v128): v128 {
  return i32x4.sub(f32x4.add(x, f32x4.splat(12582912)), i32x4.splat(0x4b400000));
}

/** out[j] = nearest whole number of x[j] * unit, for a multiple of 8; out: 16-bit whole numbers. */
export function round(x: usize, out: usize, count: i32, unit: f32): void {
  const units = f32x4.splat(unit);
  for (const end = x + ((<usize>count) << 2); x < end; x += 32) {
    const low = nearest(f32x4.mul(v128.load(x), units));
    const high = nearest(f32x4.mul(v128.load(x, 16), units));
    v128.store(out, i16x8.narrow_i32x4_s(low, high));
    out += 16;
  }
}

/** Four units' next state: g the input of their new gate, s of reset, update and new gate what the hidden state brings, a line apart. */
@inline
function next4(g: usize, s: usize, line: usize, before: v128): v128 {
  const fresh = tanh4(f32x4.add(v128.load(g), f32x4.mul(v128.load(s), v128.load(s + 2 * line))));
  return f32x4.add(fresh, f32x4.mul(v128.load(s + line), f32x4.sub(before, fresh)));
}

/**
 * One direction of a gated recurrent unit (PyTorch's: reset, update, new). gates: steps x 3*width inputs of the gates with
 * their biases, each step `gateStride` bytes further; w, scale: 3*width x width; bias: of the hidden part, zero but for the new
 * gate; out: first value of step 0, each step `stride` bytes further; scratch: 3*width floats, width floats of the state, and the
 * state as width 16-bit whole numbers, 16384 for one. Runs from the last step to the first when `back` is 1. Width: a multiple of 8.
 */
export function recur(
  gates: usize,
  gateStride: usize,
  w: usize,
  scale: usize,
  bias: usize,
  out: usize,
  stride: usize,
  scratch: usize,
  steps: i32,
  width: i32,
  back: i32,
): void {
  const line: usize = (<usize>width) << 2;
  const state = scratch + 3 * line;
  const whole = state + line;
  const unit = f32x4.splat(1.0 / 16384);
  const most = f32x4.splat(16384);
  for (let j: usize = 0; j < line; j += 16) v128.store(state + j, f32x4.splat(0));
  for (let j: usize = 0; j < line; j += 32) v128.store(whole + (j >> 1), i32x4.splat(0));
  for (let k = 0; k < steps; k++) {
    const t = back == 1 ? steps - 1 - k : k;
    const g = gates + (<usize>t) * gateStride;
    const o = out + (<usize>t) * stride;
    multiply(whole, w, scale, bias, scratch, 3 * line, line >> 1, unit);
    for (let j: usize = 0; j < 2 * line; j += 32) {
      const low = sigmoid4(f32x4.add(v128.load(g + j), v128.load(scratch + j)));
      const high = sigmoid4(f32x4.add(v128.load(g + j, 16), v128.load(scratch + j, 16)));
      v128.store(scratch + j, low);
      v128.store(scratch + j, high, 16);
    }
    for (let j: usize = 0; j < line; j += 32) {
      const low = next4(g + 2 * line + j, scratch + j, line, v128.load(state + j));
      const high = next4(g + 2 * line + j + 16, scratch + j + 16, line, v128.load(state + j, 16));
      v128.store(state + j, low);
      v128.store(state + j, high, 16);
      v128.store(o + j, low);
      v128.store(o + j, high, 16);
      v128.store(whole + (j >> 1), i16x8.narrow_i32x4_s(nearest(f32x4.mul(low, most)), nearest(f32x4.mul(high, most))));
    }
  }
}

/** out[j] += row[j] for a multiple of 4 floats. */
export function add(out: usize, row: usize, width: i32): void {
  const line: usize = (<usize>width) << 2;
  for (let j: usize = 0; j < line; j += 16) v128.store(out + j, f32x4.add(v128.load(out + j), v128.load(row + j)));
}

/**
 * For each step, the sum of `count` rows, added from the first to the last. rows: steps x count 32-bit places, counted in floats
 * from the start of memory; out: steps x width floats. Width: a multiple of 16.
 */
export function gather(out: usize, rows: usize, steps: i32, count: i32, width: i32): void {
  const line: usize = (<usize>width) << 2;
  const list: usize = (<usize>count) << 2;
  for (let t = 0; t < steps; t++) {
    for (let j: usize = 0; j < line; j += 64) {
      let at = ((<usize>load<u32>(rows)) << 2) + j;
      let a = v128.load(at);
      let b = v128.load(at, 16);
      let c = v128.load(at, 32);
      let d = v128.load(at, 48);
      for (let k: usize = 4; k < list; k += 4) {
        at = ((<usize>load<u32>(rows + k)) << 2) + j;
        a = f32x4.add(a, v128.load(at));
        b = f32x4.add(b, v128.load(at, 16));
        c = f32x4.add(c, v128.load(at, 32));
        d = f32x4.add(d, v128.load(at, 48));
      }
      v128.store(out, a);
      v128.store(out, b, 16);
      v128.store(out, c, 32);
      v128.store(out, d, 48);
      out += 64;
    }
    rows += list;
  }
}
