/** Trying a form out while it is built: the pages, rules and scores of a real one, and nothing of it stays. */
import type { FormModel } from '@weerklank/core/feedback/form'
import { addItem, changeItem, emptyForm, newItem } from '@weerklank/core/feedback/form.build'
import { scoreExpression } from '@weerklank/core/feedback/form.build-score'
import { formBuildEndpoints, type Tried, type TryBody } from '@weerklank/core/feedback/form-build.contract'
import type { FormId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../../test-app.ts'
import type { Person } from '../../test-member.ts'
import { buildForm, drafts, fieldsOf, stored, twoParts } from './form.fixture.ts'

const { begin, save, tryForm } = formBuildEndpoints
const start: TryBody = {
  ...{ version: 1, language: 'nl', level: 'parent', address: 'u' },
  ...{ answers: null, unread: {}, at: 'part', part: 0 },
}

/** Two choices that count, a text only after the first choice of the first, and their sum. */
function built(): FormModel {
  let form = emptyForm('Samen', 'nl')
  for (const words of ['Lukt het praten?', 'Lukt het luisteren?']) {
    const item = newItem(form, 'choice')
    const options = item.options?.map((one, at) => ({
      ...one,
      text: { text: `Keuze ${at}` },
      weight: at + 1,
    }))
    form = addItem(
      form,
      { ...item, required: true, text: { text: words }, ...(options && { options }) },
      null,
    )
  }
  const why = newItem(form, 'text')
  form = addItem(
    form,
    {
      ...why,
      text: { text: 'Wat gebeurde er?', levels: { child: { text: 'Wat gebeurde?' } } },
      enableWhen: {
        behaviour: 'all',
        conditions: [{ question: 'vraag-1', operator: '=', value: { kind: 'coding', value: { code: '1' } } }],
      },
    },
    null,
  )
  const calculated = scoreExpression(form, { kind: 'sum', linkIds: ['vraag-1', 'vraag-2'] })
  return addItem(
    form,
    { ...newItem(form, 'decimal'), readOnly: true, text: { text: 'Samen' }, calculated },
    null,
  )
}

async function begun(app: TestApp, by: Person) {
  const { form, revision } = await app
    .as(by)
    .call(begin, { params: { form: app.world.newId<FormId>() }, body: { model: built() } })
  const step = (body: Partial<TryBody>, from?: Tried) =>
    app.as(by).call(tryForm, {
      params: { form },
      body: {
        ...start,
        ...(from && { answers: from.answers, unread: from.unread, part: from.part }),
        ...body,
      },
    })
  return { form, revision, step }
}

const pageOf = (tried: Tried) => {
  if (tried.page === null) throw new Error('A page was drawn')
  return tried.page
}

test('a draft is filled in, its branch opens, its score is computed, and sending it sends nothing', async () => {
  await using app = await testApp()
  const { step } = await begun(app, await app.professional())
  const first = await step({})
  expect(first).toMatchObject({
    ...{ at: 'part', hints: [], sum: null, gaps: [], levels: ['parent', 'child'], languages: ['nl'] },
    problems: [{ linkId: 'vraag-1' }, { linkId: 'vraag-2', problem: 'Hier is een antwoord nodig.' }],
    scores: [{ linkId: 'vraag-4', text: 'Samen', value: null, why: 'open' }],
  })
  expect(pageOf(first)).toContain('hier wordt niets bewaard of verstuurd')
  // Only what is filled in, as while somebody is busy: the page stays.
  const kept = await step({ fields: fieldsOf(pageOf(first), { a0: '0' }, 'bewaar') }, first)
  expect(kept).toMatchObject({ page: null, problems: [{ linkId: 'vraag-2' }] })
  // The answer brought a question that was not on the page, and one is missing.
  const wrong = await step({ fields: fieldsOf(pageOf(first), { a0: '0' }, 'stuur') }, kept)
  expect(wrong.at).toBe('part')
  expect(pageOf(wrong)).toContain('Nog niet alles klopt')
  // Both at once: the question that the first brings was not on the page that was sent.
  const open = await step({ fields: fieldsOf(pageOf(first), { a0: '0', a1: '1' }, 'stuur') }, first)
  expect(open).toMatchObject({ at: 'part', problems: [], scores: [{ value: '3', why: null }] })
  expect(pageOf(open)).toContain('er vragen bij gekomen')
  const sent = await step({ fields: fieldsOf(pageOf(open), { a0: '0', a1: '1', a2: 'Iets' }, 'stuur') }, open)
  expect(sent.at).toBe('sent')
  expect(pageOf(sent)).toContain('er is niets verstuurd en niets bewaard')
  expect(pageOf(sent)).toContain('<dd>Iets</dd>')
  expect([await stored(app), await drafts(app)]).toEqual([[], []])
  expect((await app.audit()).map(({ action }) => action)).toEqual(['form.built'])
})

test('a draft that was changed is computed by what it says now', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const { form, revision, step } = await begun(app, noor)
  const chosen = (linkId: string, code: string) => ({
    linkId,
    values: [{ value: { kind: 'coding' as const, value: { code } } }],
  })
  const answers = { items: [chosen('vraag-1', '2'), chosen('vraag-2', '2')] }
  expect((await step({ answers })).scores).toMatchObject([{ value: '4' }])
  const calculated = scoreExpression(built(), { kind: 'mean', linkIds: ['vraag-1', 'vraag-2'] })
  const model = changeItem(built(), 'vraag-4', (item) => ({ ...item, calculated }))
  await app.as(noor).call(save, { params: { form }, body: { model, revision } })
  expect((await step({ answers })).scores).toMatchObject([{ value: '2' }])
})

