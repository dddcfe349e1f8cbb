import { readFileSync } from 'node:fs'
import type { ExportPurpose } from '@weerklank/core/access/purpose-lock'
import { takeawayEndpoints } from '@weerklank/core/ownership/takeaway.contract'
import { AppError } from '@weerklank/core/shared/errors'
import type { TakeawayId } from '@weerklank/core/shared/ids'
import { enforceExport, type MemberApi, type MemberSession, serveSelf } from '../access/access.ts'
import { recordOwn } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import { Download } from '../http/download.ts'
import { enqueue } from '../jobs/jobs.ts'
import type { Trx } from '../schema.ts'
import { fileOf } from './takeaway.files.ts'
import { takeawayJobKind } from './takeaway.job.ts'
import { hasOtherOfficer, presentTakeaway } from './takeaway.presenter.ts'
import { findTakeaway, listTakeaways, lockTakeaway, type TakeawayRow } from './takeaway.repository.ts'

type Deps = { world: World; dataDir: string | null }

/**
 * Everything of the organisation as one file. An administrator may see no content, so she cannot get it alone: a privacy
 * officer who is somebody else agrees, and fetches it once.
 */
export function serveTakeaway(to: MemberApi, deps: Deps): void {
  const { world } = deps
  serveSelf(to, takeawayEndpoints.takeaways, async (session, _input, trx) => {
    if (!isOfficer(session) && !isAdministrator(session)) throw new AppError('not-allowed')
    await noted(trx, deps, { session, action: 'takeaway.read', id: session.workspace.id })
    const rows = await listTakeaways(trx)
    return {
      takeaways: rows.map((row) => presentTakeaway(row, session)),
      mayAsk: isAdministrator(session),
      hasOfficer: await hasOtherOfficer(trx, session.member.id),
    }
  })
  serveSelf(to, takeawayEndpoints.askTakeaway, async (session, { body }, trx) => {
    if (!isAdministrator(session)) throw new AppError('not-allowed')
    enforceExport(body.purpose)
    const asked = { reason: body.reason, asked_by: session.member.id, asked_at: world.now() }
    const { numInsertedOrUpdatedRows: made } = await trx
      .insertInto('takeaway')
      .values({ workspace_id: session.workspace.id, id: body.id, ...asked })
      .onConflict((conflict) => conflict.columns(['workspace_id', 'id']).doNothing())
      .executeTakeFirst()
    const { id, purpose } = body
    if (made === 1n) await noted(trx, deps, { session, action: 'takeaway.asked', id, purpose })
    const row = await known(trx, body.id)
    // Asked twice is asked once, by the same person.
    if (row.asked_by !== session.member.id) throw new AppError('conflict')
    return presentTakeaway(row, session)
  })
  serveSelf(to, takeawayEndpoints.decideTakeaway, async (session, { params, body }, trx) => {
    await decide(trx, deps, { session, id: params.takeaway, agreed: body.agreed })
    return presentTakeaway(await known(trx, params.takeaway), session)
  })
  serveSelf(to, takeawayEndpoints.fetchTakeaway, (session, { params }, trx) =>
    fetchOnce(trx, deps, { session, id: params.takeaway }),
  )
}

const isAdministrator = (session: MemberSession) => session.member.roles.includes('administrator')
const isOfficer = (session: MemberSession) => session.member.roles.includes('privacy-officer')

async function known(trx: Trx, id: TakeawayId): Promise<TakeawayRow> {
  const row = await findTakeaway(trx, id)
  if (row === undefined) throw new AppError('not-found')
  return row
}

type Deed = {
  session: MemberSession
  action: `takeaway.${'read' | 'asked' | 'confirmed' | 'refused' | 'downloaded'}`
  id: string
  purpose?: ExportPurpose
}

function noted(trx: Trx, { world }: Deps, { session, action, id, purpose }: Deed): Promise<void> {
  const subject = { kind: 'takeaway', id, ...(purpose && { purpose }) }
  return recordOwn(trx, world, { session, action, subject })
}

type Deciding = { session: MemberSession; id: TakeawayId; agreed: boolean }

async function decide(trx: Trx, deps: Deps, { session, id, agreed }: Deciding): Promise<void> {
  if (!isOfficer(session)) throw new AppError('not-allowed')
  enforceExport('leaving')
  const seen = await known(trx, id)
  // Two pairs of eyes: nobody agrees to what she asked for herself. The table refuses it too.
  if (seen.asked_by === session.member.id) throw new AppError('not-allowed')
  const row = await lockTakeaway(trx, id)
  if (row === undefined || row.decided_at !== null) throw new AppError('conflict')
  const now = deps.world.now()
  await trx
    .updateTable('takeaway')
    .set({ decided_by: session.member.id, decided_at: now, agreed })
    .where('id', '=', id)
    .execute()
  await noted(trx, deps, { session, action: agreed ? 'takeaway.confirmed' : 'takeaway.refused', id })
  if (!agreed) return
  const payload = { workspace: session.workspace.id, takeaway: id }
  await enqueue(trx, deps.world, { kind: takeawayJobKind, key: id, payload, runAt: now })
}

async function fetchOnce(
  trx: Trx,
  deps: Deps,
  of: { session: MemberSession; id: TakeawayId },
): Promise<Download> {
  const { session, id } = of
  if (!isOfficer(session)) throw new AppError('not-allowed')
  const seen = await known(trx, id)
  if (seen.decided_by !== session.member.id) throw new AppError('not-allowed')
  const row = await lockTakeaway(trx, id)
  const isThere = row !== undefined && row.made_at !== null && row.removed_at === null
  if (!isThere || row.fetched_at !== null || deps.dataDir === null) throw new AppError('conflict')
  const bytes = readFile(fileOf(deps.dataDir, { workspace: session.workspace.id, id }))
  await trx.updateTable('takeaway').set({ fetched_at: deps.world.now() }).where('id', '=', id).execute()
  await noted(trx, deps, { session, action: 'takeaway.downloaded', id })
  return new Download({
    name: `weerklank-${row.made_at?.slice(0, 10)}.zip`,
    type: 'application/zip',
    text: bytes,
  })
}

/** Where several processes serve, the file lies with the one that made it. */
function readFile(path: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(path))
  } catch (cause) {
    throw new AppError('conflict', { cause })
  }
}
