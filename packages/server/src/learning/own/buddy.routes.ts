import type { AuditAction } from '@weerklank/core/audit/audit'
import { buddyWish } from '@weerklank/core/learning/buddy.contract'
import { talkMinutes, talkSteps, talkTopics } from '@weerklank/core/learning/buddy.task'
import { calendarFile } from '@weerklank/core/shared/calendar-file'
import { AppError } from '@weerklank/core/shared/errors'
import { type BuddyTieId, buddyTieId } from '@weerklank/core/shared/ids'
import { plainWord } from '@weerklank/core/shared/plain-word'
import { fill } from '@weerklank/core/shared/spoken'
import { addMilliseconds, dayMonth, localDay } from '@weerklank/core/shared/time'
import type { Hono, Context as HonoContext } from 'hono'
import { Download, sendDownload } from '../../http/download.ts'
import { readForm } from '../../http/form-body.ts'
import type { Told } from '../../http/own-fields.ts'
import type { Trx } from '../../schema.ts'
import { buddyBelow } from '../buddy.letter.ts'
import * as buddies from '../buddy.repository.ts'
import { wishRow } from '../buddy.wish.ts'
import { buddyPage } from './buddy.page.ts'
import { asProgram, readOwnBuddies } from './buddy.read.ts'
import { buddyWordsFor } from './buddy.text.ts'
import { answerLearner, learnerOf, noteLearner, type OwnLearningDeps, sendLearner } from './own.door.ts'
import { to } from './own.frame.ts'
import type { OwnLearner } from './own.section.ts'

const formSize = { bytes: 32 * 1024, fields: 80 }

type Fields = readonly (readonly [string, string])[]
type Doing = { trx: Trx; page: OwnLearner; fields: Fields; deps: OwnLearningDeps; c: HonoContext }
/** Does what was posted; gives what goes in the record, or what is the matter and with which field. */
type Deed = (of: Doing) => Promise<AuditAction | { wrong: string; field: string }>

/** A learner and her buddy, by her link: without a script. */
export function serveOwnBuddy(app: Hono, deps: OwnLearningDeps): void {
  const root = `/l/:token${buddyBelow}`
  app.get(root, (c) => answerLearner(c, deps, () => shown(c, deps)))
  app.get(`${root}/gesprek/:number`, (c) => answerLearner(c, deps, () => calendar(c, deps)))
  const deeds: readonly (readonly [string, Deed])[] = [
    ['/wensen', wish],
    ['/gesproken', met],
    ['/niet-gesproken', notMet],
    ['/liever-niet', avoid],
    ['/liever-niet/:tie/weg', noLongerAvoid],
  ]
  for (const [below, deed] of deeds) {
    app.post(`${root}${below}`, (c) => answerLearner(c, deps, () => done(c, deps, deed)))
  }
}

async function shown(c: HonoContext, deps: OwnLearningDeps): Promise<Response> {
  const text = await learnerOf(c, deps, async (trx, page) => {
    await noteLearner(trx, deps, { page, action: 'trajectory.buddy-read' })
    const isKept = c.req.query('bewaard') === 'ja'
    const told: Told = isKept ? { kind: 'kept', text: buddyWordsFor(page.listener).kept } : null
    return show(trx, { page, told, typed: new Map() })
  })
  return sendLearner(c, text)
}

async function show(
  trx: Trx,
  of: { page: OwnLearner; told: Told; typed: ReadonlyMap<string, string> },
): Promise<string> {
  const today = localDay(of.page.now, of.page.workspace.timeZone)
  return buddyPage({ ...of, today, own: await readOwnBuddies(trx, of.page) })
}

async function done(c: HonoContext, deps: OwnLearningDeps, deed: Deed): Promise<Response> {
  const fields = await readForm(c, formSize)
  const made = await learnerOf(c, deps, async (trx, page) => {
    if (page.trajectory.status === 'ended') throw new AppError('conflict')
    const outcome = await deed({ trx, page, fields, deps, c })
    if (typeof outcome === 'string') {
      await noteLearner(trx, deps, { page, action: outcome })
      return { page, text: null }
    }
    const told: Told = { kind: 'wrong', text: outcome.wrong, field: outcome.field }
    return { page, text: await show(trx, { page, told, typed: new Map(fields) }) }
  })
  if (made.text !== null) return sendLearner(c, made.text, { status: 422 })
  return c.redirect(`${to(made.page, buddyBelow)}&bewaard=ja`, 303)
}

const oneOf = (fields: Fields, name: string) => fields.find(([key]) => key === name)?.[1] ?? ''
const allOf = (fields: Fields, name: string) =>
  fields.filter(([key]) => key === name).map(([, value]) => value)

const hers = ({ workspace, trajectory, learner }: OwnLearner) => ({
  ...{ workspace_id: workspace.id, trajectory_id: trajectory.id, learner_id: learner.id },
})

