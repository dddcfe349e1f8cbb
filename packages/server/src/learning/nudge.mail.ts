import { learnerLinkDays } from '@weerklank/core/learning/trajectory'
import type { LearnerId, TrajectoryId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Listener } from '@weerklank/core/shared/spoken'
import { fill } from '@weerklank/core/shared/spoken'
import { addDays } from '@weerklank/core/shared/time'
import { newToken } from '../http/link-token.ts'
import { letterMail, nameInMail } from '../mail/letter.ts'
import { checkLinkKind, enqueueMail } from '../mail/outbox.ts'
import type { Trx } from '../schema.ts'
import type { NudgeDeps } from './nudge.deps.ts'
import { type CardWords, nudgeWordsFor } from './nudge.words.ts'
import { insertLink } from './own/own.repository.ts'

/** Below the root of a learner's own pages. */
export const betweenBelow = '/tussendoor'
export const stopBelow = `${betweenBelow}/niet-meer`

type To = {
  workspace: { id: WorkspaceId; name: string }
  trajectory: TrajectoryId
  learner: LearnerId
  email: string
  listener: Listener
  card: CardWords
}

/** Puts the mail with one card in the outbox: a link of its own to her page, and one to stop, which needs no sign-in. */
export async function mailCard(trx: Trx, deps: NudgeDeps, to: To): Promise<void> {
  const { world, publicUrl } = deps
  const now = world.now()
  const { token, hash } = newToken(to.workspace.id)
  await insertLink(trx, {
    ...{ workspace_id: to.workspace.id, token_hash: hash, trajectory_id: to.trajectory },
    ...{ learner_id: to.learner, created_at: now, revoked_at: null },
    expires_at: addDays(now, learnerLinkDays),
  })
  const words = nudgeWordsFor(to.listener)
  const root = `${publicUrl}/l/${token}`
  const mail = letterMail({
    to: { name: '', address: to.email },
    publicUrl,
    letters: [
      {
        ...{ language: to.listener.language, subject: to.card.title, greeting: words.hello },
        before: to.card.body,
        link: { label: words.open, url: `${root}${betweenBelow}` },
        after: [words.rare, fill(words.from, { name: nameInMail(to.workspace.name) })],
        stop: { label: words.stop, url: `${root}${stopBelow}` },
      },
    ],
  })
  // Of the kind that is forgotten once it is sent: it holds her link.
  await enqueueMail(trx, world, {
    ...{ workspace: to.workspace.id, kind: checkLinkKind },
    mail: { ...mail, unsubscribeUrl: `${root}${stopBelow}` },
  })
}
