import type { MemberId, WorkspaceId } from '@weerklank/core/shared/ids'
import { addMilliseconds, millis } from '@weerklank/core/shared/time'
import { sql } from 'kysely'
import { addMember, asMaintenance, createAccount, createWorkspace } from '../access/accounts.ts'
import type { SignIn } from '../access/sign-in.ts'
import type { World } from '../deps.ts'
import { type Engine, openOwner } from '../engine.ts'
import type { Content } from '../feedback/instruments.ts'
import type { Log } from '../http/log.ts'
import { reckonWorks } from '../library/works.job.ts'
import type { Db, Trx } from '../schema.ts'
import { calendarFrom } from './calendar.ts'
import { holdCircleChecks } from './circle-checks.ts'
import { holdNetworkMaps } from './circle-network.ts'
import { tellWords } from './circles.glossary.ts'
import { networkOf, tellCircles } from './circles.ts'
import { demoId } from './identifiers.ts'
import { tellLibrary } from './library.ts'
import { holdOpenDialogue } from './open-dialogue.ts'
import { demoMembers, demoName, type MemberKey } from './people.ts'
import { tellPractice } from './practice.ts'
import { replay } from './replay.ts'
import type { Place } from './stage.ts'
import { stories } from './stories/stories.ts'
import { holdRounds } from './team-round.ts'
import { tellTrajectory } from './trajectory.ts'

/** What filling the demo needs; `db` works in the application's role. */
export type DemoDeps = {
  engine: Pick<Engine, 'owner'>
  db: Db
  signIn: SignIn
  content: Content
  world: World
  log: Log
}

const timeZone = 'Europe/Amsterdam'
/** When De Linde began to work with this: before the first story. */
const founded = '-53 mon 08.30'
// Two processes that start at once on one server must not both fill it. Any number will do, as long as it is ours.
const lock = 7_331_020_261

/** Makes the demo workspace with all that happened in it, unless there is one. Gives its id. */
export async function fillDemo(of: DemoDeps): Promise<WorkspaceId> {
  return alone(of, (owner) => fill(of, owner))
}

/** Fills the demo on a database on which nobody works yet; one with a real workspace is left alone. */
export async function fillDemoIfNew(of: DemoDeps): Promise<void> {
  await alone(of, async (owner) => {
    const isReal = await asMaintenance(owner, (trx) =>
      trx.selectFrom('workspace').select('workspace_id').where('is_demo', '=', false).executeTakeFirst(),
    )
    if (isReal === undefined) await fill(of, owner)
  })
}

async function alone<Result>(of: DemoDeps, work: (owner: Db) => Promise<Result>): Promise<Result> {
  const owner = openOwner(of.engine, of.log)
  try {
    return await owner.transaction().execute(async (guard) => {
      // It waits while the stories are told on other connections, on a slow machine for longer than others may.
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(guard)
      await sql`select pg_advisory_xact_lock(${lock})`.execute(guard)
      return work(owner)
    })
  } finally {
    await owner.destroy()
  }
}

async function fill(of: DemoDeps, owner: Db): Promise<WorkspaceId> {
  const known = await asMaintenance(owner, findDemo)
  if (known?.isFilled === true) return known.workspace
  const begun = millis(of.world.now())
  const users = await demoUsers(of)
  const place = await asMaintenance(owner, (trx) => openPlace(trx, of, { users, known: known?.workspace }))
  await of.db.transaction().execute(async (trx) => {
    const now = of.world.now()
    for (const story of stories) await replay(story, { trx, place, content: of.content, now })
    await holdRounds(trx, { place, content: of.content, now })
    await holdOpenDialogue(trx, { place, now })
    await tellTrajectory(trx, { place, now })
    await tellLibrary(trx, { place, now })
    await tellPractice(trx, { place, now })
    await tellCircles(trx, { place, now })
    await tellWords(trx, { place, now, relation: networkOf({ place, now }).relation })
    await holdNetworkMaps(trx, { place, now, relation: networkOf({ place, now }).relation })
    await holdCircleChecks(trx, { place, now, relation: networkOf({ place, now }).relation })
  })
  // So that what works is told at once, as after any night; from here on the nightly work keeps it.
  const { told } = await reckonWorks({ ...of, withOwner: (work) => work(owner) }, place.workspace)
  const took = millis(of.world.now()) - begun
  of.log.info({ relations: stories.length, told, milliseconds: took }, 'The demo workspace was filled')
  return place.workspace
}

/** The demo workspace; not filled when the process was ended half-way. */
async function findDemo(trx: Trx): Promise<{ workspace: WorkspaceId; isFilled: boolean } | undefined> {
  const row = await trx
    .selectFrom('workspace')
    .select(['workspace_id as workspace', 'created_at'])
    .where('is_demo', '=', true)
    .orderBy('created_at')
    .executeTakeFirst()
  if (row === undefined) return undefined
  const relation = await trx
    .selectFrom('relation')
    .select('id')
    .where('workspace_id', '=', row.workspace)
    .executeTakeFirst()
  return { workspace: row.workspace, isFilled: relation !== undefined }
}

/** An account for each person; without a password, because one becomes them with the links that the start prints. */
async function demoUsers({ db, signIn }: DemoDeps): Promise<Map<MemberKey, string>> {
  const users = new Map<MemberKey, string>()
  for (const { key, email, name } of demoMembers) {
    const known = await db.selectFrom('auth.user').select('id').where('email', '=', email).executeTakeFirst()
    users.set(key, known?.id ?? (await createAccount(signIn, { email, name, password: null })))
  }
  return users
}

type Opening = { users: ReadonlyMap<MemberKey, string>; known: WorkspaceId | undefined }

async function openPlace(trx: Trx, of: DemoDeps, { users, known }: Opening): Promise<Place> {
  const world = foundingWorld(of.world)
  const workspace = known ?? (await createWorkspace(trx, world, { name: demoName, isDemo: true }))
  const rows = await trx
    .selectFrom('member')
    .select(['id', 'user_id'])
    .where('workspace_id', '=', workspace)
    .execute()
  const members = new Map<MemberKey, MemberId>()
  for (const { key, name, roles } of demoMembers) {
    const user = users.get(key) ?? ''
    const member = rows.find((row) => row.user_id === user)?.id
    members.set(key, member ?? (await addMember(trx, world, { workspace, user, name, roles })))
  }
  return { workspace, timeZone, members: Object.fromEntries(members) as Place['members'] }
}

/** One person after the other comes in, a minute apart, on the day on which De Linde began. */
function foundingWorld(world: World): World {
  const begin = calendarFrom(world.now(), timeZone)(founded)
  let made = 0
  const now = () => addMilliseconds(begin, made * 60_000)
  return { now, newId: <Id extends string>() => demoId<Id>(now(), `${demoName} ${made++}`) }
}
