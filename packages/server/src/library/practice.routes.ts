import { isDeepStrictEqual } from 'node:util'
import type { AuditAction } from '@weerklank/core/audit/audit'
import { mayUseLibrary } from '@weerklank/core/library/own-item'
import {
  concernsLeft,
  mayTakePartInPractice,
  type PracticeConcern,
  type PracticeTick,
  practiceConcerns,
  practiceGaps,
  practiceStanding,
  practiceTicks,
} from '@weerklank/core/library/practice'
import {
  type PracticeDetail,
  type PracticeStory,
  practiceEndpoints,
} from '@weerklank/core/library/practice.contract'
import { concernsOf, markHers } from '@weerklank/core/shared/concerns'
import { AppError } from '@weerklank/core/shared/errors'
import { type MemberApi, type MemberSession, serveSelf } from '../access/access.ts'
import { recordOwn } from '../audit/audit.ts'
import type { World } from '../deps.ts'
import { knownNames, namesOfHers } from '../relation/relation.ts'
import {
  type AdditionRow,
  additionsTo,
  changeStory,
  countShared,
  deleteStory,
  findStory,
  insertStory,
  lockStory,
  recogniseStory,
  type ShownStory,
  type StoryRow,
  sharedStories,
  storiesOf,
  unrecogniseStory,
} from './practice.repository.ts'
import { addToStory, type PracticeDeed, removeAddition, takeDown } from './practice.said.ts'

/** What colleagues do and what it brings: of one's own until it is shared, and never about somebody who is known again. */
export function servePractice(to: MemberApi, { world }: { world: World }): void {
  serveSelf(to, practiceEndpoints.list, async (session, { query }, trx) => {
    enforceUse(session)
    const me = session.member.id
    const takesPart = mayTakePartInPractice(session.member.roles).allowed
    const nothing = { stories: [], total: 0 }
    const { stories, total } = takesPart
      ? await sharedStories(trx, me, { ...query, from: query.from ?? 0 })
      : nothing
    await recordOwn(trx, world, { session, action: 'story.listed' })
    const of = (rows: ShownStory[]) => rows.map((row) => presentStory(row, session))
    return { own: of(await storiesOf(trx, me)), shared: of(stories), total, takesPart }
  })
  // In no line of the record: nothing of what anybody wrote is read by it.
  serveSelf(to, practiceEndpoints.count, async ({ member }, { query }, trx) => {
    const { kind, context = null, situation = null } = query
    const setting = { kind, context, situation }
    if (!mayTakePartInPractice(member.roles).allowed) return { ...setting, count: 0 }
    return countShared(trx, member.id, setting)
  })
  serveSelf(to, practiceEndpoints.read, async (session, { params }, trx) => {
    const deed = { trx, world, session, id: params.story }
    const story = await present(deed)
    await note(deed, 'story.read')
    return story
  })
  serveSelf(to, practiceEndpoints.save, async (session, { params, body }, trx) => {
    const deed = { trx, world, session, id: params.story }
    await save(deed, body)
    return present(deed)
  })
  serveSelf(to, practiceEndpoints.remove, async (session, { params }, trx) => {
    const deed = { trx, world, session, id: params.story }
    await lockOwn(deed)
    await deleteStory(trx, params.story)
    await note(deed, 'story.removed')
    return { done: true } as const
  })
  serveSharing(to, world)
  serveSaid(to, world)
}

function serveSharing(to: MemberApi, world: World): void {
  serveSelf(to, practiceEndpoints.check, async (session, { params }, trx) => {
    const deed = { trx, world, session, id: params.story }
    const row = await lockOwn(deed)
    await note(deed, 'story.checked')
    return { concerns: await concernsIn(deed, row) }
  })
  serveSelf(to, practiceEndpoints.share, async (session, { params, body }, trx) => {
    const deed = { trx, world, session, id: params.story }
    await share(deed, body)
    return present(deed)
  })
  serveSelf(to, practiceEndpoints.withdraw, async (session, { params, body }, trx) => {
    const deed = { trx, world, session, id: params.story }
    const row = await lockOwn(deed)
    if (row.shared_at === null) return present(deed)
    if (row.version !== body.version) throw new AppError('conflict')
    await changeStory(trx, row, { shared_at: null })
    await note(deed, 'story.withdrawn')
    return present(deed)
  })
}

function serveSaid(to: MemberApi, world: World): void {
  serveSelf(to, practiceEndpoints.recognise, async (session, { params, body }, trx) => {
    const deed = { trx, world, session, id: params.story }
    const row = await enforceReads(deed)
    // Of one's own work one need not say it.
    if (row.author_id === session.member.id) throw new AppError('not-allowed')
    const of = { workspace: session.workspace.id, story: params.story, me: session.member.id }
    await (body.recognised ? recogniseStory(trx, of) : unrecogniseStory(trx, of))
    // In no line of the record: it would keep who said so, which nobody is told.
    const { recognised, iRecognise } = await present(deed)
    return { recognised, iRecognise }
  })
  serveSelf(to, practiceEndpoints.add, async (session, { params, body }, trx) => {
    const deed = { trx, world, session, id: params.story }
    await enforceReads(deed)
    const { names, hers } = await namesFor(deed)
    const concerns = concernsLeft(markHers(concernsOf(body.text, names), hers), body.kept)
    if (concerns.length > 0) await note(deed, 'story.checked')
    else {
      await addToStory(deed, { id: params.addition, ...body })
      await note(deed, 'story.added-to')
    }
    return { concerns, story: await present(deed) }
  })
  serveSelf(to, practiceEndpoints.removeAddition, async (session, { params }, trx) => {
    const deed = { trx, world, session, id: params.story }
    await removeAddition(deed, params.addition)
    await note(deed, 'story.addition-removed')
    return present(deed)
  })
  serveSelf(to, practiceEndpoints.takeDown, async (session, { params, body }, trx) => {
    const deed = { trx, world, session, id: params.story }
    await takeDown(deed, { row: await enforceReads(deed), addition: body.addition })
    await note(deed, 'story.taken-down')
    return { done: true } as const
  })
}

