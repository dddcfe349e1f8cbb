import type { Answers, Instrument } from '@weerklank/core/feedback/instrument'
import { AppError } from '@weerklank/core/shared/errors'
import { mutualPictureId } from '@weerklank/core/shared/ids'
import type { Hono, Context as HonoContext } from 'hono'
import { keepOwnGuess, ownPictures } from '../feedback/feedback.ts'
import { readForm } from '../http/form-body.ts'
import type { Trx } from '../schema.ts'
import { peopleIn } from './own-data.repository.ts'
import { recordOn } from './own-page.deeds.ts'
import { answer, frameOf, type OwnPageDeps, opened, ownRoots, Redirect, sendOwn } from './own-page.door.ts'
import { to } from './own-page.frame.ts'
import { mutualPage } from './own-page.mutual.page.ts'
import type { OwnPage } from './own-page.ts'

/** Her mutual pictures on her own page: who is in, a guess, and both sides when the picture is open. Without script. */
export function serveOwnMutual(app: Hono, deps: OwnPageDeps): void {
  for (const root of ownRoots) {
    app.get(`${root}/beeld`, (c) => answer(c, deps, async () => sendOwn(c, await shown(c, deps))))
    app.post(`${root}/beeld/:picture`, (c) => answer(c, deps, () => guess(c, deps)))
  }
}

function shown(c: HonoContext, deps: OwnPageDeps): Promise<string> {
  return opened(c, deps, async (trx, page) => {
    await recordOn(trx, page, { action: 'own-page.opened' })
    const people = await peopleIn(trx, page.context.relations)
    const pictures = (await picturesOn(trx, page, deps)).map((one) => ({
      ...one,
      other: people.find(({ id }) => id === one.professional)?.name ?? '',
    }))
    return mutualPage(frameOf(c, page), page, { pictures, isKept: c.req.query('bewaard') !== undefined })
  })
}

function picturesOn(trx: Trx, page: OwnPage, { content }: OwnPageDeps) {
  const { relations } = page.context
  const places = page.places.map((place) => place.id)
  return ownPictures(trx, { relations, places, instruments: content.instruments, now: page.now })
}

/** Keeps what she thinks that the other answers, and leads back to the page. */
async function guess(c: HonoContext, deps: OwnPageDeps): Promise<Response> {
  const fields = new Map(await readForm(c))
  const html = await opened(c, deps, async (trx, page) => {
    const id = mutualPictureId.safeParse(c.req.param('picture')).data
    const found = (await picturesOn(trx, page, deps)).find((one) => one.id === id)
    if (found === undefined) throw new AppError('not-found')
    const isKept = await keepOwnGuess(trx, found.id, guessIn(fields, found.instrument))
    if (isKept)
      await recordOn(trx, page, { action: 'mutual.guessed', subject: { kind: 'mutual', id: found.id } })
    throw new Redirect(`${to(frameOf(c, page), '/beeld')}${isKept ? '&bewaard=1' : ''}`, [found.relation])
  })
  return sendOwn(c, html)
}

/** What was chosen of the lists; anything else is no guess. */
function guessIn(fields: ReadonlyMap<string, string>, { items, scale }: Instrument): Answers {
  const given = items.flatMap(({ id }) => {
    const typed = fields.get(`g.${id}`) ?? ''
    const value = Number(typed)
    const fits = /^\d{1,2}$/.test(typed) && value >= scale.min && value <= scale.max
    return fits ? [[id, value] as const] : []
  })
  return Object.fromEntries(given)
}
