import { mayStartRelation } from '@weerklank/core/access/access'
import { AppError } from '@weerklank/core/shared/errors'
import type { RelationId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { type MemberSession, type Membership, openSession } from '../access/access.ts'
import { recordDeed, recordOver } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import type { Content } from '../feedback/instruments.ts'
import type { Db, Trx } from '../schema.ts'
import { chunksOf } from './checks.file.ts'
import { checkRows, ownRelations, surveyOf } from './checks.read.ts'
import type { ExportJobRow } from './export-job.repository.ts'
import { sealOf } from './export-job.seal.ts'
import type { ExportWish } from './export-job.table.ts'
import { reportFile } from './relation-report.file.ts'
import { readForReport } from './relation-report.read.ts'
import { relationReport } from './relation-report.ts'
import type { Chunks } from './table.ts'

export type Making = {
  db: Db
  world: World
  content: Content
  publicUrl: string
}

/** A file as it is made: whose answers are in it, how much there is, and its bytes. */
export type Made = {
  relations: readonly RelationId[]
  /** What could be seen of them before anything was read: what is kept back under way makes another one. */
  seal: string
  total: number
  /** Told of how much is in. */
  chunks: (tell: (done: number) => Promise<void>) => Chunks
}

/** Who asked may still have it made; a guest works along, and the file is of the house. */
export function enforceMayTake(session: Pick<MemberSession, 'member'>): void {
  if (!mayStartRelation(session.member.roles).allowed) throw new AppError('not-allowed')
}

/** Looks up what goes into a file, in the name of who asked, and writes down that it does. */
export function prepare(making: Making, row: ExportJobRow, made: Instant): Promise<Made> {
  return row.wish.kind === 'report'
    ? prepareReport(making, { row, made, wish: row.wish })
    : prepareChecks(making, { row, made, wish: row.wish })
}

type Preparing<Kind extends ExportWish['kind']> = {
  row: ExportJobRow
  made: Instant
  wish: Extract<ExportWish, { kind: Kind }>
}

const whoOf = (row: ExportJobRow): Membership => ({ workspace: row.workspace_id, member: row.asked_by })

/** Two steps: what is in it was read, and it was laid out. */
const reportSteps = 2

async function prepareReport(
  { db, world, content }: Making,
  { row, made, wish }: Preparing<'report'>,
): Promise<Made> {
  const { relation_id: relation } = row
  if (relation === null) throw new AppError('not-found')
  const { source, session, seal } = await db.transaction().execute(async (trx) => {
    const opened = await openSession(trx, { ...whoOf(row), now: made }, { one: relation })
    enforceMayTake(opened)
    const before = await sealOf(trx, opened.context, { relations: [relation], until: made })
    const { timeZone } = opened.workspace
    const read = await readForReport(trx, { relation, wish, content, now: made, timeZone })
    if (read === undefined) throw new AppError('not-found')
    await recordDeed(trx, world, { session: opened, relation, action: 'report.made', subject: row.id })
    return { source: read, session: opened, seal: before }
  })
  const person = wish.level === 'client' ? source.people[0] : undefined
  const listener = { language: wish.language, address: person?.address ?? ('je' as const) }
  const { name: workspace, timeZone } = session.workspace
  const parts = relationReport(source, { listener, workspace, timeZone, made, wish })
  return {
    ...{ relations: [relation], seal, total: reportSteps },
    chunks: async function* (tell) {
      await tell(1)
      yield await reportFile(parts, wish.format)
      await tell(reportSteps)
    },
  }
}

async function prepareChecks(
  { db, world, content, publicUrl: base }: Making,
  { row, made, wish: { format } }: Preparing<'checks'>,
): Promise<Made> {
  const { survey, session, seal } = await db
    .transaction()
    .execute((trx) => surveyFor(trx, world, { row, made }))
  const answered = survey.relations.filter(({ id }) => survey.answered.includes(id))
  const instruments = survey.checks.flatMap(
    ({ id, version }) => content.instruments.get(`${id}@${version}`) ?? [],
  )
  const table = {
    ...{ survey: { ...survey, relations: answered }, instruments },
    ...{ language: session.member.language, timeZone: session.workspace.timeZone },
  }
  const rows = checkRows({ db, now: world.now, who: whoOf(row) }, answered)
  return {
    ...{ relations: survey.answered, seal, total: survey.rows },
    chunks: (tell) => chunksOf({ ...{ format, table, made, base }, rows: counted(rows, tell) }),
  }
}

async function surveyFor(trx: Trx, world: World, { row, made }: { row: ExportJobRow; made: Instant }) {
  const session = await openSession(trx, { ...whoOf(row), now: made }, 'overview')
  enforceMayTake(session)
  const relations = await ownRelations(trx, session.member.id, row.relation_id ?? undefined)
  if (row.relation_id !== null && relations.length === 0) throw new AppError('not-found')
  const survey = await surveyOf(trx, session.context, relations)
  const subject = { kind: 'checks', id: row.relation_id ?? row.asked_by, purpose: row.purpose }
  const action = 'checks.exported'
  await recordOver(trx, world, { session, action, subject, relations: survey.answered })
  const seal = await sealOf(trx, session.context, { relations: survey.answered, until: made })
  return { survey, session, seal }
}

async function* counted<Row>(
  pieces: AsyncIterable<Row[]>,
  tell: (done: number) => Promise<void>,
): AsyncGenerator<Row[]> {
  let done = 0
  for await (const piece of pieces) {
    yield piece
    done += piece.length
    await tell(done)
  }
}