async function wish({ trx, page, fields }: Doing): ReturnType<Deed> {
  const read = buddyWish.safeParse({
    wants: oneOf(fields, 'wil') !== 'nee',
    ...{ languages: allOf(fields, 'taal'), halfDays: allOf(fields, 'tijd'), ways: allOf(fields, 'hoe') },
    ...{ region: oneOf(fields, 'plek'), themes: allOf(fields, 'thema') },
  })
  if (!read.success) {
    // All else is ticked from a list: whoever sends something that is not in it did not use the page.
    if (read.error.issues.some(({ path }) => path[0] !== 'region')) throw new AppError('invalid-input')
    return { wrong: buddyWordsFor(page.listener).tooLong, field: 'plek' }
  }
  await buddies.keepWish(trx, wishRow(read.data, { ...hers(page), changed_at: page.now }))
  return 'trajectory.buddy-wished'
}

async function met({ trx, page, fields }: Doing): ReturnType<Deed> {
  const words = buddyWordsFor(page.listener)
  const { pair } = await readOwnBuddies(trx, page)
  const from = pair?.row.formed_on
  if (pair === null || from === null || from === undefined) throw new AppError('conflict')
  const day = oneOf(fields, 'dag')
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day))
  if (!isDay || day < from || day > localDay(page.now, page.workspace.timeZone)) {
    const shownFrom = dayMonth(`${from}T12:00:00Z`, page.listener.language, 'UTC')
    return { wrong: fill(words.metWrong, { from: shownFrom }), field: 'dag' }
  }
  await buddies.reportMet(trx, { ...hers(page), pair_id: pair.row.id, met_on: day, at: page.now })
  return 'trajectory.buddy-met'
}

async function notMet({ trx, page, fields }: Doing): ReturnType<Deed> {
  const { pair, met: reported } = await readOwnBuddies(trx, page)
  const day = oneOf(fields, 'dag')
  if (pair === null || !reported.some((one) => one.own && one.day === day)) throw new AppError('not-found')
  await buddies.takeBackMet(trx, { pair_id: pair.row.id, learner_id: page.learner.id, met_on: day })
  return 'trajectory.buddy-unmet'
}

/** By a name that she knows: a list to choose from would tell everybody who takes part. */
async function avoid({ trx, page, fields, deps }: Doing): ReturnType<Deed> {
  const wanted = plainWord(oneOf(fields, 'naam'))
  const found = await asProgram(trx, page, () =>
    trx
      .selectFrom('learner_name')
      .select(['learner_id', 'name'])
      .where('trajectory_id', '=', page.trajectory.id)
      .where('learner_id', '<>', page.learner.id)
      .execute(),
  )
  const called = found.filter(({ name }) => wanted !== '' && plainWord(name) === wanted)
  if (called.length === 0) return { wrong: buddyWordsFor(page.listener).notWithUnknown, field: 'naam' }
  for (const { learner_id: other_id } of called) {
    const id = deps.world.newId<BuddyTieId>()
    await buddies.insertTie(trx, {
      ...{ ...hers(page), id, kind: 'avoid', other_id, asked_by: page.learner.id, at: page.now },
    })
  }
  return 'trajectory.buddy-tied'
}

async function noLongerAvoid({ trx, c }: Doing): ReturnType<Deed> {
  const id = buddyTieId.safeParse(c.req.param('tie'))
  if (!id.success || !(await buddies.deleteTie(trx, id.data))) throw new AppError('not-found')
  return 'trajectory.buddy-untied'
}

/** One of the talks for a calendar: when and what it is about, not with whom. */
async function calendar(c: HonoContext, deps: OwnLearningDeps): Promise<Response> {
  const text = await learnerOf(c, deps, async (trx, page) => {
    const { pair } = await readOwnBuddies(trx, page)
    const number = Number(c.req.param('number'))
    const from = pair?.row.talks[number - 1]
    if (pair === null || from === undefined) throw new AppError('not-found')
    await noteLearner(trx, deps, { page, action: 'trajectory.buddy-calendar' })
    const { language } = page.listener
    const steps = talkSteps(pair.buddies.length + 1).map(({ text: step }) => step[language])
    return calendarFile({
      uid: `${pair.row.id}-${number}@${new URL(deps.publicUrl).hostname}`,
      ...{ sequence: pair.row.version, status: 'confirmed', from, madeAt: page.now },
      to: addMilliseconds(from, talkMinutes * 60_000),
      title: `${buddyWordsFor(page.listener).title} · ${page.trajectory.title}`,
      ...{ place: '', url: '' },
      description: [talkTopics[number - 1]?.[language] ?? '', ...steps].join('\n'),
    })
  })
  return sendDownload(c, new Download({ name: 'maatje.ics', type: 'text/calendar', text }))
}
