import { mayStartRelation } from '@weerklank/core/access/access'
import type { ParticipantId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { countPeople, isMidcourse, mayAsk } from '@weerklank/core/team/circle'
import type { CircleDetails } from '@weerklank/core/team/circle.contract'
import type { MemberSession } from '../access/access.ts'
import { tablesOf } from '../dialogue/dialogue.ts'
import { agreementsNow } from '../feedback/feedback.ts'
import type { Trx } from '../schema.ts'
import { type CircleDeed, momentOf } from './circle.deps.ts'
import { isOfFamily, type OpenCircle, openCircle } from './circle.open.ts'
import { openLinks } from './circle.repository.ts'
import { familyWordsOf } from './family.repository.ts'

/** The page of a team or network for a colleague who takes part; each field that may leave is listed. */
export async function loadCircle(trx: Trx, at: CircleDeed): Promise<CircleDetails> {
  const { session, relation } = at
  const moment = momentOf(at)
  const circle = await openCircle(trx, relation, moment)
  const { row, people } = circle
  const { title } = await trx
    .selectFrom('relation')
    .select('title')
    .where('id', '=', relation)
    .executeTakeFirstOrThrow()
  const links = await openLinks(trx, row.id, moment.now)
  const words = await familyWordsOf(trx, row.id)
  const tables = await tablesOf(trx, relation)
  const next = tables
    .filter(({ status, at: when }) => status === 'live' || (status === 'planned' && when >= moment.now))
    .at(-1)
  const change = mayChange(session, at)
  const own = people.find(({ member_id }) => member_id === session.member.id)
  // Somebody of the family hears it once it was said, also with an account of her own.
  const told = own !== undefined && isOfFamily(circle, own) ? words.filter(isSaid) : words
  return {
    ...{ id: row.id, relation, title, kind: row.kind, question: row.question, version: row.version },
    ...{ startsOn: row.starts_on, endsOn: row.ends_on, midcourseOn: row.midcourse_on, state: circle.state },
    isMidcourse: circle.state.status === 'running' && isMidcourse(row.midcourse_on, moment),
    ...presentPeople(circle, links),
    next: next === undefined ? null : { id: next.id, title: next.title, at: next.at },
    agreements: await agreementsNow(trx, relation),
    words: told.map((word) => ({
      ...{ id: word.id, kind: word.kind, text: word.text, saidBy: word.said_by, plannedOn: word.planned_on },
      ...{ saidAt: word.said_at, answer: word.answer, version: word.version },
    })),
    own: own?.participant_id ?? null,
    may: { change, ask: change && mayAsk(circle.span, moment).allowed },
  }
}

const isSaid = ({ said_at }: { said_at: Instant | null }) => said_at !== null

/** Who takes part for the house changes it; a guest reads, and so does who looks in for an emergency. */
function mayChange(session: MemberSession, { relation }: CircleDeed): boolean {
  const isOfHouse = mayStartRelation(session.member.roles).allowed
  return isOfHouse && session.member.relations.get(relation) !== 'emergency'
}

function presentPeople(
  { sides, people }: OpenCircle,
  links: ReadonlyMap<ParticipantId, Instant>,
): Pick<CircleDetails, 'sides' | 'people' | 'count'> {
  const count = countPeople(people.map(({ side_ids, left_at }) => ({ sides: side_ids, leftAt: left_at })))
  return {
    count: count.all,
    sides: sides.map(({ id, name, is_family }) => ({
      ...{ id, name, isFamily: is_family, people: count.bySide.get(id) ?? 0 },
    })),
    people: people.map((one) => ({
      ...{ participant: one.participant_id, name: one.name, voice: one.voice, detail: one.detail },
      ...{ member: one.member_id, sides: one.side_ids, active: one.left_at === null },
      ...{ seen: one.seen_at !== null, linkUntil: links.get(one.participant_id) ?? null },
    })),
  }
}
