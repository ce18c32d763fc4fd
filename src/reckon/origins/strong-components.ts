/** Strongly connected components of a directed graph (Tarjan 1972), without recursion, so that long chains do not overflow. */

/**
 * Finds the components that can be reached from the start nodes.
 *
 * @param out for each node (0-based), the nodes it points to
 * @param starts where to begin; nodes that cannot be reached are left out
 * @returns components, each after the components that it points to
 * @example
 * strongComponents([[1], [0]], [0]); // [[1, 0]]
 */
export function strongComponents(
  out: readonly (readonly number[])[],
  starts: Iterable<number>,
): readonly (readonly number[])[] {
  const order = new Int32Array(out.length).fill(-1);
  const low = new Int32Array(out.length);
  const open = new Uint8Array(out.length);
  const stack: number[] = [];
  const components: number[][] = [];
  let count = 0;
  const enter = (node: number, path: Frame[]): void => {
    order[node] = count;
    low[node] = count++;
    open[node] = 1;
    stack.push(node);
    path.push({ node, edge: 0 });
  };
  for (const start of starts) {
    if ((order[start] ?? -1) >= 0) continue;
    const path: Frame[] = [];
    enter(start, path);
    for (let frame = path.at(-1); frame !== undefined; frame = path.at(-1)) {
      const { node } = frame;
      const to = out[node]?.[frame.edge++];
      if (to !== undefined) {
        if ((order[to] ?? -1) < 0) enter(to, path);
        else if (open[to] === 1) low[node] = Math.min(low[node] ?? 0, order[to] ?? 0);
        continue;
      }
      path.pop();
      const parent = path.at(-1)?.node;
      if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0);
      if (low[node] === order[node]) components.push(popComponent(node, stack, open));
    }
  }
  return components;
}

interface Frame {
  readonly node: number;
  edge: number;
}

function popComponent(root: number, stack: number[], open: Uint8Array): number[] {
  const component: number[] = [];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    open[node] = 0;
    component.push(node);
    if (node === root) break;
  }
  return component;
}
