import { convertQuestionnaire } from './fhir.convert.ts'
import { extensionUrl, readingLevelUrl } from './fhir.extensions.ts'
import type { FhirVersion } from './fhir.import.ts'
import type { Json } from './fhir.json.ts'
import { valueTo } from './fhir.value.ts'
import {
  type FormConstraint,
  type FormItem,
  type FormModel,
  type FormOption,
  type FormText,
  type FormVariable,
  itemsOf,
} from './form.ts'

/** What the server says of a stored form: its identifier, when and as which version it was stored. */
export type StoredMeta = { id: string; versionId: string; lastUpdated: string }

/**
 * The stored form as FHIR: what came in, unchanged but for `id` and what the server says in `meta`; in another version of
 * FHIR when that is asked for. A form that was made here is written from its model.
 */
export function exportQuestionnaire(
  stored: { source: Json | null; model: FormModel; fhirVersion: FhirVersion; meta: StoredMeta },
  wanted: FhirVersion = stored.fhirVersion,
): Json {
  const { source, model, meta } = stored
  const own = source ?? questionnaireFrom(model)
  const from = source === null ? '4.0' : stored.fhirVersion
  const form = convertQuestionnaire(own, { from, to: wanted })
  const { id, ...said } = meta
  const before = typeof form.meta === 'object' && form.meta !== null ? form.meta : {}
  return { ...form, id, meta: { ...before, ...said } }
}

/** A form that was made here, as a Questionnaire of R4. */
export function questionnaireFrom(model: FormModel): Json {
  const { url, version, name, status, language, publisher, date, subjectTypes, codes } = model
  const extension = [...variables(model.variables), ...constraints(model.constraints)]
  return {
    resourceType: 'Questionnaire',
    ...given({ language, url, version, name, publisher, date, code: codes, subjectType: subjectTypes }),
    ...(extension.length > 0 && { extension }),
    ...texts('title', model.title),
    status,
    ...texts('description', model.description),
    ...texts('purpose', model.purpose),
    ...texts('copyright', model.copyright),
    ...(model.items.length > 0 && { item: itemsFrom(model) }),
  }
}

/** Only what is there. */
function given(all: Readonly<Record<string, unknown>>): Json {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
}

function texts(key: string, text: FormText | undefined): Json {
  if (text === undefined) return {}
  const translations = Object.entries(text.translations ?? {}).map(([lang, content]) => ({
    url: extensionUrl.translation,
    extension: [
      { url: 'lang', valueCode: lang },
      { url: 'content', valueString: content },
    ],
  }))
  const extension = [...translations, ...levelsFrom(text)]
  return { [key]: text.text, ...(extension.length > 0 && { [`_${key}`]: { extension } }) }
}

/** Words for other reading levels, each in each of its languages. FHIR knows no empty text. */
function levelsFrom({ levels = {} }: FormText): Json[] {
  return Object.entries(levels).flatMap(([level, { text, translations = {} }]) =>
    [[undefined, text] as const, ...Object.entries(translations)].flatMap(([lang, content]) =>
      content === undefined || content === ''
        ? []
        : [
            {
              url: readingLevelUrl,
              extension: [
                { url: 'level', valueCode: level },
                ...(lang === undefined ? [] : [{ url: 'lang', valueCode: lang }]),
                { url: 'content', valueString: content },
              ],
            },
          ],
    ),
  )
}

function itemsFrom({ items }: FormModel): Json[] {
  const taken = new Set(Array.from(itemsOf(items), ({ linkId }) => linkId))
  return items.map((item) => itemFrom(item, taken))
}

/** `taken` are the linkIds of the form, to which those of words beside a question are added. */
function itemFrom(item: FormItem, taken: Set<string>): Json {
  const extension = extensionsFrom(item)
  const children = [...besides(item, taken), ...(item.items ?? []).map((child) => itemFrom(child, taken))]
  const { linkId, prefix, required, repeats, readOnly, maxLength, codes, enableWhen } = item
  return {
    linkId,
    ...(extension.length > 0 && { extension }),
    ...given({ code: codes, prefix }),
    ...texts('text', item.text),
    type: item.kind === 'unsupported' ? 'display' : item.kind,
    ...(enableWhen && {
      enableWhen: enableWhen.conditions.map(({ question, operator, value }) => ({
        ...{ question, operator },
        ...Object.fromEntries([valueTo(value, 'answer')]),
      })),
      ...(enableWhen.conditions.length > 1 && { enableBehavior: enableWhen.behaviour }),
    }),
    ...given({ required, repeats, readOnly, maxLength }),
    ...given({ answerValueSet: item.options === undefined ? item.optionsElsewhere : undefined }),
    ...(item.options && item.options.length > 0 && { answerOption: item.options.map(optionFrom) }),
    ...(item.initial &&
      item.initial.length > 0 && { initial: item.initial.map((one) => Object.fromEntries([valueTo(one)])) }),
    ...(children.length > 0 && { item: children }),
  }
}

