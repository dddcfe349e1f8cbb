import { expect, test } from 'vitest'
import { autosave, type SaveState } from './autosave.ts'

function recorded(answers: ((text: string) => Promise<string>)[]) {
  const sent: string[] = []
  const states: SaveState[] = []
  const saver = autosave<string>({
    save: (text) => {
      sent.push(text)
      return (answers.shift() ?? (async () => text))(text)
    },
    isConflict: (error) => error === 'conflict',
    onState: (state) => states.push(state),
    waitMs: 1,
  })
  return { sent, states, saver }
}

test('typing is saved once it rests, with the last text', async () => {
  const { sent, states, saver } = recorded([])
  for (const text of ['a', 'ab', 'abc']) saver.change(text)
  await expect.poll(() => states.at(-1)).toBe('saved')
  expect(sent).toEqual(['abc'])
})

test('what is typed while a save is on its way follows it, one at a time', async () => {
  let arrive: (text: string) => void = () => undefined
  const first = () => new Promise<string>((resolve) => (arrive = resolve))
  const { sent, states, saver } = recorded([first])
  saver.change('a')
  const saved = saver.flush()
  saver.change('ab')
  void saver.flush()
  expect(sent).toEqual(['a'])
  arrive('a')
  await saved
  expect(sent).toEqual(['a', 'ab'])
  expect(states.at(-1)).toBe('saved')
})

test('a failed save keeps the text for the next try', async () => {
  const { sent, states, saver } = recorded([() => Promise.reject(new Error('away'))])
  saver.change('a')
  await saver.flush()
  expect(states.at(-1)).toBe('failed')
  await saver.flush()
  expect(sent).toEqual(['a', 'a'])
  expect(states.at(-1)).toBe('saved')
})

test('after a conflict nothing is written over, and a stopped one is silent', async () => {
  const { sent, states, saver } = recorded([() => Promise.reject('conflict')])
  saver.change('a')
  await saver.flush()
  expect(states.at(-1)).toBe('conflict')
  saver.change('b')
  await saver.flush()
  expect(sent).toEqual(['a'])
  const other = recorded([])
  other.saver.change('a')
  other.saver.stop()
  await other.saver.flush()
  expect(other.sent).toEqual([])
})
