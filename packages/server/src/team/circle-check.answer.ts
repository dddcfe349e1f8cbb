import { AppError } from '@weerklank/core/shared/errors'
import type {
  CircleCheckId,
  CircleId,
  CircleSideId,
  ParticipantId,
  RelationId,
} from '@weerklank/core/shared/ids'
import { scrubNames } from '@weerklank/core/shared/name-scrub'
import { type CircleMarks, mayAnswer } from '@weerklank/core/team/circle-check'
import type { CircleInstrument } from '@weerklank/core/team/circle-instrument'
import { type Context, setContext } from '../db/context.ts'
import { knownNames } from '../relation/relation.ts'
import type { Trx } from '../schema.ts'
import { openCircle, personIn } from './circle.open.ts'
import { type CircleCheckDeps, factsOf, instrumentOf, isAskedIn } from './circle-check.load.ts'
import { openWhenDue } from './circle-check.open.ts'
import * as checks from './circle-check.repository.ts'

/** What somebody says to a check; `words` are empty where she does not let them be read. */
export type GivenAnswer = { side: CircleSideId; marks: CircleMarks; words: string }

type Of = {
  deps: CircleCheckDeps
  /** Acts for `me`: her own answer is in its reach. */
  context: Context
  me: ParticipantId
  timeZone: string
  relation: RelationId
  check: CircleCheckId
}

/**
 * Keeps or changes her own answer, and opens the check when it was the last. Nothing of it stands in the record: that somebody
 * answered, and when, would tell who did not. Gives whether the check is open now.
 */
export async function answerCheck(trx: Trx, of: Of, given: GivenAnswer): Promise<boolean> {
  const { deps, context, me, relation, check } = of
  const row = await checks.lockCheck(trx, { relation, check })
  if (row === undefined) throw new AppError('not-found')
  const now = deps.world.now()
  const circle = await openCircle(trx, relation, { now, timeZone: of.timeZone })
  const may = mayAnswer(factsOf(row), { isAsked: isAskedIn(row, { circle, me }), now })
  if (!may.allowed) throw new AppError(may.reason === 'not-asked' ? 'not-allowed' : 'conflict')
  if (personIn(circle, me)?.side_ids.includes(given.side) !== true)
    throw new AppError('invalid-input', { fields: { side: 'required' } })
  const marks = readMarks(given.marks, instrumentOf(deps, row))
  if (Object.keys(marks).length === 0)
    throw new AppError('invalid-input', { fields: { marks: 'nothing-answered' } })
  await checks.keepAnswer(trx, {
    ...{ workspace_id: row.workspace_id, check_id: row.id, participant_id: me, circle_id: row.circle_id },
    ...{ relation_id: row.relation_id, side_id: given.side, marks, sealed: true },
    words: await withoutNames(trx, context, given.words),
    answered_at: now,
  })
  return openWhenDue(trx, deps, { row, context })
}

/** Takes her own answer back, also after the opening: what came out is then told without numbers (`mayShowNumbers`). */
export async function takeBackAnswer(trx: Trx, of: Omit<Of, 'deps' | 'context' | 'timeZone'>): Promise<void> {
  const row = await checks.lockCheck(trx, of)
  if (row === undefined) throw new AppError('not-found')
  const isGone = await checks.removeAnswer(trx, { check: of.check, participant: of.me })
  if (!isGone) throw new AppError('not-found')
}

/** Only items of the questionnaire, only marks on its scale. */
function readMarks(given: CircleMarks, { items, scale }: CircleInstrument): CircleMarks {
  const known = new Set(items.map(({ id }) => id))
  for (const [item, mark] of Object.entries(given)) {
    if (!known.has(item)) throw new AppError('invalid-input', { fields: { [`marks.${item}`]: 'unknown' } })
    if (mark !== 'unknown' && (mark < scale.min || mark > scale.max))
      throw new AppError('invalid-input', { fields: { [`marks.${item}`]: 'out-of-range' } })
  }
  return given
}

/** As they may be kept: the names of everybody here are taken out before they are stored. */
async function withoutNames(trx: Trx, context: Context, words: string): Promise<string> {
  if (words === '') return ''
  return scrubNames(words, await knownNames(trx, context)).slice(0, 1200)
}

/**
 * When the family leaves a circle its answers go with it, sealed or not; what came out is then told without numbers, for everybody
 * knows who left. Ends in the context it began in.
 */
export async function forgetAnswers(
  trx: Trx,
  context: Context,
  of: { relation: RelationId; circle: CircleId; participant: ParticipantId },
): Promise<void> {
  await setContext(trx, {
    ...{ workspace: context.workspace, actor: 'system', relations: [of.relation], purpose: 'deletion' },
  })
  await checks.removeAnswersOf(trx, of)
  await setContext(trx, context)
}
