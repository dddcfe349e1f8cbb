import { type Maker, maker } from './fhir.made.factory.ts'
import type { MadeForm } from './fhir.made-form.factory.ts'
import type { FormAnswers } from './form.answers.ts'
import { answersToSend, chainsOf, readPath, withValues } from './form.change.ts'
import { layForm } from './form.enabling.ts'
import { type Entry, readEntry } from './form.entry.ts'
import { type SlotAt, slotsByPath } from './form.live.ts'
import { type FormItem, type FormModel, isAnswerable } from './form.ts'
import { numberOf } from './form.value.ts'

const timeZone = 'Europe/Amsterdam'

/** The form filled in as a person might on the page: what is asked, nearly all of it, until no more is asked. */
export function fillMade(made: MadeForm, model: FormModel, seed: number): FormAnswers {
  const m = maker(seed)
  const chains = chainsOf(model)
  const seen = new Set<string>()
  let answers: FormAnswers = { items: [] }
  // An answer may bring questions, and those others.
  for (let round = 0; round < 8; round += 1) {
    const slots = slotsByPath(model, layForm(model, answers))
    const fresh = [...slots].filter(([path, { slot }]) => slot.enabled && takes(slot.item) && !seen.has(path))
    if (fresh.length === 0) break
    for (const [path, at] of fresh) {
      seen.add(path)
      const where = readPath(path)
      const chain = where === null ? undefined : chains[where.item]
      if (where === null || chain === undefined || (!mustBe(at) && m.chance(0.2))) continue
      const read = readEntry(at.slot.item, entryFor(m, at.slot.item, made.samples), timeZone)
      if ('problem' in read) throw new Error(`${at.slot.item.linkId}: ${read.problem}`)
      answers = withValues(answers, { chain, times: where.times }, read.values)
    }
  }
  return answersToSend(layForm(model, answers))
}

const takes = (item: FormItem) =>
  isAnswerable(item.kind) && item.readOnly !== true && item.hidden !== true && item.calculated === undefined

const mustBe = ({ slot, above }: SlotAt) =>
  slot.item.required === true || above.some((one) => one.slot.item.required === true)

/** What one would fill in at a question, as a browser sends it. */
export function entryFor(m: Maker, item: FormItem, samples: ReadonlyMap<string, string>): Entry {
  const options = item.options ?? []
  if (options.length > 0) {
    const count = item.repeats === true ? 1 + m.int(2) : 1
    const chosen = Array.from({ length: count }, () => String(m.int(options.length)))
    return { values: [...new Set(chosen)] }
  }
  if (item.kind === 'choice' || item.kind === 'open-choice') return { values: [], other: 'Iets anders' }
  const sample = samples.get(item.linkId)
  return { values: [sample ?? typedFor(m, item)], ...(item.kind === 'quantity' && { unit: '0' }) }
}

function typedFor(m: Maker, item: FormItem): string {
  const [low, high] = [item.min && numberOf(item.min), item.max && numberOf(item.max)]
  switch (item.kind) {
    case 'boolean':
      return m.pick(['1', '0'])
    case 'integer':
    case 'decimal':
    case 'quantity':
      return String((low ?? 0) + m.int((high ?? (low ?? 0) + 5) - (low ?? 0) + 1))
    case 'date':
      return m.pick(['2026-11-22', '22-11-2026', '2026'])
    case 'dateTime':
      return '2026-11-22T10:30'
    case 'time':
      return '9:30'
    case 'url':
      return 'https://example.org/a'
    default:
      return m.pick(['Goed', "it's", 'é', '<b>', '😴'])
  }
}
