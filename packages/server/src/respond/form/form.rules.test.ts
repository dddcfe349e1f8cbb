/** Rules that a form sets for its answers (`targetConstraint`, `questionnaire-constraint`), as a browser meets them. */
import { expect, test } from 'vitest'
import { testApp } from '../../test-app.ts'
import { buildAskedForm, drafts, fieldsOf, stored } from './form.fixture.ts'

const core = 'http://hl7.org/fhir/StructureDefinition/'
type Rule = { expression: string; human: string; severity?: string; name?: string }

/** R5 writes an expression; R4 wrote its text. */
function rule({ expression, human, severity = 'error', name = 'targetConstraint' }: Rule): object {
  const isOld = name === 'questionnaire-constraint'
  const said = isOld
    ? { valueString: expression }
    : { valueExpression: { language: 'text/fhirpath', expression } }
  return {
    url: `${core}${name}`,
    extension: [
      { url: 'key', valueId: 'k-1' },
      { url: 'severity', valueCode: severity },
      { url: 'expression', ...said },
      { url: 'human', valueString: human },
    ],
  }
}

const same = "%context.answer.value = %resource.descendants().where(linkId='one').answer.value"
const words = {
  title: 'Woord',
  item: [
    { linkId: 'one', type: 'string', text: 'Een woord' },
    {
      ...{ linkId: 'two', type: 'string', text: 'Nog eens' },
      extension: [
        rule({ expression: same, human: 'Dat is niet & hetzelfde', name: 'questionnaire-constraint' }),
      ],
    },
  ],
}

test('a rule that does not hold is told at its question in the words of the form, and nothing is sent', async () => {
  await using app = await testApp()
  const { link } = await buildAskedForm(app, words)
  const first = await link.get()
  const wrong = await link.post(fieldsOf(first.text, { a0: 'boom', a1: 'roos' }, 'stuur'))
  expect([wrong.status, await stored(app)]).toEqual([422, []])
  expect(wrong.text).toMatch(/<h2 id=fout tabindex=-1 autofocus>Nog niet alles klopt/)
  expect(wrong.text).toContain('<a href="#q1">Nog eens: Dat is niet &amp; hetzelfde</a>')
  expect(wrong.text).toMatch(/<p class=e id="?e1"?>Dat is niet &amp; hetzelfde<\/p>/)
  expect(wrong.text).toMatch(/aria-describedby="?e1"? aria-invalid=true/)
  expect(wrong.text).toMatch(/value="roos"/)
  // Who comes back later finds it at the question, without having sent anything.
  const back = await link.get()
  expect(back.text).toMatch(/<p class=e id="?e1"?>/)
  expect(back.text).not.toContain('Nog niet alles klopt')
  expect((await link.post(fieldsOf(wrong.text, { a0: 'boom', a1: 'boom' }, 'stuur'))).status).toBe(303)
  expect(await stored(app)).toHaveLength(1)
})

