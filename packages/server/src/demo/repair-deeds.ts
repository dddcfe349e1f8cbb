import type { RuptureStep } from '@weerklank/core/feedback/rupture'
import { type RuptureStepInput, ruptureEndpoints } from '@weerklank/core/feedback/rupture.contract'
import type { RuptureId } from '@weerklank/core/shared/ids'
import { note } from '../feedback/rupture.record.ts'
import { insertRupture, lockRupture, rupturesOf } from '../feedback/rupture.repository.ts'
import { takeStep } from '../feedback/rupture.step.ts'
import type { Stage } from './stage.ts'
import type { Happening } from './story.ts'

/** Strain that a colleague wrote down in the file and its repair, as the routes of it do it. */

export async function notice(stage: Stage, told: Extract<Happening, { kind: 'strain' }>): Promise<void> {
  const { trx, world, place, relation, story } = stage
  const session = await stage.as(story.by)
  const { id, participant, text, ...noticed } = ruptureEndpoints.noticeRupture.body.parse({
    id: world.newId<RuptureId>(),
    participant: stage.participant(told.with),
    ...{ kind: told.rupture, markers: told.markers, salience: null, text: told.text },
    ...{ shared: true, signals: [] },
  })
  const at = world.now()
  const row = {
    ...{ workspace_id: place.workspace, id, relation_id: relation, participant_id: participant },
    ...{
      author_id: session.member.id,
      kind: noticed.kind,
      markers: noticed.markers,
      salience: noticed.salience,
    },
    ...{ body: text, noticed_at: at, changed_at: at, shared_at: at, version: 1 },
    ...{ agreement_id: null, review_on: null, outcome: null, closed_at: null },
  }
  await insertRupture(trx, row)
  await note(trx, session, { world, row, action: 'rupture.noticed' })
}

/** The talk about it: first what the other says, then one's own part, then how it came out. */
export async function mend(stage: Stage, told: Extract<Happening, { kind: 'mended' }>): Promise<void> {
  const open = { text: '', agreement: null, reviewOn: null, outcome: null }
  await step(stage, told.with, ['listen', { ...open, state: 'done', text: told.heard }])
  await step(stage, told.with, ['own-part', { ...open, state: 'done' }])
  await step(stage, told.with, ['outcome', { ...open, state: 'done', outcome: told.outcome }])
}

type Taken = readonly [step: RuptureStep, input: RuptureStepInput]

async function step(stage: Stage, who: string, [name, input]: Taken): Promise<void> {
  const { trx, world, relation, story } = stage
  const session = await stage.as(story.by)
  const all = await rupturesOf(trx, [relation])
  const known = all.find((one) => one.participant_id === stage.participant(who) && one.closed_at === null)
  const row = known && (await lockRupture(trx, { relation, rupture: known.id }))
  if (row === undefined) throw new Error(`${story.key}: nothing is strained with ${who} at ${world.now()}`)
  await takeStep(trx, session, { world, relation, rupture: row.id, step: name, input, row })
  await note(trx, session, { world, row, action: 'rupture.step-taken' })
}
