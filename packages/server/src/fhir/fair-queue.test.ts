import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newFairQueue } from './fair-queue.ts'

/** Deeds that end when they are told to. */
function deeds(limits = { lanes: 2, waitingAtMost: 100, waitingEach: 50 }) {
  const queue = newFairQueue(limits)
  const log: string[] = []
  const ends = new Map<string, () => void>()
  const lanes = new Set<number>()
  let most = 0
  const add = (whose: string, name: string) =>
    queue.run(whose, async (lane) => {
      expect(lanes.has(lane)).toBe(false)
      lanes.add(lane)
      most = Math.max(most, lanes.size)
      log.push(name)
      await new Promise<void>((resolve) => ends.set(name, resolve))
      lanes.delete(lane)
      return name
    })
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0))
  const end = async (name: string) => {
    ends.get(name)?.()
    ends.delete(name)
    await settle()
  }
  return { add, end, log, ends, settle, most: () => most }
}

test('one owner holds one lane; another goes on beside it, and so does a third when its turn comes', async () => {
  const { add, end, log, settle } = deeds()
  add('slow', 'slow 1')
  add('slow', 'slow 2')
  const quick = add('quick', 'quick 1')
  add('third', 'third 1')
  await settle()
  expect(log).toEqual(['slow 1', 'quick 1'])
  await end('quick 1')
  expect(await quick).toBe('quick 1')
  expect(log).toEqual(['slow 1', 'quick 1', 'third 1'])
  add('quick', 'quick 2')
  await end('third 1')
  expect(log.at(-1)).toBe('quick 2')
  await end('slow 1')
  expect(log.at(-1)).toBe('slow 2')
})

test('of one owner only so much waits, and in all too; what fails frees its lane', async () => {
  const queue = newFairQueue({ lanes: 1, waitingAtMost: 3, waitingEach: 1 })
  const never = new Promise<void>(() => undefined)
  const fails = queue.run('a', () => Promise.reject(new Error('no')))
  await expect(fails).rejects.toThrow('no')
  await new Promise((resolve) => setTimeout(resolve, 0))
  queue.run('a', () => never)
  expect(queue.run('a', () => never)).not.toBeNull()
  expect(queue.run('a', () => never)).toBeNull()
  expect(queue.run('b', () => never)).not.toBeNull()
  expect(queue.run('c', () => never)).toBeNull()
})

test('whatever comes in whatever order: all of it is done once, of each owner in order, and never two at once', async () => {
  const owners = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(owners, fc.integer({ min: 1, max: 3 }), async (list, lanes) => {
      const { add, end, log, ends, settle, most } = deeds({ lanes, waitingAtMost: 100, waitingEach: 100 })
      const names = list.map((whose, at) => `${whose} ${at}`)
      for (const [at, whose] of list.entries()) add(whose, names[at] ?? '')
      await settle()
      while (ends.size > 0) {
        const running = [...ends.keys()].map((name) => name[0])
        expect(new Set(running).size).toBe(running.length)
        await end([...ends.keys()][0] ?? '')
      }
      expect(log.toSorted()).toEqual(names.toSorted())
      for (const whose of 'abcd') {
        const of = (all: string[]) => all.filter((name) => name.startsWith(whose))
        expect(of(log)).toEqual(of(names))
      }
      expect(most()).toBeLessThanOrEqual(lanes)
    }),
    { numRuns: 40 },
  )
})
