import { ruptureEndpoints } from '@weerklank/core/feedback/rupture.contract'
import { addDays, localDay } from '@weerklank/core/shared/time'
import { type MemberApi, serveOverRelations } from '../access/access.ts'
import { recordOver } from '../audit/audit.ts'
import { setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import { peopleOf } from '../relation/relation.ts'
import { openRelations, titlesOf } from './overview.repository.ts'
import { reviewsUntil } from './rupture.repository.ts'

/** So many days beforehand it stands on *Vandaag*. */
const aheadDays = 7

/** Which repairs are to be looked back at, in all collaborations of whoever asks. */
export function serveRuptureReviews(to: MemberApi, world: World): void {
  serveOverRelations(to, ruptureEndpoints.ruptureReviews, async (session, _input, trx) => {
    const open = await openRelations(trx)
    await setContext(trx, { ...session.context, relations: open })
    const until = localDay(addDays(world.now(), aheadDays), session.workspace.timeZone)
    const rows = await reviewsUntil(trx, open, until)
    const relations = [...new Set(rows.map((row) => row.relation_id))]
    // From here on no more in reach than what was found: each row is looked up in it.
    await setContext(trx, { ...session.context, relations })
    const [titles, people] = await Promise.all([titlesOf(trx, relations), peopleOf(trx, relations)])
    await setContext(trx, session.context)
    await recordOver(trx, world, { session, action: 'today.read', relations })
    return {
      reviews: rows.flatMap(({ id, relation_id: relation, participant_id, review_on: reviewOn }) => {
        const who = people.get(relation)?.find((person) => person.id === participant_id)
        if (reviewOn === null || who === undefined) return []
        return { rupture: id, relation, title: titles.get(relation) ?? '', name: who.name, reviewOn }
      }),
    }
  })
}
