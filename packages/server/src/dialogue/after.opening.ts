import type { MeetingAgreement } from '@weerklank/core/dialogue/after.contract'
import { isSameCircle, openingOrder } from '@weerklank/core/dialogue/after-words'
import type { PersonId } from '@weerklank/core/shared/ids'
import type { MemberSession } from '../access/access.ts'
import { type Context, setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import { agreementsNow } from './after.collaboration.ts'
import { presentAgreement } from './after.presenter.ts'
import type { Table } from './after.read.ts'
import * as after from './after.repository.ts'
import { findMeetings, type MeetingRow, meetingsOf, type PlaceRow, placesOf } from './meeting.repository.ts'

/** What a meeting begins with: what is still open of earlier ones of the same people, and what the last one left undiscussed. */
export type Opening = {
  agreements: MeetingAgreement[]
  topics: { text: string; meetingTitle: string }[]
}

/** At most so many earlier meetings are looked through for what is still open. */
const earlierAtMost = 50

/** For a colleague: of meetings at whose table she sat too. What she may not read there, this meeting does not show her either. */
export async function openingForMember(trx: Trx, session: MemberSession, table: Table): Promise<Opening> {
  const mine = await meetingsOf(trx, session.member.id, 200)
  const before = earlierThan(table.meeting, mine)
  return openingOf(trx, { context: session.context, here: table, before })
}

/**
 * For who came by a link: of meetings at which she had a place. The program looks them up, since her link reaches this
 * meeting alone; the context is as it was afterwards.
 */
export async function openingForGuest(
  trx: Trx,
  of: { context: Context; meeting: MeetingRow; places: readonly PlaceRow[]; person: PersonId },
): Promise<Opening> {
  const { context, meeting, places, person } = of
  const program: Context = { workspace: context.workspace, actor: 'system', relations: [], purpose: 'access' }
  await setContext(trx, { ...program, persons: [person] })
  const seats = await trx
    .selectFrom('meeting_place')
    .select('meeting_id')
    .where('person_id', '=', person)
    .where('left_at', 'is', null)
    .where('attends', '!=', 'no')
    .execute()
  const ids = seats.map(({ meeting_id: id }) => id).filter((id) => id !== meeting.id)
  const within = { workspace: context.workspace, actor: 'system' as const, relations: [] }
  await setContext(trx, { ...within, meetings: ids })
  const before = earlierThan(meeting, await findMeetings(trx, ids))
  const opening = await openingOf(trx, { context: within, here: { meeting, places }, before })
  await setContext(trx, context)
  return opening
}

function earlierThan(here: MeetingRow, meetings: readonly MeetingRow[]): MeetingRow[] {
  return meetings
    .filter((row) => row.status === 'ended' && row.id !== here.id && row.planned_at < here.planned_at)
    .slice(0, earlierAtMost)
}

type Here = { meeting: MeetingRow; places: readonly PlaceRow[] }

/** The context with the earlier meetings in reach afterwards. */
async function openingOf(
  trx: Trx,
  of: { context: Context; here: Here; before: readonly MeetingRow[] },
): Promise<Opening> {
  const { here, before } = of
  const ids = before.map((row) => row.id)
  const context = { ...of.context, meetings: [...ids, here.meeting.id] }
  await setContext(trx, context)
  const places = await placesOf(trx, ids)
  const earlier = before.filter((row) =>
    isSameCircle(circleOf(here), circleOf({ meeting: row, places: placesAt(places, row) })),
  )
  const open = (await agreementsNow(trx, context, earlier)).filter((row) => row.state === 'open')
  const agreements = open.flatMap((row) => {
    const meeting = earlier.find((one) => one.id === row.meeting_id)
    return meeting === undefined ? [] : [presentAgreement(row, meeting, places)]
  })
  // Of the last meeting only: what was carried on from before that stands in its list again.
  const last = earlier[0]
  const wrap = last && (await after.findWrap(trx, last.id))
  const topics = (wrap?.topics ?? []).map((text) => ({ text, meetingTitle: last?.title ?? '' }))
  return { agreements: openingOrder(agreements), topics }
}

const placesAt = (places: readonly PlaceRow[], { id }: MeetingRow) =>
  places.filter((place) => place.meeting_id === id)

const circleOf = ({ meeting, places }: Here) => ({
  relation: meeting.relation_id,
  people: places.map((place) => place.person_id),
})
