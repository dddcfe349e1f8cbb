import { itemFactory } from '@weerklank/core/library/item.factory'
import { itemShape } from '@weerklank/core/library/item.schema'
import { expect, test } from 'vitest'
import { draftOf, draftProblems, emptyItem, itemOf } from './item-draft.ts'

const written = {
  ...emptyItem,
  ...{ title: 'Samen lopen', summary: 'Lopen praat makkelijker.', professional: 'Loop een rondje.' },
  ...{ source: 'Ervaring van team Noord', sentences: 'Zullen we lopen?\n\nKom je mee?' },
}

test('what is missing is told by its field; a source is never left out', () => {
  expect(draftProblems(emptyItem)).toEqual(['title', 'summary', 'professional', 'source'])
  expect(draftProblems(written)).toEqual([])
  const wrong = { ...written, url: 'http://x', minutes: '0', peopleFrom: '4', peopleTo: '2' }
  expect(draftProblems(wrong)).toEqual(['url', 'minutes', 'people'])
})

test('a draft without problems is an item that can be kept, and is read back as it was', () => {
  const item = itemOf(written, 'nl', null)
  expect(itemShape.parse(item)).toEqual(item)
  expect(itemOf(draftOf(item, 'nl'), 'nl', item)).toEqual(item)
})

test('what the form does not ask stays, and so does the other language', () => {
  const before = itemFactory({
    title: { nl: 'Vertel eens', en: 'Do tell' },
    levels: { professional: { nl: 'Vraag.', en: 'Ask.' } },
    sentences: [{ nl: { u: 'Vertelt u eens?', je: 'Vertel eens?' }, en: 'Do tell?' }],
    source: { text: 'Boek', year: 2020 },
  })
  const same = itemOf(draftOf(before, 'nl'), 'nl', before)
  expect(same).toEqual(before)
  const changed = itemOf({ ...draftOf(before, 'nl'), title: 'Zeg het maar', fromChatbot: true }, 'nl', before)
  expect(changed).toMatchObject({ title: { nl: 'Zeg het maar', en: 'Do tell' }, grade: 'none' })
  expect(itemShape.safeParse(changed).success).toBe(true)
})
