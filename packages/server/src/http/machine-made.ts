import type { RespondLanguage } from '@weerklank/core/shared/language'
import { aboutLanguage } from './further-languages.ts'
import { type Html, html } from './html.ts'

/** In Dutch, on pages in a language that nobody here reads. */
const machineMade = 'Computervertaling, niet nagekeken.'

/** Said in her language and in Dutch, so that whoever helps knows too, until somebody has checked the words. */
export function madeByMachine(language: RespondLanguage): Html | null {
  const about = aboutLanguage(language)
  if (about?.status !== 'machine-made') return null
  return html`<p>${about.notice} <bdi lang="nl">${machineMade}</bdi></p>`
}
