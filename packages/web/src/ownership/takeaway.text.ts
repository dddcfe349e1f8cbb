import type { Takeaway } from '@weerklank/core/ownership/takeaway.contract'
import { dictionary } from '../language/dictionary.ts'

const statesNl: Record<Takeaway['state'], string> = {
  asked: 'Wacht op een privacyfunctionaris',
  refused: 'Niet goedgekeurd',
  making: 'Wordt gemaakt',
  failed: 'Maken lukte niet. We proberen het opnieuw.',
  ready: 'Klaar om op te halen',
  fetched: 'Opgehaald',
  gone: 'Het bestand is weggehaald',
}
const statesEn: Record<Takeaway['state'], string> = {
  asked: 'Waits for a privacy officer',
  refused: 'Not agreed to',
  making: 'Is being made',
  failed: 'Making it did not work. We try again.',
  ready: 'Ready to be fetched',
  fetched: 'Fetched',
  gone: 'The file was taken away',
}

export const takeawayText = dictionary({
  nl: {
    state: statesNl,
    title: 'Alles meenemen',
    intro: 'Alles wat jullie hier bewaren is van jullie. Je kunt het altijd meenemen, in open bestanden.',
    toRetention: 'Bewaren',
    how: 'Hoe gaat dat?',
    steps: [
      'Een beheerder vraagt het bestand aan.',
      'Een privacyfunctionaris keurt het goed. Dat is altijd iemand anders: er staat in wat mensen vertelden.',
      'Weerklank maakt één zip-bestand, met uitleg erin.',
      'De privacyfunctionaris haalt het op, één keer. Na een week is het weg.',
    ],
    notIn:
      'Niet in het bestand: wachtwoorden en links, werkaantekeningen van collega’s, en losse tellingen van peilingen.',
    ask: 'Aanvragen',
    purpose: 'Waar is het voor?',
    reason: 'Leg kort uit waarom',
    reasonMissing: 'Schrijf op waarom je het vraagt',
    asked: 'Aangevraagd. Een privacyfunctionaris ziet het op deze pagina.',
    noOfficer:
      'Er is nog geen privacyfunctionaris die jij niet zelf bent. Geef een collega die rol bij Mensen. Of vraag wie de server beheert om `weerklank export`.',
    list: 'Aanvragen tot nu toe',
    none: 'Er is nog niets aangevraagd.',
    askedBy: (name: string, moment: string) => `Gevraagd door ${name}, ${moment}`,
    decidedBy: (name: string, moment: string) => `Beslist door ${name}, ${moment}`,
    lies: (file: string) => `Het ligt op de server, in de datamap: ${file}`,
    agree: 'Goedkeuren',
    refuse: 'Niet goedkeuren',
    agreed: 'Goedgekeurd. Het bestand wordt gemaakt.',
    refused: 'Niet goedgekeurd. Er wordt niets gemaakt.',
    fetch: 'Bestand ophalen',
    fetched: 'Opgehaald. Bewaar het veilig: er staat in wat mensen vertelden.',
    failed: 'Dat lukte niet. Laad de pagina opnieuw en probeer het nog eens.',
  },
  en: {
    state: statesEn,
    title: 'Take everything along',
    intro: 'All that you keep here is yours. You can always take it along, in open files.',
    toRetention: 'Retention',
    how: 'How does that go?',
    steps: [
      'An administrator asks for the file.',
      'A privacy officer agrees. That is always somebody else: what people told is in it.',
      'Weerklank makes one zip file, with an explanation in it.',
      'The privacy officer fetches it, once. After a week it is gone.',
    ],
    notIn:
      'Not in the file: passwords and links, working notes of colleagues, and single counts of anonymous rounds.',
    ask: 'Ask for it',
    purpose: 'What is it for?',
    reason: 'Explain briefly why',
    reasonMissing: 'Write down why you ask for it',
    asked: 'Asked for. A privacy officer sees it on this page.',
    noOfficer:
      'There is no privacy officer yet who is not you. Give a colleague that role under People. Or ask who looks after the server for `weerklank export`.',
    list: 'Asked for so far',
    none: 'Nothing was asked for yet.',
    askedBy: (name: string, moment: string) => `Asked by ${name}, ${moment}`,
    decidedBy: (name: string, moment: string) => `Decided by ${name}, ${moment}`,
    lies: (file: string) => `It lies on the server, in the data folder: ${file}`,
    agree: 'Agree',
    refuse: 'Do not agree',
    agreed: 'Agreed. The file is being made.',
    refused: 'Not agreed. Nothing is made.',
    fetch: 'Fetch the file',
    fetched: 'Fetched. Keep it safe: what people told is in it.',
    failed: 'That did not work. Load the page again and try once more.',
  },
})
