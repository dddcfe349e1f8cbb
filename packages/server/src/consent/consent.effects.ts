import type { ConsentStatus, Purpose } from '@weerklank/core/consent/consent'
import { type WithdrawalPlan, withdrawalPlan } from '@weerklank/core/consent/purpose'
import type { PersonId } from '@weerklank/core/shared/ids'
import type { Instant } from '@weerklank/core/shared/time'
import { countWords } from '../analysis/analysis.ts'
import { setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import {
  type EventRow,
  endGrant,
  findReceipt,
  holdGrant,
  putInForce,
  revokeOpenChecks,
  shareFromNow,
} from './consent.repository.ts'
import type { Hand } from './consent.status.ts'
import {
  countAnswers,
  countMaterial,
  countQuotes,
  countShared,
  countTies,
  type FileWithPerson,
  filesWith,
  keepRegister,
  markFiles,
  trajectoryFilesWith,
} from './register.repository.ts'

/** What a withdrawal did, as the receipt keeps it. */
export type Withdrawn = { at: Instant; plan: WithdrawalPlan }

/**
 * Brings what is stored in line with where someone stands after a word: consent in force or ended, and with it what may
 * exist only with consent; the register; the files that left. Gives what a withdrawal did.
 */
export async function settle(
  trx: Trx,
  of: { hand: Hand; event: EventRow; status: ConsentStatus; ends: boolean },
): Promise<Withdrawn | null> {
  const { hand, event, status, ends } = of
  const purpose = event.purpose as Purpose
  const person = event.person_id
  // Counted before anything is gone. The same no again has nothing to end, and no second receipt.
  const plan = ends ? await planOf(trx, hand, { person, purpose, at: event.at }) : null
  await reachingAll(trx, hand, () => settleGrant(trx, { event, status, purpose }))
  if (purpose === 'research') await settleResearch(trx, { hand, event, status })
  if (purpose === 'care-talk' && event.decision !== 'given') await revokeOpenChecks(trx, person, event.at)
  if (plan === null) return null
  await trx
    .insertInto('receipt')
    .values({
      workspace_id: event.workspace_id,
      id: event.id,
      person_id: person,
      kind: 'withdrawal',
      at: event.at,
      report: JSON.stringify(plan),
    })
    .execute()
  return { at: event.at, plan }
}

/**
 * Does what changes consent in force where everything that rests on it is in reach, also what nobody may read for whom the work
 * is done: the foreign keys refuse a change that leaves some of it behind.
 */
export async function reachingAll<Result>(
  trx: Trx,
  { context }: Pick<Hand, 'context'>,
  work: () => Promise<Result>,
): Promise<Result> {
  await setContext(trx, { ...context, purpose: 'access' })
  const made = await work()
  await setContext(trx, context)
  return made
}

async function settleGrant(
  trx: Trx,
  of: { event: EventRow; status: ConsentStatus; purpose: Purpose },
): Promise<void> {
  const { event, status, purpose } = of
  const person = event.person_id
  if (status.state === 'given') {
    const { workspace_id, id: event_id } = event
    const row = { workspace_id, person_id: person, purpose, event_id, since: status.since, held_at: null }
    await putInForce(trx, row)
    if (purpose === 'research') await shareFromNow(trx, person)
  } else if (status.state === 'waiting') {
    await holdGrant(trx, { person, purpose, at: event.at })
  } else {
    await endGrant(trx, person, purpose)
  }
}

async function settleResearch(
  trx: Trx,
  of: { hand: Hand; event: EventRow; status: ConsentStatus },
): Promise<void> {
  const { event, status } = of
  if (status.state === 'not-offered') return
  const { workspace_id: workspace, person_id: person, at } = event
  await keepRegister(trx, { workspace, person, state: status.state, at })
  if (status.state === 'withdrawn' || status.state === 'refused') await markFiles(trx, person, { at })
}

/** What a withdrawal will do now, to be shown before, and kept on the receipt after. */
export async function planOf(
  trx: Trx,
  hand: Pick<Hand, 'context'>,
  of: { person: PersonId; purpose: Purpose; at: Instant },
): Promise<WithdrawalPlan> {
  const { person, purpose } = of
  if (purpose === 'care-talk') {
    return withdrawalPlan(purpose, {
      contentCount: await countAnswers(trx, person),
      published: [],
      exports: [],
    })
  }
  if (purpose === 'analysis') {
    return withdrawalPlan(purpose, {
      contentCount: await countWords(trx, person),
      published: [],
      exports: [],
    })
  }
  if (purpose === 'quotes-publish') {
    await setContext(trx, { ...hand.context, purpose: 'access' })
    const quotes = await countQuotes(trx, person)
    const files = await trajectoryFilesWith(trx, person, { isQuoted: true })
    await setContext(trx, hand.context)
    return withdrawalPlan(purpose, { contentCount: quotes, ...leftIn(files) })
  }
  if (purpose === 'network-map') {
    const contentCount = await reachingAll(trx, hand, () => countTies(trx, person, of.at))
    return withdrawalPlan(purpose, { contentCount, published: [], exports: [] })
  }
  // Other purposes have no content yet: their rooms come with their first recording.
  if (purpose !== 'research') return withdrawalPlan(purpose, { contentCount: 0, published: [], exports: [] })
  const contentCount = await countMaterial(trx, person)
  const { sharedCount, files } = await reachingAll(trx, hand, async () => ({
    sharedCount: await countShared(trx, person),
    files: await filesWith(trx, person),
  }))
  return withdrawalPlan(purpose, { contentCount, sharedCount, ...leftIn(files) })
}

/** What left with these files: of some the results are published, others were only given away. */
export function leftIn(files: readonly FileWithPerson[]) {
  return {
    published: files.flatMap(({ title, published_at: at }) => (at === null ? [] : [{ title, at }])),
    exports: files.flatMap(({ title, made_at: at, published_at: out }) =>
      out === null ? [{ title, at }] : [],
    ),
  }
}

/** What the withdrawal of this identifier did; null when it was none. */
export async function withdrawnBy(trx: Trx, id: string): Promise<Withdrawn | null> {
  const receipt = await findReceipt(trx, id)
  return receipt === undefined ? null : { at: receipt.at, plan: receipt.report as WithdrawalPlan }
}
