import type { ExportPurpose } from '@weerklank/core/access/purpose-lock'
import type { TrajectoryReportFormat } from '@weerklank/core/learning/report'
import type { ReportFile } from '@weerklank/core/learning/report.contract'
import { reportDocumentOf } from '@weerklank/core/learning/report.document'
import { changedNumbers } from '@weerklank/core/learning/report.numbers'
import { AppError } from '@weerklank/core/shared/errors'
import type { PersonId, TrajectoryExportId, TrajectoryId } from '@weerklank/core/shared/ids'
import { localDay } from '@weerklank/core/shared/time'
import type { MemberSession } from '../access/access.ts'
import { recordOf, writeRecords } from '../audit/audit.ts'
import { lockResearch } from '../consent/consent.ts'
import type { World } from '../deps.ts'
import { Download } from '../http/download.ts'
import { trajectoryDataWords } from '../reports/trajectory-data.words.ts'
import { trajectoryFile, trajectoryKind } from '../reports/trajectory-file.ts'
import type { Trx } from '../schema.ts'
import { type Reading, readReport } from './report.read.ts'
import * as report from './report.repository.ts'

type Wish = {
  world: World
  reading: Reading
  trajectory: TrajectoryId
  wanted: { id: TrajectoryExportId; format: TrajectoryReportFormat; purpose: ExportPurpose }
}

/**
 * A file of the report or of the data behind it, with what is stored now. Who is in it and what its numbers were is kept before the
 * first byte leaves: a file cannot be called back. `conflict`: that one left before.
 */
export async function takeFile(trx: Trx, session: MemberSession, of: Wish): Promise<Download> {
  const { world, reading, trajectory, wanted } = of
  const { id, format, purpose } = wanted
  // Whoever withdraws at this moment is not in the file, or is told of it.
  await lockResearch(trx, session.workspace.id, 'shared')
  const { facts, kept, persons, quoted, mentions } = await readReport(trx, trajectory, reading)
  const document = reportDocumentOf(facts, kept)
  const made = reading.now
  const row = {
    ...{ workspace_id: session.workspace.id, id, trajectory_id: trajectory, title: kept.title, format },
    ...{ made_by: session.member.id, made_at: made, published_at: null, numbers: document.numbers },
  }
  const isRead = format === 'docx' || format === 'pdf'
  const inIt = { persons, quoted: isRead ? quoted : new Set<PersonId>() }
  if (!(await report.insertExport(trx, row, inIt))) throw new AppError('conflict')
  await writeExport(trx, session, { world, trajectory, purpose, persons })
  const { type, ending } = trajectoryKind(format)
  const { language, workspace } = reading
  const laid = { kind: 'trajectory' as const, document, language, workspace: workspace.name, made }
  async function* bytes() {
    yield await trajectoryFile(format, { report: laid, data: { facts, mentions } })
  }
  return new Download({
    name: `weerklank-${trajectoryDataWords[language].file}-${localDay(made, workspace.timeZone)}.${ending}`,
    type,
    // Made while it is sent, when the transaction is over: laying out takes a second.
    text: ReadableStream.from(bytes()) as ReadableStream<Uint8Array<ArrayBuffer>>,
  })
}

type Line = { world: World; trajectory: TrajectoryId; purpose: ExportPurpose; persons: readonly PersonId[] }

async function writeExport(trx: Trx, session: MemberSession, of: Line): Promise<void> {
  const { workspace, member, token } = session
  const line = recordOf(of.world, {
    ...{ workspace: workspace.id, actor: member.id, roles: member.roles, token, relation: null },
    ...{ basis: 'takes-part', action: 'trajectory.exported' },
    subject: { kind: 'trajectory', id: of.trajectory, purpose: of.purpose },
  })
  await writeRecords(trx, [{ ...line, shown: of.persons.map((person) => `p:${person}`).toSorted() }])
}

/** The files that left, with what changed since; one of them, when that is asked. */
export async function filesOf(
  trx: Trx,
  { trajectory, reading, only }: { trajectory: TrajectoryId; reading: Reading; only?: TrajectoryExportId },
): Promise<ReportFile[]> {
  const rows = await report.exportsOf(trx, trajectory, only)
  if (rows.length === 0) return []
  const { facts, kept } = await readReport(trx, trajectory, reading)
  const now = reportDocumentOf(facts, kept).numbers
  const withdrawn = await report.withdrawnFrom(trx, trajectory)
  return rows.map(({ id, title, format, made_by, made_at, published_at, numbers }) => ({
    ...{ id, title, format, madeBy: made_by, madeAt: made_at, publishedAt: published_at },
    changed: changedNumbers(numbers, now),
    withdrawn: withdrawn.flatMap((one) => (one.export_id === id ? [one.number] : [])),
  }))
}
