import type { Json } from '@weerklank/core/feedback/fhir.json'
import fc from 'fast-check'
import fhirpath from 'fhirpath'
import r4 from 'fhirpath/fhir-context/r4'
import { expect, test } from 'vitest'
import { compute } from './score.engine.ts'
import { shapeOf, withLookups } from './score.lookup.ts'

test.each([
  ["%resource.descendants().where(linkId='a').answer", "%resource.itemsAnywhere('a').answer"],
  ["%resource . descendants ( ) .where( linkId = 'a b' ).x", "%resource.itemsAnywhere('a b').x"],
  ["%rootResource.repeat(item).where(linkId='a')", "%resource.itemsInGroups('a')"],
  [
    "%resource.item.where(linkId='a').item.where(linkId='b')",
    "%resource.itemsOnTop('a').item.where(linkId='b')",
  ],
  ["'%resource.item.where(linkId=' + 'a' + ')'", null],
  ["'x %resource.item.where(linkId=''a'')'", null],
  ["%resource.item.where(linkId='it\\'s')", null],
  ["%resource.item.where(linkId='a') // '", null],
  ["%questionnaire.item.where(linkId='a')", null],
  ["%resource.item.where(linkId='a' or true)", null],
])('%s', (expression, other) => {
  expect(withLookups(expression)).toBe(other ?? expression)
})

test.each([
  ["a = 'x' and b > 12.5", "a = '' and b > 1"],
  ['@2020-01-01 + 1 year', '@2020-01-01 + 1 year'],
  ['x1 + %y2 + $3', 'x1 + %y2 + $3'],
  ['1.5.round(2)', '1.5.round(1)'],
  ['@T10:00 < now()', '@T10:00 < now()'],
  ["a // 'b' 3", "a // 'b' 3"],
])('the shape of %s', (expression, shape) => {
  expect(shapeOf(expression)).toBe(shape)
})

/** Answers of any shape, with linkIds that stand there more than once. */
const item: fc.Memo<Json> = fc.memo((depth) =>
  fc.record(
    {
      linkId: fc.constantFrom('a', 'b', 'c', '__proto__'),
      ...(depth > 1 && { item: fc.array(item(depth - 1), { maxLength: 3 }) }),
      answer: fc.array(
        fc.record(
          {
            valueInteger: fc.integer({ min: 0, max: 9 }),
            ...(depth > 1 && { item: fc.array(item(depth - 1), { maxLength: 2 }) }),
          },
          { requiredKeys: ['valueInteger'] },
        ),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: ['linkId'] },
  ),
) as fc.Memo<Json>

test('what is looked up is what the engine finds by walking', () => {
  const expressions = ['descendants()', 'repeat(item)', 'item'].flatMap((path) =>
    ['a', '__proto__', 'none'].map(
      (linkId) => `%resource.${path}.where(linkId='${linkId}').answer.value.sum()`,
    ),
  )
  fc.assert(
    fc.property(fc.array(item(3), { maxLength: 4 }), (items) => {
      const response = { resourceType: 'QuestionnaireResponse', item: items }
      const form = {
        ...{ title: { text: 'T' }, status: 'draft' as const },
        items: expressions.map((calculated, n) => ({
          linkId: `t${n}`,
          kind: 'integer' as const,
          calculated,
        })),
      }
      const plan = { form, questionnaire: {}, fhirVersion: '4.0' as const }
      const watch = { skip: new Set<string>(), onExpression: () => undefined }
      const { values } = compute(plan, response, watch)
      for (const [n, expression] of expressions.entries()) {
        const [walked] = fhirpath.evaluate(response, expression, { resource: response }, r4) as unknown[]
        const found = values.find((value) => value.linkId === `t${n}`)?.value.value
        expect(found, expression).toBe(walked === undefined ? undefined : Number(walked))
      }
    }),
  )
})
