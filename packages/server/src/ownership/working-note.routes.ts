import type { AuditAction } from '@weerklank/core/audit/audit'
import { type WorkingNote, workingNoteEndpoints } from '@weerklank/core/ownership/working-note.contract'
import type { Note } from '@weerklank/core/relation/relation.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { NoteId, RelationId, RuptureId, WorkingNoteId } from '@weerklank/core/shared/ids'
import type { NoteMoment } from '@weerklank/core/shared/note-moment'
import { addDays } from '@weerklank/core/shared/time'
import { type MemberApi, type MemberSession, serveInRelation, serveOverRelations } from '../access/access.ts'
import { recordDeed, recordOwn } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import { addSharedNote, sharedNote } from '../relation/relation.ts'
import type { Trx } from '../schema.ts'
import { daysIn } from './retention.repository.ts'
import {
  changeNote,
  deleteNote,
  insertNote,
  lockNote,
  notesBy,
  type WorkingNoteRow,
} from './working-note.repository.ts'

/** Notes for oneself: the database shows them to nobody else, whatever her role. */
export function serveWorkingNotes(to: MemberApi, { world }: { world: World }): void {
  // Without the collaboration: that somebody thought about it is not part of its record either.
  const recorded = (trx: Trx, session: MemberSession, of: { action: AuditAction; id?: WorkingNoteId }) => {
    const subject = of.id && { kind: 'working-note', id: of.id }
    return recordOwn(trx, world, { session, action: of.action, ...(subject && { subject }) })
  }
  serveOverRelations(to, workingNoteEndpoints.ownWorkingNotes, async (session, _input, trx) => {
    await recorded(trx, session, { action: 'working-note.read' })
    return { notes: await presentAll(trx, await notesBy(trx, session.member.id)) }
  })
  serveInRelation(to, workingNoteEndpoints.workingNotes, async (session, { params }, trx) => {
    await recorded(trx, session, { action: 'working-note.read' })
    return { notes: await presentAll(trx, await notesBy(trx, session.member.id, params.relation)) }
  })
  serveInRelation(to, workingNoteEndpoints.saveWorkingNote, async (session, { params, body }, trx) => {
    if (await save(trx, session, { world, ...params, ...body })) {
      await recorded(trx, session, { action: 'working-note.saved', id: params.note })
    }
    return presentOne(trx, params.note)
  })
  serveOverRelations(to, workingNoteEndpoints.savePeerCase, async (session, { params, body }, trx) => {
    const about = { relation: null, rupture: null, moment: 'peer-case' } as const
    // The same deed whether it was new or the same again: the record says that a case was made, and not of what.
    await save(trx, session, { world, ...about, ...params, ...body })
    await recorded(trx, session, { action: 'peer-case.made', id: params.note })
    return presentOne(trx, params.note)
  })
  serveOverRelations(to, workingNoteEndpoints.removeWorkingNote, async (session, { params }, trx) => {
    if (!(await deleteNote(trx, params.note))) throw new AppError('not-found')
    await recorded(trx, session, { action: 'working-note.removed', id: params.note })
    return { done: true } as const
  })
  serveInRelation(to, workingNoteEndpoints.shareWorkingNote, async (session, { params, body }, trx) =>
    share(trx, session, { world, ...params, ...body }),
  )
}

type Saved = {
  world: World
  /** Null for a case for peer reflection: it can never be followed back to a collaboration. */
  relation: RelationId | null
  note: WorkingNoteId
  text: string
  version: number
  moment: NoteMoment | null
  rupture: RuptureId | null
}

/** Stores what is new; false when it stood there already. */
async function save(trx: Trx, session: MemberSession, of: Saved): Promise<boolean> {
  const now = of.world.now()
  const known = await lockNote(trx, of.note)
  if (known === undefined) {
    if (of.version > 0) throw new AppError('not-found')
    const place = { workspace_id: session.workspace.id, id: of.note, relation_id: of.relation }
    const about = { moment: of.moment, rupture_id: of.rupture }
    const fresh = {
      author_id: session.member.id,
      body: of.text,
      created_at: now,
      changed_at: now,
      version: 1,
    }
    if (await insertNote(trx, { ...place, ...about, ...fresh })) return true
    // The id is of somebody else's note, which is nobody's business.
    throw new AppError('conflict')
  }
  if (known.relation_id !== of.relation || isCase(known) !== isCase(of)) throw new AppError('conflict')
  if (known.body === of.text) return false
  if (known.version !== of.version) throw new AppError('conflict')
  await changeNote(trx, of.note, { body: of.text, changed_at: now, version: known.version + 1 })
  return true
}

const isCase = ({ moment }: { moment: NoteMoment | null }) => moment === 'peer-case'

type Sharing = { world: World; relation: RelationId; note: WorkingNoteId; as: NoteId; version: number }

/** From a private note to a note of the file, at once: there is no moment at which it is both or neither. */
async function share(trx: Trx, session: MemberSession, of: Sharing): Promise<Note> {
  const { world, relation, as } = of
  const by = { id: session.member.id, name: session.member.name }
  const row = await lockNote(trx, of.note)
  if (row === undefined || row.relation_id !== relation) {
    // Shared a moment ago: the answer did not arrive.
    const before = await sharedNote(trx, { relation, id: as, by: by.id })
    if (before === undefined) throw new AppError('not-found')
    return before
  }
  // What she saw when she decided to share is what is shared.
  if (row.version !== of.version) throw new AppError('conflict')
  const note = { workspace: session.workspace.id, relation, id: as, text: row.body, by, at: world.now() }
  if (!(await addSharedNote(trx, note))) throw new AppError('conflict')
  await deleteNote(trx, row.id)
  await recordDeed(trx, world, { session, relation, action: 'working-note.shared', subject: as })
  const shared = await sharedNote(trx, { relation, id: as, by: by.id })
  if (shared === undefined) throw new AppError('internal')
  return shared
}

async function presentOne(trx: Trx, id: WorkingNoteId): Promise<WorkingNote> {
  const row = await lockNote(trx, id)
  if (row === undefined) throw new AppError('conflict')
  const [note] = await presentAll(trx, [row])
  if (note === undefined) throw new AppError('internal')
  return note
}

/** The fields of a note that may leave, to its author. */
async function presentAll(trx: Trx, rows: readonly WorkingNoteRow[]): Promise<WorkingNote[]> {
  const days = (await daysIn(trx))['working-notes']
  return rows.map((row) => ({
    id: row.id,
    relation: row.relation_id,
    moment: row.moment,
    rupture: row.rupture_id,
    text: row.body,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    removedAt: addDays(row.changed_at, days),
    version: row.version,
  }))
}
