import {
  type DeletionReport,
  type OpenRequest,
  type PersonRequest,
  personEndpoints,
} from '@weerklank/core/consent/person.contract'
import { withdrawalPlan } from '@weerklank/core/consent/purpose'
import { AppError } from '@weerklank/core/shared/errors'
import type { PersonId, RelationId } from '@weerklank/core/shared/ids'
import { type MemberApi, type MemberSession, serveInRelation, serveOverRelations } from '../access/access.ts'
import { recordDeed, recordOver } from '../audit/audit.ts'
import { type Context, setContext } from '../db/context.ts'
import { deleteAtTables } from '../dialogue/dialogue.ts'
import type { Trx } from '../schema.ts'
import { leftIn } from './consent.effects.ts'
import { mayAdminister } from './consent.people.ts'
import type { ConsentDeps } from './consent.ts'
import { deleteAnswers, holdAnswers } from './deletion.repository.ts'
import { filesWith, lockResearch, markFiles, materialSince } from './register.repository.ts'
import {
  askersIn,
  askersOf,
  findRequest,
  openRequestsIn,
  type RequestRow,
  relationTitles,
  requestsIn,
  setHandled,
} from './request.repository.ts'

/** What people asked to correct or to delete, for the members of a collaboration. */
export function serveRequests(to: MemberApi, deps: ConsentDeps): void {
  const { world } = deps
  serveInRelation(to, personEndpoints.listRequests, async (session, { params }, trx) => {
    const { relation } = params
    // What people ask to correct or delete is told to those who keep their data; a guest does not.
    if (!mayAdminister(session)) throw new AppError('not-allowed')
    const rows = await requestsIn(trx, relation)
    await recordDeed(trx, world, { session, relation, action: 'request.read' })
    return { requests: await presentAll(trx, session, rows) }
  })
  serveOverRelations(to, personEndpoints.openRequests, async (session, _input, trx) => ({
    requests: mayAdminister(session) ? await openRequests(trx, session, deps) : [],
  }))
  serveInRelation(to, personEndpoints.handleRequest, async (session, { params, body }, trx) => {
    const { relation, request } = params
    const { outcome, answer, deletes } = body
    if (!mayAdminister(session)) throw new AppError('not-allowed')
    if (deletes === 'answers' && outcome === 'refused') {
      throw new AppError('invalid-input', { fields: { deletes: 'refused' } })
    }
    if (deletes === 'answers') {
      // As for a withdrawal: files that leave wait, so that each of them is without her or known here.
      await lockResearch(trx, session.workspace.id, 'alone')
      await holdAnswers(trx, relation)
    }
    const by = { outcome, answer, handled_at: world.now(), handled_by: session.member.id }
    // Held until the end: whoever handles it at the same time comes after, and finds it handled.
    if (!(await setHandled(trx, { relation, request }, by))) await refuseHandling(trx, relation, request)
    const row = await findRequest(trx, relation, request)
    if (row === undefined) throw new AppError('not-found')
    const person = row.person_id
    await recordDeed(trx, world, { session, relation, action: 'request.handled', subject: request, person })
    const deleted = deletes === 'answers' ? await deleteFor(trx, session, { deps, row }) : null
    const [handled] = await presentAll(trx, session, [row])
    if (handled === undefined) throw new AppError('not-found')
    return { request: handled, deleted }
  })
}

/** What waits in the collaborations of a member; written down for each of which something is told. */
async function openRequests(
  trx: Trx,
  session: MemberSession,
  { world }: ConsentDeps,
): Promise<OpenRequest[]> {
  const titles = await relationTitles(trx)
  const within = { ...session.context, relations: [...titles.keys()] }
  await setContext(trx, within)
  const rows = await openRequestsIn(trx, within.relations)
  const askers = await askersWithin(trx, within, rows)
  const relations = rows.map((row) => row.relation_id)
  if (rows.length > 0) await recordOver(trx, world, { session, action: 'request.read', relations })
  return rows.map((row) => {
    const { id, name, askedBy, kind, at } = presentRequest(row, askers)
    const relation = row.relation_id
    return { id, name, askedBy, kind, at, relation, title: titles.get(relation) ?? '' }
  })
}

async function refuseHandling(
  trx: Trx,
  ...which: [relation: RequestRow['relation_id'], request: RequestRow['id']]
) {
  throw new AppError((await findRequest(trx, ...which)) === undefined ? 'not-found' : 'conflict')
}

/** Deletes what she answered in this collaboration, and gives her a receipt. */
async function deleteFor(
  trx: Trx,
  session: MemberSession,
  { deps, row }: { deps: ConsentDeps; row: RequestRow },
): Promise<DeletionReport> {
  const { world } = deps
  const relation = row.relation_id
  const person: PersonId = row.person_id
  const files = await filesWithAnswers(trx, session, { relation, person })
  await setContext(trx, { ...session.context, persons: [person], purpose: 'deletion' })
  await markFiles(trx, person, { at: world.now(), only: files })
  const { cannotUndo } = withdrawalPlan('research', { contentCount: 0, ...leftIn(files) })
  const removed = await deleteAnswers(trx, { relation, person })
  const context = { ...session.context, persons: [person], purpose: 'deletion' as const }
  const answers = removed.answers + (await deleteAtTables(trx, context, { relation, person }))
  const deleted = { ...removed, answers, cannotUndo: [...cannotUndo] }
  await trx
    .insertInto('receipt')
    .values({
      workspace_id: session.workspace.id,
      id: row.id,
      person_id: person,
      kind: 'deletion',
      at: world.now(),
      report: JSON.stringify(deleted),
    })
    .execute()
  await setContext(trx, session.context)
  await recordDeed(trx, world, { session, relation, action: 'answers.deleted', subject: row.id, person })
  return deleted
}

/** The files that left with what she answered in this collaboration: those made since the first of it was in the material. */
async function filesWithAnswers(
  trx: Trx,
  session: MemberSession,
  of: { relation: RelationId; person: PersonId },
) {
  await setContext(trx, { ...session.context, persons: [of.person], purpose: 'access' })
  const since = await materialSince(trx, of)
  const files = since === null ? [] : await filesWith(trx, of.person)
  return files.filter((file) => since !== null && file.made_at >= since)
}

/** As the colleagues read them: a parent who asked for her child is named, though she may take part in nothing here. */
async function presentAll(
  trx: Trx,
  session: MemberSession,
  rows: readonly RequestRow[],
): Promise<PersonRequest[]> {
  const askers = await askersWithin(trx, session.context, rows)
  return rows.map((row) => presentRequest(row, askers))
}

/** The names of those who asked for somebody else; leaves the context as it is given. */
async function askersWithin(
  trx: Trx,
  context: Context,
  rows: readonly RequestRow[],
): Promise<Map<PersonId, string>> {
  await setContext(trx, { ...context, persons: askersIn(rows) })
  const askers = await askersOf(trx, rows)
  await setContext(trx, context)
  return askers
}

function presentRequest(row: RequestRow, askers: ReadonlyMap<PersonId, string>): PersonRequest {
  const { outcome, answer, handled_at: at } = row
  return {
    id: row.id,
    person: row.person_id,
    name: row.name,
    askedBy: row.asked_by === row.person_id ? null : (askers.get(row.asked_by) ?? ''),
    kind: row.kind,
    text: row.body,
    at: row.at,
    handled: outcome === null || at === null ? null : { outcome, answer, at, by: row.handler },
  }
}
