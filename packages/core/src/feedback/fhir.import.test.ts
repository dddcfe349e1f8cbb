import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exportQuestionnaire } from './fhir.export.ts'
import { importForms, importQuestionnaire } from './fhir.import.ts'
import { issueText, outcomeOf, severityOf } from './fhir.issue.ts'
import { itemsOf } from './form.ts'

const folder = new URL('../../../../../shared/fixtures/fhir/', import.meta.url)
if (!existsSync(folder)) {
  throw new Error(
    'The real forms are not here: put shared/fixtures/fhir beside the project (see its SOURCES.md).',
  )
}
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
const forms = files.map((name) => ({ name, json: JSON.parse(readFileSync(new URL(name, folder), 'utf8')) }))

const meta = { id: 'a', versionId: '1', lastUpdated: '2026-11-23T10:00:00Z' }
const form = (...item: unknown[]) => ({ resourceType: 'Questionnaire', status: 'active', title: 'Een', item })
const question = (linkId: string, more: object = {}) => ({ linkId, text: linkId, type: 'string', ...more })
const said = (input: unknown) => importQuestionnaire(input).report.map((issue) => issue.kind)

/** As it goes to the database and back, without what the server says of it. */
function there(input: unknown) {
  const { model, source, fhirVersion } = importQuestionnaire(input)
  if (model === null) throw new Error('refused')
  const { id: _, meta: __, ...rest } = exportQuestionnaire({ source, model, fhirVersion, meta })
  return JSON.parse(JSON.stringify(rest))
}

test.each(forms.map(({ name, json }) => [name, json]))('%s comes in, and goes out as it came', (_, json) => {
  const { model, report } = importQuestionnaire(json)
  expect(report.filter((issue) => severityOf(issue) === 'error')).toEqual([])
  expect(Array.from(itemsOf(model?.items ?? [])).length).toBeGreaterThan(0)
  const { id: _id, meta: _meta, ...rest } = json
  expect(there(json)).toEqual(rest)
})

test('a small form, read whole', () => {
  const yes = { system: 'urn:s', code: 'y', display: 'Yes' }
  const input = {
    ...form(
      { ...question('a'), type: 'boolean', required: true, _text: { extension: [nl('Ja?')] } },
      {
        ...question('b', {
          type: 'choice',
          enableWhen: [{ question: 'a', operator: '=', answerBoolean: true }],
        }),
        answerOption: [{ valueCoding: yes, extension: [{ url: `${core}ordinalValue`, valueDecimal: 2 }] }],
        item: [{ ...question('c', { type: 'display' }), extension: [control('help')] }],
      },
    ),
    url: 'http://example.org/q',
    version: '1',
  }
  expect(importQuestionnaire(input)).toMatchObject({
    report: [],
    fhirVersion: '4.0',
    model: {
      ...{ url: 'http://example.org/q', version: '1', status: 'active', title: { text: 'Een' } },
      items: [
        { linkId: 'a', kind: 'boolean', required: true, text: { text: 'a', translations: { nl: 'Ja?' } } },
        {
          ...{ linkId: 'b', kind: 'choice', help: { text: 'c' } },
          options: [{ value: { kind: 'coding', value: yes }, text: { text: 'Yes' }, weight: 2 }],
          enableWhen: {
            behaviour: 'any',
            conditions: [{ question: 'a', operator: '=', value: { kind: 'boolean', value: true } }],
          },
        },
      ],
    },
  })
})

const core = 'http://hl7.org/fhir/StructureDefinition/'
const nl = (text: string) => ({
  url: `${core}translation`,
  extension: [
    { url: 'lang', valueCode: 'nl' },
    { url: 'content', valueString: text },
  ],
})
const control = (code: string) => ({
  url: `${core}questionnaire-itemControl`,
  valueCodeableConcept: { coding: [{ code }] },
})

