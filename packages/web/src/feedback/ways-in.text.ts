import type { LetterState } from '@weerklank/core/feedback/letter'
import { dictionary } from '../language/dictionary.ts'
import type { Asked } from './asked.ts'

const lastNl: Readonly<Record<LetterState, string>> = {
  none: '',
  waiting: 'De laatste mail is onderweg.',
  sent: 'De laatste mail is weg.',
  failed: 'De laatste mail kwam niet aan. Kijk het adres na, of kies een andere weg.',
}
const lastEn: Readonly<Record<LetterState, string>> = {
  none: '',
  waiting: 'The last mail is on its way.',
  sent: 'The last mail has left.',
  failed: 'The last mail did not arrive. Check the address, or choose another way.',
}

type Kind = Asked['kind']
const nl: Readonly<Record<Kind, string>> = { check: 'vraag', form: 'vragenlijst' }
const en: Readonly<Record<Kind, string>> = { check: 'question', form: 'form' }

/** Other ways to the question than the link itself: fetched with them. */
export const waysInText = dictionary({
  nl: {
    others: 'Andere manieren',
    mail: 'Mail de link',
    mailIntro: (name: string) =>
      `Mail alleen als ${name} dat goed vindt. In de mail staat geen naam en niet waarover het gaat.`,
    email: (name: string) => `Het e-mailadres van ${name}`,
    emailHint: 'Het adres wordt gewist zodra de mail weg is. Lukt het niet: uiterlijk na een week.',
    emailMissing: 'Vul een e-mailadres in, zoals naam@voorbeeld.nl.',
    send: 'Stuur de mail',
    sent: (sent: number, most: number, kind: Kind) =>
      `${sent} van ${most} mails verstuurd voor deze ${nl[kind]}.`,
    last: (state: LetterState) => lastNl[state],
    noMore: (kind: Kind) => `Er gaan niet meer mails uit voor deze ${nl[kind]}. Vragen is geen aandringen.`,
    noServer:
      'Mailen kan hier niet: er is geen mailserver ingesteld. Kopieer de link, of druk een kaartje af.',
    card: 'Druk een kaartje af',
    cardIntro: (kind: Kind) =>
      `Een kaartje om mee te geven: code en link, zonder naam. Wie het vindt, kan de ${nl[kind]} openen.`,
    handOver: (name: string) => `Geef dit toestel aan ${name}`,
    handOverIntro: (name: string, kind: Kind) =>
      `Je scherm gaat op slot en de ${nl[kind]} gaat open. ${name} ziet niets van jouw werk, en jij straks niet wat ${name} op dit scherm invulde. Je opent het slot met je eigen wachtwoord, app of passkey.`,
    handOverFor: (kind: Kind) => `De ${nl[kind]} blijft twee uur open op dit toestel.`,
    handOverNow: 'Op slot en geven',
    paper: 'Op papier',
    paperIntro: (name: string) =>
      `Druk het papier af en laat ${name} het invullen. Typ het daarna hier over: het telt op de dag van het papier.`,
    paperPdf: 'Haal het papier op (PDF)',
    paperEnter: 'Typ het papier over',
    kiosk: 'Bij de kiosk, met een code',
    kioskIntro: (name: string, kind: Kind) =>
      `Op de kiosk typt ${name} een code. Die opent deze ${nl[kind]} één keer. Daarna is er niets meer van te zien.`,
    kioskMake: 'Maak een code',
    kioskAgain: 'Maak een nieuwe code',
    kioskCode: (name: string) => `De code voor ${name}`,
    kioskUntil: (time: string) => `De code werkt één keer, tot ${time}.`,
    size: 'Hoe groot?',
    sizes: { a6: 'A6, een ansichtkaart', a5: 'A5, met grotere letters' },
    print: 'Druk af',
    failed: 'Dat lukte niet. Probeer het zo weer.',
  },
  en: {
    others: 'Other ways',
    mail: 'Mail the link',
    mailIntro: (name: string) =>
      `Mail only if that is fine with ${name}. The mail has no name and does not say what it is about.`,
    email: (name: string) => `The e-mail address of ${name}`,
    emailHint: 'The address is erased once the mail has left. If that fails: within a week.',
    emailMissing: 'Fill in an e-mail address, such as name@example.org.',
    send: 'Send the mail',
    sent: (sent: number, most: number, kind: Kind) => `${sent} of ${most} mails sent for this ${en[kind]}.`,
    last: (state: LetterState) => lastEn[state],
    noMore: (kind: Kind) => `No more mails go out for this ${en[kind]}. Asking is not pushing.`,
    noServer: 'Mail cannot be sent here: no mail server is set. Copy the link, or print a card.',
    card: 'Print a card',
    cardIntro: (kind: Kind) =>
      `A card to give along: code and link, without a name. Whoever finds it can open the ${en[kind]}.`,
    handOver: (name: string) => `Hand this device to ${name}`,
    handOverIntro: (name: string, kind: Kind) =>
      `Your screen is locked and the ${en[kind]} opens. ${name} sees nothing of your work, and later you do not see on this screen what ${name} filled in. You open the lock with your own password, app or passkey.`,
    handOverFor: (kind: Kind) => `The ${en[kind]} stays open on this device for two hours.`,
    handOverNow: 'Lock and hand over',
    paper: 'On paper',
    paperIntro: (name: string) =>
      `Print the paper and let ${name} fill it in. Then type it over here: it counts on the day of the paper.`,
    paperPdf: 'Get the paper (PDF)',
    paperEnter: 'Type the paper over',
    kiosk: 'At the kiosk, with a code',
    kioskIntro: (name: string, kind: Kind) =>
      `At the kiosk ${name} types a code. It opens this ${en[kind]} once. After that nothing of it can be seen.`,
    kioskMake: 'Make a code',
    kioskAgain: 'Make a new code',
    kioskCode: (name: string) => `The code for ${name}`,
    kioskUntil: (time: string) => `The code works once, until ${time}.`,
    size: 'How large?',
    sizes: { a6: 'A6, a postcard', a5: 'A5, with larger letters' },
    print: 'Print',
    failed: 'That did not work. Please try again soon.',
  },
})
