import { mayStartRelation } from '@weerklank/core/access/access'
import type { CheckExportFormat } from '@weerklank/core/feedback/check-export'
import { checkExportEndpoints } from '@weerklank/core/feedback/check-export.contract'
import { AppError } from '@weerklank/core/shared/errors'
import { localDay } from '@weerklank/core/shared/time'
import { enforceExport, type MemberApi, type MemberSession, serveOverRelations } from '../access/access.ts'
import { recordOver } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import type { Content } from '../feedback/instruments.ts'
import { Download } from '../http/download.ts'
import { chunksOf } from './checks.file.ts'
import { checkRows, ownRelations, type Survey, surveyOf } from './checks.read.ts'
import { kindOf } from './export-kinds.ts'

type Deps = { world: World; content: Pick<Content, 'instruments'>; publicUrl: string }

/** The checks of one's own collaborations as a file, for a purpose that is said, refused or recorded. */
export function serveCheckExport(to: MemberApi, deps: Deps): void {
  serveOverRelations(to, checkExportEndpoints.exportChecks, async (session, { query }, trx) => {
    // A guest works along here; the file is of the house.
    if (!mayStartRelation(session.member.roles).allowed) throw new AppError('not-allowed')
    enforceExport(query.purpose)
    const relations = await ownRelations(trx, session.member.id, query.relation)
    if (query.relation !== undefined && relations.length === 0) throw new AppError('not-found')
    const survey = await surveyOf(trx, session.context, relations)
    // Written down before the first byte leaves; each collaboration can read that it was in the file.
    const subject = { kind: 'checks', id: query.relation ?? session.member.id, purpose: query.purpose }
    const action = 'checks.exported'
    await recordOver(trx, deps.world, { session, action, subject, relations: survey.answered })
    const answered = { ...survey, relations: relations.filter(({ id }) => survey.answered.includes(id)) }
    return fileOf(to, deps, { session, survey: answered, format: query.format })
  })
}

type Wish = { session: MemberSession; survey: Survey; format: CheckExportFormat }

function fileOf(to: MemberApi, deps: Deps, wish: Wish): Download {
  const { session, survey, format } = wish
  const { language } = session.member
  const instruments = survey.checks.flatMap(
    ({ id, version }) => deps.content.instruments.get(`${id}@${version}`) ?? [],
  )
  const table = { survey, instruments, language, timeZone: session.workspace.timeZone }
  const { workspace, member, token } = session
  const who = { workspace: workspace.id, member: member.id, ...(token && { token }) }
  const rows = checkRows({ db: to.db, now: to.now, who }, survey.relations)
  const made = to.now()
  const { type, ending } = kindOf(format)
  const chunks = chunksOf({ ...{ format, table, rows, made }, base: deps.publicUrl })
  return new Download({
    name: `weerklank-checks-${localDay(made, workspace.timeZone)}.${ending}`,
    type,
    text: ReadableStream.from(chunks) as ReadableStream<Uint8Array<ArrayBuffer>>,
  })
}
