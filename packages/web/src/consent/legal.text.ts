import type { LegalDocumentId } from '@weerklank/core/consent/legal/legal-document'
import { dictionary } from '../language/dictionary.ts'

const forNl: Record<LegalDocumentId, string> = {
  'processing-record':
    'Wie gegevens gebruikt, waarvoor, op welke grond en hoe lang. De AVG vraagt dit (art. 30).',
  'data-list': 'Elke tabel en elk veld: wat erin staat, waarvoor en wie het ziet.',
  retention: 'Hoe lang elke soort blijft, en waarom.',
  'impact-assessment': 'Een begin. Je vult het zelf aan, met de mensen om wie het gaat.',
  'works-council': 'Wat er van medewerkers bewaard wordt, en wat niemand daarmee kan.',
  'intended-use': 'Wat Weerklank ondersteunt, en wat het niet doet.',
  'privacy-professional': 'Voor collega’s en gasten.',
  'privacy-adult': 'Voor cliënten en ouders, in gewone taal.',
  'privacy-child': 'Voor kinderen en jongeren: dit gebeurt er met je antwoord.',
}
const forEn: Record<LegalDocumentId, string> = {
  'processing-record':
    'Who uses data, what for, on which ground and for how long. The GDPR asks for it (art. 30).',
  'data-list': 'Every table and every field: what it holds, what for and who sees it.',
  retention: 'How long each kind stays, and why.',
  'impact-assessment': 'A beginning. You complete it yourself, with the people it is about.',
  'works-council': 'What is kept of staff, and what nobody can do with it.',
  'intended-use': 'What Weerklank supports, and what it does not do.',
  'privacy-professional': 'For colleagues and guests.',
  'privacy-adult': 'For clients and parents, in plain words.',
  'privacy-child': 'For children and youths: this is what happens with your answer.',
}

export const legalText = dictionary({
  nl: {
    title: 'Teksten over privacy',
    intro:
      'Gemaakt uit hoe Weerklank nu is ingesteld. Laat je functionaris gegevensbescherming (FG) ze nakijken.',
    watched: 'Dat je een tekst opent of bewaart, komt in het logboek.',
    language: 'Taal van de teksten',
    languages: { nl: 'Nederlands', en: 'Engels' },
    forLaw: 'Voor wie toezicht houdt',
    forPeople: 'Voor wie meedoet',
    forPeopleIntro: 'Deze pagina’s mag iedereen lezen. Het adres staat erbij.',
    publicPage: 'Openbare pagina',
    for: forNl,
    read: 'Lees',
    markdown: 'Bewaar als Markdown',
    page: 'Bewaar als pagina',
    kept: 'Het bestand is gemaakt.',
    print: 'Druk af',
    back: 'Alle teksten',
    unknownTitle: 'Deze tekst is er niet',
    unknownText: 'Kies een tekst uit de lijst.',
    gaps: 'Staat er “nog niet ingevuld”? De beheerder vult bij Instellingen in wie verantwoordelijk is.',
  },
  en: {
    title: 'Texts about privacy',
    intro: 'Made from how Weerklank is set up now. Have your data protection officer (DPO) look at them.',
    watched: 'That you open or keep a text goes into the log.',
    language: 'Language of the texts',
    languages: { nl: 'Dutch', en: 'English' },
    forLaw: 'For those who supervise',
    forPeople: 'For those who take part',
    forPeopleIntro: 'Everybody may read these pages. Their address stands with them.',
    publicPage: 'Public page',
    for: forEn,
    read: 'Read',
    markdown: 'Keep as Markdown',
    page: 'Keep as a page',
    kept: 'The file was made.',
    print: 'Print',
    back: 'All texts',
    unknownTitle: 'This text is not there',
    unknownText: 'Choose a text from the list.',
    gaps: 'Does it say “not filled in yet”? The administrator fills in at Settings who is responsible.',
  },
})
