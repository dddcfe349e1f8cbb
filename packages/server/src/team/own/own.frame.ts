import { type AppError, errorTexts } from '@weerklank/core/shared/errors'
import { type Html, html } from '../../http/html.ts'
import { type OwnFrame, ownDocument, ownDocumentPolicy, to } from '../../http/own-document.ts'
import type { OwnCircle } from './own.section.ts'
import { ownCircleWordsFor } from './own.text.ts'

export { to } from '../../http/own-document.ts'

/** What every page by the link of a circle knows; its root is `/n/<token>`. */
export type CircleFrame = OwnFrame

/** Our own style, no script, nothing is loaded. */
export const ownCirclePolicy = ownDocumentPolicy

type Page = {
  title: string
  main: Html
  /** The page's path below the root, for the link to the other language; the first page has none. */
  below?: string
}

/** A whole document: one answer, nothing else is requested, no script. */
export function circleDocument(frame: CircleFrame, page: Page): string {
  return ownDocument(frame, { ...page, words: ownCircleWordsFor(frame.listener) })
}

/** The frame of the pages of somebody who was let in. */
export const frameOf = (page: OwnCircle): CircleFrame => ({ ...page, workspace: page.workspace.name })

/** A link that leads to no page of anybody's, something that can no longer be asked, or a moment at which nothing works. */
export function nowherePage(frame: CircleFrame, error: Pick<AppError, 'code' | 'fields'>): string {
  const words = ownCircleWordsFor(frame.listener)
  const { code } = error
  const isLink = code === 'link-unknown' || code === 'link-expired' || code === 'link-revoked'
  const isShut = error.fields.circle !== undefined
  const title = isLink || code === 'not-found' ? words.nowhere : isShut ? words.shut : words.notNow
  const text = isLink ? errorTexts[code][frame.listener.language] : isShut ? words.shutWhy : words.tryAgain
  const renewal =
    code === 'link-expired'
      ? html`<p>${words.renewWhy}</p><form method="post" action="${to(frame, '/nieuw')}"><button class="go">${words.renew}</button></form>`
      : null
  const back = isLink ? null : html`<p><a href="${to(frame, '')}">${words.back}</a></p>`
  return circleDocument(frame, {
    title,
    main: html`<h1>${title}</h1><p>${text}</p>${renewal}${isLink ? html`<p>${words.askAgain}</p>` : null}${back}`,
  })
}
