type Answer<Args extends readonly unknown[]> = (...args: Args) => Response | Promise<Response>

/**
 * Counts the answers in the making. A reader who goes away takes the connection along, not the work: only when that is done
 * too may the database be closed.
 */
export function inFlight<Args extends readonly unknown[]>(answer: Answer<Args>) {
  const making = new Set<Promise<Response>>()
  return {
    answer: (...args: Args): Response | Promise<Response> => {
      const response = answer(...args)
      if (response instanceof Response) return response
      making.add(response)
      const done = () => making.delete(response)
      response.then(done, done)
      return response
    },
    /** Resolves when all that was begun is done, well or not. Never rejects. */
    settled: async (): Promise<void> => {
      while (making.size > 0) await Promise.allSettled(making)
    },
  }
}
