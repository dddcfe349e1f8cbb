/**
 * Questionnaires made at random out of what real ones hold (SDC, LHC-Forms, Android FHIR, Smart Forms, Helsenorge, Aidbox): each
 * with a list of what stands in it that is not supported, so that a test can see whether it is told.
 */
import { type Maker, maker } from './fhir.made.factory.ts'
import { optionsOf, valueSets } from './fhir.made-options.factory.ts'

export type MadeForm = {
  form: Record<string, unknown>
  /** What has to be named in the report: an extension or an element, of which item. */
  marks: readonly { name: string; linkId: string | null }[]
  /** What fits a question that sets a pattern, by linkId. */
  samples: ReadonlyMap<string, string>
}

const core = 'http://hl7.org/fhir/StructureDefinition/'
const sdc = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-'

type Making = Maker & {
  marks: { name: string; linkId: string | null }[]
  samples: Map<string, string>
  linkIds: string[]
  isR5: boolean
  left: number
}
type Item = Record<string, unknown>

/** The same form for the same number. */
export function makeForm(seed: number, size: number): MadeForm {
  const base = maker(seed)
  const making: Making = {
    ...base,
    ...{ marks: [], samples: new Map(), linkIds: [], isR5: base.chance(0.35), left: size },
  }
  const item: Item[] = []
  while (making.left > 0) item.push(makeItem(making, 0))
  if (making.chance(0.4)) item.push(total(making))
  const form = {
    resourceType: 'Questionnaire',
    ...head(making),
    ...extended(making, null, [...sometimes(making, 0.3, () => making.pick(formExtensions))]),
    contained: valueSets(making),
    item,
  }
  return { form, marks: making.marks, samples: making.samples }
}

const formExtensions = [
  `${sdc}launchContext`,
  `${sdc}sourceQueries`,
  `${core}cqf-library`,
  `${sdc}assemble-expectation`,
].map((url) => ({ url, extension: [{ url: 'name', valueCoding: { code: 'patient' } }] }))

function head(m: Making): Item {
  return {
    ...maybe(m, 'id', () => `form-${m.int(1e6)}`),
    ...maybe(m, 'url', () => `http://example.org/made/${m.int(1e9)}`),
    ...maybe(m, 'version', () => m.pick(['1', '0.1.0', '2026-01-01'])),
    ...maybe(m, 'name', m.word),
    ...maybe(m, 'title', m.word),
    ...(m.chance(0.9) && { status: m.pick(['draft', 'active', 'retired', 'unknown']) }),
    ...maybe(m, 'language', () => m.pick(['nl', 'en-US', 'ar', 'nb-NO'])),
    ...maybe(m, 'subjectType', () => ['Patient']),
    ...maybe(m, 'meta', () => ({ profile: [`${sdc}x|3.0.0`], tag: [{ code: 'made' }] })),
    ...maybe(m, 'text', () => ({
      status: 'generated',
      div: '<div xmlns="http://www.w3.org/1999/xhtml">x</div>',
    })),
    ...maybe(m, 'identifier', () => [{ system: 'http://loinc.org', value: '44249-1' }]),
    ...maybe(m, 'useContext', () => [{ code: { code: 'user' }, valueCodeableConcept: { text: 'demo' } }]),
    ...maybe(m, 'effectivePeriod', () => ({ start: '2020-01-01' })),
    ...maybe(m, 'code', () => [{ system: 'http://loinc.org', code: '44249-1' }]),
    ...(m.isR5 && { versionAlgorithmString: 'semver', copyrightLabel: m.word() }),
  }
}

const kinds = [
  ...[
    'group',
    'group',
    'group',
    'display',
    'string',
    'text',
    'boolean',
    'integer',
    'decimal',
    'quantity',
    'date',
  ],
  ...['dateTime', 'time', 'url', 'choice', 'choice', 'choice', 'open-choice', 'reference', 'attachment'],
] as const
type Kind = (typeof kinds)[number]

