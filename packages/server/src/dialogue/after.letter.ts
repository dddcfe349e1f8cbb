import { screenLanguage } from '@weerklank/core/shared/language'
import { type Phrase, wordsTo } from '@weerklank/core/shared/spoken'
import { type Letter, letterMail, nameInMail } from '../mail/letter.ts'
import type { Mail } from '../mail/mail.ts'
import type { PlaceRow } from './meeting.repository.ts'

/** What a mail after a meeting is for. None says whom or what the meeting was about. */
export type AfterMail = 'questions' | 'reminder' | 'quote' | 'minutes' | 'letter'

const nl = {
  hello: { u: 'Goedendag,', je: 'Hallo,' },
  questionsSubject: 'Vier vragen na het gesprek van vandaag',
  questions: {
    u: 'U was vandaag bij een gesprek. We stellen u daarover vier korte vragen.',
    je: 'Je was vandaag bij een gesprek. We stellen je daarover vier korte vragen.',
  },
  reminderSubject: {
    u: 'De vier vragen staan nog voor u klaar',
    je: 'De vier vragen staan nog voor je klaar',
  },
  reminder: {
    u: 'De vragen na het gesprek staan nog open. Dit is de enige herinnering.',
    je: 'De vragen na het gesprek staan nog open. Dit is de enige herinnering.',
  },
  quoteSubject: { u: 'Mogen we uw woorden laten zien?', je: 'Mogen we je woorden laten zien?' },
  quote: {
    u: 'Iemand wil iets laten zien wat u zei of schreef. U beslist daarover.',
    je: 'Iemand wil iets laten zien wat je zei of schreef. Jij beslist daarover.',
  },
  minutesSubject: 'Klopt het verslag van het gesprek?',
  minutes: {
    u: 'Het verslag is er. Wilt u kijken of het klopt?',
    je: 'Het verslag is er. Wil je kijken of het klopt?',
  },
  letterSubject: { u: 'Een brief voor u na het gesprek', je: 'Een brief voor je na het gesprek' },
  letter: {
    u: 'Mensen die bij het gesprek waren, willen u iets teruggeven.',
    je: 'Mensen die bij het gesprek waren, willen je iets teruggeven.',
  },
  open: { u: 'Naar uw pagina', je: 'Naar je pagina' },
  free: 'Antwoorden mag, het hoeft niet.',
  from: 'Deze mail komt van {name}.',
} as const satisfies Readonly<Record<string, Phrase>>

const en: Readonly<Record<keyof typeof nl, string>> = {
  hello: 'Hello,',
  questionsSubject: 'Four questions after today’s meeting',
  questions: 'You were at a meeting today. We have four short questions for you.',
  reminderSubject: 'The four questions still wait for you',
  reminder: 'The questions after the meeting are still open. This is the only reminder.',
  quoteSubject: 'May we show your words?',
  quote: 'Somebody wants to show something that you said or wrote. You decide.',
  minutesSubject: 'Are the minutes of the meeting right?',
  minutes: 'The minutes are there. Would you see whether they are right?',
  letterSubject: 'A letter for you after the meeting',
  letter: 'People who were at the meeting want to give something back to you.',
  open: 'To your page',
  free: 'You may answer. You need not.',
  from: 'This mail comes from {name}.',
}

/** A mail to one place, with her own link; the link alone leads to what it is about. */
export function afterMail(
  kind: AfterMail,
  of: {
    place: Pick<PlaceRow, 'language' | 'address'>
    to: string
    url: string
    publicUrl: string
    workspace: string
  },
): Mail {
  const language = screenLanguage(of.place.language)
  const words = wordsTo({ nl, en }, { language, address: of.place.address })
  const letter: Letter = {
    language,
    subject: words[`${kind}Subject`],
    greeting: words.hello,
    before: [words[kind]],
    link: { label: words.open, url: of.url },
    after: [
      ...(kind === 'letter' ? [] : [words.free]),
      words.from.replace('{name}', () => nameInMail(of.workspace)),
    ],
  }
  return letterMail({ to: { name: '', address: of.to }, publicUrl: of.publicUrl, letters: [letter] })
}
