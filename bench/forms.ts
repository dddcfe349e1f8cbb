/** Forms: reading a large one, and scoring a short one. Alone: `node bench/forms.ts`. */
import { importQuestionnaire } from '../packages/core/src/feedback/fhir.import.ts'
import { newScorer } from '../packages/server/src/fhir/score.ts'

const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-'
const options = [0, 1, 2, 3].map((n) => ({
  valueCoding: { system: 'urn:bench', code: `c${n}`, display: `Choice ${n}` },
  extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: n }],
}))
const choice = (linkId: string, more: object = {}) => ({
  ...{ linkId, text: `Question ${linkId}`, type: 'choice', answerOption: options },
  ...more,
})
const form = (item: readonly object[]) => ({
  resourceType: 'Questionnaire',
  status: 'active',
  title: 'Bench',
  item,
})

/** The figures, in milliseconds. */
export async function forms(): Promise<Record<string, unknown>> {
  const large = form(
    Array.from({ length: 800 }, (_, n) =>
      choice(`q${n}`, {
        enableWhen: [{ question: `q${Math.max(0, n - 1)}`, operator: 'exists', answerBoolean: true }],
      }),
    ),
  )
  const many = Array.from({ length: 10_000 }, (_, n) => ({
    valueCoding: { code: `c${n}`, display: `C ${n}` },
  }))
  return {
    'forms: reading 800 items with conditions': reading(large),
    'forms: reading 10,000 options': reading(form([{ ...choice('q'), answerOption: many }])),
    'forms: scoring 12 items, with the way to its thread': await scoring(),
  }
}

function reading(questionnaire: object) {
  const text = JSON.stringify(questionnaire)
  return percentiles(
    Array.from({ length: 30 }, () => {
      const started = performance.now()
      if (importQuestionnaire(text).model === null) throw new Error('The form of the bench was refused')
      return performance.now() - started
    }),
  )
}

async function scoring() {
  const asked = Array.from({ length: 11 }, (_, n) => choice(`q${n}`))
  const expression = "%resource.item.where(linkId.startsWith('q')).answer.weight().sum()"
  const valueExpression = { language: 'text/fhirpath', expression }
  const extension = [{ url: `${sdc}calculatedExpression`, valueExpression }]
  const questionnaire = form([...asked, { linkId: 'total', text: 'Total', type: 'integer', extension }])
  const { model } = importQuestionnaire(questionnaire)
  if (model === null) throw new Error('The form of the bench was refused')
  const scorer = newScorer()
  const times: number[] = []
  for (let n = 0; n < 2_500; n += 1) {
    const coding = (at: number) => ({ system: 'urn:bench', code: `c${(n + at) % 4}` })
    const item = asked.map(({ linkId }, at) => ({ linkId, answer: [{ valueCoding: coding(at) }] }))
    const response = { resourceType: 'QuestionnaireResponse', status: 'completed', item }
    const started = performance.now()
    const plan = () => ({ form: model, questionnaire, fhirVersion: '4.0' as const })
    const { values } = await scorer.score({ key: 'bench', plan, response })
    if (values.length !== 1) throw new Error('The form of the bench was not scored')
    times.push(performance.now() - started)
  }
  await scorer.close()
  // The first five hundred compile and warm up.
  return percentiles(times.slice(500))
}

function percentiles(times: readonly number[]) {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => Number((sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(2))
  return { p50: at(0.5), p95: at(0.95), max: at(1) }
}

if (import.meta.main) {
  for (const [name, value] of Object.entries(await forms()))
    console.log(`${name.padEnd(58)}${JSON.stringify(value)}`)
}