function makeItem(m: Making, depth: number): Item {
  m.left -= 1
  const kind = m.pick(kinds)
  const linkId = m.linkId(m.linkIds.length)
  const earlier = [...m.linkIds]
  m.linkIds.push(linkId)
  const isText = kind === 'group' || kind === 'display'
  const isRepeated = m.chance(0.15) && kind !== 'display' && kind !== 'boolean'
  return {
    linkId,
    type: m.isR5 && (kind === 'choice' || kind === 'open-choice') ? 'coding' : kind,
    ...((m.chance(0.9) || kind === 'display') && { text: m.word() }),
    ...maybe(m, 'prefix', () => `${m.int(20)}.`),
    ...(m.chance(0.15) && { definition: definition(m, linkId) }),
    ...(m.chance(0.2) && { code: [{ system: 'http://loinc.org', code: '1-8', ...inside(m, linkId) }] }),
    ...(kind !== 'display' && m.chance(0.2) && { required: m.chance(0.5) }),
    ...(isRepeated && { repeats: true }),
    ...beside(m, linkId),
    ...conditions(m, linkId, earlier),
    ...(!isText && answers(m, linkId, kind)),
    ...extended(m, linkId, [...asked(m, linkId, kind), ...shown(m, kind)]),
    ...children(m, kind, depth),
  }
}

function children(m: Making, kind: Kind, depth: number): Item {
  const isHolder = kind === 'group' || (kind !== 'display' && m.chance(0.15))
  if (!isHolder || depth > 6 || m.left <= 0) return {}
  const count = 1 + m.int(4)
  const item: Item[] = []
  for (let at = 0; at < count && m.left > 0; at += 1) item.push(makeItem(m, depth + 1))
  return { item }
}

/** Words beside the text: a translation is used, the rest is told. */
function beside(m: Making, linkId: string): Item {
  const found = [
    ...sometimes(m, 0.1, () => ({
      url: `${core}translation`,
      extension: [
        { url: 'lang', valueCode: m.pick(['en', 'tr', 'ar']) },
        { url: 'content', valueString: m.word() },
      ],
    })),
    ...sometimes(m, 0.1, () => known(m, linkId, { url: `${core}rendering-xhtml`, valueString: '<b>x</b>' })),
    ...sometimes(m, 0.05, () => known(m, linkId, { url: `${core}cqf-expression`, ...fhirPath("'x'") })),
    ...sometimes(m, 0.05, () => unknown(m, linkId)),
  ]
  return found.length === 0 ? {} : { _text: { extension: found } }
}

function conditions(m: Making, linkId: string, earlier: readonly string[]): Item {
  if (earlier.length === 0 || !m.chance(0.2)) return {}
  const enableWhen = Array.from({ length: 1 + m.int(3) }, () => {
    const operator = m.pick(['exists', '=', '!=', '>', '<', '>=', '<='])
    const answer = operator === 'exists' ? { answerBoolean: m.chance(0.7) } : m.pick(wanted)
    const isCoded = 'answerCoding' in answer && m.chance(0.2)
    const coded = isCoded ? { answerCoding: { code: 'a', ...inside(m, linkId, 1) } } : {}
    return { question: m.pick(earlier), operator, ...answer, ...coded, ...inside(m, linkId) }
  })
  const isSaid = enableWhen.length > 1 || m.chance(0.3)
  return { enableWhen, ...(isSaid && { enableBehavior: m.pick(['all', 'any']) }) }
}

const wanted = [
  { answerBoolean: true },
  { answerInteger: 3 },
  { answerDecimal: 1.5 },
  { answerString: 'a' },
  { answerDate: '2026-11-22' },
  { answerDateTime: '2026-11-22T10:00:00Z' },
  { answerTime: '10:00:00' },
  { answerCoding: { system: 'urn:made', code: 'a' } },
  { answerQuantity: { value: 3, unit: 'kg', system: 'http://unitsofmeasure.org', code: 'kg' } },
  { answerReference: { reference: 'Patient/1' } },
]

