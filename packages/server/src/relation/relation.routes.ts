import { mayStartRelation } from '@weerklank/core/access/access'
import { type RelationDetails, relationEndpoints } from '@weerklank/core/relation/relation.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { RelationId } from '@weerklank/core/shared/ids'
import { addDays } from '@weerklank/core/shared/time'
import type { Insertable } from 'kysely'
import { type MemberApi, type MemberSession, serveInRelation, serveSelf } from '../access/access.ts'
import { queueCorpus } from '../analysis/analysis.ts'
import { recordDeed } from '../audit/audit.ts'
import { setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { serveContacts } from './relation.contacts.ts'
import type { RelationDeps } from './relation.deps.ts'
import { serveRelationImport } from './relation.import.routes.ts'
import { changePeople, firstPeople } from './relation.people.ts'
import { presentNote, presentRelation } from './relation.presenter.ts'
import * as repository from './relation.repository.ts'
import type { RelationTable } from './relation.table.ts'

/** The collaborations of a member: make, read, change, end, and the notes that belong to them. */
export function serveRelations(to: MemberApi, deps: RelationDeps): void {
  serveSelf(to, relationEndpoints.createRelation, async (session, { body }, trx) => {
    if (!mayStartRelation(session.member.roles).allowed) throw new AppError('not-allowed')
    return create(trx, session, { deps, body })
  })
  serveInRelation(to, relationEndpoints.getRelation, async (session, { params }, trx) => {
    await recordDeed(trx, deps.world, { session, relation: params.relation, action: 'relation.read' })
    return load(trx, session, params.relation)
  })
  serveInRelation(to, relationEndpoints.editRelation, async (session, { params, body }, trx) => {
    enforceOfTheHouse(session)
    const { version, participants, checkEveryDays, singleContact, ...fields } = body
    const once = singleContact === undefined ? {} : { single_contact: singleContact }
    const change = { ...fields, check_every_days: checkEveryDays, ...once }
    if (!(await repository.updateRelation(trx, { id: params.relation, version }, change))) {
      throw new AppError('conflict')
    }
    await changePeople(trx, { session, relation: params.relation, world: deps.world }, participants)
    await deps.settleGuests(trx, { session, relation: params.relation })
    await recordDeed(trx, deps.world, { session, relation: params.relation, action: 'relation.edited' })
    return load(trx, session, params.relation)
  })
  serveInRelation(to, relationEndpoints.closeRelation, async (session, { params, body }, trx) => {
    enforceOfTheHouse(session)
    await repository.setClosed(trx, params.relation, body.closed ? deps.world.now() : null)
    await deps.settleGuests(trx, { session, relation: params.relation })
    const action = body.closed ? 'relation.closed' : 'relation.reopened'
    await recordDeed(trx, deps.world, { session, relation: params.relation, action })
    return load(trx, session, params.relation)
  })
  serveNotes(to, deps.world)
  serveContacts(to, deps.world)
  serveRelationImport(to, deps)
}

/** What a collaboration is and who takes part is said by the people of the house: a guest takes part. */
function enforceOfTheHouse(session: MemberSession): void {
  if (!mayStartRelation(session.member.roles).allowed) throw new AppError('not-allowed')
}

type Creation = {
  deps: RelationDeps
  body: Parameters<typeof insertable>[1]
}

/** Makes a relation; a repeat with the same id by one of its people gives what is there. */
async function create(trx: Trx, session: MemberSession, { deps, body }: Creation): Promise<RelationDetails> {
  const isNew = await repository.insertRelation(trx, insertable(session, body, deps.world))
  if (!isNew) return openAgain(trx, session, body.id)
  await setContext(trx, { ...session.context, relations: [body.id] })
  await firstPeople(trx, { session, relation: body.id, world: deps.world }, body.participants)
  const firstAt = addDays(deps.world.now(), body.checkEveryDays)
  await deps.planWindowCheck(trx, { workspace: session.workspace.id, relation: body.id, firstAt })
  await recordDeed(trx, deps.world, { session, relation: body.id, action: 'relation.created' })
  return load(trx, session, body.id)
}

// The id exists. Only someone who takes part in it may learn more than that.
async function openAgain(trx: Trx, session: MemberSession, id: RelationId): Promise<RelationDetails> {
  const mine = await repository.takesPart(trx, { relation: id, member: session.member.id })
  if (!mine) throw new AppError('conflict')
  await setContext(trx, { ...session.context, relations: [id] })
  return load(trx, session, id)
}

function insertable(
  session: MemberSession,
  body: {
    id: RelationId
    checkEveryDays: number
    singleContact?: boolean | undefined
    participants: Parameters<typeof firstPeople>[2]
  } & Pick<RelationTable, 'title' | 'kind' | 'context' | 'situation' | 'purpose'>,
  world: World,
): Insertable<RelationTable> {
  const { participants: _, checkEveryDays, singleContact = false, ...fields } = body
  return {
    ...fields,
    workspace_id: session.workspace.id,
    check_every_days: checkEveryDays,
    single_contact: singleContact,
    started_at: world.now(),
    closed_at: null,
    version: 1,
    created_by: session.member.id,
    member_ids: [session.member.id],
    search_text: '',
    attention_at: null,
  }
}

async function load(trx: Trx, session: MemberSession, id: RelationId): Promise<RelationDetails> {
  const row = await repository.findRelation(trx, id)
  if (row === undefined) throw new AppError('not-found')
  const participants = await repository.participantsOf(trx, [id])
  const notes = await repository.notesOf(trx, id)
  const contacts = await repository.contactsOf(trx, [id])
  const mayChange = session.member.relations.get(id) !== 'emergency'
  return presentRelation(row, { participants, notes, contacts, mayChange })
}

function serveNotes(to: MemberApi, world: World): void {
  serveInRelation(to, relationEndpoints.addNote, async (session, { params, body }, trx) => {
    const { relation } = params
    const { id, kind, text, toldBy } = body
    const place = { workspace_id: session.workspace.id, relation_id: relation }
    const told = { id, kind, body: text, told_by: toldBy, at: world.now(), created_by: session.member.id }
    if (await repository.insertNote(trx, { ...place, ...told })) {
      await recordDeed(trx, world, { session, relation, action: 'note.added', subject: id })
      await queueCorpus(trx, world, { workspace: session.workspace.id, news: { relation } })
    }
    const row = await repository.findNote(trx, relation, id)
    // The identifier belongs to a note of another relation.
    if (row === undefined) throw new AppError('conflict')
    return presentNote(row)
  })
  serveInRelation(to, relationEndpoints.removeNote, async (session, { params }, trx) => {
    if (!(await repository.deleteNote(trx, params.relation, params.note))) throw new AppError('not-found')
    const news = { relation: params.relation }
    await queueCorpus(trx, world, { workspace: session.workspace.id, news })
    await recordDeed(trx, world, {
      session,
      relation: params.relation,
      action: 'note.removed',
      subject: params.note,
    })
    return { done: true as const }
  })
}
