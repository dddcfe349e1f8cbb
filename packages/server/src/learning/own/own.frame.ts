import { type ErrorCode, errorTexts } from '@weerklank/core/shared/errors'
import { type Html, html } from '../../http/html.ts'
import { type OwnFrame, ownDocument, ownDocumentPolicy, to } from '../../http/own-document.ts'
import { ownLearningWordsFor } from './own.text.ts'

export { to } from '../../http/own-document.ts'

/** What every page of a learner knows; its root is `/l/<token>`. */
export type LearnerFrame = OwnFrame

/** Our own style, no script, nothing is loaded. */
export const ownLearningPolicy = ownDocumentPolicy

type Page = {
  title: string
  main: Html
  /** The page's path below the root, for the link to the other language; the first page has none. */
  below?: string
}

/** A whole document: one answer, nothing else is requested, no script. */
export function learnerDocument(frame: LearnerFrame, page: Page): string {
  return ownDocument(frame, { ...page, words: ownLearningWordsFor(frame.listener) })
}

/** A link that leads to no page of anybody's, or a moment at which nothing works. One that expired can be renewed. */
export function nowherePage(frame: LearnerFrame, code: ErrorCode): string {
  const words = ownLearningWordsFor(frame.listener)
  const isLink = code === 'link-unknown' || code === 'link-expired' || code === 'link-revoked'
  const title = isLink || code === 'not-found' ? words.nowhere : words.notNow
  const text = isLink ? errorTexts[code][frame.listener.language] : words.tryAgain
  const renewal =
    code === 'link-expired'
      ? html`<p>${words.renewWhy}</p><form method="post" action="${to(frame, '/nieuw')}"><button class="go">${words.renew}</button></form>`
      : null
  return learnerDocument(frame, {
    title,
    main: html`<h1>${title}</h1><p>${text}</p>${renewal}${isLink ? html`<p>${words.askAgain}</p>` : null}`,
  })
}
