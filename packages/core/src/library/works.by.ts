/** Things by what they have in common, in the order in which they come. */
export function by<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const found = new Map<string, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const others = found.get(key)
    if (others === undefined) found.set(key, [item])
    else others.push(item)
  }
  return found
}
