import type { MemberSession } from '../access/access.ts'
import { checkLinkKind, enqueueMail } from '../mail/outbox.ts'
import type { Trx } from '../schema.ts'
import type { LearningDeps } from './learning.deps.ts'
import { newLearnerLink } from './own/own.links.ts'
import type { LearnerRow } from './trajectory.learners.ts'
import { learnerMail } from './trajectory.letter.ts'

type Of = { session: MemberSession; deps: LearningDeps }

/**
 * Mails a link to each who has an address; the links that people have go on opening, for who kept one must not find it shut.
 * Gives how many letters wait, and for how many a link has to be handed over.
 */
export async function mailLearners(
  trx: Trx,
  of: Of,
  { kind, rows }: { kind: 'invitation' | 'reminder'; rows: readonly LearnerRow[] },
): Promise<{ mailed: number; withoutAddress: number }> {
  const { session, deps } = of
  const { workspace } = session
  const reachable = rows.filter(({ email }) => email !== '')
  for (const row of reachable) {
    const { url } = await newLearnerLink(trx, deps, { learner: row })
    const mail = learnerMail({
      ...{ kind, url, publicUrl: deps.publicUrl, workspace: workspace.name, listener: row },
      to: { name: row.name, address: row.email },
    })
    // Of the kind that is forgotten once it is sent, for it holds the link.
    await enqueueMail(trx, deps.world, { workspace: workspace.id, kind: checkLinkKind, mail })
  }
  return { mailed: reachable.length, withoutAddress: rows.length - reachable.length }
}
