import { legalDocument } from '@weerklank/core/consent/legal/legal'
import type { LegalDocumentId } from '@weerklank/core/consent/legal/legal-document'
import { legalTitles } from '@weerklank/core/consent/legal/legal-words'
import { setContext } from '../db/context.ts'
import { type Html, html } from '../http/html.ts'
import type { Trx } from '../schema.ts'
import { factsOf, type LegalDeps, nobodyByName, readWorkspace } from './legal.facts.ts'
import { blockHtml } from './legal.page.ts'
import { publicPages } from './legal.routes.ts'
import { type OwnFrame, ownDocument } from './own-page.frame.ts'
import { ownWordsFor } from './own-page.text.ts'
import type { OwnPage } from './own-page.ts'

/** What happens with an answer here, as her own organisation is set up, in the words that are written for her. */
export async function privacyPage(
  trx: Trx,
  page: OwnPage,
  { frame, deps }: { frame: OwnFrame; deps: Pick<LegalDeps, 'installation' | 'consentTexts'> },
): Promise<string> {
  // Settings and terms, no content: read in the name of the program, because they are not hers.
  await setContext(trx, { workspace: page.workspace.id, actor: 'system', relations: [] })
  const workspace = (await readWorkspace(trx)) ?? nobodyByName
  await setContext(trx, page.context)
  const facts = factsOf(deps, { workspace, now: page.now })
  const { title, blocks } = legalDocument(documentFor(page), facts, frame.listener.language)
  return ownDocument(frame, {
    title,
    below: '/privacy',
    main: html`<h1>${title}</h1>${blocks.map(blockHtml)}${toPublicPages(frame)}`,
  })
}

/** The pages that are there for everybody: to give to someone else, or to read with a child. */
function toPublicPages(frame: OwnFrame): Html {
  const { language } = frame.listener
  const lines = publicPages.map(
    ([path, id]) => html`<li><a href="${path}?lang=${language}">${legalTitles[id][language]}</a></li>`,
  )
  return html`<section><h2>${ownWordsFor(frame.listener).privacyForAll}</h2><ul>${lines}</ul></section>`
}

function documentFor({ places, listener }: OwnPage): LegalDocumentId {
  if (places.some((place) => place.member_id !== null)) return 'privacy-professional'
  return listener.address === 'je' ? 'privacy-child' : 'privacy-adult'
}
