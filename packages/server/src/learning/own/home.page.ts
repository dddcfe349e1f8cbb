import { fill } from '@weerklank/core/shared/spoken'
import { type Html, html } from '../../http/html.ts'
import { learnerDocument, to } from './own.frame.ts'
import type { OwnLearner } from './own.section.ts'
import { ownLearningWordsFor } from './own.text.ts'

export type HomePage = {
  page: OwnLearner
  /** Who still has to choose whether researchers read along. */
  awaits: 'self' | 'parent' | null
  sections: readonly Html[]
  /** She made herself a new link just now. */
  isRenewed: boolean
}

/** A learner's first page: who she is here, the one choice that may still be open, and the parts of it. */
export function homePage({ page, awaits, sections, isRenewed }: HomePage): string {
  const words = ownLearningWordsFor(page.listener)
  const frame = { ...page, workspace: page.workspace.name }
  const title = fill(words.hello, { name: page.name })
  return learnerDocument(frame, {
    title,
    main: html`<h1>${title}</h1><p>${fill(words.intro, { title: page.trajectory.title })}</p>
      ${isRenewed ? html`<p class="box" role="status">${words.renewed}</p>` : null}${choice(page, awaits)}${sections}`,
  })
}

/** Asked until she chose; whoever decides with her may still have to. */
function choice(page: OwnLearner, awaits: HomePage['awaits']): Html | null {
  const words = ownLearningWordsFor(page.listener)
  if (awaits === 'parent') return html`<p class="box">${words.waits}</p>`
  if (awaits === null) return null
  return html`<div class="box"><h2>${words.ask}</h2><p>${words.askWhy}</p><p><a href="${to(page, '/keuze/research')}">${words.askNow}</a></p></div>`
}
