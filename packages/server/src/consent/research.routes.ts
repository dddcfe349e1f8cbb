import {
  type RegisterRow,
  type ResearchAnswer,
  type ResearchExport,
  researchEndpoints,
} from '@weerklank/core/consent/research.contract'
import { csvText } from '@weerklank/core/shared/csv'
import { AppError } from '@weerklank/core/shared/errors'
import type { ResearchExportId } from '@weerklank/core/shared/ids'
import { localDay } from '@weerklank/core/shared/time'
import { enforceExport, type MemberApi, type MemberSession, serveRole } from '../access/access.ts'
import { recordOver, recordOwn } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { lockResearch } from './register.repository.ts'
import {
  exportRows,
  insertExport,
  type MaterialRow,
  materialCounts,
  materialRows,
  registerRows,
  setPublished,
  withdrawnFrom,
} from './research.repository.ts'

const pageSize = 500

/** The register and the material, each by its own name: a number of one never passes for a number of the other. */
export function serveResearch(to: MemberApi, { world }: { world: World }): void {
  const role = 'researcher' as const
  serveRole(to, researchEndpoints.register, {
    role,
    handle: async (session, _, trx) => {
      await recordOwn(trx, world, { session, action: 'research.register-read' })
      return presentRegister(await registerRows(trx))
    },
  })
  serveRole(to, researchEndpoints.answers, {
    role,
    handle: async (session, { query }, trx) => {
      const rows = await materialRows(trx, { from: query.from, size: pageSize })
      const persons = rows.map((one) => one.person_id)
      await recordOver(trx, world, { session, action: 'research.answers-read', persons })
      const counts = { source: 'material' as const, ...(await materialCounts(trx)) }
      const end = query.from + rows.length
      const next = rows.length > 0 && end < counts.answers ? end : null
      return { source: 'material' as const, answers: rows.map(presentAnswer), counts, next }
    },
  })
  serveExports(to, world)
}

function serveExports(to: MemberApi, world: World): void {
  const role = 'researcher' as const
  serveRole(to, researchEndpoints.makeExport, {
    role,
    handle: (session, { body }, trx) => makeExport(trx, session, { world, body }),
  })
  serveRole(to, researchEndpoints.listExports, {
    role,
    handle: async (session, _, trx) => {
      await recordOwn(trx, world, { session, action: 'research.exports-read' })
      return { exports: await presentExports(trx) }
    },
  })
  serveRole(to, researchEndpoints.publish, {
    role,
    handle: async (session, { params }, trx) => {
      await setPublished(trx, params.export, world.now())
      const published = await presentExport(trx, params.export)
      const subject = { kind: 'research', id: params.export }
      await recordOwn(trx, world, { session, action: 'research.published', subject })
      return published
    },
  })
}

type Wanted = {
  world: World
  body: {
    id: ResearchExportId
    title: string
    format: 'csv' | 'json'
    purpose: Parameters<typeof enforceExport>[0]
  }
}

/** Makes the file, and keeps who is in it. */
async function makeExport(trx: Trx, session: MemberSession, { world, body }: Wanted) {
  const { id, title, format, purpose } = body
  enforceExport(purpose)
  await lockResearch(trx, session.workspace.id, 'shared')
  const rows = await materialRows(trx, null)
  const now = world.now()
  const row = { workspace_id: session.workspace.id, id, title, made_at: now, made_by: session.member.id }
  const persons = [...new Set(rows.map((one) => one.person_id))]
  const isNew = await insertExport(trx, { ...row, rows: rows.length, published_at: null }, persons)
  // The file of an identifier is made once: a second one might hold other people.
  if (!isNew) throw new AppError('conflict')
  const subject = { kind: 'research', id, purpose }
  await recordOver(trx, world, { session, action: 'research.exported', subject, persons })
  const name = `onderzoek-${localDay(now, session.workspace.timeZone)}.${format}`
  const file = { name, ...(format === 'csv' ? asCsv(rows) : asJson(rows, { title, now })) }
  return { export: await presentExport(trx, id), file }
}

const fixedColumns = ['code', 'voice', 'kind', 'context', 'situation', 'instrument', 'answered_on'] as const

/** One line per answer; cells that a spreadsheet would take for a formula are made harmless (core/shared/csv.ts). */
function asCsv(rows: readonly MaterialRow[]) {
  const items = [...new Set(rows.flatMap((row) => Object.keys(row.answers)))].sort()
  const lines = rows.map((row) => [
    ...[row.code, row.voice, row.kind, row.context ?? '', row.situation ?? ''],
    ...[`${row.instrument_id}@${row.instrument_version}`, row.answered_on],
    ...items.map((item) => String(row.answers[item] ?? '')),
  ])
  return { type: 'text/csv; charset=utf-8', content: csvText([[...fixedColumns, ...items], ...lines]) }
}

function asJson(rows: readonly MaterialRow[], { title, now }: { title: string; now: string }) {
  const content = { source: 'material', title, madeAt: now, answers: rows.map(presentAnswer) }
  return { type: 'application/json', content: JSON.stringify(content, null, 1) }
}

function presentRegister({ people, moments }: Awaited<ReturnType<typeof registerRows>>) {
  const rows: RegisterRow[] = people.map((person) => ({
    code: person.code,
    consent: person.consent,
    consentAt: person.consent_at,
    moments: moments
      .filter((one) => one.person_id === person.person_id)
      .map(({ month, kind, received }) => ({ month, kind, received })),
  }))
  return {
    source: 'register' as const,
    people: rows,
    counts: {
      source: 'register' as const,
      people: rows.length,
      consented: rows.filter((row) => row.consent === 'given').length,
      moments: moments.reduce((sum, one) => sum + one.received, 0),
    },
  }
}

function presentAnswer(row: MaterialRow): ResearchAnswer {
  const { id, code, voice, kind, context, situation, answers } = row
  return {
    ...{ id, code, voice, kind, context, situation, answers },
    instrument: row.instrument_id,
    instrumentVersion: row.instrument_version,
    answeredOn: row.answered_on,
  }
}

async function presentExport(trx: Trx, id: ResearchExportId): Promise<ResearchExport> {
  const [one] = await presentExports(trx, id)
  if (one === undefined) throw new AppError('not-found')
  return one
}

async function presentExports(trx: Trx, only?: ResearchExportId): Promise<ResearchExport[]> {
  const rows = await exportRows(trx, only)
  const withdrawn = await withdrawnFrom(
    trx,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    ...{ id: row.id, title: row.title, madeAt: row.made_at, madeBy: row.made_by, rows: row.rows },
    publishedAt: row.published_at,
    withdrawn: withdrawn
      .filter((one) => one.export_id === row.id)
      .map(({ code, withdrawn_at: at }) => ({ code, at })),
  }))
}
