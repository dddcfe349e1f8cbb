import { reportEndpoints } from '@weerklank/core/learning/report.contract'
import { reportDocumentOf } from '@weerklank/core/learning/report.document'
import { AppError } from '@weerklank/core/shared/errors'
import { enforceExport, type MemberApi, type MemberSession, serveMonitor } from '../access/access.ts'
import type { World } from '../deps.ts'
import { recordInTrajectory } from './learning.record.ts'
import { loadMentionBook } from './mention.content.ts'
import { filesOf, takeFile } from './report.export.ts'
import { askQuote, quotesIn } from './report.quotes.ts'
import { type Reading, readReport } from './report.read.ts'
import { findTrajectory, keepReport, setPublished } from './report.repository.ts'

type Deps = { world: World }

/** The report of a trajectory, for who reads its monitor: leads and researchers, by numbers and without names. */
export function serveTrajectoryReport(to: MemberApi, { world }: Deps): void {
  const book = loadMentionBook()
  const readingOf = ({ context, workspace, member }: MemberSession): Reading => ({
    ...{ context, workspace, language: member.language, now: world.now(), book },
  })
  serveMonitor(to, reportEndpoints.getTrajectoryReport, async (session, { params }, trx) => {
    const { trajectory } = params
    const { facts, kept, persons } = await readReport(trx, trajectory, readingOf(session))
    await recordInTrajectory(trx, world, { session, trajectory, action: 'trajectory.report-read', persons })
    return { kept, document: reportDocumentOf(facts, kept) }
  })
  serveMonitor(to, reportEndpoints.writeTrajectoryReport, async (session, { params, body }, trx) => {
    const { trajectory } = params
    const { version: over, ...draft } = body
    if ((await findTrajectory(trx, trajectory)) === undefined) throw new AppError('not-found')
    const isKept = await keepReport(trx, {
      ...{ workspace: session.workspace.id, trajectory, draft, over },
      ...{ by: session.member.id, at: world.now() },
    })
    if (!isKept) throw new AppError('conflict')
    await recordInTrajectory(trx, world, { session, trajectory, action: 'trajectory.report-written' })
    return { ...draft, version: over + 1 }
  })
  serveFiles(to, { world, readingOf })
  serveQuotes(to, { world })
}

type Read = Deps & { readingOf: (session: MemberSession) => Reading }

function serveFiles(to: MemberApi, { world, readingOf }: Read): void {
  serveMonitor(to, reportEndpoints.takeTrajectoryReport, async (session, { params, body }, trx) => {
    enforceExport(body.purpose)
    const { trajectory } = params
    return takeFile(trx, session, { world, reading: readingOf(session), trajectory, wanted: body })
  })
  serveMonitor(to, reportEndpoints.listTrajectoryFiles, async (session, { params }, trx) => {
    const { trajectory } = params
    await recordInTrajectory(trx, world, { session, trajectory, action: 'trajectory.files-read' })
    return { files: await filesOf(trx, { trajectory, reading: readingOf(session) }) }
  })
  serveMonitor(to, reportEndpoints.publishTrajectoryFile, async (session, { params }, trx) => {
    const { trajectory, file } = params
    const reading = readingOf(session)
    const [found] = await filesOf(trx, { trajectory, reading, only: file })
    if (found === undefined) throw new AppError('not-found')
    await setPublished(trx, file, reading.now)
    await recordInTrajectory(trx, world, { session, trajectory, action: 'trajectory.file-published' })
    return { ...found, publishedAt: found.publishedAt ?? reading.now }
  })
}

function serveQuotes(to: MemberApi, { world }: Deps): void {
  serveMonitor(to, reportEndpoints.listTrajectoryQuotes, async (session, { params }, trx) => {
    const { trajectory } = params
    const { answer, persons } = await quotesIn(trx, session, trajectory)
    await recordInTrajectory(trx, world, { session, trajectory, action: 'trajectory.words-read', persons })
    return answer
  })
  serveMonitor(to, reportEndpoints.askTrajectoryQuote, async (session, { params, body }, trx) => {
    const { trajectory } = params
    const { answer, persons } = await askQuote(trx, session, { trajectory, world, asked: body })
    await recordInTrajectory(trx, world, { session, trajectory, action: 'trajectory.quote-asked', persons })
    return answer
  })
}
