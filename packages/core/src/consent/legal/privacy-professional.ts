import type { Language } from '../../shared/language.ts'
import { heading, type LegalBlock, type LegalFacts, list, paragraph } from './legal-document.ts'
import { keptOf, madeOn, responsible, roleNames, roleSees, termWords } from './legal-words.ts'

const words = {
  nl: {
    intro:
      'Dit is wat Weerklank van jou en van de mensen met wie je werkt bewaart. Het is geen juridisch advies.',
    you: 'Van jou',
    youItems: (log: string, notes: string) => [
      'Je naam, je e-mailadres, je taal en wat je hier doet.',
      'Waar je bent ingelogd, met welk apparaat. Je kunt elke sessie zelf beëindigen.',
      'Aan welke samenwerkingen je meedoet, en wat je daar schreef.',
      `Wat je bekeek of veranderde, zonder inhoud: ${log}. De persoon om wie het gaat, kan zien dat je keek.`,
      `Je werkaantekeningen: ${notes}. Alleen jij leest ze. Wat je deelt, hoort bij het dossier.`,
    ],
    them: 'Van mensen met wie je werkt',
    themItems: (care: string) => [
      'Je ziet alleen samenwerkingen waaraan je meedoet. In een noodgeval kun je meekijken, met een reden die de persoon leest.',
      `Antwoorden horen bij de hulp en blijven ${care} na het sluiten.`,
      'Voor alles wat niet bij de hulp hoort, wordt apart gevraagd. Een nee is net zo gewoon als een ja.',
    ],
    not: 'Wat niemand met je antwoorden kan',
    notItems: [
      'Je leidinggevende leest niet mee.',
      'Er is geen ranglijst en geen vergelijking van collega’s of teams.',
      'In een anonieme peiling staat nergens wat jij antwoordde.',
    ],
    sees: 'Wat je in jouw rol ziet',
    seesHead: ['Rol', 'Ziet'],
    rights: 'Wat je kunt vragen',
    rightsText:
      'Je kunt je gegevens inzien, laten verbeteren of laten verwijderen. Vraag het aan wie hieronder staat. Kom je er samen niet uit, dan kun je naar de Autoriteit Persoonsgegevens.',
    who: 'Wie verantwoordelijk is',
  },
  en: {
    intro: 'This is what Weerklank keeps of you and of the people you work with. It is no legal advice.',
    you: 'Of you',
    youItems: (log: string, notes: string) => [
      'Your name, your e-mail address, your language and what you do here.',
      'Where you are signed in, with which device. You can end each session yourself.',
      'In which collaborations you take part, and what you wrote there.',
      `What you looked at or changed, without content: ${log}. The person it is about can see that you looked.`,
      `Your working notes: ${notes}. Only you read them. What you share belongs to the file.`,
    ],
    them: 'Of people you work with',
    themItems: (care: string) => [
      'You see only collaborations in which you take part. In an emergency you can look along, with a reason that the person reads.',
      `Answers belong to the help and stay for ${care} after its end.`,
      'For everything that does not belong to the help people are asked apart. A no is as normal as a yes.',
    ],
    not: 'What nobody can do with your answers',
    notItems: [
      'Your manager does not read along.',
      'There is no ranking and no comparison of colleagues or teams.',
      'In an anonymous round it stands nowhere what you answered.',
    ],
    sees: 'What you see in your role',
    seesHead: ['Role', 'Sees'],
    rights: 'What you can ask',
    rightsText:
      'You can see your data, have them corrected or have them deleted. Ask whoever stands below. If you do not agree together, you can go to the Dutch Data Protection Authority.',
    who: 'Who is responsible',
  },
} as const

/** The privacy page for colleagues and guests. */
export function privacyProfessional(facts: LegalFacts, language: Language): LegalBlock[] {
  const text = words[language]
  const term = (kind: string) => termWords(keptOf(facts, kind).days, language)
  return [
    paragraph(text.intro, madeOn(facts, language)),
    heading(text.you),
    list(...text.youItems(term('audit-log'), term('working-notes'))),
    heading(text.them),
    list(...text.themItems(term('care-data'))),
    heading(text.not),
    list(...text.notItems),
    heading(text.sees),
    {
      kind: 'table',
      caption: text.sees,
      head: text.seesHead,
      rows: facts.roles.map(({ role }) => [roleNames[role][language], roleSees[role][language]]),
    },
    heading(text.rights),
    paragraph(text.rightsText),
    heading(text.who),
    ...(facts.organisation === null ? [] : [responsible(facts, language)]),
  ]
}
