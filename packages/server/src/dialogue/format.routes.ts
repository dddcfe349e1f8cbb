import { isDeepStrictEqual } from 'node:util'
import type { AuditAction } from '@weerklank/core/audit/audit'
import { type Format, formatMinutes } from '@weerklank/core/dialogue/format'
import {
  copyFormat,
  losesShadow,
  mayKeepFormats,
  ownFormatId,
  ownFormatKey,
  readyToPublish,
} from '@weerklank/core/dialogue/format.change'
import { formatEndpoints, type OwnFormat, type ShownFormat } from '@weerklank/core/dialogue/format.contract'
import { formatProblems } from '@weerklank/core/dialogue/format.rules'
import { formatShape } from '@weerklank/core/dialogue/format.schema'
import { AppError } from '@weerklank/core/shared/errors'
import type { FormatId } from '@weerklank/core/shared/ids'
import { type MemberApi, type MemberSession, serveSelf } from '../access/access.ts'
import { recordOwn } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import {
  type FormatRow,
  insertDraft,
  listOwn,
  lockVersions,
  newestPublished,
  versionsOf,
  withdrawAll,
  writeDraft,
} from './format.repository.ts'
import type { Formats } from './formats.ts'

type Deed = { trx: Trx; world: World; session: MemberSession; formats: Formats; id: FormatId }

/** The formats of talking together, and an organisation's own copies of them. */
export function serveFormats(to: MemberApi, { world, formats }: { world: World; formats: Formats }): void {
  serveSelf(to, formatEndpoints.list, async (session, _input, trx) => {
    const own = await listOwn(trx)
    const listed = [
      ...[...formats.values()].map((format) => summary(format, null)),
      ...own.map((row) => ({ ...summary(row.body, presentOwn(row)), canBeHeld: row.can_be_held })),
    ]
    return { formats: listed, mayKeep: mayKeepFormats(session.member.roles).allowed }
  })
  serveSelf(to, formatEndpoints.read, async (session, { params, query }, trx) => {
    const id = ownFormatId(params.key)
    if (id !== undefined) return present(trx, session, { id: id as FormatId, version: query.version })
    return presentShipped(formats.get(params.key), session)
  })
  serveSelf(to, formatEndpoints.copy, async (session, { params, body }, trx) => {
    const deed = { trx, world, session, formats, id: params.format }
    await copy(deed, body.from)
    return present(trx, session, { id: params.format })
  })
  serveSelf(to, formatEndpoints.save, async (session, { params, body }, trx) => {
    await save({ trx, world, session, formats, id: params.format }, body)
    return present(trx, session, { id: params.format })
  })
  serveSelf(to, formatEndpoints.publish, async (session, { params, body }, trx) => {
    await publish({ trx, world, session, formats, id: params.format }, body.revision)
    return present(trx, session, { id: params.format })
  })
  serveSelf(to, formatEndpoints.withdraw, async (session, { params, body }, trx) => {
    await withdraw({ trx, world, session, formats, id: params.format }, body.revision)
    return present(trx, session, { id: params.format })
  })
}

async function copy(deed: Deed, from: string): Promise<void> {
  enforceKeep(deed.session)
  const { trx, world, session, id } = deed
  const source = await formatOf(deed, from)
  if (source === undefined) throw new AppError('not-found')
  const [newest] = await versionsOf(trx, id)
  // The same once more, as after an answer that got lost.
  if (newest !== undefined && newest.from_key === from) return
  const by = { workspace: session.workspace.id, by: session.member.id, at: world.now() }
  const body = copyFormat(source, ownFormatKey(id))
  const isAdded = newest === undefined && (await insertDraft(trx, { ...by, id, from, body, revision: 1 }))
  if (!isAdded) throw new AppError('conflict')
  await note(deed, 'format.copied')
}

/** What can be copied: a shipped format, templates too, or the newest published version of an own one. */
async function formatOf({ trx, formats }: Deed, key: string): Promise<Format | undefined> {
  const own = ownFormatId(key)
  return own === undefined ? formats.get(key) : (await newestPublished(trx, own as FormatId))?.body
}

