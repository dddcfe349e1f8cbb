import type { Reader } from '@weerklank/core/shared/spoken'
import { html } from '../http/html.ts'
import { documentOf, languageLinks } from './respond.frame.ts'
import { wordsFor } from './respond.text.ts'

/**
 * Every language in which a check can be answered, each as it calls itself. Says nothing of the link it was asked for by, so
 * that nothing has to be opened; works without script.
 */
export function languagePage(listener: Reader, token: string): string {
  const { chooseLanguage, backToQuestions } = wordsFor(listener)
  const frame = { listener, workspace: null, path: `/f/${token}` }
  const here = `${frame.path}?lang=${listener.language}`
  return documentOf(frame, {
    title: chooseLanguage,
    main: html`<h1>${chooseLanguage}</h1>${languageLinks(frame)}<p><a href="${here}">${backToQuestions}</a></p>`,
  })
}
