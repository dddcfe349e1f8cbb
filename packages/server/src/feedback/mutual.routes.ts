import type { Answers, Instrument } from '@weerklank/core/feedback/instrument'
import {
  isAfterReading,
  mustOpen,
  whyNotAnswer,
  whyNotDecline,
  whyNotGuess,
} from '@weerklank/core/feedback/mutual'
import { mutualEndpoints } from '@weerklank/core/feedback/mutual.contract'
import { readScaleValue } from '@weerklank/core/feedback/scale-value'
import { AppError } from '@weerklank/core/shared/errors'
import type { MutualPictureId, RelationId } from '@weerklank/core/shared/ids'
import { type MemberApi, type MemberSession, serveInRelation } from '../access/access.ts'
import { recordDeed } from '../audit/audit.ts'
import { type Context, setContext } from '../db/context.ts'
import type { Trx } from '../schema.ts'
import type { FeedbackDeps } from './feedback.deps.ts'
import { serveAskingMutual } from './mutual.ask.ts'
import { openPicture } from './mutual.open.ts'
import { loadPicture, loadPictures } from './mutual.presenter.ts'
import { factsOf, holdPicture, keepSide, ownPlace, type PictureRow, setMoment } from './mutual.repository.ts'

/** The mutual picture, for the members of a relation: asking for it, one's own side, a guess, and reading it when it is open. */
export function serveMutual(to: MemberApi, deps: FeedbackDeps): void {
  const { world } = deps
  serveInRelation(to, mutualEndpoints.mutualPictures, async (session, { params }, trx) => {
    const { relation } = params
    const me = await inOwnPlace(trx, session, relation)
    await recordDeed(trx, world, { session, relation, action: 'mutual.read' })
    const mayWrite = session.member.relations.get(relation) === 'takes-part'
    return loadPictures(trx, deps, { relation, me: me.place, mayWrite, now: world.now() })
  })
  serveAskingMutual(to, deps)
  serveInRelation(to, mutualEndpoints.answer, (session, { params, body }, trx) =>
    answerOwnHalf(trx, session, { deps, ...params, ...body }),
  )
  serveInRelation(to, mutualEndpoints.guess, (session, { params, body }, trx) =>
    guessOther(trx, session, { deps, ...params, ...body }),
  )
  serveInRelation(to, mutualEndpoints.decline, (session, { params }, trx) =>
    change(trx, session, {
      deps,
      ...params,
      action: 'mutual.declined',
      act: async (picture) => {
        if (whyNotDecline(factsOf(picture)) !== null) throw new AppError('conflict')
        return { declined_at: world.now() }
      },
    }),
  )
}

type Of = { deps: FeedbackDeps; relation: RelationId; picture: MutualPictureId }

/** The professional's own half, given once; opens the picture when it was the last. */
export function answerOwnHalf(
  trx: Trx,
  session: MemberSession,
  { answers, openText, ...of }: Of & { answers: Answers; openText: string },
) {
  const act = (picture: PictureRow) => answer(trx, picture, { deps: of.deps, answers, openText })
  return change(trx, session, { ...of, action: 'mutual.answered', act })
}

/** What the professional thinks that the client answered, before she can read it. */
export function guessOther(
  trx: Trx,
  session: MemberSession,
  { guess: guessed, ...of }: Of & { guess: Answers },
) {
  const act = (picture: PictureRow) => guess(trx, picture, { deps: of.deps, guess: guessed })
  return change(trx, session, { ...of, action: 'mutual.guessed', act })
}

/** Her own half is hers by her place in the collaboration: the context says which that is. */
async function inOwnPlace(trx: Trx, session: MemberSession, relation: RelationId) {
  const place = await ownPlace(trx, relation, session.member.id)
  const context: Context = { ...session.context, ...(place && { participants: [place] }) }
  await setContext(trx, context)
  return { place, context }
}

type Moment = Parameters<typeof setMoment>[2]