type Sent = Pick<PracticeDetail, 'kind' | 'context' | 'situation' | 'body' | 'version'>

async function save(deed: PracticeDeed, { version, body, ...setting }: Sent): Promise<void> {
  const { trx, world, session, id } = deed
  enforceTakesPart(session)
  const at = world.now()
  const row = await lockStory(trx, id)
  if (row === undefined) {
    const by = { workspace: session.workspace.id, by: session.member.id, at }
    // An id that is taken is of a story that is nobody’s business.
    if (version > 0 || !(await insertStory(trx, { ...by, id, setting, body }))) throw new AppError('conflict')
    return note(deed, 'story.saved')
  }
  if (row.author_id !== session.member.id) throw new AppError('not-found')
  const { kind, context, situation } = row
  if (isDeepStrictEqual({ ...setting, body }, { kind, context, situation, body: row.body })) return
  // What colleagues read is taken back first, so that nothing stands before them that was not looked through.
  if (row.version !== version || practiceStanding(moments(row)) === 'shared') throw new AppError('conflict')
  await changeStory(trx, row, { ...setting, body: JSON.stringify(body), changed_at: at })
  await note(deed, 'story.saved')
}

type Sharing = { version: number; kept: string[]; ticks: PracticeTick[] }

/** Refuses with the reasons under their fields; nothing of the story reaches anybody before that. */
async function share(deed: PracticeDeed, { version, kept, ticks }: Sharing): Promise<void> {
  const { trx, world } = deed
  enforceTakesPart(deed.session)
  const row = await lockOwn(deed)
  if (practiceStanding(moments(row)) === 'shared') return
  if (row.version !== version) throw new AppError('conflict')
  const problems = practiceGaps({ setting: row, body: row.body })
  if (!practiceTicks.every((tick) => ticks.includes(tick))) problems.push('ticks')
  // Hidden by a colleague who knew somebody again: the same words do not come back.
  if (row.hidden_at !== null && row.changed_at <= row.hidden_at) problems.push('unchanged')
  if (concernsLeft(await concernsIn(deed, row), kept).length > 0) problems.push('recognisable')
  if (problems.length > 0) {
    const fields = Object.fromEntries(problems.map((problem) => [problem, problem]))
    throw new AppError('invalid-input', { fields })
  }
  await changeStory(trx, row, { shared_at: world.now(), hidden_at: null, hidden_by: null })
  await note(deed, 'story.shared')
}

async function concernsIn(deed: PracticeDeed, row: StoryRow): Promise<PracticeConcern[]> {
  const { names, hers } = await namesFor(deed)
  return practiceConcerns(row.body, names, hers)
}

/** Whom a story may not name: everybody known here, and of these the people with whom its author works. */
async function namesFor({ trx, session }: Pick<PracticeDeed, 'trx' | 'session'>) {
  const names = await knownNames(trx, session.context)
  return { names, hers: await namesOfHers(trx, session.context, session.member.id) }
}

const moments = (row: StoryRow) => ({ sharedAt: row.shared_at, hiddenAt: row.hidden_at })

/** A story of her own, for the rest of the transaction. */
async function lockOwn({ trx, session, id }: PracticeDeed): Promise<StoryRow> {
  enforceUse(session)
  const row = await lockStory(trx, id)
  if (row === undefined || row.author_id !== session.member.id) throw new AppError('not-found')
  return row
}

/** A story that she may read and that is shared now. */
async function enforceReads({ trx, session, id }: PracticeDeed): Promise<ShownStory> {
  enforceTakesPart(session)
  const row = await findStory(trx, session.member.id, id)
  if (row === undefined || practiceStanding(moments(row)) !== 'shared') throw new AppError('not-found')
  return row
}

function enforceUse({ member }: MemberSession): void {
  if (!mayUseLibrary(member.roles).allowed) throw new AppError('not-allowed')
}

function enforceTakesPart({ member }: MemberSession): void {
  if (!mayTakePartInPractice(member.roles).allowed) throw new AppError('not-allowed')
}

function note({ trx, world, session, id }: PracticeDeed, action: AuditAction): Promise<void> {
  return recordOwn(trx, world, { session, action, subject: { kind: 'practice', id } })
}

async function present({ trx, session, id }: PracticeDeed): Promise<PracticeDetail> {
  enforceUse(session)
  const row = await findStory(trx, session.member.id, id)
  if (row === undefined) throw new AppError('not-found')
  const list = await additionsTo(trx, session.member.id, id)
  const said = { recognised: row.recognised, list: list.map((one) => presentAddition(one, session)) }
  return { ...presentStory(row, session), version: row.version, ...said }
}

function presentStory(row: ShownStory, { member }: MemberSession): PracticeStory {
  const isMine = row.author_id === member.id
  return {
    ...{ id: row.id, kind: row.kind, context: row.context, situation: row.situation, body: row.body },
    ...{ standing: practiceStanding(moments(row)), author: row.author, isMine },
    ...{ at: row.shared_at ?? row.changed_at, iRecognise: row.i_recognise },
  }
}

function presentAddition(row: AdditionRow, { member }: MemberSession) {
  return {
    ...{ id: row.id, kind: row.kind, text: row.body, author: row.author },
    ...{ isMine: row.author_id === member.id, at: row.created_at, isHidden: row.shown_at === null },
  }
}
