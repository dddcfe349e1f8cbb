import type { Hono } from 'hono'
import { sendDownload } from '../../http/download.ts'
import { certificateOf } from '../trajectory.certificate.ts'
import { answerLearner, LearnerLinkError, learnerOf, noteLearner, type OwnLearningDeps } from './own.door.ts'

/** Below the address of a learner's own pages. */
export const certificateBelow = '/bewijs.pdf'

/** Her own certificate of participation, as soon as it is written down that she was at an event. */
export function serveOwnCertificate(app: Hono, deps: OwnLearningDeps): void {
  app.get(`/l/:token${certificateBelow}`, (c) =>
    answerLearner(c, deps, async () => {
      const file = await learnerOf(c, deps, async (trx, page) => {
        const { trajectory, workspace, learner, name, now, listener } = page
        const made = await certificateOf(trx, {
          learner: { ...learner, name },
          trajectory,
          workspace,
          made: now,
        })
        if (made === null) throw new LearnerLinkError('link-unknown', listener)
        await noteLearner(trx, deps, { page, action: 'trajectory.certificate-made' })
        return made
      })
      return sendDownload(c, file)
    }),
  )
}
