import { clashing } from '@weerklank/core/dialogue/meeting'
import type { MeetingDetails } from '@weerklank/core/dialogue/meeting.contract'
import { purposesAtTable } from '@weerklank/core/dialogue/meeting.uses'
import { AppError } from '@weerklank/core/shared/errors'
import type { MeetingId } from '@weerklank/core/shared/ids'
import type { MemberSession } from '../access/access.ts'
import { choicesOf, parentsAmong } from '../consent/consent.ts'
import { type Context, setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import { asParticipant } from './guest/guest.door.ts'
import type { MeetingDeps } from './meeting.deps.ts'
import { type Loaded, presentMeeting } from './meeting.presenter.ts'
import * as repository from './meeting.repository.ts'

type Of = { session: MemberSession; deps: MeetingDeps; meeting: MeetingId }

/** How many of the reader's other meetings are looked at for one in the same time. */
const othersAtMost = 400

/** The page of one meeting for a colleague at its table, with her own place in reach. */
export async function loadMeeting(trx: Trx, of: Of): Promise<MeetingDetails> {
  const { session, deps } = of
  const meeting = await repository.findMeeting(trx, of.meeting)
  if (meeting === undefined) throw new AppError('not-found')
  const places = await repository.placesOf(trx, [meeting.id])
  const own = places.find((row) => row.member_id === session.member.id)
  const context: Context = {
    ...session.context,
    meetings: [meeting.id],
    ...(own && { participants: [asParticipant(own.id)] }),
  }
  const people = places.map((row) => ({
    ...{ person: row.person_id, name: row.name, isMember: row.member_id !== null },
  }))
  const asked = { people, purposes: purposesAtTable, language: session.member.language }
  const loaded: Loaded = {
    ...{ meeting, places },
    links: await repository.linksOf(trx, meeting.id, deps.world.now()),
    choices: await choicesOf(trx, { deps, workspace: session.workspace, context }, asked),
    parents: await parentsAmong(
      trx,
      context,
      people.map(({ person }) => person),
    ),
    texts: await repository.textsOf(trx, { meeting: meeting.id, kinds: ['preparation', 'expectation'] }),
    came: await countCame(trx, context, meeting.id),
    others: await clashesOf(trx, session, meeting),
  }
  return presentMeeting(loaded, session.member.id)
}

async function clashesOf(trx: Trx, session: MemberSession, meeting: repository.MeetingRow) {
  if (meeting.status !== 'planned') return []
  const all = await repository.meetingsOf(trx, session.member.id, othersAtMost)
  const coming = all.filter((row) => row.id !== meeting.id && row.status === 'planned')
  const stretch = (row: repository.MeetingRow) => ({ ...row, plannedAt: row.planned_at })
  return clashing(stretch(meeting), coming.map(stretch))
}

/** How many places sent something beforehand: counted by the program, for nobody reads who did before it opens. */
async function countCame(trx: Trx, context: Context, meeting: MeetingId): Promise<number> {
  const { workspace } = context
  await setContext(trx, {
    ...{ workspace, actor: 'system', relations: [], meetings: [meeting], purpose: 'reveal' },
  })
  const places = await repository.placesThatWrote(trx, meeting)
  await setContext(trx, context)
  return places.size
}
