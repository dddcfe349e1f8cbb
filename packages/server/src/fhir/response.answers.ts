import { withComputed } from '@weerklank/core/feedback/fhir.computed'
import { type FhirIssue, isRefused } from '@weerklank/core/feedback/fhir.issue'
import type { Json } from '@weerklank/core/feedback/fhir.json'
import { importResponse, type ResponseStatus } from '@weerklank/core/feedback/fhir.response'
import { entriesOf, type FormAnswers } from '@weerklank/core/feedback/form.answers'
import type { BrokenRule, FormScores } from '@weerklank/core/feedback/form.score'
import { type FormValue, sameValue } from '@weerklank/core/feedback/form.value'
import type { StoredForm } from '../feedback/form.repository.ts'
import { scoresOf } from '../feedback/form-scores.ts'
import { shown, unscoredIssues } from './response.present.ts'
import type { Scorer } from './score.ts'

type ReadAnswers = {
  /** As they came in, without what was computed; null when they are refused. */
  answers: FormAnswers | null
  status: ResponseStatus | null
  authored: string | null
  scores: FormScores | null
  report: readonly FhirIssue[]
}

/**
 * Holds a response against its form. What the form computes comes first: whether an item is asked may depend on it. A value
 * that was computed here is never a reason to refuse, and one of an item that is not asked is not kept.
 */
export async function readAnswers(scorer: Scorer, form: StoredForm, resource: Json): Promise<ReadAnswers> {
  const { model } = form
  const first = importResponse(resource, model)
  const { scores, enabled, broken } = await scoresOf(scorer, form, first.read)
  const { status, authored } = first
  const values = scores?.values ?? []
  const rules = ruleIssues(broken, status === 'completed' || status === 'amended')
  if (values.length === 0 && enabled.size === 0) {
    const report = [...first.report, ...unscoredIssues(scores), ...rules]
    return { answers: isRefused(report) ? null : first.answers, status, authored, scores, report }
  }
  const given = givenIn(first.read)
  const checked = importResponse(withComputed(resource, model, values), model, enabled)
  const isOurs = ({ linkId }: FhirIssue) =>
    linkId !== undefined && isComputed(linkId, values) && !given.has(linkId)
  const notAsked = checked.report.filter((one) => isOurs(one) && one.kind === 'response-not-asked')
  const report = [
    ...checked.report.filter((one) => !isOurs(one)),
    ...unscoredIssues(scores),
    ...otherwise(given, values),
    ...rules,
  ]
  const kept = values.filter((one) => !notAsked.some((issue) => issue.linkId === one.linkId))
  return {
    answers: isRefused(report) ? null : first.read,
    ...{ status, authored, report },
    scores: scores && { ...scores, values: kept },
  }
}

/** A rule of the form is kept when answers are complete; while someone is busy it is told. */
const ruleIssues = (broken: readonly BrokenRule[], isComplete: boolean): FhirIssue[] =>
  broken.map(({ linkId, severity, human }) => ({
    kind: severity === 'error' && isComplete ? 'response-rule' : 'response-rule-warning',
    args: [human],
    ...(linkId === null ? { at: 'QuestionnaireResponse' } : { linkId, at: placeOf(linkId) }),
  }))

const isComputed = (linkId: string, values: FormScores['values']) =>
  values.some((one) => one.linkId === linkId)

/** The values that came in, by the item they answer. */
function givenIn(answers: FormAnswers): ReadonlyMap<string, FormValue[]> {
  const found = new Map<string, FormValue[]>()
  for (const { linkId, values = [] } of entriesOf(answers.items)) {
    if (values.length > 0)
      found.set(linkId, [...(found.get(linkId) ?? []), ...values.map((one) => one.value)])
  }
  return found
}

/** Tells where the sender computed something else. */
function otherwise(given: ReadonlyMap<string, FormValue[]>, values: FormScores['values']): FhirIssue[] {
  const computed = [...new Set(values.map((one) => one.linkId))]
  return computed.flatMap((linkId): FhirIssue[] => {
    const own = values.flatMap((one) => (one.linkId === linkId ? [one.value] : []))
    const theirs = given.get(linkId)
    if (theirs === undefined) return []
    const isSame = theirs.length === own.length && theirs.every((one, at) => isAs(one, own[at]))
    if (isSame) return []
    const args = [own, theirs].map((list) => list.map(shown).join(', '))
    return [{ kind: 'computed-other', args, linkId, at: placeOf(linkId) }]
  })
}

const isAs = (one: FormValue, other: FormValue | undefined) => other !== undefined && sameValue(one, other)

const placeOf = (linkId: string) =>
  `QuestionnaireResponse.descendants().where(linkId = '${linkId.replaceAll("'", "\\'")}')`
