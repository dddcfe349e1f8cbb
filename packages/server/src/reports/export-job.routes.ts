import type { ExportPurpose } from '@weerklank/core/access/purpose-lock'
import { exportJobEndpoints, exportJobsAtMost } from '@weerklank/core/feedback/export-job.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { ExportJobId, RelationId } from '@weerklank/core/shared/ids'
import { localDay } from '@weerklank/core/shared/time'
import {
  enforceExport,
  type MemberApi,
  type MemberSession,
  serveInRelation,
  serveOverRelations,
  serveSelf,
} from '../access/access.ts'
import { recordDeed, recordOver, recordOwn } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import { Download } from '../http/download.ts'
import { enqueue } from '../jobs/jobs.ts'
import { participantsOf } from '../relation/relation.repository.ts'
import type { Trx } from '../schema.ts'
import { ownRelations } from './checks.read.ts'
import { exportFile, readExport, removeExport } from './export-job.files.ts'
import { enforceMayTake } from './export-job.make.ts'
import { presentExportJob } from './export-job.presenter.ts'
import { deleteExportJob, type ExportJobRow, findExportJob, listExportJobs } from './export-job.repository.ts'
import { exportJobKind } from './export-job.run.ts'
import { sealOf } from './export-job.seal.ts'
import type { ExportWish } from './export-job.table.ts'
import { kindOf } from './export-kinds.ts'

type Deps = { world: World; dataDir: string | null }

const {
  askReport,
  askCheckFile,
  listExportJobs: list,
  readExportJob,
  cancelExportJob,
  fetchExportJob,
} = exportJobEndpoints

/** Files that are made in the background: asked for, looked after, stopped and fetched by the same colleague. */
export function serveExportJobs(to: MemberApi, deps: Deps): void {
  const { world } = deps
  serveInRelation(to, askReport, async (session, { params, body }, trx) => {
    const { id, purpose, ...wish } = body
    enforceMayTake(session)
    enforceExport(purpose)
    await enforceWhom(trx, params.relation, wish)
    const row = await ask(trx, deps, {
      session,
      id,
      purpose,
      relation: params.relation,
      wish: { kind: 'report', ...wish },
    })
    await recordDeed(trx, world, { session, relation: params.relation, action: 'report.asked', subject: id })
    return presentExportJob(row)
  })
  serveOverRelations(to, askCheckFile, async (session, { body }, trx) => {
    enforceMayTake(session)
    enforceExport(body.purpose)
    const { id, purpose, relation, format } = body
    if (relation !== null && (await ownRelations(trx, session.member.id, relation)).length === 0)
      throw new AppError('not-found')
    const row = await ask(trx, deps, { session, id, purpose, relation, wish: { kind: 'checks', format } })
    await own(trx, deps, { session, action: 'report.file-asked', id })
    return presentExportJob(row)
  })
  serveSelf(to, list, async (session, _input, trx) => {
    const rows = await listExportJobs(trx, session.member.id)
    return { jobs: rows.map(presentExportJob) }
  })
  serveSelf(to, readExportJob, async (_session, { params }, trx) =>
    presentExportJob(await known(trx, params.job)),
  )
  serveSelf(to, cancelExportJob, async (session, { params }, trx) => {
    const row = await known(trx, params.job)
    await deleteExportJob(trx, row.id)
    if (deps.dataDir !== null) removeExport(exportFile(deps.dataDir, fileOf(row)))
    await own(trx, deps, { session, action: 'report.file-removed', id: row.id })
    return { done: true as const }
  })
  serveOverRelations(to, fetchExportJob, (session, { params }, trx) =>
    fetchFile(trx, deps, { session, id: params.job }),
  )
}

const fileOf = (row: ExportJobRow) => ({ workspace: row.workspace_id, id: row.id })

async function known(trx: Trx, id: ExportJobId): Promise<ExportJobRow> {
  const row = await findExportJob(trx, id)
  if (row === undefined) throw new AppError('not-found')
  return row
}

type Own = { session: MemberSession; action: 'report.file-asked' | 'report.file-removed'; id: string }

function own(trx: Trx, { world }: Deps, { session, action, id }: Own): Promise<void> {
  return recordOwn(trx, world, { session, action, subject: { kind: 'export', id } })
}

/** At the level of a client it is for somebody, and she takes part here; a file is for nobody in particular. */
async function enforceWhom(
  trx: Trx,
  relation: RelationId,
  wish: Omit<Extract<ExportWish, { kind: 'report' }>, 'kind'>,
) {
  const fields: Record<string, string> = {}
  const people = await participantsOf(trx, [relation])
  const isKnown = people.some(({ id, member_id: member }) => id === wish.participant && member === null)
  if (wish.level === 'client' ? !isKnown : wish.participant !== null) fields.participant = 'unknown'
  if (wish.from !== null && wish.until !== null && wish.from > wish.until) fields.until = 'before-from'
  if (Object.keys(fields).length > 0) throw new AppError('invalid-input', { fields })
}

type Asking = {
  session: MemberSession
  id: ExportJobId
  purpose: ExportPurpose
  relation: RelationId | null
  wish: ExportWish
}

/** Asked twice is asked once. */
async function ask(trx: Trx, { world, dataDir }: Deps, of: Asking): Promise<ExportJobRow> {
  const { session, id, purpose, relation, wish } = of
  // Without a folder there is no place where it could lie.
  if (dataDir === null) throw new AppError('conflict')
  const now = world.now()
  const { member, workspace } = session
  const there = await listExportJobs(trx, member.id)
  const again = there.find((row) => row.id === id)
  if (again !== undefined) return again
  if (there.length >= exportJobsAtMost) throw new AppError('conflict')
  const made = await trx
    .insertInto('export_job')
    .values({
      ...{ workspace_id: workspace.id, id, asked_by: member.id, asked_at: now, kind: wish.kind, purpose },
      ...{ relation_id: relation, wish: JSON.stringify(wish) },
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (made === undefined) throw new AppError('conflict')
  const payload = { workspace: workspace.id, export: id }
  await enqueue(trx, world, { kind: exportJobKind, key: id, payload, runAt: now })
  return made
}

type Fetching = { session: MemberSession; id: ExportJobId }

/**
 * Gives the file when all that is in it may still be seen by who asked: in each of its collaborations she takes part, and each
 * answer is in her reach as it was. Else it is taken away, and she is told to ask again.
 */
async function fetchFile(trx: Trx, deps: Deps, { session, id }: Fetching): Promise<Download> {
  enforceMayTake(session)
  const row = await known(trx, id)
  if (row.made_at === null || deps.dataDir === null) throw new AppError('conflict')
  const path = exportFile(deps.dataDir, fileOf(row))
  const hers = new Set((await ownRelations(trx, session.member.id)).map((one) => one.id))
  const seen = await sealOf(trx, session.context, { relations: row.relations, until: row.made_at })
  const file = row.relations.every((one) => hers.has(one)) && seen === row.seal ? readExport(path) : undefined
  if (file === undefined) {
    // The refusal takes back what this transaction did; the row stays and says no each time. The file itself is gone.
    removeExport(path)
    throw new AppError('conflict')
  }
  const subject = { kind: 'export', id: row.id, purpose: row.purpose }
  await recordOver(trx, deps.world, {
    session,
    action: 'report.file-fetched',
    subject,
    relations: row.relations,
  })
  const { type, ending } = kindOf(row.wish.format)
  const day = localDay(row.made_at, session.workspace.timeZone)
  return new Download({
    name: `weerklank-${row.kind === 'report' ? 'verslag' : 'checks'}-${day}.${ending}`,
    type,
    text: file,
  })
}
