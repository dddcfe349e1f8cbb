import type { FormModel } from '@weerklank/core/feedback/form'
import { addItem, changeItem, emptyForm, newItem, sumExpression } from '@weerklank/core/feedback/form.build'
import { scoreExpression } from '@weerklank/core/feedback/form.build-score'
import { formEndpoints } from '@weerklank/core/feedback/form.contract'
import { formBuildEndpoints } from '@weerklank/core/feedback/form-build.contract'
import type { FormId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { inContext } from '../db/context.ts'
import { newScorer } from '../fhir/score.ts'
import { type TestApp, testApp } from '../test-app.ts'
import type { Person } from '../test-member.ts'
import { findForm } from './form.repository.ts'
import { scoresOf } from './form-scores.ts'

const { begin, read, save } = formBuildEndpoints

/** Two choices that count, and their sum. */
function scored(): FormModel {
  let form = emptyForm('Hoe gaat het samen?', 'nl')
  for (const words of ['Lukt het praten?', 'Lukt het luisteren?']) {
    const item = newItem(form, 'choice')
    const options =
      item.options?.map((one, at) => ({ ...one, text: { text: `${at}` }, weight: at + 1 })) ?? []
    form = addItem(form, { ...item, text: { text: words }, options }, null)
  }
  const sum = newItem(form, 'decimal')
  const calculated = sumExpression(form, ['vraag-1', 'vraag-2'])
  return addItem(form, { ...sum, readOnly: true, text: { text: 'Samen' }, calculated }, null)
}

async function begun(app: TestApp, by: Person, model = scored()) {
  const params = { form: app.world.newId<FormId>() }
  return app.as(by).call(begin, { params, body: { model } })
}

test('a form is built in a draft, published, and then built on in the next version', async () => {
  await using app = await testApp()
  const noor = app.as(await app.professional())
  const made = await noor.call(begin, {
    params: { form: app.world.newId<FormId>() },
    body: { model: scored() },
  })
  expect(made).toMatchObject({ version: 1, status: 'draft', revision: 1, mayKeep: true })
  const params = { form: made.form }
  const model = changeItem(made.model, 'vraag-1', (item) => ({ ...item, required: true }))
  const saved = await noor.call(save, { params, body: { model, revision: 1 } })
  expect(saved).toMatchObject({ version: 1, revision: 2, model: { items: [{ required: true }, {}, {}] } })
  const published = await noor.call(formEndpoints.setStatus, {
    params: { ...params, version: '1' } as never,
    body: { status: 'published', revision: 2 },
  })
  expect(published).toMatchObject({ status: 'published', publishedVersion: 1 })
  const titled = { ...saved.model, title: { text: 'Samen, opnieuw' } }
  const next = await noor.call(save, { params, body: { model: titled, revision: published.revision } })
  expect(next).toMatchObject({ version: 2, status: 'draft' })
  const detail = await noor.call(formEndpoints.form, { params })
  expect(detail).toMatchObject({ title: 'Samen, opnieuw', publishedVersion: 1 })
  // What was published keeps its words.
  const old = await noor.call(formEndpoints.outline, { params: { ...params, version: '1' } as never })
  expect(old.lines.map(({ text }) => text)).toEqual(['Lukt het praten?', 'Lukt het luisteren?', 'Samen'])
  const actions = (await app.audit()).map(({ action }) => action)
  expect(actions).toEqual(expect.arrayContaining(['form.built', 'form.changed', 'form.published']))
})

test('two people build at the same time: the second is told, and nothing of the first is lost', async () => {
  await using app = await testApp()
  const [noor, eva] = [await app.professional(), await app.professional({ name: 'Eva' })]
  const { form, model } = await begun(app, noor)
  const params = { form }
  const seen = await app.as(eva).call(read, { params })
  const hers = { ...model, title: { text: 'Van Noor' } }
  await app.as(noor).call(save, { params, body: { model: hers, revision: 1 } })
  const other = { ...seen.model, title: { text: 'Van Eva' } }
  const late = { params, body: { model: other, revision: seen.revision } }
  expect(await app.as(eva).refusal(save, late)).toMatchObject({ code: 'conflict' })
  expect((await app.as(eva).call(read, { params })).model.title.text).toBe('Van Noor')
  // She keeps hers as a form of its own.
  const copy = await app
    .as(eva)
    .call(begin, { params: { form: app.world.newId<FormId>() }, body: { model: other } })
  expect(copy.model.title.text).toBe('Van Eva')
})

test('the same once more is kept once; the same identifier with other words is refused', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const { form, model } = await begun(app, noor)
  const again = await app.as(noor).call(begin, { params: { form }, body: { model } })
  expect(again.revision).toBe(1)
  const other = { ...model, title: { text: 'Anders' } }
  expect(await app.as(noor).refusal(begin, { params: { form }, body: { model: other } })).toMatchObject({
    code: 'conflict',
  })
  const body = { model: other, revision: 1 }
  const first = await app.as(noor).call(save, { params: { form }, body })
  expect(await app.as(noor).call(save, { params: { form }, body })).toEqual(first)
})

