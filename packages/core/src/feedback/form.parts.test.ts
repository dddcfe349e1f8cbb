import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layForm } from './form.enabling.ts'
import { formParts, isLookedUp, pieceOf, questionsAtMost } from './form.parts.ts'
import type { FormItem } from './form.ts'

const question = (linkId: string, more: Partial<FormItem> = {}): FormItem => ({
  linkId,
  kind: 'string',
  text: { text: `Vraag ${linkId}` },
  ...more,
})
const many = (count: number, from = 0) => Array.from({ length: count }, (_, i) => question(`q${from + i}`))
const partsOf = (items: readonly FormItem[]) => formParts({ items }, layForm({ items }, { items: [] }))
const linkIds = (items: readonly FormItem[]) =>
  partsOf(items).map(({ entries }) =>
    entries.flatMap((one) => (one.kind === 'question' ? [one.slot.item.linkId] : [])),
  )

describe('the pages of a form', () => {
  test('hold at most twenty questions, in the order of the form, each once', () => {
    const pages = linkIds(many(45))
    expect(pages.flat()).toEqual(many(45).map(({ linkId }) => linkId))
    for (const page of pages) expect(page.length).toBeLessThanOrEqual(questionsAtMost)
  })
  test('do not cut a group that fits on one', () => {
    const group: FormItem = { linkId: 'g', kind: 'group', text: { text: 'Samen' }, items: many(8, 100) }
    const pages = linkIds([...many(15), group])
    expect(pages).toEqual([many(15).map(({ linkId }) => linkId), many(8, 100).map(({ linkId }) => linkId)])
  })
  test('say again in which group one is', () => {
    const group: FormItem = { linkId: 'g', kind: 'group', text: { text: 'Lang' }, items: many(30) }
    const [, second] = partsOf([group])
    expect(second?.entries[0]).toMatchObject({ kind: 'heading', isAgain: true })
  })
  test('leave out what is hidden', () => {
    expect(linkIds([question('a'), question('b', { hidden: true })])).toEqual([['a']])
  })
  test('of an empty form are one', () => {
    expect(partsOf([])).toEqual([{ entries: [], questions: 0 }])
  })
})

test('a long list of choices is looked up in', () => {
  const options = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      value: { kind: 'integer' as const, value: i },
      text: { text: `Keuze ${i}` },
    }))
  expect(
    [12, 41].map((count) => isLookedUp(question('a', { kind: 'choice', options: options(count) }))),
  ).toEqual([false, true])
})

test('a long text in pieces is all of it, each word once and in order', () => {
  const word = fc.stringMatching(/^[a-z]{1,12}[.!?]?$/)
  const text = fc.array(word, { minLength: 1, maxLength: 300 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 8 }), (whole, count) => {
      const pieces = Array.from({ length: count }, (_, index) => pieceOf(whole, { index, count }))
      expect(
        pieces
          .filter((piece) => piece !== '')
          .join('')
          .replaceAll(/\s/g, ''),
      ).toBe(whole.replaceAll(/\s/g, ''))
    }),
  )
})
