import { asPerson } from '@weerklank/core/access/access'
import type { LearnerChange } from '@weerklank/core/learning/learner.contract'
import { learnerAfter } from '@weerklank/core/learning/trajectory'
import { type PeopleProblem, readPeople } from '@weerklank/core/learning/trajectory.people'
import { AppError } from '@weerklank/core/shared/errors'
import type { LearnerId, MemberId, PersonId, TrajectoryId } from '@weerklank/core/shared/ids'
import type { AddressForm, RespondLanguage } from '@weerklank/core/shared/language'
import { localDay } from '@weerklank/core/shared/time'
import type { MemberSession } from '../access/access.ts'
import type { Trx } from '../schema.ts'
import type { LearningDeps } from './learning.deps.ts'
import { joinPeople } from './trajectory.joining.ts'
import * as learners from './trajectory.learners.ts'

type Of = { session: MemberSession; deps: LearningDeps; trajectory: TrajectoryId }

/** Adds everybody on the pasted lines, or nobody: then what has to be mended, line by line. */
export async function addPasted(
  trx: Trx,
  of: Of,
  pasted: { lines: string; address: AddressForm; language: RespondLanguage },
): Promise<{ added: number; problems: PeopleProblem[] }> {
  const { session, deps, trajectory } = of
  const known = await learners.learnersOf(trx, trajectory)
  const today = localDay(deps.world.now(), session.workspace.timeZone)
  const read = readPeople(pasted.lines, known, today)
  if ('problems' in read) return { added: 0, problems: read.problems }
  const { address, language } = pasted
  const joining = read.people.map((one) => ({
    ...{ ...one, address, language, member: null, isKnown: false },
    person: deps.world.newId<PersonId>(),
  }))
  await joinPeople(trx, of, joining)
  return { added: joining.length, problems: [] }
}

/** Lets a colleague take part, as who she is everywhere here; twice is once. False then. */
export async function addColleague(
  trx: Trx,
  of: Of,
  asked: { member: MemberId; organisation: string; function: string },
): Promise<boolean> {
  const member = await trx
    .selectFrom('member')
    .select(['id', 'name', 'language', 'ended_at'])
    .where('id', '=', asked.member)
    .executeTakeFirst()
  if (member === undefined || member.ended_at !== null) {
    throw new AppError('invalid-input', { fields: { member: 'unknown' } })
  }
  const person = asPerson(member.id)
  const known = await learners.learnersOf(trx, of.trajectory)
  if (known.some((row) => row.person_id === person)) return false
  const { organisation, function: work } = asked
  await joinPeople(trx, of, [
    {
      ...{ person, member: member.id, name: member.name, email: '', organisation, function: work },
      ...{ voice: 'professional', address: 'je', language: member.language, bornOn: null, isKnown: true },
    },
  ])
  return true
}

/** The learner; `not-found` for one of another trajectory. */
export async function learnerIn(
  trx: Trx,
  at: { trajectory: TrajectoryId; learner: LearnerId },
): Promise<learners.LearnerRow> {
  const row = await learners.findLearnerIn(trx, at)
  if (row === undefined) throw new AppError('not-found')
  return row
}

/** What a lead wrote down of how somebody stands; a day that has not come is a typing error. */
export function standingOf(row: learners.LearnerRow, change: LearnerChange, today: string) {
  if (change.to === 'stopped') {
    if (change.on > today) throw new AppError('invalid-input', { fields: { on: 'in-the-future' } })
    const { on, reason, exitTalk } = change
    return { status: change.to, stopped_on: on, stop_reason: reason, exit_talk: exitTalk }
  }
  const status = learnerAfter({ status: row.status, seen: row.seen_at !== null }, change.to)
  return { status, stopped_on: null, stop_reason: null, exit_talk: 'none' as const }
}
