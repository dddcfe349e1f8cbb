import { expect, test } from 'vitest'
import { type VoiceAnswer, voicesTogether } from './voices.ts'

const day = (n: number) => `2026-11-${String(n).padStart(2, '0')}T10:00:00.000Z`
const named = (id: string) => ({ nl: `${id} (nl)`, en: id })
const instrument = (ids: readonly string[], more: object = {}) =>
  Object.assign(
    { items: ids.map((id) => ({ id, label: named(id) })), scale: { min: 0, max: 10, step: 0.1 } },
    more,
  ) as never
const lines = instrument(['heard', 'pace'])
const faces = instrument(['heard', 'pace'], { display: 'faces' })
const people = ['lina', 'samira', 'teacher']
const said = (
  participant: string,
  at: number,
  answers: Record<string, number>,
  more: Partial<VoiceAnswer> = {},
) => ({
  ...{ participant, contact: null, answers, answeredAt: day(at), instrument: lines },
  ...more,
})

test('nobody answered: there is nothing to lay side by side', () => {
  expect(voicesTogether(people, [])).toBeNull()
  expect(voicesTogether(people, [said('stranger', 3, { heard: 4 })])).toBeNull()
})

test('a child with faces and her mother with lines answer the same item; who stand far apart are named, silence too', () => {
  const voices = voicesTogether(people, [
    said('lina', 10, { heard: 4, pace: 7.5 }, { instrument: faces }),
    said('samira', 12, { heard: 9, pace: 8 }),
  ])
  expect(voices?.heard).toEqual(['lina', 'samira'])
  expect(voices?.items.map(({ item, far }) => [item, far])).toEqual([
    ['heard', { high: 'samira', low: 'lina' }],
    ['pace', null],
  ])
  expect(voices?.silent).toEqual(['teacher'])
})

test('only what is about the same contact, or at most seven days apart; of each the latest', () => {
  const voices = voicesTogether(people, [
    said('lina', 1, { heard: 2 }),
    said('samira', 10, { heard: 3 }),
    said('samira', 12, { heard: 6 }),
    said('teacher', 12, { heard: 7 }, { contact: 'other' }),
  ])
  expect(voices?.silent).toEqual(['lina'])
  expect(voices?.items[0]?.values).toEqual(
    new Map([
      ['samira', 6],
      ['teacher', 7],
    ]),
  )
  const sameContact = voicesTogether(people, [
    said('lina', 1, { heard: 2 }, { contact: 'a' }),
    said('samira', 28, { heard: 8 }, { contact: 'a' }),
    said('teacher', 28, { heard: 8 }, { contact: 'b' }),
  ])
  expect(sameContact?.silent).toEqual(['lina', 'samira'])
  expect(sameContact?.heard).toEqual(['lina', 'samira'])
  expect(sameContact?.earlier).toBe(day(28))
})

test('a difference does not go by one of them falling silent: the last contact of two voices stays beside it', () => {
  const voices = voicesTogether(people, [
    said('lina', 2, { heard: 3 }, { contact: 'a', instrument: faces }),
    said('samira', 2, { heard: 8 }, { contact: 'a' }),
    said('lina', 9, { heard: 6 }, { contact: 'b', instrument: faces }),
    said('samira', 9, { heard: 6 }, { contact: 'b' }),
    said('lina', 20, { heard: 7 }, { contact: 'c', instrument: faces }),
  ])
  expect(voices?.earlier).toBe(day(9))
  expect(voices?.items[0]?.values.get('samira')).toBe(6)
  expect(voices?.silent).toEqual(['samira', 'teacher'])
  expect(voicesTogether(people, [said('lina', 20, { heard: 7 })])?.earlier).toBeNull()
})

test('who was asked something else afterwards is still heard with what she said before', () => {
  const voices = voicesTogether(people, [
    said('lina', 10, { heard: 4 }),
    said('samira', 10, { heard: 8 }),
    said('lina', 11, { goals: 5 }, { instrument: instrument(['goals']) }),
  ])
  expect(voices?.heard).toEqual(['lina', 'samira'])
  expect(voices?.items.map(({ item }) => item)).toEqual(['heard'])
})

test('other questions, another scale and a choice without order are not laid beside it', () => {
  const voices = voicesTogether(people, [
    said('lina', 10, { heard: 4 }),
    said('samira', 10, { goals: 5 }, { instrument: instrument(['goals']) }),
    said('teacher', 10, { heard: 1 }, { instrument: instrument(['heard'], { display: 'choice' }) }),
  ])
  expect(voices).toMatchObject({ heard: [], items: [], silent: [] })
  expect(voices?.elsewhere).toEqual(people)
})

test('an item has the name of the questions that were answered, not of another check with the same id', () => {
  const label = { nl: 'Dit gesprek', en: 'This talk' }
  const single = Object.assign({}, lines as object, { items: [{ id: 'whole', label }] }) as never
  const voices = voicesTogether(people, [
    said('lina', 10, { whole: 4 }, { instrument: single }),
    said('teacher', 10, { whole: 8 }, { instrument: single }),
  ])
  expect(voices?.items.map((one) => one.label)).toEqual([label])
})