describe('what is refused', () => {
  test.each<[string, unknown, string]>([
    ['no JSON', '{"resourceType":', 'not-json'],
    ['nothing', '', 'not-json'],
    ['a list', [], 'not-an-object'],
    ['nothing at all', null, 'not-an-object'],
    ['another resource', { resourceType: 'Patient' }, 'wrong-resource'],
    ['a resource without a name', {}, 'wrong-resource'],
    ['an item without linkId', form({ type: 'string', text: 'x' }), 'link-id-missing'],
    ['an item without type', form({ linkId: 'a', text: 'x' }), 'type-missing'],
    ['a linkId that is a number', form(question('a', { linkId: 3 })), 'wrong-type'],
    ['items that are no list', { ...form(), item: 'a' }, 'wrong-type'],
    ['an item that is text', form('a'), 'wrong-type'],
    ['U+0000', form(question('a', { text: 'a\u0000b' })), 'unstorable-text'],
    ['half a surrogate', form(question('a', { text: 'a\ud800b' })), 'unstorable-text'],
    ['the root group of DSTU2', { resourceType: 'Questionnaire', status: 'draft', group: {} }, 'old-form'],
  ])('%s', (_, input, kind) => {
    const found = importQuestionnaire(input)
    expect(found.model).toBeNull()
    expect(found.report.map((issue) => issue.kind)).toContain(kind)
  })

  test('each linkId that is there twice, also in another group', () => {
    const twice = form(question('a'), {
      ...question('g', { type: 'group' }),
      item: [question('a'), question('a')],
    })
    const found = importQuestionnaire(twice)
    expect(found.model).toBeNull()
    const errors = found.report.filter((issue) => issue.kind === 'link-id-double')
    expect(errors.map(({ at, linkId }) => [at, linkId])).toEqual([
      ['Questionnaire.item[1].item[0]', 'a'],
      ['Questionnaire.item[1].item[1]', 'a'],
    ])
    expect(outcomeOf(errors).issue[0]).toEqual({
      ...{
        severity: 'error',
        code: 'duplicate',
        details: { text: 'The linkId "a" is used more than once.' },
      },
      ...{ diagnostics: 'link-id-double: linkId a', expression: ['Questionnaire.item[1].item[0]'] },
    })
  })

  test('value sets that refer to themselves, however many', () => {
    const set = (n: number, all: number) => ({
      ...{ resourceType: 'ValueSet', id: `v${n}`, url: `urn:v${n}`, status: 'active' },
      compose: { include: Array.from({ length: all }, (_, i) => ({ valueSet: [`urn:v${i}`, `#v${i}`] })) },
    })
    const contained = Array.from({ length: 30 }, (_, n) => set(n, 30))
    const input = { ...form(question('a', { type: 'choice', answerValueSet: '#v0' })), contained }
    expect(said(input)).toContain('value-set-cycle')
  })

  test('a large value set that many items use', () => {
    const concept = Array.from({ length: 20_000 }, (_, n) => ({ code: `c${n}` }))
    const contained = [
      { resourceType: 'ValueSet', id: 'v', compose: { include: [{ system: 'urn:s', concept }] } },
    ]
    const items = Array.from({ length: 500 }, (_, n) =>
      question(`q${n}`, { type: 'choice', answerValueSet: '#v' }),
    )
    expect(said({ ...form(...items), contained })[0]).toBe('too-many-options')
  })

  test('a bomb of nested items, and one of nested lists', () => {
    let item: object = question('deepest')
    for (let n = 0; n < 300; n += 1) item = { linkId: `g${n}`, text: 'g', type: 'group', item: [item] }
    expect(said(form(item))).toContain('too-deep')
    const depth = 200_000
    expect(said(`{"resourceType":"Questionnaire","item":${'['.repeat(depth)}${']'.repeat(depth)}}`)).toEqual([
      'too-deep',
    ])
  })
})

