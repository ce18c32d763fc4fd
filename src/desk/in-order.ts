/**
 * Works on several things at once and hands the results on in the order of the things, however they end. Takes the next
 * thing only when there is room, so that a slow end of the line holds up its beginning.
 */

/** Where the bounds lie. */
export interface InOrderOptions<Item> {
  /** Things under way or waiting to be handed on, at most; 1 or more. */
  readonly atOnce: number;
  /** How heavy one is, in the same unit as `mostWeight`; one heavier than that is taken alone. */
  readonly weight: (item: Item) => number;
  readonly mostWeight: number;
}

/**
 * Hands on `[item, result]` in order. What was begun and is no longer asked for is left to end by itself.
 *
 * @throws what `work` throws for an item, when it is that item's turn
 * @example
 * for await (const [text, reading] of inOrder(texts, read, { atOnce: 4, weight: (t) => t.length, mostWeight: 1e7 })) keep(text, reading);
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  work: (item: Item) => Result | Promise<Result>,
  options: InOrderOptions<Item>,
): AsyncGenerator<readonly [Item, Result]> {
  const under: { readonly item: Item; readonly weight: number; readonly result: Promise<Result> }[] = [];
  let weight = 0;
  const oldest = async (): Promise<readonly [Item, Result] | null> => {
    const first = under.shift();
    if (first === undefined) return null;
    weight -= first.weight;
    return [first.item, await first.result];
  };
  for await (const item of items) {
    const own = options.weight(item);
    while (under.length > 0 && (under.length >= options.atOnce || weight + own > options.mostWeight)) {
      const done = await oldest();
      if (done !== null) yield done;
    }
    const result = (async () => work(item))();
    // Whoever stops asking must not be hit by a fault of what he no longer waits for.
    result.catch(() => undefined);
    under.push({ item, weight: own, result });
    weight += own;
  }
  for (let done = await oldest(); done !== null; done = await oldest()) yield done;
}
