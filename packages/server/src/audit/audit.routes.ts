import type { ExportPurpose } from '@weerklank/core/access/purpose-lock'
import type { AuditAction } from '@weerklank/core/audit/audit'
import { type AuditFilter, auditEndpoints } from '@weerklank/core/audit/audit.contract'
import type { RecordedLine } from '@weerklank/core/audit/nen7513'
import { enforceExport, type MemberApi, type MemberSession, serveRole } from '../access/access.ts'
import type { World } from '../deps.ts'
import type { Trx } from '../schema.ts'
import { exportFile, linesForExport } from './audit.export.ts'
import { presentLine } from './audit.presenter.ts'
import { findEmergencies, findLastCheck, findLines, findMembers, findTokenNames } from './audit.repository.ts'
import { record } from './audit.ts'
import { verifyChains } from './verify.ts'

const pageSize = 50
/** What one look of *Vandaag* or of the list can show is in sight; what research shows at once can be thousands. */
const shownAtMost = 60
const byOfficer = { role: 'privacy-officer', purpose: 'audit' } as const

/** Reading, exporting and verifying the record: for the privacy officer, and itself in the record. */
export function serveAudit(to: MemberApi, deps: { world: World; publicUrl: string }): void {
  const { world } = deps
  serveRole(to, auditEndpoints.read, {
    ...byOfficer,
    handle: async (session, { query: { after, ...filter } }, trx) => {
      const page = await readPage(trx, session, { filter, after: after === undefined ? null : place(after) })
      await recordRead(trx, world, { session, filter, action: 'audit.read' })
      return page
    },
  })
  serveRole(to, auditEndpoints.export, {
    ...byOfficer,
    handle: async (session, { query: { format, purpose, ...filter } }, trx) => {
      enforceExport(purpose)
      const { timeZone, id } = session.workspace
      const lines = await linesForExport(trx, filter, timeZone)
      const members = byId(await findMembers(trx))
      await recordRead(trx, world, { session, filter, action: 'audit.exported', purpose })
      const where = { site: id, source: deps.publicUrl, at: world.now(), timeZone }
      return exportFile(format, { lines, members, filter, ...where })
    },
  })
  serveRole(to, auditEndpoints.verify, {
    ...byOfficer,
    handle: async (session, _input, trx) => {
      const report = await verifyChains(trx, session.workspace.id)
      const action = report.broken === null ? 'audit.verified' : 'audit.found-broken'
      await recordRead(trx, world, { session, filter: {}, action })
      return { at: world.now(), ...report }
    },
  })
}

const byId = <One extends { id: string }>(all: readonly One[]) =>
  new Map(all.map((one) => [one.id as string, one]))

function place(after: string) {
  const [at = '', id = ''] = after.split('_')
  return { at, id }
}

async function readPage(
  trx: Trx,
  { workspace }: MemberSession,
  of: { filter: AuditFilter; after: { at: string; id: string } | null },
) {
  const { timeZone } = workspace
  const found = await findLines(trx, { ...of, timeZone, limit: pageSize + 1, shownAtMost })
  const lines = found.slice(0, pageSize)
  const last = found.length > pageSize ? lines.at(-1) : undefined
  const members = await findMembers(trx)
  const known = {
    members: byId(members),
    emergencies: await findEmergencies(trx, inEmergency(lines)),
    tokens: await findTokenNames(trx, lines),
  }
  return {
    lines: lines.map((line) => presentLine(line, known)),
    next: last === undefined ? null : `${last.at}_${last.id}`,
    members: members.map(({ id, name, roles }) => ({ id, name, roles })),
    lastCheck: await findLastCheck(trx),
  }
}

function inEmergency(lines: readonly RecordedLine[]): string[] {
  const relations = lines.filter(({ basis }) => basis === 'emergency').map(({ relation }) => relation ?? '')
  return [...new Set(relations)].filter((relation) => relation !== '')
}

/** Looking in the record is itself recorded; when it was about one collaboration or person, with them. */
async function recordRead(
  trx: Trx,
  world: World,
  of: { session: MemberSession; filter: AuditFilter; action: AuditAction; purpose?: ExportPurpose },
): Promise<void> {
  const { session, filter, action, purpose } = of
  await record(trx, world, {
    workspace: session.workspace.id,
    actor: session.member.id,
    roles: session.member.roles,
    basis: 'role',
    action,
    subject: { kind: 'audit', id: session.workspace.id, ...(purpose && { purpose }) },
    relation: filter.relation ?? null,
    ...(filter.person && { person: filter.person }),
  })
}
