import { feedbackAnswers } from '@weerklank/core/learning/peer-feedback'
import type { Hono, Context as HonoContext } from 'hono'
import { setContext } from '../db/context.ts'
import { readForm } from '../http/form-body.ts'
import type { Told, Typed } from '../http/own-fields.ts'
import type { Trx } from '../schema.ts'
import { sendLearner } from './own/own.door.ts'
import { to } from './own/own.frame.ts'
import { answerPeer, notePeer, type Peer, type PeerDeps, peerOf } from './peer.door.ts'
import { answerSigns, peerPage } from './peer.page.ts'
import { peerWordsFor } from './peer.text.ts'
import * as repository from './portfolio.repository.ts'

/** Four answers of four thousand signs in emoji, percent-encoded. */
const formSize = { bytes: 256 * 1024, fields: 10 }

/** Whoever a learner shows or asks something by a link, without an account and without a script. */
export function servePeers(app: Hono, deps: PeerDeps): void {
  app.get('/e/:token', (c) => answerPeer(c, deps, () => shown(c, deps)))
  app.post('/e/:token', (c) => answerPeer(c, deps, () => answer(c, deps)))
  app.post('/e/:token/terug', (c) => answerPeer(c, deps, () => takeBack(c, deps)))
}

async function shown(c: HonoContext, deps: PeerDeps): Promise<Response> {
  const text = await peerOf(c, deps, async (trx, peer) => {
    if (peer.share.seen_at === null) {
      await repository.updateShare(trx, peer.share.id, { seen_at: peer.now })
    }
    await notePeer(trx, deps, { peer, action: 'portfolio.shown' })
    const { takenBack } = peerWordsFor(peer.listener)
    const told: Told = c.req.query('terug') === 'ja' ? { kind: 'kept', text: takenBack } : null
    return peerPage(await load(trx, { peer, told, typed: new Map() }))
  })
  return sendLearner(c, text)
}

async function load(trx: Trx, of: { peer: Peer; told: Told; typed: Typed }) {
  const { share } = of.peer
  const pieces = await repository.piecesShown(trx, share.token_hash)
  return { ...of, pieces, halves: await repository.halvesOf(trx, share.id) }
}

async function answer(c: HonoContext, deps: PeerDeps): Promise<Response> {
  const typed = new Map(await readForm(c, formSize))
  const made = await peerOf(c, deps, async (trx, peer) => {
    const words = peerWordsFor(peer.listener)
    const share = (await repository.lockShare(trx, peer.share.id)) ?? peer.share
    // Once: a form that is sent twice, or from two tabs, changes nothing.
    if (share.answered_at !== null || share.questions.length === 0) return { peer, text: null }
    const read = feedbackAnswers.safeParse(share.questions.map((_, at) => typed.get(`a${at}`) ?? ''))
    if (!read.success) {
      const long = share.questions.findIndex((_, at) => [...(typed.get(`a${at}`) ?? '')].length > answerSigns)
      const text = long < 0 ? words.empty : words.tooLong
      const told: Told = { kind: 'wrong', text, field: `a${Math.max(long, 0)}` }
      return { peer, text: peerPage(await load(trx, { peer, told, typed })) }
    }
    await keep(trx, { ...peer, share }, read.data)
    await notePeer(trx, deps, { peer, action: 'portfolio.answered' })
    return { peer, text: null }
  })
  if (made.text !== null) return sendLearner(c, made.text, { status: 422 })
  return c.redirect(to(made.peer, ''), 303)
}

/** Both halves open to each other in the transaction in which the second is written. */
async function keep(trx: Trx, peer: Peer, answers: readonly string[]): Promise<void> {
  const { share, now, workspace, context } = peer
  await repository.insertFeedback(trx, {
    ...{ workspace_id: workspace.id, trajectory_id: share.trajectory_id, learner_id: share.learner_id },
    ...{ person_id: share.person_id, share_id: share.id, side: 'giver', token_hash: share.token_hash },
    ...{ from_name: share.to_name, readers: share.readers, reader_ids: share.reader_ids },
    answers: JSON.stringify(share.questions.map((question, at) => ({ question, answer: answers[at] ?? '' }))),
    ...{ is_open: true, at: now },
  })
  await repository.updateShare(trx, share.id, { answered_at: now })
  if (!share.is_both) return
  const program = { workspace: workspace.id, actor: 'system' as const, relations: [] }
  await setContext(trx, { ...program, joins: [share.trajectory_id] })
  await repository.openHalf(trx, share.id)
  await setContext(trx, context)
}

async function takeBack(c: HonoContext, deps: PeerDeps): Promise<Response> {
  const peer = await peerOf(c, deps, async (trx, peer) => {
    await repository.takeBackAnswer(trx, peer.share.id)
    // Where both wrote, she has read the other half by now: what comes after that is no answer of its own.
    if (!peer.share.is_both) await repository.updateShare(trx, peer.share.id, { answered_at: null })
    await notePeer(trx, deps, { peer, action: 'portfolio.answer-withdrawn' })
    return peer
  })
  return c.redirect(`${to(peer, '')}&terug=ja`, 303)
}
