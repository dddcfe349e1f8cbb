import { deviceOf } from '@weerklank/core/access/device'
import { actionPhrase } from '@weerklank/core/audit/action.words'
import { purposes } from '@weerklank/core/consent/consent'
import { type MyData, myDataEndpoints } from '@weerklank/core/ownership/my-data.contract'
import type { PersonId, RelationId } from '@weerklank/core/shared/ids'
import { addDays, localDay } from '@weerklank/core/shared/time'
import { enforceExport, type MemberApi, type MemberSession, serveSelf } from '../access/access.ts'
import { recordOwn } from '../audit/audit.ts'
import { setContext } from '../db/context.ts'
import type { World } from '../deps.ts'
import { Download } from '../http/download.ts'
import type { Trx } from '../schema.ts'
import { myDataPage } from './my-data.page.ts'
import * as own from './my-data.repository.ts'
import { notesBy, type WorkingNoteRow } from './working-note.repository.ts'

/** Everything about oneself as someone who works here, for herself: the file holds nothing of anybody else. */
export function serveMyData(to: MemberApi, { world }: { world: World }): void {
  serveSelf(to, myDataEndpoints.myData, async (session, { query: { format, purpose } }, trx) => {
    enforceExport(purpose)
    const data = await loadMyData(trx, session, world)
    const subject = { kind: 'member', id: session.member.id, purpose }
    await recordOwn(trx, world, { session, action: 'account.data-taken', subject })
    const name = `mijn-gegevens-${localDay(data.madeAt, session.workspace.timeZone)}.${format}`
    return format === 'json'
      ? new Download({ name, type: 'application/json', text: JSON.stringify(data, null, 2) })
      : new Download({ name, type: 'text/html', text: myDataPage(data, session) })
  })
}

async function loadMyData(trx: Trx, session: MemberSession, world: World): Promise<MyData> {
  const { id } = session.member
  const { user_id: _, created_at: since, ...member } = await own.memberOf(trx, id)
  const account = await own.accountOf(trx, id)
  const notes = await notesBy(trx, id)
  return {
    madeAt: world.now(),
    workspace: session.workspace.name,
    member: { ...member, since },
    account: account && presentAccount(account),
    workingNotes: [...notes.map(presentNote), ...(await own.challengesOf(trx, session.member))],
    programs: await own.programsOf(trx, session.member.id),
    ...(await fromCollaborations(trx, session)),
    ...(await ownDeeds(trx, session, world)),
  }
}

function presentNote(note: WorkingNoteRow): MyData['workingNotes'][number] {
  return { text: note.body, madeAt: note.created_at, changedAt: note.changed_at }
}

function presentAccount(of: NonNullable<Awaited<ReturnType<typeof own.accountOf>>>): MyData['account'] {
  return {
    ...{ email: of.email, secondFactorSince: of.secondFactorSince },
    passkeys: of.passkeys.map((one) => ({
      ...{ name: one.name, madeAt: one.created_at, lastUsedAt: one.last_used_at },
    })),
    sessions: of.sessions.map((one) => ({
      ...{ device: deviceOf(one.userAgent ?? ''), startedAt: one.createdAt },
      lastUsedAt: one.lastSeenAt ?? one.createdAt,
    })),
  }
}

/** A page's worth of collaborations at a time: more would make every look in the context slow. */
const inReachAtMost = 50
const deedsAtMost = 5_000
const yearDays = 365

async function fromCollaborations(
  trx: Trx,
  session: MemberSession,
): Promise<Pick<MyData, 'collaborations' | 'choices'>> {
  const { id: member } = session.member
  const relations = await own.relationsOf(trx)
  const titles = new Map(relations.map(({ id, title }) => [id, title]))
  const places: Awaited<ReturnType<typeof own.placesIn>> = []
  for (const ids of chunks(relations.map(({ id }) => id))) {
    await setContext(trx, { ...session.context, relations: ids, purpose: 'access' })
    places.push(...(await own.placesIn(trx, member, ids)))
  }
  const choices = await choicesAs(trx, session, [...new Set(places.map((place) => place.person_id))])
  await setContext(trx, session.context)
  return {
    choices,
    collaborations: places.map((place) => ({
      ...{ title: titles.get(place.relation_id) ?? '', name: place.name, since: place.joined_at },
    })),
  }
}

/** What she did in the last year, also outside any collaboration: signing in, settings, what belongs to her role. */
async function ownDeeds(
  trx: Trx,
  session: MemberSession,
  world: World,
): Promise<Pick<MyData, 'deeds' | 'deedsAreCut'>> {
  const { id: member, language } = session.member
  await setContext(trx, { ...session.context, relations: [], purpose: 'access' })
  const since = addDays(world.now(), -yearDays)
  const latest = await own.deedsOf(trx, { member, since, limit: deedsAtMost + 1 })
  await setContext(trx, session.context)
  return {
    deeds: latest.slice(0, deedsAtMost).map(({ at, action }) => ({
      ...{ at, action, inWords: actionPhrase(action, { language, to: 'record' }) },
    })),
    deedsAreCut: latest.length > deedsAtMost,
  }
}

function chunks(ids: readonly RelationId[]): RelationId[][] {
  const count = Math.ceil(ids.length / inReachAtMost)
  return Array.from({ length: count }, (_, i) => ids.slice(i * inReachAtMost, (i + 1) * inReachAtMost))
}

/** What she chose herself; each collaboration may know her as another person. */
async function choicesAs(trx: Trx, session: MemberSession, persons: PersonId[]): Promise<MyData['choices']> {
  const choices: MyData['choices'] = []
  for (let from = 0; from < persons.length; from += inReachAtMost) {
    const some = persons.slice(from, from + inReachAtMost)
    await setContext(trx, { ...session.context, persons: some })
    const rows = await own.choicesOf(trx, some)
    const known = rows.flatMap(({ text_version: textVersion, ...row }) => {
      const purpose = purposes.find((one) => one === row.purpose)
      return purpose === undefined ? [] : { ...row, purpose, textVersion }
    })
    choices.push(...known)
  }
  return choices
}