function answers(m: Making, linkId: string, kind: Kind): Item {
  const isChoice = kind === 'choice' || kind === 'open-choice'
  const mayName = kind === 'string' || kind === 'integer' || kind === 'date' || kind === 'time'
  if (!isChoice && !(mayName && m.isR5 && m.chance(0.2))) return initial(m, linkId, kind)
  const open = isChoice ? kind === 'open-choice' : m.chance(0.3)
  return {
    ...optionsOf(m, isChoice ? 'coding' : (kind as 'string'), (at) => inside(m, linkId, at)),
    ...(m.isR5 && { answerConstraint: open ? 'optionsOrString' : 'optionsOnly' }),
  }
}

const begin: Partial<Record<Kind, Item>> = {
  ...{ string: { valueString: 'begin' }, text: { valueString: 'a\nb' }, boolean: { valueBoolean: false } },
  ...{ integer: { valueInteger: 3 }, decimal: { valueDecimal: 2.5 }, date: { valueDate: '2020-02-29' } },
}

function initial(m: Making, linkId: string, kind: Kind): Item {
  const value = begin[kind]
  if (value === undefined || !m.chance(0.1)) return {}
  const [key = ''] = Object.keys(value)
  const beside = m.chance(0.1) ? { [`_${key}`]: inside(m, linkId, 1) } : {}
  return { initial: [{ ...value, ...beside, ...inside(m, linkId) }] }
}

const number = (m: Making, name: string, value: number) => ({
  url: core + name,
  valueInteger: value + m.int(2),
})

/** What a question asks of its answers. */
function asked(m: Making, linkId: string, kind: Kind): Item[] {
  if (kind === 'integer' || kind === 'decimal')
    return [
      ...sometimes(m, 0.1, () => inCql(m, linkId)),
      ...sometimes(m, 0.3, () => number(m, 'minValue', 1)),
      ...sometimes(m, 0.3, () => number(m, 'maxValue', 8)),
    ]
  if (kind === 'quantity')
    return ['kg', 'g'].slice(0, 1 + m.int(2)).map((code) => ({
      url: `${core}questionnaire-unitOption`,
      valueCoding: { system: 'http://unitsofmeasure.org', code, display: code },
    }))
  if (kind === 'string' && m.chance(0.2)) {
    const [pattern, sample] = m.pick(patterns)
    m.samples.set(linkId, sample)
    return [{ url: `${core}regex`, valueString: pattern }]
  }
  if (kind === 'attachment') return [known(m, linkId, { url: `${core}maxSize`, valueDecimal: 5 })]
  return []
}

/** Smart Forms writes a pattern as FHIRPath. */
const patterns = [
  ['^[0-9]{4}$', '1234'],
  ["matches('^[0-9]{4}$')", '1234'],
  ['\\d{4}\\s?[A-Z]{2}', '1234 AB'],
  ['[^@]+@[^@]+', 'a@b'],
] as const

function shown(m: Making, kind: Kind): Item[] {
  const code = m.pick([
    'radio-button',
    'drop-down',
    'check-box',
    'autocomplete',
    'page',
    'help',
    'header',
    'gtable',
    'slider',
  ])
  const isHelp = code === 'help' && kind !== 'display'
  return [
    ...sometimes(m, isHelp ? 0 : 0.3, () => ({
      url: `${core}questionnaire-itemControl`,
      valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code }] },
    })),
    ...sometimes(m, 0.1, () => ({ url: `${core}questionnaire-choiceOrientation`, valueCode: 'horizontal' })),
    ...sometimes(m, 0.05, () => ({ url: `${core}questionnaire-hidden`, valueBoolean: true })),
    ...sometimes(m, 0.05, () => holding(m)),
    ...sometimes(m, 0.05, () => ({
      url: `${core}variable`,
      valueExpression: { name: 'v', language: 'text/fhirpath', expression: '%resource.item.count()' },
    })),
    ...sometimes(m, 0.05, () => ({
      url: `${sdc}enableWhenExpression`,
      ...fhirPath("%resource.descendants().where(linkId='none').exists().not()"),
    })),
    ...sometimes(m, kind === 'display' ? 0.3 : 0, () => ({
      url: `${core}questionnaire-displayCategory`,
      valueCodeableConcept: { coding: [{ code: m.pick(['instructions', 'security']) }] },
    })),
  ]
}