test('as a child in another language: her words, and a mark where others stand', async () => {
  await using app = await testApp()
  const { step } = await begun(app, await app.professional())
  const child = await step({ level: 'child', address: 'je', at: 'part' })
  expect(child.gaps).toMatchObject([
    { linkId: null, missing: 'level' },
    { linkId: 'vraag-1', text: 'Lukt het praten?' },
    { linkId: 'vraag-2' },
    { linkId: 'vraag-4' },
  ])
  expect(pageOf(child)).toContain('Wat gebeurde?')
  expect(pageOf(child)).not.toContain('Wat gebeurde er?')
  expect(pageOf(child)).toContain('dit is een vragenlijst voor jou')
  expect(pageOf(child).match(/Dan staat er de gewone tekst/g)).toHaveLength(4)
  expect((await step({ language: 'en' })).gaps[0]).toMatchObject({ linkId: null, missing: 'language' })
})

test('parts of a form that came in are gone through, looked over and left where something is missing', async () => {
  await using app = await testApp()
  const by = await app.professional()
  const form = await buildForm(app, by, twoParts)
  const step = (body: Partial<TryBody>) =>
    app.as(by).call(tryForm, { params: { form }, body: { ...start, ...body } })
  const first = await step({})
  const fields = fieldsOf(pageOf(first), { a1: '1', a2: 'zeven' })
  const unread = await step({ fields })
  expect(unread).toMatchObject({ at: 'part', part: 0, unread: { 2: { values: ['zeven'] } } })
  const next = await step({ fields: fieldsOf(pageOf(first), { a1: '1', a2: '7' }) })
  expect([next.at, next.part]).toEqual(['part', 1])
  const review = await step({ ...next, fields: fieldsOf(pageOf(next), { a4: 'Brood' }) } as never).catch(
    () => null,
  )
  expect(review).toBeNull()
  const { answers, part } = next
  const over = await step({ answers, part, fields: fieldsOf(pageOf(next), { a4: 'Brood' }) })
  expect(over.at).toBe('review')
  expect(pageOf(over)).toContain('Klopt het zo?')
  const back = await step({ answers: over.answers, part: 0 })
  expect(pageOf(back)).toMatch(/value="7"/)
})

test('who may not see forms does not try them, what is senseless is refused, and nobody hammers', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const { form } = await begun(app, noor)
  const params = { form }
  expect((await app.as(null).refusal(tryForm, { params, body: start })).code).toBe('not-signed-in')
  const guest = app.as(await app.professional({ role: 'guest' }))
  expect((await guest.refusal(tryForm, { params, body: start })).code).toBe('not-allowed')
  const nowhere = { form: app.world.newId<FormId>() }
  expect((await app.as(noor).refusal(tryForm, { params: nowhere, body: start })).code).toBe('not-found')
  const deep = JSON.parse(`${'{"linkId":"a","items":['.repeat(2000)}${']}'.repeat(2000)}`)
  const body = { ...start, answers: { items: [deep] } }
  expect((await app.as(noor).refusal(tryForm, { params, body })).code).toBe('invalid-input')
  // What does not belong to the form is left aside.
  const stray = {
    items: [{ linkId: 'elsewhere', values: [{ value: { kind: 'boolean' as const, value: true } }] }],
  }
  expect(
    (await app.as(noor).call(tryForm, { params, body: { ...start, answers: stray } })).problems,
  ).toHaveLength(2)
  let refusal: { code: string } | null = null
  for (let i = 0; i < 125 && refusal === null; i += 1) {
    const reply = await app.as(noor).request('POST', `/api/forms/${form}/try`, start)
    if (reply.status === 429) refusal = { code: 'too-many' }
  }
  expect(refusal).toEqual({ code: 'too-many' })
})
