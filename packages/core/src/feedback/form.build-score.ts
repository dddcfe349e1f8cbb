import { changeItem, findItem, removeItem, sumExpression, summedItems } from './form.build.ts'
import { type FormItem, type FormModel, isAnswerable, itemsOf } from './form.ts'

export type ScoreKind = 'sum' | 'mean'
export type Score = { kind: ScoreKind; linkIds: string[] }
type Items = Pick<FormModel, 'items'>

/** Whether a question can count in a score: it is a number, or its choices may weigh. */
export const canCount = (item: FormItem): boolean =>
  isAnswerable(item.kind) &&
  item.calculated === undefined &&
  item.readOnly !== true &&
  item.repeats !== true &&
  ['choice', 'integer', 'decimal'].includes(item.kind)

/** The FHIRPath of a score over questions, at least one. Whoever left one open gets none: nothing is filled in for her. */
export function scoreExpression(form: Items, { kind, linkIds }: Score): string {
  const sum = sumExpression(form, linkIds)
  if (kind === 'sum') return sum
  return `(${sum}) / ${linkIds.length}`
}

/** The score that an expression of ours stands for, to show in plain words; null for any other. */
export function summedIn(form: Items, expression: string): Score | null {
  const [, inner, count] = /^\((.*)\) \/ (\d+)$/s.exec(expression) ?? []
  if (inner !== undefined) {
    const linkIds = summedItems(form, inner)
    return linkIds?.length === Number(count) ? { kind: 'mean', linkIds } : null
  }
  const linkIds = summedItems(form, expression)
  return linkIds === null ? null : { kind: 'sum', linkIds }
}

/** An item counted in a score, or the item without what it computes where nothing is left to count. */
export function withScore(form: Items, item: FormItem, score: Score): FormItem {
  const { calculated: _, ...rest } = item
  return score.linkIds.length === 0 ? rest : { ...rest, calculated: scoreExpression(form, score) }
}

/** The form without an item; scores over it go on over the questions that are left. */
export function removeCounted(form: FormModel, linkId: string): FormModel {
  const left = removeItem(form, linkId)
  return recount(form, left)
}

/** Scores of `before` written anew for the items of `after`, e.g. when a question became a number or went. */
export function recount(before: FormModel, after: FormModel): FormModel {
  let form = after
  for (const { linkId, calculated } of itemsOf(before.items)) {
    if (calculated === undefined) continue
    const score = summedIn(before, calculated)
    const now = findItem(after, linkId)
    if (score === null || now === undefined || now.calculated !== calculated) continue
    const linkIds = score.linkIds.filter((id) => {
      const found = findItem(after, id)
      return found !== undefined && canCount(found)
    })
    form = changeItem(form, linkId, (item) => withScore(after, item, { ...score, linkIds }))
  }
  return form
}
