import type { Tried, TryBody } from '@weerklank/core/feedback/form-build.contract'
import { expect, test } from 'vitest'
import { FormTrial, type Looking, toldIn } from './form-trial.ts'

const looking: Looking = { version: 1, language: 'nl', level: 'parent', address: 'u' }
const ready = { kind: 'ready', value: '', fields: [] }
const filled = (deed: string) => ({ kind: 'button', value: deed, fields: [['a0', '1'] as const] })

/** Answers each step when it is told to, in the order in which they were asked. */
function server() {
  const asked: TryBody[] = []
  const waiting: { body: TryBody; resolve: (tried: Tried) => void; reject: (error: Error) => void }[] = []
  const door = (body: TryBody) =>
    new Promise<Tried>((resolve, reject) => {
      asked.push(body)
      waiting.push({ body, resolve, reject })
    })
  const answer = async (tried: Partial<Tried> = {}) => {
    const { body, resolve } = waiting.shift() ?? { body: null, resolve: () => undefined }
    if (body === null) throw new Error('Nothing was asked')
    resolve({
      ...{ page: '<p>', at: body.at, part: body.part, answers: body.answers ?? { items: [] } },
      ...{ unread: {}, problems: [], hints: [], scores: [], sum: null, gaps: [], levels: [], languages: [] },
      ...tried,
    })
    await Promise.resolve()
    await Promise.resolve()
  }
  const fail = async (error: Error) => {
    waiting.shift()?.reject(error)
    await Promise.resolve()
    await Promise.resolve()
  }
  return { asked, door, answer, fail }
}

test('nothing is asked before the page is there; then what is filled in goes along with each step', async () => {
  const { asked, door, answer } = server()
  const trial = new FormTrial(looking, door)
  trial.look({ level: 'child' })
  expect(asked).toEqual([])
  trial.hear(ready)
  const answers = { items: [{ linkId: 'a', values: [{ value: { kind: 'boolean' as const, value: true } }] }] }
  await answer({ answers })
  expect(trial.state()).toMatchObject({ page: { html: '<p>', isStep: false }, isBusy: false })
  trial.hear(filled('verder'))
  expect(asked[1]).toMatchObject({
    level: 'child',
    answers,
    fields: [
      ['a0', '1'],
      ['ga', 'verder'],
    ],
  })
  await answer({ at: 'review' })
  expect(trial.state().page?.isStep).toBe(true)
  trial.look({ address: 'je' })
  expect(asked[2]).toMatchObject({ address: 'je', at: 'review', answers })
  expect(asked[2]?.fields).toBeUndefined()
  await answer()
  trial.restart()
  expect(asked[3]).toMatchObject({ answers: null, at: 'part', part: 0 })
})

test('links lead to a part, to looking it over or to another language, and not out of the end', async () => {
  const { asked, door, answer } = server()
  const trial = new FormTrial(looking, door)
  const link = (value: string) => trial.hear({ kind: 'link', value, fields: [] })
  trial.hear(ready)
  await answer()
  link('?deel=3&lang=nl#q2')
  expect(asked.at(-1)).toMatchObject({ at: 'part', part: 2 })
  await answer()
  link('?deel=kijk&lang=tr')
  expect(asked.at(-1)).toMatchObject({ at: 'review', language: 'tr' })
  await answer({ at: 'sent', part: 0 })
  link('?deel=2&lang=en')
  expect(asked.at(-1)).toMatchObject({ at: 'sent', language: 'en' })
})

test('one step at a time: of what waits the last counts, and what is only kept gives way', async () => {
  const { asked, door, answer, fail } = server()
  const trial = new FormTrial(looking, door)
  trial.hear(ready)
  trial.hear(filled('verder'))
  trial.hear({ kind: 'keep', value: '', fields: [['a0', '0']] })
  expect(asked).toHaveLength(1)
  await answer()
  expect(asked.at(-1)?.fields?.at(-1)).toEqual(['ga', 'verder'])
  await fail(new Error('te vaak'))
  expect(trial.state()).toMatchObject({ isBusy: false, error: { message: 'te vaak' }, page: { html: '<p>' } })
  trial.hear({ kind: 'keep', value: '', fields: [] })
  await answer({ page: null })
  expect(trial.state()).toMatchObject({ error: null, page: { html: '<p>' } })
})

test('what is no message of the page is left aside', () => {
  expect(toldIn({ weerklank: ready })).toEqual(ready)
  for (const other of [
    null,
    'x',
    {},
    { weerklank: { kind: 1, value: '', fields: [] } },
    { weerklank: { kind: 'keep', value: '' } },
  ])
    expect(toldIn(other)).toBeNull()
})
