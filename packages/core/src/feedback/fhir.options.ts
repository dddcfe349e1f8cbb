import { extensionUse } from './fhir.extensions.ts'
import { isObject, type Json } from './fhir.json.ts'
import {
  choiceOf,
  extensionsOf,
  listAt,
  type Node,
  othersIn,
  own,
  readingLevelIn,
  tell,
  tellAt,
  tellOthers,
  textAt,
} from './fhir.read.ts'
import { valueFrom } from './fhir.value.ts'
import { type ValueSets, weightOf, workAtMost } from './fhir.value-sets.ts'
import type { FormItem, FormOption, FormText } from './form.ts'
import type { FormValue } from './form.value.ts'

type Choices = Pick<FormItem, 'options' | 'optionsElsewhere'>

/** The choices of an item: those it names itself, or those of a value set that came along. */
export function readChoices(node: Node, valueSets: ValueSets): Choices & { preset: readonly FormValue[] } {
  const own = [...listAt(node, 'answerOption'), ...olderOptions(node)]
  const read = own.flatMap((option) => readOption(option))
  const options = read.map((one) => one.option)
  const preset = read.flatMap((one) => (one.isPreset ? [one.option.value] : []))
  if (options.length > 0) {
    tellDoubles(node, options)
    return { options, preset }
  }
  return { ...fromValueSet(node, valueSets), preset: [] }
}

/** STU3 wrote `option` for `answerOption`. */
function olderOptions(node: Node): Node[] {
  const found = listAt(node, 'option')
  if (found.length > 0) tellAt(node, 'option', { kind: 'older-notation', args: ['option', 'answerOption'] })
  return found
}

function readOption(node: Node): { option: FormOption; isPreset: boolean }[] {
  const choice = choiceOf(node.json, 'value')
  const value = choice && valueFrom(choice.type, choice.value)
  if (choice === undefined || !value) {
    tell(node, 'option-unreadable')
    return []
  }
  const beside = own(node.json, `_${choice.key}`)
  const holders = [node.json, choice.value, beside]
  const weight = holders.map(weightOf).find((one) => one !== undefined)
  const all = holders.flatMap(extensionsOf)
  for (const one of all) tellOther(node, one)
  if (Array.isArray(own(node.json, 'modifierExtension')))
    tell(node, 'modifier-extension', 'modifierExtension')
  tellOthers(node, /^(id|_?value[A-Z]\w*|_?initialSelected|modifierExtension)$/)
  const prefix = all.find((one) => extensionUse(one.url) === 'optionPrefix')
  const prefixText = prefix && choiceOf(prefix, 'value')?.value
  const isExclusive = all.some((one) => extensionUse(one.url) === 'exclusive' && one.valueBoolean === true)
  const option: FormOption = {
    value,
    text: textOf(value, isObject(choice.value) ? own(choice.value, '_display') : beside),
    ...(typeof prefixText === 'string' && { prefix: prefixText }),
    ...(weight !== undefined && { weight }),
    ...(isExclusive && { exclusive: true }),
  }
  return [{ option, isPreset: own(node.json, 'initialSelected') === true }]
}

function tellOther(node: Node, extension: Json): void {
  const { url } = extension
  const use = extensionUse(url)
  const isLost = use === 'readingLevel' && readingLevelIn(extension) === null
  if (use === 'without-effect' || isLost) tell(node, 'not-used', String(url))
  if (use === 'not-supported') tell(node, 'not-supported', String(url))
}

function textOf(value: FormValue, beside: unknown): FormText {
  return { text: wordsOf(value), ...othersIn(beside) }
}

/** What is shown of a value that has no words of its own. */
export function wordsOf(value: FormValue): string {
  if (value.kind === 'coding') return value.value.display ?? value.value.code ?? ''
  if (value.kind === 'quantity') return `${value.value.value ?? ''} ${value.value.unit ?? ''}`.trim()
  if (value.kind === 'reference') return value.value.display ?? value.value.reference ?? ''
  if (value.kind === 'attachment') return value.value.title ?? value.value.url ?? ''
  return String(value.value)
}

function tellDoubles(node: Node, options: readonly FormOption[]): void {
  const seen = new Set<string>()
  for (const { value, text } of options) {
    const key = JSON.stringify(
      value.kind === 'coding' ? [value.value.system, value.value.code, value.value.display] : value,
    )
    if (seen.has(key)) tell(node, 'option-twice', text.text)
    seen.add(key)
  }
}

function fromValueSet(node: Node, valueSets: ValueSets): Choices {
  const reference = textAt(node, 'answerValueSet') ?? olderReference(node)
  if (reference === undefined) return {}
  const found = valueSets.find(reference)
  if (valueSets.isTooMuch()) {
    tell(node, 'too-many-options', String(workAtMost))
    return { optionsElsewhere: reference }
  }
  if (found === null) {
    tell(node, 'options-elsewhere', reference)
    return { optionsElsewhere: reference }
  }
  if (found.isCircle) tell(node, 'value-set-cycle', reference)
  else if (found.missing.length > 0) {
    tell(node, 'options-incomplete', reference, [...new Set(found.missing)].slice(0, 5).join(', '))
  }
  if (found.options.length === 0) return { optionsElsewhere: reference }
  return { options: found.options, ...(found.missing.length > 0 && { optionsElsewhere: reference }) }
}

/** STU3 wrote `options: { reference }` for `answerValueSet`. */
function olderReference(node: Node): string | undefined {
  const options = own(node.json, 'options')
  if (options === undefined) return undefined
  tellAt(node, 'options', { kind: 'older-notation', args: ['options', 'answerValueSet'] })
  if (typeof options === 'string') return options
  const reference = isObject(options) ? own(options, 'reference') : undefined
  return typeof reference === 'string' ? reference : undefined
}