async function save(deed: Deed, sent: { body: Format; revision: number }): Promise<void> {
  const { trx, world, session, id } = deed
  enforceKeep(session)
  const [newest] = await lockVersions(trx, session.workspace.id, id)
  if (newest === undefined) throw new AppError('not-found')
  const version = newest.status === 'draft' ? newest.version : newest.version + 1
  const { isTemplate: _, ...words } = sent.body
  const body = { ...words, key: newest.body.key, version }
  if (newest.revision === sent.revision + 1 && isSame(newest.body, body)) return
  if (newest.revision !== sent.revision) throw new AppError('conflict')
  if (losesShadow(newest.body, body)) throw new AppError('invalid-input')
  const at = world.now()
  if (newest.status === 'draft') await writeDraft(trx, newest, { body, at })
  else {
    const by = { workspace: session.workspace.id, by: session.member.id, at }
    const revision = newest.revision + 1
    const isAdded = await insertDraft(trx, { ...by, id, from: newest.from_key, body, revision })
    if (!isAdded) throw new AppError('conflict')
  }
  await note(deed, 'format.changed')
}

/** The key and the version are ours to give. */
function isSame(kept: Format, sent: Format): boolean {
  const plain = (format: Format) => JSON.parse(JSON.stringify({ ...format, key: '', version: 0 }))
  return isDeepStrictEqual(plain(kept), plain(sent))
}

async function publish(deed: Deed, revision: number): Promise<void> {
  const newest = await lockSeen(deed, revision)
  if (newest === 'done') return
  if (newest.status !== 'draft') throw new AppError('conflict')
  const ready = formatShape.safeParse(readyToPublish(newest.body))
  if (!ready.success) throw new AppError('conflict')
  await writeDraft(deed.trx, newest, { body: ready.data, at: deed.world.now(), isPublished: true })
  await note(deed, 'format.published')
}

async function withdraw(deed: Deed, revision: number): Promise<void> {
  const newest = await lockSeen(deed, revision, 'withdrawn')
  if (newest === 'done') return
  await withdrawAll(deed.trx, newest, deed.world.now())
  await note(deed, 'format.withdrawn')
}

/** The newest version, locked, as she saw it; `done` where the same was asked before and its answer got lost. */
async function lockSeen(
  { trx, session, id }: Deed,
  revision: number,
  status: 'published' | 'withdrawn' = 'published',
): Promise<FormatRow | 'done'> {
  enforceKeep(session)
  const [newest] = await lockVersions(trx, session.workspace.id, id)
  if (newest === undefined) throw new AppError('not-found')
  if (newest.revision === revision + 1 && newest.status === status) return 'done'
  if (newest.revision !== revision) throw new AppError('conflict')
  return newest
}

function enforceKeep({ member }: MemberSession): void {
  if (!mayKeepFormats(member.roles).allowed) throw new AppError('not-allowed')
}

function note({ trx, world, session, id }: Deed, action: AuditAction): Promise<void> {
  return recordOwn(trx, world, { session, action, subject: { kind: 'format', id } })
}

function summary({ steps, rules: _, roles: __, source: ___, ...facts }: Format, own: OwnFormat | null) {
  const canBeHeld = facts.isTemplate !== true
  return { ...facts, outputs: [...facts.outputs], minutes: formatMinutes({ steps }), own, canBeHeld }
}

function presentOwn(row: FormatRow): OwnFormat {
  return {
    ...{ id: row.id, status: row.status, from: row.from_key },
    ...{ revision: row.revision, changedAt: row.changed_at },
  }
}

type Draft = ShownFormat['format']

function presentShipped(format: Format | undefined, { member }: MemberSession): ShownFormat {
  if (format === undefined) throw new AppError('not-found')
  return {
    ...{
      format: format as Draft,
      own: null,
      canBeHeld: format.isTemplate !== true,
      problems: [],
      versions: [],
    },
    mayKeep: mayKeepFormats(member.roles).allowed,
  }
}

async function present(
  trx: Trx,
  { member }: MemberSession,
  of: { id: FormatId; version?: number | undefined },
): Promise<ShownFormat> {
  const rows = await versionsOf(trx, of.id)
  const row = of.version === undefined ? rows[0] : rows.find(({ version }) => version === of.version)
  if (row === undefined) throw new AppError('not-found')
  return {
    ...{
      format: row.body as Draft,
      own: presentOwn(row),
      canBeHeld: rows.some(({ status }) => status === 'published'),
    },
    problems: row.status === 'draft' ? [...formatProblems(row.body)] : [],
    versions: rows.map((one) => ({ version: one.version, status: one.status, at: one.changed_at })),
    mayKeep: mayKeepFormats(member.roles).allowed,
  }
}
