import { formatMinutes } from '@weerklank/core/dialogue/format'
import { changeFormat, ownFormatKey } from '@weerklank/core/dialogue/format.change'
import { formatEndpoints, type ShownFormat } from '@weerklank/core/dialogue/format.contract'
import type { FormatId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { inContext } from '../db/context.ts'
import { type TestApp, testApp } from '../test-app.ts'
import type { Person } from '../test-member.ts'
import { formatToHold, loadFormats } from './formats.ts'

const { list, read, copy, save, publish, withdraw } = formatEndpoints
type Body = ShownFormat['format']

const members = async (app: TestApp) => {
  const person = await app.professional({ name: 'Noor' })
  const noor = { ...app.as(person), person }
  const id = app.world.newId<FormatId>()
  return { noor, id, params: { format: id } }
}
const shorter = (format: Body): Body => ({
  ...format,
  name: { nl: 'Kort aan tafel', en: '' },
  steps: format.steps.map((step) => (step.key === 'value' ? { ...step, minutes: 10 } : step)),
})
const holdable = (app: TestApp, by: Person, key: string) => {
  const context = { workspace: app.workspace, actor: { member: by.member }, relations: [] }
  return inContext(app.db, { ...context, roles: ['professional'] }, (trx) =>
    formatToHold(trx, loadFormats(), key),
  )
}
const codeOf = (reply: { body: unknown }) => (reply.body as { error?: { code: string } }).error?.code

test('an organisation copies a format, changes it, publishes it once, and goes on in a next version', async () => {
  await using app = await testApp()
  const { noor, id, params } = await members(app)
  const begun = await noor.call(copy, { params, body: { from: 'open-dialogue' } })
  expect(begun).toMatchObject({
    own: { status: 'draft', from: 'open-dialogue' },
    canBeHeld: false,
    problems: [],
  })
  // An answer that got lost: again changes nothing.
  expect(await noor.call(copy, { params, body: { from: 'open-dialogue' } })).toEqual(begun)

  const body = shorter(begun.format)
  const saved = await noor.call(save, { params, body: { body, revision: 1 } })
  expect(await noor.call(save, { params, body: { body, revision: 1 } })).toEqual(saved)
  const late = await noor.request('POST', `/api/own-formats/${id}`, { body: begun.format, revision: 1 })
  expect([late.status, codeOf(late)]).toEqual([409, 'conflict'])

  const published = await noor.call(publish, { params, body: { revision: 2 } })
  expect(published).toMatchObject({
    format: { name: { nl: 'Kort aan tafel', en: 'Kort aan tafel' }, version: 1 },
    canBeHeld: true,
  })
  const again = { ...published.format, maxPeople: 30 }
  const next = await noor.call(save, { params, body: { body: again, revision: 3 } })
  expect(next).toMatchObject({ format: { version: 2, maxPeople: 30 }, own: { status: 'draft', revision: 4 } })
  // While a next version is being made, meetings are held by the one before.
  expect(next.canBeHeld).toBe(true)
  const { formats } = await noor.call(list)
  expect(formats.filter(({ own }) => own !== null)).toMatchObject([{ version: 2, canBeHeld: true }])
  expect(formats.find(({ key }) => key === 'raguse')?.canBeHeld).toBe(false)
  expect(next.versions.map(({ version, status }) => [version, status])).toEqual([
    [2, 'draft'],
    [1, 'published'],
  ])
  const first = await noor.call(read, { params: { key: ownFormatKey(id) }, query: { version: 1 } })
  expect(first.format).toEqual(published.format)
  const held = await holdable(app, noor.person, ownFormatKey(id))
  expect(held).toEqual(published.format)
})

test('what may not go, stays: the shadow side of a format, and words that were published', async () => {
  await using app = await testApp()
  const { noor, id, params } = await members(app)
  const { format } = await noor.call(copy, { params, body: { from: 'open-dialogue' } })
  const path = `/api/own-formats/${id}`
  const without = { ...format, steps: format.steps.filter(({ isShadow }) => !isShadow) }
  const lost = await noor.request('POST', path, { body: without, revision: 1 })
  expect([lost.status, codeOf(lost)]).toEqual([422, 'invalid-input'])
  const moved = changeFormat(format, { kind: 'move', step: 'shadow', by: -1 })
  if (!('format' in moved)) throw new Error('It may move')
  const body = moved.format as Body
  expect((await noor.call(save, { params, body: { body, revision: 1 } })).problems).toEqual([])

  // A rule that is broken keeps it a draft, and says where.
  const broken = {
    ...body,
    steps: body.steps.map((step) => ({ ...step, speakers: step.silent, silent: step.silent })),
  }
  const saved = await noor.call(save, { params, body: { body: broken, revision: 2 } })
  expect(saved.problems).toContainEqual({ code: 'speaker-silent', step: 'welcome' })
  const refused = await noor.request('POST', `${path}/publish`, { revision: 3 })
  expect([refused.status, codeOf(refused)]).toEqual([409, 'conflict'])

  await noor.call(save, { params, body: { body, revision: 3 } })
  await noor.call(publish, { params, body: { revision: 4 } })
  const twice = await noor.request('POST', `${path}/publish`, { revision: 5 })
  expect([twice.status, codeOf(twice)]).toEqual([409, 'conflict'])
  await noor.call(withdraw, { params, body: { revision: 5 } })
  expect(await noor.call(withdraw, { params, body: { revision: 5 } })).toMatchObject({ canBeHeld: false })
  expect(await holdable(app, noor.person, ownFormatKey(id))).toBeUndefined()
})

test('a template is filled in, never held; nobody publishes one without steps', async () => {
  await using app = await testApp()
  const { noor, id, params } = await members(app)
  const { format, problems } = await noor.call(copy, { params, body: { from: 'raguse' } })
  expect(problems).toEqual([{ code: 'no-steps' }])
  const body = { ...format, isTemplate: true as const }
  const kept = await noor.call(save, { params, body: { body, revision: 1 } })
  expect(kept.format.isTemplate).toBeUndefined()
  expect((await noor.request('POST', `/api/own-formats/${id}/publish`, { revision: 2 })).status).toBe(409)
  expect(await holdable(app, noor.person, 'raguse')).toBeUndefined()
  expect(formatMinutes((await holdable(app, noor.person, 'stilstaan')) ?? { steps: [] })).toBe(45)
})

test('a guest reads what is shipped and changes nothing; other organisations see nothing', async () => {
  await using app = await testApp()
  await using elsewhere = await testApp()
  const { noor, id, params } = await members(app)
  await noor.call(copy, { params, body: { from: 'stilstaan' } })
  const guest = app.as(await app.professional({ name: 'Gast', role: 'guest' }))
  const abroad = app.as(await app.professional({ name: 'Ilse', workspace: elsewhere.workspace }))
  for (const other of [guest, abroad]) {
    const { formats } = await other.call(list)
    expect(formats.filter(({ own }) => own !== null)).toEqual([])
    expect(formats).toHaveLength(loadFormats().size)
    expect((await other.request('GET', `/api/formats/${ownFormatKey(id)}`)).status).toBe(404)
  }
  const mine = app.world.newId<FormatId>()
  const refused = await guest.request('PUT', `/api/own-formats/${mine}`, { from: 'stilstaan' })
  expect([refused.status, codeOf(refused)]).toEqual([403, 'not-allowed'])
  // The id of somebody else's format is taken in her own organisation only.
  expect((await abroad.call(copy, { params, body: { from: 'balint' } })).format.key).toBe(ownFormatKey(id))
  expect((await noor.call(list)).formats.filter(({ own }) => own !== null)).toHaveLength(1)
})
