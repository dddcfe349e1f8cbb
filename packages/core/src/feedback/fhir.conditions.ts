import {
  choiceOf,
  extensionsOf,
  flagAt,
  listAt,
  type Node,
  own,
  tell,
  tellAt,
  tellOthers,
  textAt,
} from './fhir.read.ts'
import { valueFrom } from './fhir.value.ts'
import {
  type ConditionOperator,
  conditionOperators,
  type FormCondition,
  type FormEnableWhen,
} from './form.ts'

/** When an item is asked; a condition that cannot be read is told and left aside. */
export function readConditions(node: Node): FormEnableWhen | undefined {
  const conditions = listAt(node, 'enableWhen').flatMap(readCondition)
  const behaviour = textAt(node, 'enableBehavior')
  if (conditions.length === 0) return undefined
  if (behaviour === 'all' || behaviour === 'any') return { behaviour, conditions }
  // R4 asks for it with more than one; STU3, which had none, meant any.
  if (conditions.length > 1) tellAt(node, 'enableBehavior', { kind: 'behaviour-missing', args: ['any'] })
  return { behaviour: 'any', conditions }
}

function readCondition(node: Node): FormCondition[] {
  tellOthers(node, /^(id|question|operator|answer[A-Z]\w*|hasAnswer)$/)
  for (const { url } of extensionsOf(node.json)) tell(node, 'not-supported', String(url))
  const question = textAt(node, 'question')
  const answer = choiceOf(node.json, 'answer')
  const operator = own(node.json, 'operator') ?? olderOperator(node)
  if (question === undefined || operator === undefined) {
    tell(node, 'condition-incomplete')
    return []
  }
  if (!isOperator(operator)) {
    tell(node, 'unknown-operator', String(operator))
    return []
  }
  const value = answer && valueFrom(answer.type, answer.value)
  if (value && (operator !== 'exists' || value.kind === 'boolean')) return [{ question, operator, value }]
  if (operator === 'exists' && answer === undefined) {
    const hasAnswer = flagAt(node, 'hasAnswer') ?? true
    return [{ question, operator, value: { kind: 'boolean', value: hasAnswer } }]
  }
  tell(node, 'condition-incomplete')
  return []
}

const isOperator = (value: unknown): value is ConditionOperator =>
  conditionOperators.includes(value as ConditionOperator)

/** STU3 had no operator: `hasAnswer`, or an answer that must be the same. */
function olderOperator(node: Node): ConditionOperator | undefined {
  const hasAnswer = own(node.json, 'hasAnswer')
  const isSame = choiceOf(node.json, 'answer') !== undefined
  if (hasAnswer === undefined && !isSame) return undefined
  const operator = isSame ? '=' : 'exists'
  const name = isSame ? 'enableWhen without operator' : 'hasAnswer'
  tell(node, 'older-notation', name, `operator ${operator}`)
  return operator
}
