/** Whatever somebody does in the builder, in whatever order: what has to hold of the form after each step. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exportQuestionnaire } from './fhir.export.ts'
import { importQuestionnaire } from './fhir.import.ts'
import { isRefused } from './fhir.issue.ts'
import {
  addItem,
  type BuildKind,
  buildKinds,
  changeItem,
  duplicateItem,
  emptyForm,
  findItem,
  type Move,
  moveItem,
  moves,
  newItem,
  questionsBefore,
} from './form.build.ts'
import { buildProblems, isScore } from './form.build-check.ts'
import { withWords } from './form.build-language.ts'
import { canCount, removeCounted, withScore } from './form.build-score.ts'
import { formModelSchema } from './form.schema.ts'
import { type FormItem, type FormModel, type FormText, isAnswerable, itemsOf } from './form.ts'

type Deed =
  | { do: 'add'; kind: BuildKind; at: number; inside: boolean }
  | { do: 'remove' | 'copy'; at: number }
  | { do: 'move'; move: Move; at: number }
  | { do: 'branch'; at: number; on: number; any: boolean }
  | { do: 'score'; kind: 'sum' | 'mean'; at: number }
  | { do: 'words'; at: number; words: string; language: string; level: 'parent' | 'child' | 'professional' }
  | { do: 'must' | 'help' | 'name'; at: number }

const at = fc.nat(30)
const words = fc.constantFrom('Lukt het?', "Is 't goed \\ 'zo'?", 'Wat helpt\nhier?', '', 'نعم', '👪')
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('add' as const),
      kind: fc.constantFrom(...buildKinds),
      at,
      inside: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('remove' as const, 'copy' as const), at }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('move' as const), move: fc.constantFrom(...moves), at }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('branch' as const), at, on: at, any: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('score' as const),
      kind: fc.constantFrom('sum' as const, 'mean' as const),
      at,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      ...{ do: fc.constant('words' as const), at, words },
      language: fc.constantFrom('nl', 'tr', 'ar'),
      level: fc.constantFrom('parent' as const, 'child' as const, 'professional' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('must' as const, 'help' as const, 'name' as const), at }),
  },
)
const deeds = fc.array(deed, { maxLength: 40 })

const namesOf = (form: FormModel) => Array.from(itemsOf(form.items), ({ linkId }) => linkId)
const pick = (form: FormModel, at: number) => namesOf(form)[at % Math.max(1, namesOf(form).length)] ?? ''

function step(form: FormModel, deed: Deed): FormModel {
  const linkId = pick(form, deed.at)
  const found = findItem(form, linkId)
  switch (deed.do) {
    case 'add': {
      const place = found === undefined ? null : deed.inside ? { inside: linkId } : { after: linkId }
      return addItem(form, newItem(form, deed.kind), place)
    }
    case 'remove':
      return removeCounted(form, linkId)
    case 'copy':
      return duplicateItem(form, linkId)?.form ?? form
    case 'move':
      return moveItem(form, linkId, deed.move) ?? form
    case 'branch':
      return branched(form, linkId, deed)
    case 'score':
      return scored(form, deed.kind)
    case 'words':
      return changeItem(form, linkId, (item) => worded(item, deed))
    case 'must':
      return changeAsked(form, linkId, (item) => ({ ...item, required: item.required !== true }))
    case 'help':
      return changeAsked(form, linkId, (item) => ({
        ...item,
        help: { text: 'Uitleg', translations: { tr: 'A' } },
      }))
    case 'name':
      // A name that somebody's file may hold: the one that words beside a question get in FHIR.
      return namesOf(form).includes('vraag-1-help')
        ? form
        : addItem(form, { linkId: 'vraag-1-help', kind: 'boolean', text: { text: 'Ja?' } }, null)
  }
}

/** Only of a question is it said that it must be answered, and how. */
function changeAsked(form: FormModel, linkId: string, change: (item: FormItem) => FormItem): FormModel {
  return changeItem(form, linkId, (item) => (isAnswerable(item.kind) && !isScore(item) ? change(item) : item))
}

function worded(item: FormItem, deed: Deed & { do: 'words' }): FormItem {
  const writing = { language: deed.language, source: 'nl', level: deed.level }
  const text = withWords(item.text, deed.words, writing)
  const options = item.options?.map((one, i) => ({
    ...one,
    weight: i,
    text: withWords(one.text, `${deed.words}${i}`, writing),
  }))
  return { ...item, text, ...(options && { options }) }
}

