/** Work of many, each in its own turn: `run` gives null when too much of it, or too much in all, waits already. */
export type FairQueue = {
  run: <Result>(whose: string, deed: (lane: number) => Promise<Result>) => Promise<Result> | null
}

export type FairLimits = {
  /** How many deeds run at once, of as many owners. */
  lanes: number
  waitingAtMost: number
  /** How many of one owner may wait. */
  waitingEach: number
}

type Job = (lane: number) => Promise<void>

/**
 * One deed of an owner at a time, one after the other as they came; owners take turns, whoever waits longest first. So one
 * with slow work holds one lane and no more, and the others go on beside it.
 */
export function newFairQueue({ lanes, waitingAtMost, waitingEach }: FairLimits): FairQueue {
  /** In the order in which owners have their turn. */
  const waiting = new Map<string, Job[]>()
  const working = new Set<string>()
  const free = Array.from({ length: lanes }, (_, lane) => lane)
  let count = 0

  const next = (): void => {
    for (const [whose, jobs] of waiting) {
      if (free.length === 0) return
      if (!working.has(whose)) begin(whose, jobs)
    }
  }
  const begin = (whose: string, jobs: Job[]): void => {
    const [job, ...rest] = jobs
    waiting.delete(whose)
    // Whoever had her turn stands at the end of the row.
    if (rest.length > 0) waiting.set(whose, rest)
    // The first lane is always warm; the others are opened when they are needed.
    const lane = free.sort((a, b) => a - b).shift()
    if (job === undefined || lane === undefined) return
    working.add(whose)
    void job(lane).finally(() => {
      working.delete(whose)
      free.push(lane)
      count -= 1
      next()
    })
  }

  return {
    run: (whose, deed) => {
      const own = waiting.get(whose) ?? []
      if (count >= waitingAtMost || own.length >= waitingEach) return null
      count += 1
      return new Promise((resolve, reject) => {
        waiting.set(whose, [...own, (lane) => deed(lane).then(resolve, reject)])
        next()
      })
    },
  }
}
