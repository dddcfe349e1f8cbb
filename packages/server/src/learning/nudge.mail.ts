import type { LearnerId, TrajectoryId, WorkspaceId } from '@weerklank/core/shared/ids'
import type { Listener } from '@weerklank/core/shared/spoken'
import { fill } from '@weerklank/core/shared/spoken'
import { letterMail, nameInMail } from '../mail/letter.ts'
import { checkLinkKind, enqueueMail } from '../mail/outbox.ts'
import type { Trx } from '../schema.ts'
import type { NudgeDeps } from './nudge.deps.ts'
import { type CardWords, nudgeWordsFor } from './nudge.words.ts'
import { newLearnerLink } from './own/own.links.ts'

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
  const learner = { workspace_id: to.workspace.id, id: to.learner, trajectory_id: to.trajectory }
  const { url: root } = await newLearnerLink(trx, deps, { learner })
  const words = nudgeWordsFor(to.listener)
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
