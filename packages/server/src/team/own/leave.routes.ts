import type { Hono } from 'hono'
import { html } from '../../http/html.ts'
import { afterLeaving } from '../circle.leave.ts'
import { revokeLinks, updatePerson } from '../circle.repository.ts'
import { answerCircle, circleOf, noteInCircle, type OwnCircleDeps, sendCircle } from './own.door.ts'
import { circleDocument, frameOf, to } from './own.frame.ts'
import type { OwnCircle } from './own.section.ts'
import { ownCircleWordsFor } from './own.text.ts'

/** Leaving a team or network by oneself: asked once, without a reason, and done at once. */
export function serveLeaving(app: Hono, deps: OwnCircleDeps): void {
  app.get('/n/:token/weg', (c) =>
    answerCircle(c, deps, async () =>
      sendCircle(c, await circleOf(c, deps, async (_trx, page) => asked(page))),
    ),
  )
  app.post('/n/:token/weg', (c) =>
    answerCircle(c, deps, async () => {
      const made = await circleOf(c, deps, async (trx, page) => {
        const { now, self, circle } = page
        const which = { circle: circle.row.id, participant: self.participant_id }
        await revokeLinks(trx, which, now)
        await updatePerson(trx, which, { left_at: now })
        await afterLeaving(trx, {
          ...{ world: deps.world, context: page.context, relation: page.relation, ...which },
          ...{ person: self.person_id, isFamily: page.isFamily },
          moment: { now, timeZone: page.workspace.timeZone },
        })
        await noteInCircle(trx, deps, { page, action: 'circle.left' })
        return left(page)
      })
      return sendCircle(c, made)
    }),
  )
}

function asked(page: OwnCircle): string {
  const words = ownCircleWordsFor(page.listener)
  return circleDocument(frameOf(page), {
    title: words.leave,
    below: '/weg',
    main: html`<h1>${words.leave}</h1><p>${words.leaveWhy}</p><p>${words.leaveKept}</p>${page.isFamily ? html`<p>${words.leaveForgets}</p>` : null}
      <form method="post" action="${to(page, '/weg')}"><button class="go">${words.leaveNow}</button></form>`,
  })
}

function left(page: OwnCircle): string {
  const words = ownCircleWordsFor(page.listener)
  return circleDocument(frameOf(page), {
    title: words.leftTitle,
    main: html`<h1>${words.leftTitle}</h1><p role="status">${words.left}</p><p>${words.leftBack}</p>`,
  })
}
