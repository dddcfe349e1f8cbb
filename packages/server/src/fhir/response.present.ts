import { withComputed } from '@weerklank/core/feedback/fhir.computed'
import type { FhirIssue } from '@weerklank/core/feedback/fhir.issue'
import type { Json } from '@weerklank/core/feedback/fhir.json'
import { exportResponse } from '@weerklank/core/feedback/fhir.response'
import { asWritten } from '@weerklank/core/feedback/fhir.text'
import type { FormScores } from '@weerklank/core/feedback/form.score'
import type { FormValue } from '@weerklank/core/feedback/form.value'
import type { StoredForm, StoredResponse } from '../feedback/form.repository.ts'

/**
 * A stored answer as a resource: as it came in, with what was computed in the items that compute it and hold nothing of their
 * own, and what the server says of it.
 */
export function presentResponse(row: StoredResponse, form: StoredForm, base: string): Json {
  const questionnaire = form.url === null ? `${base}/Questionnaire/${form.id}` : canonicalOf(form)
  const facts = { questionnaire, status: row.status, authored: new Date(row.answered_at).toISOString() }
  const own = asWritten(row.source, row.source_text) ?? exportResponse(form.model, row.answers, facts)
  const meta = (own.meta ?? {}) as Json
  const lastUpdated = new Date(row.stored_at).toISOString()
  const filled = withComputed(own, form.model, row.scores?.values ?? [])
  return { ...filled, id: row.id, meta: { ...meta, versionId: '1', lastUpdated } }
}

const canonicalOf = (form: StoredForm) => (form.label === null ? `${form.url}` : `${form.url}|${form.label}`)

/** What was computed, and what could not be. */
export function scoreIssues(scores: FormScores | null): FhirIssue[] {
  const values = (scores?.values ?? []).map(
    ({ linkId, value }): FhirIssue => ({
      kind: 'computed',
      args: [shown(value)],
      linkId,
      at: placeOf(linkId),
    }),
  )
  return [...unscoredIssues(scores), ...values]
}

export function unscoredIssues(scores: FormScores | null): FhirIssue[] {
  return (scores?.notComputed ?? []).map(({ linkId, reason, detail }): FhirIssue => {
    const args = [detail === undefined ? reason : `${reason}, ${detail}`]
    // A variable of the form itself stands on no item.
    return /^(%|constraint\(|$)/.test(linkId)
      ? { kind: 'not-computed', args: [[linkId, ...args].join(' ').trim()], at: 'QuestionnaireResponse' }
      : { kind: 'not-computed', args, linkId, at: placeOf(linkId) }
  })
}

/** A value in a few words. */
export function shown({ value }: FormValue): string {
  if (typeof value !== 'object') return String(value)
  const { display, code, value: number, unit } = value as Record<string, unknown>
  return [display ?? code, number, unit].flatMap((one) => one ?? []).join(' ')
}

/** The place of an expression begins with the linkId it stands on: `total %sum`, `q1 enableWhen`. */
const placeOf = (place: string) =>
  `QuestionnaireResponse.descendants().where(linkId = '${place.replace(/ (%\S+|enableWhen|constraint\(.*\))$/, '').replaceAll("'", "\\'")}')`
