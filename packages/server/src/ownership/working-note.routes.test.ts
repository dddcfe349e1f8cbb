import { workingNoteEndpoints } from '@weerklank/core/ownership/working-note.contract'
import { relationEndpoints } from '@weerklank/core/relation/relation.contract'
import type { NoteId, WorkingNoteId } from '@weerklank/core/shared/ids'
import { expect, test } from 'vitest'
import { type TestApp, testApp } from '../test-app.ts'

const { saveWorkingNote, workingNotes, ownWorkingNotes, removeWorkingNote, shareWorkingNote } =
  workingNoteEndpoints

async function together(app: TestApp) {
  const bram = await app.professional({ name: 'Bram' })
  const participants = [{ name: 'Lina' }, { name: 'Bram', voice: 'colleague' as const, member: bram }]
  const { by: noor, id: relation } = await app.relation({ participants })
  const note = app.world.newId<WorkingNoteId>()
  return { noor, bram, relation, note, params: { relation, note } }
}

test('a note is saved as it is typed; the same again changes nothing, an older one is refused', async () => {
  await using app = await testApp()
  const { noor, relation, params } = await together(app)
  const save = (text: string, version: number) =>
    app.as(noor).call(saveWorkingNote, { params, body: { text, version } })
  expect(await save('Vraag naar school.', 0)).toMatchObject({
    version: 1,
    removedAt: '2027-02-17T08:00:00.000Z',
  })
  expect(await save('Vraag naar school.', 0)).toMatchObject({ version: 1 })
  expect(await save('Vraag naar school en thuis.', 1)).toMatchObject({ version: 2 })
  const older = { params, body: { text: 'Iets anders.', version: 1 } }
  expect((await app.as(noor).refusal(saveWorkingNote, older)).code).toBe('conflict')
  const { notes } = await app.as(noor).call(workingNotes, { params: { relation } })
  expect(notes.map((one) => one.text)).toEqual(['Vraag naar school en thuis.'])
  const back = { params: { note: params.note } }
  await app.as(noor).call(removeWorkingNote, back)
  expect((await app.as(noor).refusal(removeWorkingNote, back)).code).toBe('not-found')
  expect(await save('Vraag naar school en thuis.', 0)).toMatchObject({ version: 1 })
})

test('nobody else reads, changes, removes or shares it, and nothing says that it is there', async () => {
  await using app = await testApp()
  const { noor, bram, relation, params } = await together(app)
  await app.as(noor).call(saveWorkingNote, { params, body: { text: 'Alleen voor mij.', version: 0 } })
  expect((await app.as(bram).call(workingNotes, { params: { relation } })).notes).toEqual([])
  expect((await app.as(bram).call(ownWorkingNotes)).notes).toEqual([])
  const taken = { params, body: { text: 'Van Bram.', version: 0 } }
  expect((await app.as(bram).refusal(saveWorkingNote, taken)).code).toBe('conflict')
  expect((await app.as(bram).refusal(removeWorkingNote, { params: { note: params.note } })).code).toBe(
    'not-found',
  )
  const sharing = { params, body: { as: app.world.newId<NoteId>(), version: 1 } }
  expect((await app.as(bram).refusal(shareWorkingNote, sharing)).code).toBe('not-found')
  for (const role of ['administrator', 'privacy-officer', 'researcher'] as const) {
    const by = await app.professional({ name: 'Ada', role })
    expect((await app.as(by).refusal(ownWorkingNotes)).code).toBe('not-allowed')
  }
  const details = await app.as(bram).call(relationEndpoints.getRelation, { params: { relation } })
  expect(JSON.stringify(details)).not.toContain('Alleen voor mij.')
  const lines = (await app.audit()).filter((line) => line.action.startsWith('working-note'))
  expect(lines.map((line) => line.relation_id)).toEqual(lines.map(() => null))
})

test('what is shared is a note of the file from that moment, with the name of who shared, and no private note any more', async () => {
  await using app = await testApp()
  const { noor, bram, relation, params } = await together(app)
  await app.as(noor).call(saveWorkingNote, { params, body: { text: 'Lina zoekt rust.', version: 0 } })
  const as = app.world.newId<NoteId>()
  const sharing = { params, body: { as, version: 1 } }
  const old = { params, body: { as, version: 2 } }
  expect((await app.as(noor).refusal(shareWorkingNote, old)).code).toBe('conflict')
  const shared = await app.as(noor).call(shareWorkingNote, sharing)
  expect(shared).toMatchObject({ id: as, kind: 'shared-note', text: 'Lina zoekt rust.', toldBy: 'Noor' })
  // The answer got lost: asked again, it is the same note.
  expect(await app.as(noor).call(shareWorkingNote, sharing)).toEqual(shared)
  expect((await app.as(noor).call(ownWorkingNotes)).notes).toEqual([])
  const details = await app.as(bram).call(relationEndpoints.getRelation, { params: { relation } })
  expect(details.notes).toEqual([shared])
  expect(await app.audit('working-note.shared')).toEqual([
    expect.objectContaining({ actor: noor.member, relation_id: relation, subject_id: as }),
  ])
  const forged = { id: app.world.newId<NoteId>(), kind: 'shared-note', text: 'x', toldBy: 'Bram' }
  const reply = await app.as(bram).request('POST', `/api/relations/${relation}/notes`, forged)
  expect(reply.status).toBe(422)
})