test('what a rule only warns of is seen once, and sent all the same', async () => {
  await using app = await testApp()
  const much = rule({ expression: 'answer.value < 100', human: 'Dat is veel', severity: 'warning' })
  const item = [{ linkId: 'n', type: 'integer', text: 'Hoeveel?', extension: [much] }]
  const { link } = await buildAskedForm(app, { title: 'Getal', item })
  const first = await link.get()
  const seen = await link.post(fieldsOf(first.text, { a0: '500' }, 'stuur'))
  expect(seen.status).toBe(200)
  expect(seen.text).toContain('Kijk hier nog eens naar')
  expect(seen.text).toMatch(/#q0">Hoeveel\?: Dat is veel<\/a>/)
  expect((await link.get()).text).toMatch(/aria-describedby="?k0"?/)
  expect((await link.post(fieldsOf(seen.text, {}, 'stuur'))).status).toBe(303)
  expect(await stored(app)).toHaveLength(1)
})

test('without anything to say it is sent at once; a rule that cannot be computed keeps nobody', async () => {
  await using app = await testApp()
  const rules = [
    rule({ expression: 'answer.value < 100', human: 'Dat is veel' }),
    rule({ expression: '%patient.active', human: 'patient' }),
    rule({ expression: ')(', human: 'kapot' }),
  ]
  const item = [{ linkId: 'n', type: 'integer', text: 'Hoeveel?', extension: rules }]
  const { link } = await buildAskedForm(app, { title: 'Getal', item })
  const first = await link.get()
  expect((await link.post(fieldsOf(first.text, { a0: '5' }, 'stuur'))).status).toBe(303)
})

const control = (code: string) => ({
  url: `${core}questionnaire-itemControl`,
  valueCodeableConcept: { coding: [{ code }] },
})
const parts = {
  title: 'Van en tot',
  extension: [
    rule({
      expression:
        "%resource.descendants().where(linkId='to').answer.value >= %resource.descendants().where(linkId='from').answer.value",
      human: 'Tot is voor van',
    }),
  ],
  item: [
    {
      ...{ linkId: 'g', type: 'group', text: 'Eerste' },
      extension: [control('page'), rule({ expression: 'item.answer.count() > 1', human: 'Vul er twee in' })],
      item: [
        { linkId: 'from', type: 'integer', text: 'Van' },
        { linkId: 'x', type: 'string', text: 'Iets' },
      ],
    },
    {
      ...{ linkId: 'h', type: 'group', text: 'Tweede', extension: [control('page')] },
      item: [{ linkId: 'to', type: 'integer', text: 'Tot' }],
    },
  ],
}

test('a rule of a group stands at its heading, one of the form above; both hold before it is sent', async () => {
  await using app = await testApp()
  const { link } = await buildAskedForm(app, parts)
  const first = await link.get()
  // One may go on: what the rule looks at may come later.
  expect((await link.post(fieldsOf(first.text, { a1: '5' }))).status).toBe(303)
  expect((await link.get({ query: '?deel=1' })).text).toMatch(/<p class="e t">Vul er twee in<\/p>/)
  const second = await link.get({ query: '?deel=2' })
  await link.post(fieldsOf(second.text, { a4: '2' }))
  const review = await link.get({ query: '?deel=kijk' })
  expect(review.text).toMatch(/deel=1&amp;lang=nl#q0">Eerste: Vul er twee in<\/a>/)
  const sent = await link.post(fieldsOf(review.text, {}, 'stuur'))
  expect([sent.status, await stored(app)]).toEqual([422, []])
  expect(sent.text).toMatch(/<li[^>]*>Tot is voor van/)
  const again = await link.get({ query: '?deel=1' })
  await link.post(fieldsOf(again.text, { a1: '1', a2: 'iets' }))
  const whole = await link.get({ query: '?deel=kijk' })
  expect((await link.post(fieldsOf(whole.text, {}, 'stuur'))).status).toBe(303)
  expect(await drafts(app)).toEqual([])
})

test('of a group that is there twice the rule stands at the time that breaks it, and what is not asked breaks none', async () => {
  await using app = await testApp()
  const item = [
    { linkId: 'ask', type: 'boolean', text: 'Vragen?' },
    {
      ...{ linkId: 'g', type: 'group', text: 'Kind', repeats: true },
      enableWhen: [{ question: 'ask', operator: '=', answerBoolean: true }],
      item: [
        {
          ...{ linkId: 'age', type: 'integer', text: 'Leeftijd' },
          extension: [rule({ expression: 'answer.value < 18', human: 'Dat is geen kind' })],
        },
      ],
    },
  ]
  const { link } = await buildAskedForm(app, { title: 'Kinderen', item })
  const first = await link.get()
  await link.post(fieldsOf(first.text, { a0: '1' }, 'stuur'))
  const open = await link.get()
  await link.post(fieldsOf(open.text, { a0: '1', a2_0: '7' }, 'meer:1'))
  const two = await link.get()
  const wrong = await link.post(fieldsOf(two.text, { a0: '1', a2_0: '7', a2_1: '70' }, 'stuur'))
  expect(wrong.text).toMatch(/<p class=e id="?e2_1"?>Dat is geen kind/)
  expect(wrong.text).not.toMatch(/id="?e2_0"?/)
  const gone = await link.post(fieldsOf(wrong.text, { a0: '0', a2_0: '7', a2_1: '70' }, 'stuur'))
  expect([gone.status, (await stored(app)).length]).toEqual([303, 1])
})
