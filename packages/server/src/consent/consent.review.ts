import { type Purpose, purposes } from '@weerklank/core/consent/consent'
import { asksAgainFrom } from '@weerklank/core/consent/consent-text'
import { nextDecisionDay } from '@weerklank/core/consent/person'
import type { PersonId, WorkspaceId } from '@weerklank/core/shared/ids'
import { type Day, dayBounds, type Instant, localDay } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import { queueCorpus } from '../analysis/analysis.ts'
import { inContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import { enqueue, type JobHandler } from '../jobs/jobs.ts'
import type { Db, Trx } from '../schema.ts'
import { reachingAll } from './consent.effects.ts'
import { familyOf, reachFamilies } from './consent.person.ts'
import {
  endGrant,
  eventsOf,
  grantsOf,
  grantsOnOlderText,
  holdGrant,
  lockPerson,
  releaseGrant,
} from './consent.repository.ts'
import { type ConsentDeps, type Hand, statusOf } from './consent.status.ts'
import type { ConsentTexts } from './consent-texts.ts'
import { keepRegister } from './register.repository.ts'

/** Looks again at the consent of one person: on the birthday on which someone else decides, or when a text asks again. */
export const consentReviewKind = 'consent-review'

/**
 * Brings consent in force in line with what the rules say now, without a new word: a birthday, another parent, a date of
 * birth that was corrected, a text that asks again. Consent that lapsed is put on hold; one that counts again goes on.
 */
export async function reviewConsent(
  trx: Trx,
  of: { deps: ConsentDeps; hand: Pick<Hand, 'workspace' | 'context'>; person: PersonId },
): Promise<void> {
  const { deps, hand, person } = of
  const at = deps.world.now()
  const family = await familyOf(trx, person)
  const said = await eventsOf(trx, [person])
  for (const { purpose, held_at } of await grantsOf(trx, person)) {
    const events = said.filter((row) => row.purpose === purpose)
    const status = statusOf({ deps, hand, family, events, at }, purpose as Purpose)
    const { state } = status
    const which = { person, purpose: purpose as Purpose }
    await reachingAll(trx, hand, async () => {
      if (state === 'given' && held_at !== null) await releaseGrant(trx, which)
      if (state === 'waiting' || state === 'not-asked') await holdGrant(trx, { ...which, at })
    })
    if (state === 'refused' || state === 'withdrawn' || state === 'not-offered') {
      await endGrant(trx, person, which.purpose)
    }
    if (purpose === 'analysis')
      await queueCorpus(trx, deps.world, { workspace: hand.workspace.id, news: { person } })
    if (purpose === 'research' && state !== 'not-offered' && (state === 'given') === (held_at !== null)) {
      await keepRegister(trx, { workspace: hand.workspace.id, person, state, at })
    }
  }
}

/** Plans the next look at someone's consent, when there is a birthday to come that matters. */
export async function planReview(
  trx: Trx,
  of: { deps: ConsentDeps; workspace: Hand['workspace']; person: PersonId; bornOn: Day | null },
): Promise<void> {
  const { deps, workspace, person } = of
  const runAt = nextReview(of.bornOn, { now: deps.world.now(), timeZone: workspace.timeZone })
  if (runAt === null) return
  const payload = { workspace: workspace.id, person }
  await enqueue(trx, deps.world, { kind: consentReviewKind, key: `${person} ${runAt}`, payload, runAt })
}

function nextReview(
  bornOn: Day | null,
  { now, timeZone }: { now: Instant; timeZone: string },
): Instant | null {
  const day = bornOn === null ? null : nextDecisionDay(bornOn, localDay(now, timeZone))
  return day === null ? null : dayBounds(day, timeZone).from
}

/** Looks at one person, and comes back on the next birthday that matters. */
export function consentReview(deps: ConsentDeps & { db: Db }): JobHandler {
  return async ({ payload }) => {
    const person = payload.person as PersonId
    const start = { workspace: payload.workspace as WorkspaceId, actor: 'system' as const, relations: [] }
    return inContext(deps.db, start, async (trx) => {
      const { time_zone: timeZone } = await trx
        .selectFrom('workspace')
        .select('time_zone')
        .executeTakeFirstOrThrow()
      const context = await reachFamilies(trx, start, [person])
      const row = await lockPerson(trx, person)
      // She is not there any more.
      if (row === undefined) return null
      await reviewConsent(trx, {
        deps,
        hand: { workspace: { id: start.workspace, timeZone }, context },
        person,
      })
      return nextReview(row.born_on, { now: deps.world.now(), timeZone })
    })
  }
}

/**
 * Plans a look at everybody whose consent rests on a text that a newer one asks again, as the owner, at start: whoever said
 * yes to the old words is asked anew, and what is there waits.
 */
export async function planTextReviews(owner: Db, world: World, texts: ConsentTexts): Promise<void> {
  for (const purpose of purposes) {
    const from = asksAgainFrom(texts.values(), purpose)
    if (from === 1) continue
    await owner.transaction().execute(async (trx) => {
      await sql`set local app.maintenance = 'on'`.execute(trx)
      const rows = await grantsOnOlderText(trx, purpose, from)
      for (const { workspace_id: workspace, person_id: person } of rows) {
        const payload = { workspace, person }
        const key = `${person} ${purpose}@${from}`
        await enqueue(trx, world, { kind: consentReviewKind, key, payload, runAt: world.now() })
      }
    })
  }
}
