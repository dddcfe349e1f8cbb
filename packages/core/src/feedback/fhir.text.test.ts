import { expect, test } from 'vitest'
import { importForms, importQuestionnaire } from './fhir.import.ts'
import { parseFhir } from './fhir.json.ts'
import { questionnaireOf } from './fhir.response.ts'
import { doubleKeys, exactly } from './fhir.text.ts'

const form = (item: string) =>
  `{"resourceType":"Questionnaire","status":"draft","title":"T","item":[${item}]}`

test.each([
  ['{"a":1.50}', '{"a":1.50}'],
  ['{"a":[1e3,-0.0, 12345678901234567890]}', '{"a":[1e3,-0.0,12345678901234567890]}'],
  [
    '{"a":3.14159265358979312,"b":"1.50","__proto__":{"c":2.0}}',
    '{"a":3.14159265358979312,"b":"1.50","__proto__":{"c":2.0}}',
  ],
])('numbers are written again as they were: %s', (text, again) => {
  expect(JSON.stringify(exactly(text))).toBe(again)
})

test.each(['{"a":1.5,"b":10,"c":0,"d":"1.50","e":[100,0.25]}', '[]', '1'])(
  'nothing to keep in %s',
  (text) => {
    expect(exactly(text)).toBeNull()
  },
)

test.each([
  ['{"a":1,"b":{"a":2}}', []],
  ['{"a":1,"a":2}', ['a']],
  ['{"a":[{"b":1},{"b":2}],"c":"{\\"c\\":1,\\"c\\":2}"}', []],
  ['{"item":[{"linkId":"1","linkId":"2"}],"\\u0069tem":[]}', ['linkId', 'item']],
])('names that stand twice in %s', (text, names) => {
  expect(doubleKeys(text)).toEqual(names)
})

test('a very long text and many brackets keep nothing waiting', () => {
  const long = JSON.stringify({ a: `${'\\"'.repeat(2_000_000)}` })
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  expect(doubleKeys(long)).toEqual([])
  expect(doubleKeys(deep)).toEqual([])
})

test('a form keeps its numbers for who stores it, and is read with plain ones', () => {
  const item = '{"linkId":"a","text":"A","type":"decimal","initial":[{"valueDecimal":1.50}]}'
  const { model, source } = importQuestionnaire(form(item))
  expect(model?.items[0]?.initial).toEqual([{ kind: 'decimal', value: 1.5 }])
  expect(JSON.stringify(source)).toBe(form(item))
  const [inBundle] = importForms(`{"resourceType":"Bundle","entry":[{},{"resource":${form(item)}}]}`)
  expect(JSON.stringify(inBundle?.source)).toBe(form(item))
  const answer =
    '{"resourceType":"QuestionnaireResponse","item":[{"linkId":"a","answer":[{"valueDecimal":2.0}]}]}'
  expect(JSON.stringify(questionnaireOf(answer).exact)).toBe(answer)
})

test('a name that stands twice is told, and the form is used', () => {
  const { model, report } = importQuestionnaire(form('{"linkId":"a","text":"A","text":"B","type":"string"}'))
  expect(report).toEqual([{ kind: 'key-twice', args: ['text'], at: '' }])
  expect(model?.items[0]?.text?.text).toBe('B')
})

test.each([
  ['"a\\u0000b"', 'Questionnaire.item[1].text', 'unstorable-text'],
  ['"a\\ud800b"', 'Questionnaire.item[1].text', 'unstorable-text'],
  ['1e999', 'Questionnaire.item[1].text', 'unstorable-number'],
])('what cannot be stored is told with its place: %s', (value, at, kind) => {
  const item = `{"linkId":"0","type":"string"},{"linkId":"a","text":${value},"type":"string"}`
  expect(importQuestionnaire(form(item)).report).toEqual([{ kind, at }])
})

test.each(['1e-40000', '1e500', '1e-401', `0.${'0'.repeat(2_000)}1`])(
  'a number that nothing could keep: %#',
  (number) => {
    const { report } = importQuestionnaire(
      form(`{"linkId":"a","text":"A","type":"decimal","initial":[{"valueDecimal":${number}}]}`),
    )
    expect(report.map((one) => one.kind)).toEqual(['unstorable-number'])
  },
)

test('an address that is too long to look up is refused, whatever it is written in', () => {
  for (const url of ['a'.repeat(1_990), 'é'.repeat(300)])
    expect(importQuestionnaire({ ...JSON.parse(form('')), url: `urn:${url}` }).model?.url).toBe(`urn:${url}`)
  for (const url of ['a'.repeat(2_001), '漢'.repeat(700)])
    expect(importQuestionnaire({ ...JSON.parse(form('')), url }).report[0]?.kind).toBe('address-too-long')
})

test('a byte order mark is no reason to refuse', () => {
  expect(parseFhir('\uFEFF{"a":1}').value).toEqual({ a: 1 })
})
