/** Marks the end of an exhaustive switch: the compiler lists the places when a case is added. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`)
}