type Change = {
  deps: FeedbackDeps
  relation: RelationId
  picture: MutualPictureId
  action: 'mutual.answered' | 'mutual.guessed' | 'mutual.declined'
  act: (picture: PictureRow) => Promise<Moment | null>
}

/** Does one thing with a picture that is hers; opens it when that was what it waited for. The record comes last. */
async function change(trx: Trx, session: MemberSession, of: Change) {
  const { deps, relation, picture: id, action, act } = of
  const { world } = deps
  const me = await inOwnPlace(trx, session, relation)
  const picture = await holdPicture(trx, { relation, picture: id })
  if (picture === undefined) throw new AppError('not-found')
  if (picture.professional_id !== me.place) throw new AppError('not-allowed')
  const moment = await act(picture)
  if (moment !== null) await setMoment(trx, id, moment)
  const by = mustOpen({ ...factsOf(picture), ...camel(moment) }, world.now())
  const signals = by === null ? [] : await openPicture(trx, deps, { picture, context: me.context, by })
  await recordDeed(trx, world, { session, relation, action, subject: id })
  if (by !== null) await recordDeed(trx, world, { session, relation, action: 'mutual.opened', subject: id })
  for (const subject of signals) {
    await recordDeed(trx, world, { session, relation, action: 'signal.opened', subject })
  }
  const now = world.now()
  const presented = await loadPicture(trx, deps, { relation, picture: id, me: me.place, mayWrite: true, now })
  if (presented === undefined) throw new AppError('not-found')
  return presented
}

const camel = (moment: Moment | null) => ({
  ...(moment?.professional_at && { professionalAt: moment.professional_at }),
  ...(moment?.declined_at && { declinedAt: moment.declined_at }),
})

async function answer(
  trx: Trx,
  picture: PictureRow,
  { deps, answers, openText }: { deps: FeedbackDeps; answers: Answers; openText: string },
): Promise<Moment> {
  const facts = factsOf(picture)
  if (whyNotAnswer(facts, 'professional') !== null) throw new AppError('conflict')
  const read = readAnswers(answers, mirrorIn(deps, picture))
  if (Object.keys(read).length === 0 && openText === '') {
    throw new AppError('invalid-input', { fields: { answers: 'nothing-answered' } })
  }
  const at = deps.world.now()
  await keepSide(trx, picture, {
    side: 'professional',
    answers: read,
    open_text: openText,
    answered_at: at,
    after_reading: isAfterReading(facts, 'professional'),
  })
  return { professional_at: at }
}

async function guess(
  trx: Trx,
  picture: PictureRow,
  { deps, guess: guessed }: { deps: FeedbackDeps; guess: Answers },
): Promise<null> {
  if (whyNotGuess(factsOf(picture), 'professional') !== null) throw new AppError('conflict')
  await keepSide(trx, picture, {
    side: 'professional',
    guess: readAnswers(guessed, mirrorIn(deps, picture), 'guess'),
  })
  return null
}

function mirrorIn({ content }: FeedbackDeps, picture: PictureRow): Instrument {
  const mirror = content.instruments.get(`${picture.mirror_id}@${picture.mirror_version}`)
  if (mirror === undefined) throw new Error('A picture points at a mirror that is not published')
  return mirror
}

/** Answers as they may be stored: only items of the instrument, only values of its scale. */
export function readAnswers(given: Answers, { items, scale }: Instrument, field = 'answers'): Answers {
  const known = new Set(items.map(({ id }) => id))
  const read = Object.entries(given).map(([item, value]) => {
    if (!known.has(item)) throw new AppError('invalid-input', { fields: { [`${field}.${item}`]: 'unknown' } })
    const result = readScaleValue(String(value), scale)
    if ('problem' in result) {
      throw new AppError('invalid-input', { fields: { [`${field}.${item}`]: result.problem } })
    }
    return [item, result.value] as const
  })
  return Object.fromEntries(read)
}
