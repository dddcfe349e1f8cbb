import { crossVersion } from './fhir.extensions.ts'
import type { FhirVersion } from './fhir.import.ts'
import { isObject, type Json } from './fhir.json.ts'
import { choiceOf, own } from './fhir.read.ts'

/**
 * A Questionnaire in the words of another version of FHIR. What that version has no word for goes along as an extension
 * (http://hl7.org/fhir/5.0/StructureDefinition/extension-…), so that nothing is lost; all else stays as it is. The form
 * must have been taken in before: what walks here counts on its depth.
 */
export function convertQuestionnaire(form: Json, of: { from: FhirVersion; to: FhirVersion }): Json {
  if (of.from === of.to) return form
  const head =
    of.to === '4.0'
      ? moved(form, ['versionAlgorithmString', 'versionAlgorithmCoding', 'copyrightLabel'])
      : restored(form, ['versionAlgorithm', 'copyrightLabel'], 'Questionnaire')
  return withItems(head, of.to === '4.0' ? itemToR4 : itemToR5)
}

function withItems(holder: Json, change: (item: Json) => Json): Json {
  const items = own(holder, 'item')
  if (!Array.isArray(items)) return holder
  return {
    ...holder,
    item: items.map((item: unknown) => (isObject(item) ? withItems(change(item), change) : item)),
  }
}

/** What R4 had to say with an extension, R5 says itself. */
function restored(holder: Json, keys: readonly string[], path: string): Json {
  const extensions: unknown = own(holder, 'extension')
  const list: unknown[] = Array.isArray(extensions) ? extensions : []
  const found = list.flatMap((one): { one: unknown; key: string; value: unknown }[] => {
    const key = isObject(one) ? keys.find((name) => one.url === crossVersion(`${path}.${name}`)) : undefined
    const choice = key === undefined || !isObject(one) ? undefined : choiceOf(one, 'value')
    if (key === undefined || choice === undefined) return []
    const name = key === 'versionAlgorithm' ? `${key}${choice.type}` : key
    return own(holder, name) === undefined ? [{ one, key: name, value: choice.value }] : []
  })
  if (found.length === 0) return holder
  const { extension: _, ...rest } = holder
  const others = list.filter((one) => !found.some((each) => each.one === one))
  return {
    ...rest,
    ...(others.length > 0 && { extension: others }),
    ...Object.fromEntries(found.map(({ key, value }) => [key, value])),
  }
}

function itemToR5(before: Json): Json {
  const item = restored(before, ['answerConstraint', 'disabledDisplay'], 'Questionnaire.item')
  const { type } = item
  if (type !== 'choice' && type !== 'open-choice') return item
  const answerConstraint = type === 'choice' ? 'optionsOnly' : 'optionsOrString'
  const hasOptions = own(item, 'answerOption') !== undefined || own(item, 'answerValueSet') !== undefined
  const isSaid = hasOptions || type === 'open-choice'
  return {
    ...item,
    type: typeOfOptions(item),
    ...(isSaid && { answerConstraint: own(item, 'answerConstraint') ?? answerConstraint }),
  }
}

/** R5 names the type of the options; R4 said only that there are some. */
function typeOfOptions(item: Json): string {
  const options = own(item, 'answerOption')
  const first: unknown = Array.isArray(options) ? options[0] : undefined
  const type = isObject(first) ? choiceOf(first, 'value')?.type : undefined
  return type === undefined ? 'coding' : `${type[0]?.toLowerCase()}${type.slice(1)}`
}

function itemToR4(item: Json): Json {
  const constraint = own(item, 'answerConstraint')
  const hasOptions = own(item, 'answerOption') !== undefined || own(item, 'answerValueSet') !== undefined
  const isOpen = constraint === 'optionsOrString' || constraint === 'optionsOrType'
  const isTyped = /^(integer|date|time|string)$/.test(String(item.type)) && typeOfOptions(item) === item.type
  // Of a question with choices R4 says only that it has them; their own type says the rest.
  const isOnly = isTyped && hasOptions && (constraint === undefined || constraint === 'optionsOnly')
  const isChoice = item.type === 'coding' || (hasOptions && constraint === 'optionsOrString') || isOnly
  const type = isChoice ? (isOpen ? 'open-choice' : 'choice') : item.type
  // What the type of R4 says by itself needs no extension.
  const { answerConstraint: _, ...plain } = item
  const rest = isChoice && constraint !== 'optionsOrType' ? plain : item
  return { ...moved(rest, ['answerConstraint', 'disabledDisplay'], 'Questionnaire.item'), type }
}

/** Elements that R4 does not have, as extensions. */
function moved(holder: Json, keys: readonly string[], path = 'Questionnaire'): Json {
  const found = keys.filter((key) => own(holder, key) !== undefined)
  if (found.length === 0) return holder
  const rest = Object.fromEntries(Object.entries(holder).filter(([key]) => !found.includes(key)))
  const before: unknown = own(holder, 'extension')
  const extensions = found.map((key) => {
    const isTyped = key.startsWith('versionAlgorithm')
    const type = isTyped ? key.slice('versionAlgorithm'.length) : key === 'copyrightLabel' ? 'String' : 'Code'
    const name = isTyped ? 'versionAlgorithm' : key
    return { url: crossVersion(`${path}.${name}`), [`value${type}`]: holder[key] }
  })
  return { ...rest, extension: [...(Array.isArray(before) ? before : []), ...extensions] }
}
