import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answersToSend, chainsOf, onlyAsked, readPath, withTimes, withValues } from './form.change.ts'
import { layForm } from './form.enabling.ts'
import { slotsByPath } from './form.live.ts'
import type { FormItem } from './form.ts'
import type { FormValue } from './form.value.ts'

const text = (value: string): FormValue => ({ kind: 'string', value })
const question = (linkId: string, more: Partial<FormItem> = {}): FormItem => ({
  linkId,
  kind: 'string',
  ...more,
})
const form = {
  items: [
    question('name'),
    {
      linkId: 'child',
      kind: 'group' as const,
      repeats: true,
      items: [
        question('age'),
        { linkId: 'school', kind: 'group' as const, repeats: true, items: [question('place')] },
      ],
    },
    question('pet', { items: [question('pet-name')] }),
  ],
}
const chains = chainsOf(form)
const at = (path: string) => {
  const found = readPath(path)
  const chain = found && chains[found.item]
  if (!found || !chain) throw new Error(path)
  return { chain, times: found.times }
}

test.each(['', 'a', '1_', '1__2', '1_2_x', '123456', '-1', '1_9999'])('"%s" is no path', (path) => {
  expect(readPath(path)).toBeNull()
})

test('an answer is put where it belongs, in a group that is there more than once too', () => {
  let answers = withValues({ items: [] }, at('4_1_2'), [text('Hier')])
  answers = withValues(answers, at('0'), [text('Lina')])
  expect(slotsByPath(form, layForm(form, answers)).get('4_1_2')?.slot.entries[0]?.values?.[0]?.value).toEqual(
    text('Hier'),
  )
  expect(answersToSend(layForm(form, answers))).toEqual({
    items: [
      { linkId: 'name', values: [{ value: text('Lina') }] },
      {
        linkId: 'child',
        items: [{ linkId: 'school', items: [{ linkId: 'place', values: [{ value: text('Hier') }] }] }],
      },
    ],
  })
})

test('what stands under a question stays with it when its answer changes, and waits for one when it goes', () => {
  let answers = withValues({ items: [] }, at('5'), [text('Hond')])
  answers = withValues(answers, at('6'), [text('Bo')])
  answers = withValues(answers, at('5'), [text('Kat')])
  const sent = {
    linkId: 'pet',
    values: [{ value: text('Kat'), items: [{ linkId: 'pet-name', values: [{ value: text('Bo') }] }] }],
  }
  expect(answersToSend(layForm(form, answers))).toEqual({ items: [sent] })
  answers = withValues(answers, at('5'), [])
  expect(answersToSend(layForm(form, answers))).toEqual({ items: [] })
  answers = withValues(answers, at('5'), [text('Kat')])
  expect(answersToSend(layForm(form, answers))).toEqual({ items: [sent] })
})

test('a group is filled in more often, and never more than may be', () => {
  let answers = withValues({ items: [] }, at('2_0'), [text('8')])
  answers = withTimes(answers, at('1'), 3)
  expect(slotsByPath(form, layForm(form, answers)).has('2_2')).toBe(true)
  answers = withTimes(answers, at('1'), 10_000)
  expect(slotsByPath(form, layForm(form, answers)).has('2_50')).toBe(false)
  expect(slotsByPath(form, layForm(form, answers)).get('2_0')?.slot.entries[0]?.values?.[0]?.value).toEqual(
    text('8'),
  )
})

test('whatever is put where, each place holds what was last put there', () => {
  const places = fc.constantFrom('0', '2_0', '2_1', '2_3', '4_0_0', '4_1_2', '4_3_1', '5', '6')
  fc.assert(
    fc.property(fc.array(fc.tuple(places, fc.string({ minLength: 1 })), { maxLength: 30 }), (deeds) => {
      const wanted = new Map<string, string>()
      let answers: { items: readonly object[] } & ReturnType<typeof withValues> = { items: [] }
      for (const [path, value] of deeds) {
        answers = withValues(answers, at(path), [text(value)])
        wanted.set(path, value)
      }
      const slots = slotsByPath(form, layForm(form, answers))
      for (const [path, value] of wanted) {
        expect(
          slots.get(path)?.slot.entries.flatMap((entry) => entry.values?.map((one) => one.value) ?? []),
        ).toEqual([text(value)])
      }
    }),
  )
})

test('leaving out what is not asked changes nothing of what is sent, and keeps each time of a group in its place', () => {
  const paths = fc.constantFrom('0', '2_0', '2_1', '2_2', '4_0_0', '4_1_0', '4_1_1', '5', '6')
  fc.assert(
    fc.property(fc.array(fc.tuple(paths, fc.string({ maxLength: 3 })), { maxLength: 12 }), (said) => {
      let answers: ReturnType<typeof withValues> = { items: [] }
      for (const [path, value] of said)
        answers = withValues(answers, at(path), value === '' ? [] : [text(value)])
      const asked = onlyAsked(layForm(form, answers))
      expect(answersToSend(layForm(form, asked))).toEqual(answersToSend(layForm(form, answers)))
      const times = (all: typeof answers) => all.items.filter((one) => one.linkId === 'child').length
      expect(times(asked)).toBe(times(answers))
    }),
  )
})