describe('what is told and kept', () => {
  const when = (linkId: string) => ({ question: linkId, operator: '=', answerString: 'x' })
  const cql = {
    url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
    valueExpression: { language: 'text/cql', expression: '1' },
  }

  test.each<[string, unknown, string]>([
    ['no status', { resourceType: 'Questionnaire', title: 'x', item: [question('a')] }, 'status-missing'],
    ['no items', form(), 'no-items'],
    ['a type of nobody', form(question('a', { type: 'hologram' })), 'type-unknown'],
    ['a group without its type', form({ linkId: 'g', text: 'g', item: [question('a')] }), 'type-taken'],
    ['a file', form(question('a', { type: 'attachment' })), 'cannot-be-answered'],
    ['an unknown part', form(question('a', { colour: 'red' })), 'not-supported'],
    [
      'an unknown extension',
      form(question('a', { extension: [{ url: 'urn:x', valueCode: 'y' }] })),
      'not-supported',
    ],
    ['a modifier', form(question('a', { modifierExtension: [{ url: 'urn:x' }] })), 'modifier-extension'],
    ['a question that is not there', form(question('a', { enableWhen: [when('b')] })), 'unknown-question'],
    [
      'items that wait for each other',
      form(question('a', { enableWhen: [when('b')] }), question('b', { enableWhen: [when('a')] })),
      'condition-circle',
    ],
    [
      'choices elsewhere',
      form(question('a', { type: 'choice', answerValueSet: 'http://loinc.org/vs/LL1' })),
      'options-elsewhere',
    ],
    ['no choices', form(question('a', { type: 'choice' })), 'options-missing'],
    ['a formula in CQL', form(question('a', { extension: [cql] })), 'expression-language'],
    [
      'options of STU3',
      form(question('a', { type: 'choice', option: [{ valueString: 'x' }] })),
      'older-notation',
    ],
    [
      'a condition of STU3',
      form(question('b'), question('a', { enableWhen: [{ question: 'b', hasAnswer: true }] })),
      'older-notation',
    ],
    ['a first answer of STU3', form(question('a', { initialString: 'x' })), 'older-notation'],
  ])('%s', (_, input, kind) => {
    expect(importQuestionnaire(input).model).not.toBeNull()
    expect(said(input)).toContain(kind)
    expect(there(input)).toEqual(input)
  })

  test('names that every object has by birth are names like others', () => {
    const text = JSON.stringify(
      form(question('__proto__'), question('constructor', { toString: 'x' }), question('a')),
    )
    const evil = text.replace('"toString":"x"', '"__proto__":{"polluted":true},"toString":"x"')
    const { model, report, source } = importQuestionnaire(evil)
    expect(model?.items.map((item) => item.linkId)).toEqual(['__proto__', 'constructor', 'a'])
    expect(report.filter((issue) => issue.kind === 'not-supported').map((issue) => issue.args?.[0])).toEqual([
      '__proto__',
      'toString',
    ])
    expect(JSON.stringify(source)).toBe(evil)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  test('text that begins with a byte order mark', () => {
    expect(said(`\uFEFF${JSON.stringify(form(question('a')))}`)).toEqual([])
  })
})

test('a bundle: each form by itself, with the value sets beside it', () => {
  const set = {
    ...{ resourceType: 'ValueSet', url: 'urn:set', version: '2', status: 'active' },
    compose: { include: [{ system: 'urn:s', concept: [{ code: 'a', display: 'A' }, { code: 'b' }] }] },
  }
  const good = form(question('a', { type: 'choice', answerValueSet: 'urn:set|2' }))
  const bundle = {
    resourceType: 'Bundle',
    type: 'collection',
    entry: [{ resource: good }, { resource: set }, { resource: form('x') }],
  }
  const [first, second, ...others] = importForms(JSON.stringify(bundle))
  expect(others).toEqual([])
  expect(first?.model?.items[0]?.options?.map((one) => one.text.text)).toEqual(['A', 'b'])
  expect(second?.model).toBeNull()
  expect(importForms({ resourceType: 'Bundle', entry: [] })[0]?.report[0]?.kind).toBe('no-questionnaire')
})

test('a form of R5', () => {
  const option = { valueCoding: { code: 'a', display: 'A' } }
  const input = form(
    question('a', { type: 'coding', answerConstraint: 'optionsOrString', answerOption: [option] }),
    question('b', { type: 'integer', answerOption: [{ valueInteger: 1 }] }),
  )
  const { fhirVersion, model } = importQuestionnaire(input)
  expect(fhirVersion).toBe('5.0')
  expect(model?.items.map((item) => item.kind)).toEqual(['open-choice', 'choice'])
})

test('10,000 options and 800 items are read in less than a second', () => {
  const answerOption = Array.from({ length: 10_000 }, (_, n) => ({
    valueCoding: { code: `c${n}`, display: `C ${n}` },
  }))
  const many = Array.from({ length: 800 }, (_, n) =>
    question(`q${n}`, { enableWhen: [{ question: `q${n + 1}`, operator: 'exists', answerBoolean: true }] }),
  )
  const started = performance.now()
  const { model } = importQuestionnaire(
    JSON.stringify(form(question('choice', { type: 'choice', answerOption }), ...many)),
  )
  expect(model?.items[0]?.options).toHaveLength(10_000)
  expect(performance.now() - started).toBeLessThan(1_000)
})

/** A real form with one part replaced, taken out or doubled. */
const mutated = fc
  .tuple(
    fc.constantFrom(...forms.map(({ json }) => json)),
    fc.infiniteStream(fc.nat(40)),
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom('replace', 'remove', 'double', 'add'),
  )
  .map(([json, steps, value, deed]) => {
    const copy = structuredClone(json)
    let holder: unknown = copy
    for (const step of steps) {
      const keys = Object.keys(holder as object)
      const key = keys[step % keys.length]
      if (key === undefined) break
      const next: unknown = Reflect.get(holder as object, key)
      const isLeaf = typeof next !== 'object' || next === null || Object.keys(next).length === 0
      if (!isLeaf && step % 7 !== 0) holder = next
      else {
        if (deed === 'replace') Reflect.set(holder as object, key, value)
        else if (deed === 'add') Reflect.set(holder as object, 'unheardOf', value)
        else if (deed === 'double' && Array.isArray(holder)) holder.push(structuredClone(next))
        else if (Array.isArray(holder)) holder.splice(Number(key), 1)
        else Reflect.deleteProperty(holder as object, key)
        break
      }
    }
    return copy
  })

test('whatever is done to a real form: never a crash, refused with a reason or given back unchanged', () => {
  fc.assert(
    fc.property(mutated, (json) => {
      const before = JSON.stringify(json)
      const { model, report } = importQuestionnaire(json)
      expect(JSON.stringify(json)).toBe(before)
      for (const issue of report) expect(issueText(issue, 'nl').length).toBeGreaterThan(5)
      if (model === null) expect(report.some((issue) => severityOf(issue) === 'error')).toBe(true)
      else {
        const { id: _id, meta: _meta, ...rest } = json
        // As JSON holds it: no minus zero, no objects without a prototype.
        expect(there(json)).toEqual(JSON.parse(JSON.stringify(rest)))
      }
    }),
    { numRuns: 400 },
  )
})

test('sets of choices that are many times part of each other are refused, and take no minutes', () => {
  const concept = Array.from({ length: 10_000 }, (_, n) => ({ code: `c${n}` }))
  const first = { resourceType: 'ValueSet', id: 'v0', compose: { include: [{ system: 's', concept }] } }
  const each = (from: (n: number) => string[]) =>
    Array.from({ length: 50 }, (_, n) => ({
      ...{ resourceType: 'ValueSet', id: `v${n + 1}` },
      compose: { include: from(n).map((one) => ({ valueSet: [one] })) },
    }))
  const tree = each((n) => Array<string>(40).fill(`#v${n}`))
  const item = [{ linkId: 'a', type: 'choice', text: 'a', answerValueSet: '#v50' }]
  const of = (contained: object[]) =>
    importQuestionnaire({ resourceType: 'Questionnaire', status: 'draft', title: 'T', contained, item })
  expect(of([first, ...tree]).report.map((issue) => issue.kind)).toEqual(['too-many-options'])
  expect(of([first, ...each((n) => [`#v${n}`])]).model?.items[0]?.options).toHaveLength(10_000)
  // What is missing is named, and not once for each way to it.
  const lost = each((n) => (n === 0 ? ['#none'] : Array<string>(40).fill(`#v${n}`)))
  expect(of(lost).report).toMatchObject([{ kind: 'options-incomplete', args: ['#v50', '#none'] }])
})
