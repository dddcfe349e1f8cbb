import { findItem, questionsBefore } from './form.build.ts'
import { summedIn } from './form.build-score.ts'
import { type FormItem, type FormModel, itemsOf } from './form.ts'

export const buildProblemKinds = [
  'no-questions',
  'no-text',
  'few-options',
  'option-no-text',
  'option-twice',
  'condition-later',
  'condition-self',
  'empty-group',
  'limits',
  'no-unit',
  'score-empty',
  'score-weights',
] as const
export type BuildProblem = {
  kind: (typeof buildProblemKinds)[number]
  /** Null: of the form as a whole. */
  linkId: string | null
}

/** What has to be mended before a form that was built here is asked, in its order. None: it can be published. */
export function buildProblems(form: FormModel): BuildProblem[] {
  const items = [...itemsOf(form.items)]
  const asks = items.some(({ kind }) => kind !== 'group' && kind !== 'display')
  return [
    ...(asks ? [] : [{ kind: 'no-questions', linkId: null } as const]),
    ...items.flatMap((item) => kindsOf(form, item).map((kind) => ({ kind, linkId: item.linkId }))),
  ]
}

/** A score of ours: a number that nobody fills in. */
export const isScore = (item: FormItem): boolean => item.kind === 'decimal' && item.readOnly === true

function kindsOf(form: FormModel, item: FormItem): BuildProblem['kind'][] {
  const found: BuildProblem['kind'][] = []
  if ((item.text?.text ?? '').trim() === '') found.push('no-text')
  if (item.kind === 'group' && (item.items ?? []).length === 0) found.push('empty-group')
  if (item.kind === 'quantity' && !item.units?.some(({ unit }) => (unit ?? '').trim() !== ''))
    found.push('no-unit')
  if (item.min && item.max && Number(item.min.value) > Number(item.max.value)) found.push('limits')
  return [...found, ...ofOptions(item), ...ofConditions(form, item), ...ofScore(form, item)]
}

function ofOptions(item: FormItem): BuildProblem['kind'][] {
  if (item.kind !== 'choice' && item.kind !== 'open-choice') return []
  if (item.optionsElsewhere !== undefined) return []
  const words = (item.options ?? []).map(({ text }) => text.text.trim())
  const filled = words.filter((one) => one !== '')
  return [
    ...(words.length < (item.kind === 'choice' ? 2 : 1) ? (['few-options'] as const) : []),
    ...(filled.length < words.length ? (['option-no-text'] as const) : []),
    ...(new Set(filled).size < filled.length ? (['option-twice'] as const) : []),
  ]
}

/** What one waits for must have been asked by then. */
function ofConditions(form: FormModel, item: FormItem): BuildProblem['kind'][] {
  if (item.enableWhen === undefined) return []
  const before = new Set(questionsBefore(form, item.linkId).map(({ linkId }) => linkId))
  const inside = new Set(Array.from(itemsOf([item]), ({ linkId }) => linkId))
  const wrong = item.enableWhen.conditions.filter(({ question }) => !before.has(question))
  if (wrong.length === 0) return []
  return [wrong.some(({ question }) => inside.has(question)) ? 'condition-self' : 'condition-later']
}

function ofScore(form: FormModel, item: FormItem): BuildProblem['kind'][] {
  if (!isScore(item)) return []
  if (item.calculated === undefined) return ['score-empty']
  const summed = summedIn(form, item.calculated)
  if (summed === null) return []
  const bare = summed.linkIds.some((id) =>
    findItem(form, id)?.options?.some(({ weight }) => weight === undefined),
  )
  return bare ? ['score-weights'] : []
}
