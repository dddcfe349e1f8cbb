import type { ConditionOperator, FormCondition, FormItem } from '@weerklank/core/feedback/form'
import type { FormValue } from '@weerklank/core/feedback/form.value'

const ordered = ['=', '!=', '>', '<', '>=', '<=', 'exists'] as const
const same = ['=', '!=', 'exists'] as const

/** How an answer of this kind can be compared. */
export function operatorsOf({ kind }: Pick<FormItem, 'kind'>): readonly ConditionOperator[] {
  switch (kind) {
    case 'boolean':
    case 'choice':
    case 'open-choice':
    case 'string':
      return same
    case 'integer':
    case 'decimal':
    case 'date':
      return ordered
    // Nobody can say beforehand what a long text, a quantity or a moment will be exactly.
    default:
      return ['exists']
  }
}

/** The condition with which one begins: the first choice, yes, nought, or that it was answered. */
export function firstCondition(asked: FormItem): FormCondition {
  const value = firstValue(asked)
  const question = asked.linkId
  if (value === null || !operatorsOf(asked).includes('='))
    return { question, operator: 'exists', value: { kind: 'boolean', value: true } }
  return { question, operator: '=', value }
}

function firstValue({ kind, options }: FormItem): FormValue | null {
  switch (kind) {
    case 'choice':
    case 'open-choice':
      return options?.[0]?.value ?? null
    case 'boolean':
      return { kind: 'boolean', value: true }
    case 'integer':
    case 'decimal':
      return { kind, value: 0 }
    case 'string':
      return { kind: 'string', value: '' }
    default:
      return null
  }
}
