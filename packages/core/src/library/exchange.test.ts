import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cardOf } from './card.ts'
import { readItems, writeItems, writeMarkdown } from './exchange.ts'
import { itemFactory } from './item.factory.ts'
import type { Item } from './item.schema.ts'

// Begins and ends with a letter: white space round a text is not kept.
const said = fc
  .string({ unit: 'grapheme', maxLength: 20 })
  .map((text) => `a${text.replace(/[\p{C}]/gu, '')}b`)
const words = fc.record({ nl: said, en: said })
const item: fc.Arbitrary<Item> = fc
  .record({
    title: words,
    summary: words,
    levels: fc.record({ professional: words, parent: words }),
    sentences: fc.array(fc.record({ nl: fc.record({ u: said, je: said }), en: said }), { maxLength: 3 }),
    source: fc.record({ text: said, year: fc.integer({ min: 1800, max: 2100 }) }),
    minutes: fc.integer({ min: 1, max: 600 }),
  })
  .map(itemFactory)

test('items that are written to a file are read from it as they were', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 4 }), (items) => {
      const read = readItems(writeItems(items))
      expect(read).toEqual({
        ok: true,
        items: items.map((one, index) => ({ at: index + 1, item: one })),
        problems: [],
      })
    }),
    { numRuns: 60 },
  )
})

test('what is wrong with one item is told by its number and field, and the others are taken', () => {
  const good = itemFactory()
  const { source: _, ...without } = good
  const claim = { ...good, provenance: 'chatbot-list', grade: 'reviews' }
  const read = readItems(
    writeItems([without as Item, good, { ...good, source: { text: ' ' } }, claim as Item]),
  )
  if (!read.ok) throw new Error('It is a file of items')
  expect(read.items.map(({ at }) => at)).toEqual([2])
  expect(read.problems.map(({ at, title, field }) => [at, title, field])).toEqual([
    [1, 'Een kaart', 'source'],
    [3, 'Een kaart', 'source.text'],
    [4, 'Een kaart', 'grade'],
  ])
  for (const other of ['', '{', '[]', '{"format":"other"}']) expect(readItems(other)).toEqual({ ok: false })
})

test('a card says what it rests on, to each reader in her own words, and is no card where there are none', () => {
  const one = itemFactory({
    title: { nl: 'Luister', en: 'Listen' },
    levels: { professional: { nl: 'Wees stil.', en: 'Be silent.' }, parent: { nl: 'U mag stil zijn.' } },
    sentences: [{ nl: { u: 'Vertelt u eens?', je: 'Vertel eens?' } }],
    ...{ provenance: 'chatbot-list', grade: 'none' },
  })
  const parent = cardOf(one, { level: 'parent', language: 'en' })
  expect(parent).toMatchObject({ language: 'nl', sentences: [], isFromChatbot: true })
  expect(parent?.grade).toContain('Niet onderzocht')
  expect(cardOf(one, { level: 'child', language: 'nl' })).toBeNull()
  const talk = itemFactory({
    levels: { professional: { nl: 'Wees stil.' }, child: { nl: 'Jij mag iets zeggen.' } },
    ...{ steps: [{ nl: 'Rondje' }], uses: { format: 'stilstaan' } },
  })
  expect(cardOf(talk, { level: 'child', language: 'nl' })?.steps).toEqual([])
  expect(cardOf(talk, { level: 'professional', language: 'nl' })?.steps).toEqual(['Rondje'])
  const text = writeMarkdown([one], { title: 'Mijn *map*', level: 'professional', language: 'nl' })
  expect(text).toContain('# Mijn \\*map\\*')
  expect(text).toContain('> **Lijst van een chatbot: geen bewijs**')
})

test('what a professional says stands on her card alone; a parent reads what she may be asked, and a child neither', () => {
  const three = {
    professional: { nl: 'Wees stil.' },
    parent: { nl: 'U mag stil zijn.' },
    child: { nl: 'Stil mag.' },
  }
  const ask = [{ nl: { u: 'Wat neemt u mee?', je: 'Wat neem je mee?' } }]
  const fits = itemFactory().fits
  const forClients = { ...fits, kinds: ['with-help-seekers' as const] }
  const prompt = { levels: three, kind: 'prompt' as const, sentences: ask, fits: forClients }
  const said = (over: Parameters<typeof itemFactory>[0], level: 'professional' | 'parent' | 'child') => {
    const card = cardOf(itemFactory(over), { level, language: 'nl' })
    return [card?.sentencesHead, card?.sentences]
  }
  expect(said(prompt, 'professional')).toEqual(['Zo kun je het zeggen', ['Wat neem je mee?']])
  expect(said(prompt, 'parent')).toEqual(['Zo kan iemand het u vragen', ['Wat neemt u mee?']])
  expect(said(prompt, 'child')[1]).toEqual([])
  const kept = [
    { ...prompt, kind: 'tip' as const },
    { ...prompt, sentences: [...ask, { nl: { u: 'U heeft een punt.', je: 'Je hebt een punt.' } }] },
    // Questions to oneself and to colleagues name no client.
    { ...prompt, fits },
    { ...prompt, fits: { ...fits, kinds: ['interprofessional' as const], voices: ['mother' as const] } },
    { ...prompt, fits: { ...forClients, voices: ['child' as const] } },
  ]
  for (const other of kept) expect(said(other, 'parent')[1]).toEqual([])
})