test('a form that came in as FHIR is not built on; a form with a wrong place says where', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const text = JSON.stringify({ resourceType: 'Questionnaire', status: 'draft', title: 'Van buiten' })
  const answer = await app.as(noor).call(formEndpoints.bring, { body: { text } })
  const form = answer.kept ? answer.forms[0]?.id : undefined
  if (form === undefined) throw new Error('A form came in')
  expect(await app.as(noor).refusal(read, { params: { form } })).toMatchObject({ code: 'not-found' })
  const model = { ...scored(), title: { text: '' } }
  const wrong = { params: { form: app.world.newId<FormId>() }, body: { model } }
  expect(await app.as(noor).refusal(begin, wrong)).toMatchObject({
    code: 'invalid-input',
    fields: { 'model.title.text': expect.any(String) },
  })
})

test('who may not keep forms does not build one', async () => {
  await using app = await testApp()
  const { form, model } = await begun(app, await app.professional())
  const guest = app.as(await app.professional({ role: 'guest' }))
  expect(
    await guest.refusal(begin, { params: { form: app.world.newId<FormId>() }, body: { model } }),
  ).toMatchObject({
    code: 'not-allowed',
  })
  expect(await guest.refusal(save, { params: { form }, body: { model, revision: 1 } })).toMatchObject({
    code: 'not-allowed',
  })
})

test('the sum that a builder makes is what the engine computes, and nothing while a question is open', async () => {
  await using app = await testApp()
  const noor = await app.professional()
  const { form } = await begun(app, noor)
  const context = {
    ...{ workspace: app.workspace, actor: { member: noor.member }, relations: [] },
    roles: ['professional'] as const,
  }
  const scorer = newScorer()
  try {
    const stored = await inContext(app.db, context, (trx) => findForm(trx, form))
    if (stored === undefined) throw new Error('The form was kept')
    const chosen = (linkId: string, code: string) => ({
      linkId,
      values: [{ value: { kind: 'coding' as const, value: { code } } }],
    })
    const both = await scoresOf(scorer, stored, { items: [chosen('vraag-1', '2'), chosen('vraag-2', '1')] })
    expect(both.scores?.values).toMatchObject([{ linkId: 'vraag-3', value: { value: 3 } }])
    const one = await scoresOf(scorer, stored, { items: [chosen('vraag-1', '2')] })
    expect(one.scores?.values).toEqual([])
    // The mean of the same two, as another version: what a scorer knows of a version stays.
    const calculated = scoreExpression(stored.model, { kind: 'mean', linkIds: ['vraag-1', 'vraag-2'] })
    const model = changeItem(stored.model, 'vraag-3', (item) => ({ ...item, calculated }))
    const other = { ...stored, model, version: 2 }
    const mean = await scoresOf(scorer, other, { items: [chosen('vraag-1', '2'), chosen('vraag-2', '1')] })
    expect(mean.scores?.values).toMatchObject([{ linkId: 'vraag-3', value: { value: 1.5 } }])
    const open = await scoresOf(scorer, other, { items: [chosen('vraag-1', '2')] })
    expect(open.scores?.values).toEqual([])
  } finally {
    await scorer.close()
  }
})

test('a form that is not finished is not taken into use, and says how much is left', async () => {
  await using app = await testApp()
  const noor = app.as(await app.professional())
  const model = { ...scored(), items: [] }
  const { form, revision } = await noor.call(begin, {
    params: { form: app.world.newId<FormId>() },
    body: { model },
  })
  const params = { form, version: '1' } as never
  const body = { status: 'published' as const, revision }
  expect(await noor.refusal(formEndpoints.setStatus, { params, body })).toMatchObject({
    code: 'invalid-input',
    fields: { form: 'unfinished' },
  })
})
