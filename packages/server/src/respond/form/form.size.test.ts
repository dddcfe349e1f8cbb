/** Every page of a form stays small on the wire, however long the form is. */
import { importQuestionnaire } from '@weerklank/core/feedback/fhir.import'
import type { FormModel } from '@weerklank/core/feedback/form'
import { questionsAtMost } from '@weerklank/core/feedback/form.parts'
import { respondLanguage } from '@weerklank/core/shared/language'
import { expect, test } from 'vitest'
import { pageBudget as budget, pack } from '../../http/pack.ts'
import { fillForm, nothingFound, visibleParts } from './form.filled.ts'
import { realForms } from './form.fixture.ts'
import { languagesOf } from './form.languages.ts'
import { formPage } from './form.page.ts'
import { noRules } from './form.rules.ts'

async function sizeOf(page: string): Promise<number> {
  const packed = await Promise.all(['br', 'gzip'].map((way) => pack(page, way, true)))
  return Math.max(...packed.map((one) => one?.bytes.length ?? Number.NaN))
}

function pagesOf(model: FormModel, formLanguage: string, address: 'u' | 'je' = 'u') {
  const filled = fillForm(model, { answers: { items: [] }, unread: {}, found: nothingFound })
  const names = ['Annemarie van der Velden', 'Bram Oosterhuis', 'Samira El Amrani', 'Fatima Yılmaz']
  return filled.parts.map((part, index) => ({
    questions: part.questions,
    html: formPage({
      ...{ listener: { language: respondLanguage(formLanguage) ?? 'nl', address }, formLanguage },
      ...{ workspace: 'Stichting Jeugd- en Opvoedhulp De Linde', path: `/v/${'x'.repeat(43)}` },
      ...{
        timeZone: 'Europe/Amsterdam',
        name: 'Wilhelmina',
        seenBy: names,
        unseenBy: names,
        filled,
        part: index,
      },
      ...{ rules: noRules, problems: new Map(), hasNewQuestions: true, lookup: null },
    }),
  }))
}

function modelOf(resource: object): FormModel {
  const { model } = importQuestionnaire(resource)
  if (model === null) throw new Error('A form that can be read')
  return model
}

const words = ['slapen', 'eten', 'werken', 'praten', 'lopen', 'lachen', 'dromen']
const often = ['Nooit', 'Soms', 'Regelmatig', 'Vaak', 'Altijd'].map((display) => ({
  valueCoding: { code: display, display },
}))
const question = (i: number) => ({
  linkId: `v${i}`,
  text: `Vraag ${i}: hoe vaak merkte u in de afgelopen twee weken dat ${words[i % 7]} anders ging dan ${words[(i * 3) % 7]}, en wat deed u toen met ${i * 37}?`,
  ...(i % 3 === 0 ? { type: 'string' } : { type: 'choice', answerOption: often }),
})
const long = {
  resourceType: 'Questionnaire',
  status: 'active',
  title: 'Achthonderd vragen',
  item: Array.from({ length: 800 }, (_, i) => question(i)),
}

test('a form of 800 questions comes in pages of at most twenty, each small enough, and every question is on one', async () => {
  const model = modelOf(long)
  const started = performance.now()
  const pages = pagesOf(model, 'nl')
  for (const { html, questions } of pages) {
    expect(await sizeOf(html)).toBeLessThanOrEqual(budget)
    expect(questions).toBeLessThanOrEqual(questionsAtMost)
  }
  const asked = pages.flatMap(({ html }) =>
    Array.from(html.matchAll(/name=t value="(\d+)"/g), ([, path]) => path),
  )
  expect(asked).toEqual(Array.from({ length: 800 }, (_, i) => String(i)))
  expect(performance.now() - started).toBeLessThan(20_000)
})

test.each(realForms())(
  '%s stays within its budget on every page and in every language',
  async (_, resource) => {
    const model = importQuestionnaire(resource).model
    if (model === null) return
    for (const language of languagesOf(model)) {
      for (const address of ['u', 'je'] as const) {
        for (const { html } of pagesOf(model, language, address))
          expect(await sizeOf(html)).toBeLessThanOrEqual(budget)
      }
    }
  },
)

/** Words that pack badly: no two alike. */
const noise = (length: number) => {
  let seed = length
  return Array.from({ length }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return 'abcdefghijklmnopqrstuvwxyz      '[seed % 32]
  }).join('')
}

test.each<[string, object[]]>([
  ['a text of 30,000 characters', [{ linkId: 'a', type: 'display', text: noise(30_000) }]],
  ['a question of 10,000 characters', [{ linkId: 'a', type: 'string', text: noise(10_000) }]],
  [
    '10,000 choices',
    [
      {
        linkId: 'a',
        type: 'choice',
        text: 'Wat?',
        answerOption: Array.from({ length: 10_000 }, (_, i) => ({ valueString: `${noise(i % 50)} ${i}` })),
      },
    ],
  ],
  [
    'thirty long choices',
    [
      {
        linkId: 'a',
        type: 'choice',
        text: 'Wat?',
        answerOption: Array.from({ length: 30 }, (_, i) => ({ valueString: noise(900 + i) })),
      },
    ],
  ],
  ['groups fifty deep', [nested(50)]],
  ['a description of 40,000 characters', [{ linkId: 'a', type: 'string', text: 'Wat?' }]],
])('%s fits', async (name, item) => {
  const description = name.includes('description') ? noise(40_000) : undefined
  const model = modelOf({
    resourceType: 'Questionnaire',
    status: 'active',
    title: 'Proef',
    ...(description && { description }),
    item,
  })
  for (const { html } of [...pagesOf(model, 'nl'), ...pagesOf(model, 'uk')])
    expect(await sizeOf(html)).toBeLessThanOrEqual(budget)
})

function nested(depth: number): object {
  const inside = depth === 0 ? [{ linkId: 'deep', type: 'string', text: 'Wat?' }] : [nested(depth - 1)]
  return { linkId: `g${depth}`, type: 'group', text: `Groep ${depth} ${noise(60)}`, item: inside }
}

test('what is asked in the end is somewhere to see', () => {
  const filled = fillForm(modelOf(long), { answers: { items: [] }, unread: {}, found: nothingFound })
  expect(visibleParts(filled)).toHaveLength(filled.parts.length)
})
