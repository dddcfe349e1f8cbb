/** A network of some people on two sides, for tests: who says yes, who tells, and what is on the map then. */
import type {
  CircleId,
  CircleSideId,
  ConsentEventId,
  NetworkWaveId,
  ParticipantId,
  PersonId,
  RelationId,
} from '@weerklank/core/shared/ids'
import { addDays, localDay } from '@weerklank/core/shared/time'
import { asMaintenance } from './access/accounts.ts'
import { decide, reachFamilies } from './consent/consent.ts'
import { loadConsentTexts } from './consent/consent-texts.ts'
import { type Context, inContext, setContext } from './db/context.ts'
import type { Trx } from './schema.ts'
import { openNetwork } from './team/network.people.ts'
import { present } from './team/network.routes.ts'
import { type Told, tellTies } from './team/network.tell.ts'
import type { TestApp } from './test-app.ts'

const consentTexts = loadConsentTexts()
const timeZone = 'Europe/Amsterdam'
type Place = { participant: ParticipantId; person: PersonId }

/** Builds the network; the members of `app.relation` who take part are its professionals, the others the family. */
export async function buildNetworkOf(app: TestApp, names: readonly string[]) {
  const participants = names.map((name) => ({ name, voice: 'mother' as const }))
  const relation = await app.relation({ participants })
  const circle = app.world.newId<CircleId>()
  const [work, family] = [app.world.newId<CircleSideId>(), app.world.newId<CircleSideId>()]
  const within = { workspace_id: app.workspace, relation_id: relation.id, circle_id: circle }
  const places = await asMaintenance(app.owner, async (trx) => {
    const now = app.clock.now()
    const day = (days: number) => localDay(addDays(now, days), timeZone)
    await trx
      .insertInto('circle')
      .values({
        ...{ workspace_id: app.workspace, id: circle, relation_id: relation.id, kind: 'network' },
        ...{ question: '', starts_on: day(0), ends_on: day(180), midcourse_on: null, ended_at: null },
        ...{ end_reason: null, created_by: relation.by.member, created_at: now, changed_at: now, version: 1 },
      })
      .execute()
    for (const [position, id] of [work, family].entries()) {
      const side = { ...within, id, name: position === 0 ? 'De Linde' : 'Het gezin', position }
      await trx
        .insertInto('circle_side')
        .values({ ...side, is_family: position === 1 })
        .execute()
    }
    return addPeople(trx, { within, relation: relation.id, sides: [work, family], now })
  })
  const of = { app, relation: relation.id, by: relation.by, places }
  return { ...of, circle, sides: [work, family] as const, ...hands(of) }
}

type Within = { workspace_id: TestApp['workspace']; relation_id: RelationId; circle_id: CircleId }

async function addPeople(
  trx: Trx,
  of: { within: Within; relation: RelationId; sides: readonly [CircleSideId, CircleSideId]; now: string },
): Promise<Map<string, Place>> {
  const rows = await trx
    .selectFrom('participant')
    .select(['id', 'person_id', 'name', 'member_id'])
    .where('relation_id', '=', of.relation)
    .execute()
  for (const row of rows) {
    await trx
      .insertInto('circle_person')
      .values({
        ...{ ...of.within, participant_id: row.id, joined_at: of.now, seen_at: null, left_at: null },
        side_ids: [row.member_id === null ? of.sides[1] : of.sides[0]],
      })
      .execute()
  }
  return new Map(rows.map((row) => [row.name, { participant: row.id, person: row.person_id }]))
}

type Built = {
  app: TestApp
  relation: RelationId
  places: ReadonlyMap<string, Place>
}

/** What people do by their links, in the contexts in which they come. */
function hands(of: Built) {
  const placeOf = (name: string): Place => {
    const place = of.places.get(name)
    if (place === undefined) throw new Error(`Nobody is called ${name}`)
    return place
  }
  const asLink = <Result>(name: string, work: (trx: Trx, context: Context) => Promise<Result>) => {
    const actor = { participant: placeOf(name).participant }
    const context: Context = { workspace: of.app.workspace, actor, relations: [of.relation] }
    return inContext(of.app.db, context, (trx) => work(trx, context))
  }
  const reach = (name: string, context: Context) => ({
    ...{ workspace: { id: of.app.workspace, timeZone }, context, relation: of.relation },
    ...{ now: of.app.clock.now(), me: { participant: placeOf(name).participant } },
  })
  return {
    placeOf,
    choose: (name: string, isYes: boolean) => choose(of.app, placeOf(name).person, isYes),
    tell: (name: string, wave: NetworkWaveId, told: readonly [string, Told['often'], Told['useful']][]) =>
      asLink(name, async (trx, context) => {
        const network = await openNetwork(trx, reach(name, context), { toStore: true })
        const ties = told.map(([to, often, useful]) => ({ to: placeOf(to).participant, often, useful }))
        await tellTies(trx, network, { wave, told: ties })
      }),
    look: (name: string, wave: NetworkWaveId, since: NetworkWaveId | null = null) =>
      asLink(name, async (trx, context) =>
        present(trx, await openNetwork(trx, reach(name, context)), { wave, since, isLook: false }),
      ),
    asLink,
  }
}

async function choose(app: TestApp, person: PersonId, isYes: boolean): Promise<void> {
  const start: Context = { workspace: app.workspace, actor: { person }, persons: [person], relations: [] }
  await inContext(app.db, start, async (trx) => {
    const context = await reachFamilies(trx, start, [person])
    await decide(trx, {
      deps: { world: app.world, consentTexts, publicUrl: 'http://weerklank.test' },
      hand: {
        ...{ workspace: { id: app.workspace, timeZone }, context },
        ...{ basis: 'own-link', relation: null },
      },
      choice: {
        ...{ id: app.world.newId<ConsentEventId>(), person, purpose: 'network-map', isYes, textVersion: 1 },
        ...{
          readingLevel: 'parent',
          language: 'nl',
          decidedBy: person,
          decidedAs: 'self',
          method: 'own-page',
        },
      },
    })
    await setContext(trx, start)
  })
}
