import { questionnaireFrom } from '@weerklank/core/feedback/fhir.export'
import { responseItems } from '@weerklank/core/feedback/fhir.response'
import { itemsByLinkId, itemsOf } from '@weerklank/core/feedback/form'
import type { FormAnswers } from '@weerklank/core/feedback/form.answers'
import {
  type BrokenRule,
  type FormScores,
  hasExpressions,
  sumOfWeights,
} from '@weerklank/core/feedback/form.score'
import type { Scorer } from '../fhir/score.ts'
import type { StoredForm } from './form.repository.ts'

type Form = Pick<
  StoredForm,
  'workspace_id' | 'id' | 'version' | 'revision' | 'model' | 'source' | 'fhir_version'
>

/** What a form computes from answers, and of which items an expression says whether they are asked. Never throws. */
export async function scoresOf(
  scorer: Scorer,
  form: Form,
  answers: FormAnswers,
): Promise<{
  scores: FormScores | null
  enabled: ReadonlyMap<string, boolean>
  broken: readonly BrokenRule[]
}> {
  const { model } = form
  const sum = sumOfWeights(model, answers)
  if (!hasExpressions(itemsOf(model.items)) && model.constraints === undefined) {
    return { scores: sum && { values: [], notComputed: [], sum }, enabled: new Map(), broken: [] }
  }
  const { values, notComputed, enabled, broken } = await scorer.score({
    ...planOf(form),
    response: responseTo(form, answers),
  })
  return {
    scores: { values, notComputed, ...(sum && { sum }) },
    enabled: new Map(Object.entries(enabled)),
    broken,
  }
}

/** What a form fills in beforehand, by expressions that need nothing but the form and the answers so far. Never throws. */
export async function initialValues(
  scorer: Scorer,
  form: Form,
  answers: FormAnswers = { items: [] },
): Promise<FormScores['values']> {
  const response = responseTo(form, answers)
  return (await scorer.score({ ...planOf(form), response, withInitial: true })).values
}

/** A draft that was changed is another plan: an expression of before must not compute for it. */
function planOf(form: Form) {
  return {
    key: `${form.workspace_id} ${form.id} ${form.version} ${form.revision}`,
    whose: form.workspace_id,
    plan: () => ({
      ...{ form: form.model, fhirVersion: form.fhir_version },
      questionnaire: form.source ?? questionnaireFrom(form.model),
    }),
  }
}

function responseTo({ model }: Form, answers: FormAnswers) {
  const item = responseItems(answers.items, itemsByLinkId(model))
  return { resourceType: 'QuestionnaireResponse', status: 'completed', item }
}