/** A rule that every answer keeps, as R4 and R5 write it. */
function holding(m: Making): Item {
  const isOld = m.chance(0.5)
  const expression = isOld ? { valueString: 'true' } : fhirPath('true')
  return {
    url: `${core}${isOld ? 'questionnaire-constraint' : 'targetConstraint'}`,
    extension: [
      { url: 'key', valueId: 'k' },
      { url: 'severity', valueCode: m.pick(['error', 'warning']) },
      { url: 'expression', ...expression },
      { url: 'human', valueString: m.word() },
    ],
  }
}

const fhirPath = (expression: string) => ({ valueExpression: { language: 'text/fhirpath', expression } })

/** The weight of all answers together. */
function total(m: Making): Item {
  m.linkIds.push('total')
  const expression = '%resource.descendants().where(linkId.exists()).answer.weight().sum()'
  return {
    ...{ linkId: 'total', type: 'decimal', text: 'Samen', readOnly: true },
    extension: [{ url: `${sdc}calculatedExpression`, ...fhirPath(expression) }],
  }
}

const notSupported = [
  ...[
    'answerExpression',
    'candidateExpression',
    'contextExpression',
    'lookupQuestionnaire',
    'unitsExpression',
  ].map((name) => ({ url: sdc + name, ...fhirPath('1') })),
  { url: `${sdc}itemExtractionContext`, valueCode: 'Patient' },
  { url: `${sdc}observationExtract`, valueBoolean: true },
  { url: `${core}questionnaire-unitValueSet`, valueCanonical: 'http://hl7.org/fhir/ValueSet/ucum-units' },
  { url: `${core}questionnaire-signatureRequired`, valueCodeableConcept: { text: 'x' } },
]

function extended(m: Making, linkId: string | null, own: readonly Item[]): Item {
  const extension = [
    ...own,
    ...sometimes(m, 0.15, () => {
      return known(m, linkId, m.pick(notSupported))
    }),
    ...sometimes(m, 0.1, () => unknown(m, linkId)),
  ]
  return extension.length === 0 ? {} : { extension }
}

/** An expression in a language that is not computed. */
const inCql = (m: Making, linkId: string) => {
  m.marks.push({ name: 'text/cql', linkId })
  return { url: `${sdc}initialExpression`, valueExpression: { language: 'text/cql', expression: 'x' } }
}

function known(m: Making, linkId: string | null, one: Item & { url: string }): Item {
  m.marks.push({ name: one.url, linkId })
  return one
}

const unknown = (m: Making, linkId: string | null): Item =>
  known(m, linkId, { url: `http://example.org/made/${m.marks.length}`, valueString: m.word() })

/** An extension inside a part of an item. */
function inside(m: Making, linkId: string, chance = 0.05): Item {
  return m.chance(chance) ? { extension: [unknown(m, linkId)] } : {}
}

/** Where its answer belongs, of which nothing is done here. */
function definition(m: Making, linkId: string): string {
  m.marks.push({ name: 'definition', linkId })
  return `${core}Patient#Patient.name`
}

const maybe = (m: Maker, key: string, make: () => unknown): Item => (m.chance(0.4) ? { [key]: make() } : {})
const sometimes = <One>(m: Maker, chance: number, make: () => One): One[] =>
  m.chance(chance) ? [make()] : []
