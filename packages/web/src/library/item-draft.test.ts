import { itemFactory } from '@weerklank/core/library/item.factory'
import { itemShape } from '@weerklank/core/library/item.schema'
import { expect, test } from 'vitest'
import { draftOf, draftProblems, emptyItem, type ItemDraft, itemOf } from './item-draft.ts'

const inDutch = {
  ...emptyItem.words.nl,
  ...{ title: 'Samen lopen', summary: 'Lopen praat makkelijker.', professional: 'Loop een rondje.' },
  sentences: 'Zullen we lopen?\n\nKom je mee?',
}
const inEnglish = {
  ...emptyItem.words.en,
  ...{ title: 'Walking', summary: 'Walking helps talking.', professional: 'Take a walk.' },
  sentences: 'Shall we walk?\nAre you coming?',
}
const written: ItemDraft = {
  ...emptyItem,
  ...{ words: { ...emptyItem.words, nl: inDutch }, source: 'Ervaring van team Noord' },
}

test('what is missing is told by its field; a source is never left out', () => {
  expect(draftProblems(emptyItem, 'nl')).toEqual(['nl-title', 'nl-summary', 'nl-professional', 'source'])
  expect(draftProblems(written, 'nl')).toEqual([])
  const wrong = { ...written, url: 'http://x', minutes: '0', peopleFrom: '4', peopleTo: '2' }
  expect(draftProblems(wrong, 'nl')).toEqual(['url', 'minutes', 'people'])
})

test('one language is enough, whichever it is; what is begun in the other is finished', () => {
  expect(draftProblems(written, 'en')).toEqual([])
  const half = { ...written, words: { nl: inDutch, en: { ...emptyItem.words.en, title: 'Walking' } } }
  expect(draftProblems(half, 'nl')).toEqual(['en-summary', 'en-professional'])
})

test('a draft without problems is an item that can be kept, and is read back as it was', () => {
  for (const words of [
    written.words,
    { nl: inDutch, en: inEnglish },
    { nl: inDutch, en: { ...inEnglish, sentences: 'Shall we walk?', steps: 'Walk' } },
  ]) {
    const item = itemOf({ ...written, words }, null)
    expect(itemShape.parse(item)).toEqual(item)
    expect(itemOf(draftOf(item), item)).toEqual(item)
  }
})

test('what the form does not ask stays, and so does the other language', () => {
  const before = itemFactory({
    title: { nl: 'Vertel eens', en: 'Do tell' },
    summary: { nl: 'Vraag door.', en: 'Ask on.' },
    levels: { professional: { nl: 'Vraag.', en: 'Ask.' } },
    sentences: [{ nl: { u: 'Vertelt u eens?', je: 'Vertel eens?' }, en: 'Do tell?' }],
    steps: [{ nl: 'Vraag', en: 'Ask', minutes: 5 }],
    source: { text: 'Boek', year: 2020 },
  })
  const draft = draftOf(before)
  expect(itemOf(draft, before)).toEqual(before)
  const words = { ...draft.words, nl: { ...draft.words.nl, title: 'Zeg het maar' } }
  const changed = itemOf({ ...draft, words, fromChatbot: true }, before)
  expect(changed).toMatchObject({ title: { nl: 'Zeg het maar', en: 'Do tell' }, grade: 'none' })
  expect(changed.sentences).toEqual(before.sentences)
  expect(itemShape.safeParse(changed).success).toBe(true)
})
