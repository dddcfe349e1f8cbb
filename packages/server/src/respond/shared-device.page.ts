import type { LinkWay } from '@weerklank/core/feedback/shared-device'
import type { AddressForm, Language } from '@weerklank/core/shared/language'
import { html } from '../http/html.ts'
import { documentOf } from './respond.frame.ts'
import type { PageFrame } from './respond.model.ts'

type Words = {
  stored: string
  notStored: string
  thanks: string
  closed: string
  gone: string
  giveBack: string
  unlock: string
  done: string
}

const words: Record<'nl-u' | 'nl-je' | 'en', Words> = {
  'nl-u': {
    stored: 'Uw antwoord is binnen',
    notStored: 'De vraag is hier gesloten',
    thanks: 'Dank u wel.',
    closed: 'Vraag om de vraag opnieuw te openen.',
    gone: 'Wat u antwoordde, staat niet meer op dit scherm.',
    giveBack: 'Geef dit toestel terug.',
    unlock: 'Is dit uw eigen toestel? Ontgrendel het',
    done: 'Klaar',
  },
  'nl-je': {
    stored: 'Je antwoord is binnen',
    notStored: 'De vraag is hier gesloten',
    thanks: 'Dank je wel.',
    closed: 'Vraag om de vraag opnieuw te openen.',
    gone: 'Wat je antwoordde, staat niet meer op dit scherm.',
    giveBack: 'Geef dit toestel terug.',
    unlock: 'Is dit je eigen toestel? Ontgrendel het',
    done: 'Klaar',
  },
  en: {
    stored: 'Your answer is in',
    notStored: 'The question is closed here',
    thanks: 'Thank you.',
    closed: 'Ask to have the question opened again.',
    gone: 'What you answered is no longer on this screen.',
    giveBack: 'Give this device back.',
    unlock: 'Is this your own device? Unlock it',
    done: 'Done',
  },
}

const wordsFor = ({ language, address }: { language: Language; address: AddressForm }): Words =>
  words[language === 'en' ? 'en' : (`nl-${address}` as const)]

export type Shared = { frame: PageFrame; way: LinkWay; relation: string; key: string; isStored: boolean }

/**
 * What stands on a device of the house once somebody is done: nothing of what was answered, also for whoever goes back. The
 * key lets the page's script forget what it kept there.
 */
export function sharedDevicePage({ frame, way, relation, key, isStored }: Shared): string {
  const { listener } = frame
  const language = listener.language === 'en' ? 'en' : 'nl'
  const said = wordsFor({ language, address: listener.address })
  const title = isStored ? said.stored : said.notStored
  const next =
    way === 'kiosk'
      ? html`<p><a class="go" href="/kiosk">${said.done}</a></p>`
      : html`<p class="box"><b>${said.giveBack}</b></p>
      <p><a href="/samenwerkingen/${relation}">${said.unlock}</a></p>`
  return documentOf(
    { ...frame, listener: { language, address: listener.address } },
    {
      title,
      key,
      main: html`<h1>${title}</h1>
      <p>${isStored ? `${said.thanks} ${said.gone}` : said.closed}</p>
      ${next}`,
    },
  )
}
