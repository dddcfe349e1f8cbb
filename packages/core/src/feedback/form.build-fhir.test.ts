import { expect, it } from 'vitest'
import { questionnaireFrom } from './fhir.export.ts'
import { importQuestionnaire } from './fhir.import.ts'
import { emptyForm } from './form.build.ts'
import { scoreExpression } from './form.build-score.ts'
import type { FormItem, FormModel } from './form.ts'

const choice = (linkId: string): FormItem => ({
  ...{ linkId, kind: 'choice', required: true },
  text: { text: `Vraag ${linkId}`, translations: { tr: `Soru ${linkId}` } },
  options: [1, 2].map((weight) => ({
    ...{ value: { kind: 'coding' as const, value: { code: `${weight}` } }, weight },
    text: { text: `Keuze ${weight}`, translations: { tr: `Seçenek ${weight}` } },
  })),
})

/** Everything that the builder makes. */
function built(): FormModel {
  const items: FormItem[] = [
    choice('a'),
    choice('b'),
    { linkId: 'd', kind: 'integer', text: { text: 'Hoe vaak?' }, min: { kind: 'integer', value: 0 } },
    {
      ...{ linkId: 'g', kind: 'group', text: { text: 'Als het schuurt' } },
      enableWhen: {
        behaviour: 'any',
        conditions: [
          { question: 'a', operator: '=', value: { kind: 'coding', value: { code: '1' } } },
          { question: 'd', operator: '>=', value: { kind: 'integer', value: 2 } },
        ],
      },
      items: [{ linkId: 'e', kind: 'text', text: { text: 'Wat helpt?' } }],
    },
  ]
  const calculated = scoreExpression({ items }, { kind: 'mean', linkIds: ['a', 'b'] })
  const score: FormItem = {
    linkId: 's',
    kind: 'decimal',
    readOnly: true,
    text: { text: 'Samen' },
    calculated,
  }
  return { ...emptyForm('Samen', 'nl'), items: [...items, score] }
}

it('a form that was built comes back from FHIR with its questions, branches, weights and score', () => {
  const { model } = importQuestionnaire(questionnaireFrom(built()))
  expect(model).toMatchObject(shapeOf(built()))
})

/** Of a choice the words stand in its code in FHIR. */
function shapeOf(form: FormModel) {
  return {
    title: form.title,
    items: form.items.map(({ linkId, kind, enableWhen, calculated, options, items }) => ({
      ...{ linkId, kind },
      ...(calculated !== undefined && { calculated }),
      ...(enableWhen && { enableWhen: { behaviour: enableWhen.behaviour } }),
      ...(options && { options: options.map(({ weight, text }) => ({ weight, text })) }),
      ...(items && { items: items.map((one) => ({ linkId: one.linkId })) }),
    })),
  }
}
