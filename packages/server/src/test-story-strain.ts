/** Strain in a collaboration, for the people of a story: shared ones being repaired, and one that its author keeps to herself. */
import type { RuptureStep } from '@weerklank/core/feedback/rupture'
import type { MemberId, ParticipantId, RelationId, RuptureId } from '@weerklank/core/shared/ids'
import { asMaintenance } from './access/accounts.ts'
import type { Trx } from './schema.ts'
import type { Running } from './test-running.ts'

type Of = { relation: RelationId; by: MemberId; clients: readonly ParticipantId[] }

/** One shared rupture for each client, with a step taken and one of the author's own; and one of each client that is private. */
export async function buildStrain(
  app: Running,
  of: Of,
): Promise<{ rupture: RuptureId; privateRupture: RuptureId }> {
  return asMaintenance(app.owner, async (trx) => {
    const all = []
    for (const client of of.clients) all.push(await strainWith(trx, app, { ...of, client }))
    const [first] = all
    if (first === undefined) throw new Error('There is at least one client')
    return first
  })
}

async function strainWith(trx: Trx, app: Running, of: Of & { client: ParticipantId }) {
  const rupture = app.world.newId<RuptureId>()
  const privateRupture = app.world.newId<RuptureId>()
  const at = app.clock.now()
  const row = { workspace_id: app.workspace, relation_id: of.relation, participant_id: of.client }
  const noticed = {
    ...{ ...row, author_id: of.by, kind: 'withdrawal' as const, salience: 3, version: 1 },
    ...{ noticed_at: at, changed_at: at, outcome: null, closed_at: null },
    ...{ agreement_id: null, review_on: null },
  }
  await trx
    .insertInto('rupture')
    .values([
      { ...noticed, id: rupture, markers: ['W2'], body: 'Het werd stil na mijn voorstel.', shared_at: at },
      { ...noticed, id: privateRupture, markers: [], body: 'Ik twijfel nog.', shared_at: null },
    ])
    .execute()
  const steps: [RuptureId, RuptureStep, string, string | null][] = [
    [rupture, 'pause', 'Even gewacht.', at],
    [rupture, 'renegotiate', 'Rustiger tempo.', at],
    [privateRupture, 'pause', 'Nog niets gezegd.', null],
  ]
  for (const [id, step, body, shared] of steps) {
    const taken = {
      rupture_id: id,
      step,
      body,
      shared_at: shared,
      state: 'done' as const,
      at,
      done_by: of.by,
    }
    await trx
      .insertInto('rupture_step')
      .values({ ...row, ...taken, author_id: of.by })
      .execute()
  }
  return { rupture, privateRupture }
}