function branched(form: FormModel, linkId: string, deed: Deed & { do: 'branch' }): FormModel {
  const before = questionsBefore(form, linkId)
  const question = before[deed.on % Math.max(1, before.length)]
  if (question === undefined) return form
  const value = question.options?.[0]?.value ?? { kind: 'boolean' as const, value: true }
  const operator = question.options === undefined && question.kind !== 'boolean' ? 'exists' : '='
  return changeItem(form, linkId, (item) => ({
    ...item,
    enableWhen: {
      behaviour: deed.any ? 'any' : 'all',
      conditions: [...(item.enableWhen?.conditions ?? []), { question: question.linkId, operator, value }],
    },
  }))
}

function scored(form: FormModel, kind: 'sum' | 'mean'): FormModel {
  const linkIds = [...itemsOf(form.items)].filter(canCount).map((item) => item.linkId)
  const item = { ...newItem(form, 'decimal'), readOnly: true, text: { text: 'Samen' } }
  return linkIds.length === 0 ? form : addItem(form, withScore(form, item, { kind, linkIds }), null)
}

const built = deeds.map((all) => all.reduce(step, emptyForm('Samen', 'nl')))

describe('after any sequence of steps', () => {
  test('each name is there once, and an answer waited for is asked before it or told as a problem', () => {
    fc.assert(
      fc.property(deeds, (all) => {
        let form = emptyForm('Samen', 'nl')
        for (const one of all) {
          form = step(form, one)
          const names = namesOf(form)
          expect(new Set(names).size).toBe(names.length)
          const told = new Set(
            buildProblems(form).flatMap(({ kind, linkId }) =>
              kind.startsWith('condition-') ? [linkId] : [],
            ),
          )
          for (const item of itemsOf(form.items)) {
            const before = new Set(questionsBefore(form, item.linkId).map(({ linkId }) => linkId))
            for (const { question } of item.enableWhen?.conditions ?? []) {
              expect(names).toContain(question)
              if (!before.has(question)) expect(told).toContain(item.linkId)
            }
          }
        }
      }),
    )
  })

  test('the JSON of the form is read in again as the very same form', () => {
    fc.assert(
      fc.property(built, (form) => {
        expect(formModelSchema.parse(JSON.parse(JSON.stringify(form)))).toEqual(form)
      }),
    )
  })

  test.each(['4.0', '5.0'] as const)('FHIR %s holds the same form', (version) => {
    const meta = { id: 'x', versionId: '1', lastUpdated: '2026-11-22T10:00:00Z' }
    fc.assert(
      fc.property(built, (model) => {
        const out = exportQuestionnaire({ source: null, model, fhirVersion: '4.0', meta }, version)
        const back = importQuestionnaire(JSON.parse(JSON.stringify(out)), { fhirVersion: version })
        expect(isRefused(back.report)).toBe(false)
        expect(back.model && inShort(back.model)).toEqual(inShort(model))
      }),
      { numRuns: 300 },
    )
  })
})

/**
 * A form without what has no meaning of its own: words that are empty, flags that say no, the words of a choice once more in its
 * code, how one condition goes together with others, and the names in FHIR of words beside a question.
 */
function inShort(form: FormModel): unknown {
  return { ...form, items: form.items.map(itemInShort) }
}

function itemInShort({ beside: _, items = [], ...item }: FormItem): unknown {
  const { text, help, options, enableWhen, required, repeats, ...rest } = item
  const isOne = enableWhen?.conditions.length === 1
  return {
    ...rest,
    ...(required && { required }),
    ...(repeats && { repeats }),
    ...(hasWords(text) && { text }),
    ...(hasWords(help) && { help }),
    ...(options && {
      options: options.map((one) => ({
        ...one,
        value: one.value.kind === 'coding' ? { code: one.value.value.code } : one.value,
      })),
    }),
    ...(enableWhen && { enableWhen: isOne ? { conditions: enableWhen.conditions } : enableWhen }),
    ...(items.length > 0 && { items: items.map(itemInShort) }),
  }
}

const hasWords = (text: FormText | undefined) => (text?.text ?? '').trim() !== ''