function optionFrom({ value, text, prefix, weight, exclusive }: FormOption): Json {
  const [key, said] = valueTo(value)
  const beside = texts('display', text)
  const written = value.kind === 'coding' ? { ...value.value, ...beside } : said
  const extension = [
    ...(weight === undefined ? [] : [{ url: extensionUrl.ordinalValue, valueDecimal: weight }]),
    ...(exclusive ? [{ url: extensionUrl.exclusive, valueBoolean: true }] : []),
    ...(prefix === undefined ? [] : [{ url: extensionUrl.optionPrefix, valueString: prefix }]),
  ]
  const besideValue = value.kind === 'coding' ? undefined : beside._display
  return {
    ...(extension.length > 0 && { extension }),
    [key]: written,
    ...(besideValue !== undefined && { [`_${key}`]: besideValue }),
  }
}

/** Words that stand with a question are items under it in FHIR. */
function besides(item: FormItem, taken: Set<string>): Json[] {
  const roles = [
    ['help', item.help],
    ['lower', item.slider?.low],
    ['upper', item.slider?.high],
  ] as const
  return roles.flatMap(([role, text]) =>
    text === undefined
      ? []
      : [
          {
            linkId: nameBeside(`${item.linkId}-${role}`, taken),
            extension: [control(role)],
            ...texts('text', text),
            type: 'display',
          },
        ],
  )
}

function nameBeside(wanted: string, taken: Set<string>): string {
  let name = wanted
  while (taken.has(name)) name += '-'
  taken.add(name)
  return name
}

function control(code: string): Json {
  const coding = [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code }]
  return { url: extensionUrl.itemControl, valueCodeableConcept: { coding } }
}

function extensionsFrom(item: FormItem): Json[] {
  const { min, max, units = [] } = item
  const one = (name: keyof typeof extensionUrl, type: string, value: unknown): Json[] =>
    value === undefined ? [] : [{ url: extensionUrl[name], [`value${type}`]: value }]
  return [
    ...(item.control === undefined ? [] : [control(item.control === 'grid' ? 'gtable' : item.control)]),
    ...one('orientation', 'Code', item.horizontal ? 'horizontal' : undefined),
    ...one('hidden', 'Boolean', item.hidden),
    ...(item.shortText === undefined
      ? []
      : [{ url: extensionUrl.shortText, ...texts('valueString', item.shortText) }]),
    ...one('entryFormat', 'String', item.placeholder),
    ...one('minLength', 'Integer', item.minLength),
    ...(min ? [{ url: extensionUrl.minValue, ...Object.fromEntries([valueTo(min)]) }] : []),
    ...(max ? [{ url: extensionUrl.maxValue, ...Object.fromEntries([valueTo(max)]) }] : []),
    ...one('decimals', 'Integer', item.decimals),
    ...one('regex', 'String', item.regex),
    ...one('minOccurs', 'Integer', item.minOccurs),
    ...one('maxOccurs', 'Integer', item.maxOccurs),
    ...one('sliderStep', 'Integer', item.slider?.step),
    ...units.map(({ unit, ...code }) => ({
      url: units.length > 1 ? extensionUrl.unitOption : extensionUrl.unit,
      valueCoding: { ...code, ...(unit !== undefined && { display: unit }) },
    })),
    ...variables(item.variables),
    ...constraints(item.constraints),
    ...expression('calculated', item.calculated),
    ...expression('initialExpression', item.initialExpression),
    ...expression('enableExpression', item.enableExpression),
  ]
}

function variables(list: readonly FormVariable[] = []): Json[] {
  return list.map(({ name, expression: text }) => ({
    url: extensionUrl.variable,
    valueExpression: { name, language: 'text/fhirpath', expression: text },
  }))
}

function constraints(list: readonly FormConstraint[] = []): Json[] {
  return list.map(({ key, severity, expression: text, human }) => ({
    url: extensionUrl.constraint,
    extension: [
      { url: 'key', valueId: key },
      { url: 'severity', valueCode: severity },
      { url: 'expression', valueExpression: { language: 'text/fhirpath', expression: text } },
      { url: 'human', valueString: human },
    ],
  }))
}

function expression(name: keyof typeof extensionUrl, text: string | undefined): Json[] {
  if (text === undefined) return []
  return [{ url: extensionUrl[name], valueExpression: { language: 'text/fhirpath', expression: text } }]
}
