import { AppError } from '@weerklank/core/shared/errors'
import type { Hono } from 'hono'
import { linkToNextSeat } from '../../dialogue/dialogue.ts'
import { answerCircle, circleOf, type OwnCircleDeps } from './own.door.ts'

/** From her page of the circle to her place at its next meeting: a new link to that place, as she would get by mail. */
export function serveOwnTable(app: Hono, deps: OwnCircleDeps): void {
  app.post('/n/:token/gesprek', (c) =>
    answerCircle(c, deps, async () => {
      const leads = await circleOf(c, deps, async (trx, page) => {
        const { context, relation, self, now, listener } = page
        const url = await linkToNextSeat(trx, context, { deps, relation, person: self.person_id, now })
        return url && `${url}?lang=${listener.language}`
      })
      if (leads === null) throw new AppError('not-found')
      return c.redirect(leads, 303)
    }),
  )
}
