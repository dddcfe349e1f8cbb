import type { Log } from '../http/log.ts'

const running = new Set<Promise<void>>()

/**
 * Does work for which nobody waits. What is written down of a refusal is done like this: whoever was refused must not learn
 * from how long the answer takes whether there was something to write. A failure is logged; the refusal stands anyway.
 */
export function aside(log: Log, work: () => Promise<void>): void {
  const done = work()
    .catch((error: unknown) => log.error({ err: error }, 'What was refused could not be written down'))
    .finally(() => running.delete(done))
  running.add(done)
}

/** Resolves when all work that was begun is done, well or not: only then may the database be closed. */
export async function asideDone(): Promise<void> {
  while (running.size > 0) await Promise.allSettled(running)
}
