import type { NudgeContent } from '@weerklank/core/learning/nudge.content'
import { type Listener, type Phrase, say, wordsTo } from '@weerklank/core/shared/spoken'
import type { NudgeRow } from './nudge.repository.ts'

/** What a card says to one reader. */
export type CardWords = { title: string; body: readonly string[] }

/** The lead's own words where there are any, those of the card otherwise. A card that is gone has its own words alone. */
export function cardWords(
  row: Pick<NudgeRow, 'card_key' | 'title' | 'body'>,
  content: NudgeContent,
  listener: Listener,
): CardWords {
  const card = content.cards.find(({ key }) => key === row.card_key)
  const said = card?.body.map((text) => say(text, listener)) ?? []
  return {
    title: row.title !== '' ? row.title : card === undefined ? '' : say(card.title, listener),
    body: row.body !== '' ? row.body.split('\n').filter((line) => line.trim() !== '') : said,
  }
}

const nl = {
  hello: { u: 'Goedendag,', je: 'Hallo,' },
  open: { u: 'Naar uw pagina', je: 'Naar je pagina' },
  rare: {
    u: 'Dit is een seintje tussen twee bijeenkomsten. U krijgt er hooguit één per week.',
    je: 'Dit is een seintje tussen twee bijeenkomsten. Je krijgt er hooguit één per week.',
  },
  from: 'Deze mail komt van {name}.',
  stop: 'Niet meer sturen',
  title: 'Tussendoor',
  intro: {
    u: 'Kleine kaartjes tussen de bijeenkomsten. Lezen mag, het hoeft niet.',
    je: 'Kleine kaartjes tussen de bijeenkomsten. Lezen mag, het hoeft niet.',
  },
  none: { u: 'Hier komen straks uw kaartjes.', je: 'Hier komen straks je kaartjes.' },
  all: 'Alle kaartjes',
  film: 'Bekijk het filmpje',
  moment: { u: 'Naar uw vragen', je: 'Naar je vragen' },
  pack: 'Bekijk de bladen',
  packPdf: 'Afdrukken (PDF)',
  packTitle: { u: 'Voor uw collega’s', je: 'Voor je collega’s' },
  isOn: {
    u: 'U krijgt deze kaartjes ook per mail, hooguit één per week.',
    je: 'Je krijgt deze kaartjes ook per mail, hooguit één per week.',
  },
  pageOnly: {
    u: 'U krijgt hooguit één kaartje per week, op deze pagina.',
    je: 'Je krijgt hooguit één kaartje per week, op deze pagina.',
  },
  isOff: {
    u: 'We sturen u niets tussendoor, tot u het zelf weer aanzet.',
    je: 'We sturen je niets tussendoor, tot je het zelf weer aanzet.',
  },
  off: 'Niet meer sturen',
  on: 'Weer wel sturen',
  offAsk: { u: 'Wilt u geen kaartjes meer?', je: 'Wil je geen kaartjes meer?' },
  offWhy: {
    u: 'Alles blijft op uw pagina staan. Aan het leertraject verandert niets.',
    je: 'Alles blijft op je pagina staan. Aan het leertraject verandert niets.',
  },
  how: 'Hoe vaak?',
  work: { u: 'Hoe is uw werk?', je: 'Hoe is je werk?' },
  workWhy: {
    u: 'We willen weten of een vraag aan cliënten past. Het gaat niet over u.',
    je: 'We willen weten of een vraag aan cliënten past. Het gaat niet over jou.',
  },
  meetings: {
    u: 'Hoe vaak ziet u dezelfde cliënt?',
    je: 'Hoe vaak zie je dezelfde cliënt?',
  },
  'meetings-none': { u: 'Ik zie zelf geen cliënten', je: 'Ik zie zelf geen cliënten' },
  'meetings-once': 'Eén keer',
  'meetings-few': 'Een paar keer',
  'meetings-many': 'Vaak, over langere tijd',
  stage: { u: 'Hoe ver bent u met de meeste mensen?', je: 'Hoe ver ben je met de meeste mensen?' },
  'stage-beginning': 'We zijn net begonnen',
  'stage-underway': 'We zijn op weg',
  parents: { u: 'Hoe vaak spreekt u ouders?', je: 'Hoe vaak spreek je ouders?' },
  'parents-seldom': 'Zelden',
  'parents-often': 'Geregeld',
  keep: 'Bewaren',
  kept: { u: 'Bewaard. Dank u wel.', je: 'Bewaard. Dank je wel.' },
  workMissing: {
    u: 'Kies bij elke vraag één antwoord. Er is nog niets bewaard.',
    je: 'Kies bij elke vraag één antwoord. Er is nog niets bewaard.',
  },
} as const satisfies Readonly<Record<string, Phrase>>

export type NudgeWords = Readonly<Record<keyof typeof nl, string>>

const en: NudgeWords = {
  hello: 'Hello,',
  open: 'To your page',
  rare: 'This is a nudge between two meetings. You get one a week at most.',
  from: 'This mail comes from {name}.',
  stop: 'Send no more',
  title: 'In between',
  intro: 'Small cards between the meetings. You may read them. You need not.',
  none: 'Your cards will come here.',
  all: 'All cards',
  film: 'Watch the film',
  moment: 'To your questions',
  pack: 'See the sheets',
  packPdf: 'Print (PDF)',
  packTitle: 'For your colleagues',
  isOn: 'You also get these cards by mail, one a week at most.',
  pageOnly: 'You get one card a week at most, on this page.',
  isOff: 'We send you nothing in between, until you turn it on yourself.',
  off: 'Send no more',
  on: 'Send them again',
  offAsk: 'Would you like no more cards?',
  offWhy: 'Everything stays on your page. Nothing changes in the trajectory.',
  how: 'How often?',
  work: 'How is your work?',
  workWhy: 'We want to know whether asking clients something fits. It is not about you.',
  meetings: 'How often do you see the same client?',
  'meetings-none': 'I see no clients myself',
  'meetings-once': 'Once',
  'meetings-few': 'A few times',
  'meetings-many': 'Often, over a longer time',
  stage: 'How far are you with most people?',
  'stage-beginning': 'We have just begun',
  'stage-underway': 'We are on our way',
  parents: 'How often do you talk with parents?',
  'parents-seldom': 'Seldom',
  'parents-often': 'Regularly',
  keep: 'Keep',
  kept: 'Kept. Thank you.',
  workMissing: 'Choose one answer to each question. Nothing was kept yet.',
}

/** The sentences round the cards, as this person is addressed. */
export function nudgeWordsFor(listener: Listener): NudgeWords {
  return wordsTo({ nl, en }, listener)
}
