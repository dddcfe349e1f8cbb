import { addDays, type Instant } from '@weerklank/core/shared/time'
import { circleLinkDays } from '@weerklank/core/team/circle'
import type { World } from '../deps.ts'
import { newToken } from '../http/link-token.ts'
import type { Trx } from '../schema.ts'
import * as repository from './circle.repository.ts'

type Of = {
  circle: repository.CircleRow
  person: Pick<repository.PersonRow, 'participant_id'>
  /** The link opens nothing after this, whatever it would otherwise; null: nothing is in its way. */
  notAfter?: Instant | null
}

/** Makes a link to somebody's pages of a circle and gives it, once: only its hash is stored. The links before it end. */
export async function newCircleLink(
  trx: Trx,
  deps: { world: World; publicUrl: string },
  { circle, person, notAfter = null }: Of,
): Promise<{ url: string; path: string; until: Instant }> {
  const now = deps.world.now()
  const { token, hash } = newToken(circle.workspace_id)
  const { id, workspace_id, relation_id } = circle
  await repository.revokeLinks(trx, { circle: id, participant: person.participant_id }, now)
  const usual = addDays(lastDay(circle, now), circleLinkDays)
  const until = notAfter !== null && notAfter < usual ? notAfter : usual
  await repository.insertLink(trx, {
    ...{ workspace_id, token_hash: hash, circle_id: id, relation_id },
    ...{ participant_id: person.participant_id, created_at: now, expires_at: until, revoked_at: null },
  })
  return { url: `${deps.publicUrl}/n/${token}`, path: `/n/${token}`, until }
}

/** Of a network its last day, or today when that is later or there is none. */
function lastDay({ ends_on }: repository.CircleRow, now: Instant): Instant {
  const at = ends_on === null ? now : `${ends_on}T12:00:00.000Z`
  return at > now ? at : now
}
