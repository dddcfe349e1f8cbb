import type { Language } from '../../shared/language.ts'
import { activities, activityIds } from './activities.ts'
import { wrongs } from './impact-assessment.wrongs.ts'
import { heading, type LegalBlock, type LegalFacts, list, paragraph } from './legal-document.ts'
import { keptOf, notAdvice, responsible, termWords } from './legal-words.ts'
import { measures, processors } from './measures.ts'

const words = {
  nl: {
    worth: [
      'Een DPIA doet u zelf, met de mensen om wie het gaat. Deze tekst is een begin: wat het programma weet, staat erin.',
      'Waar [vul in] staat, weet alleen uw organisatie het antwoord.',
    ],
    why: 'Waarom een DPIA',
    whyItems: [
      'Antwoorden kunnen over gezondheid gaan, en over kinderen en jongeren.',
      'Mensen die hulp krijgen, zijn afhankelijk van wie hun hulp geeft.',
      'Ook professionals laten iets van zichzelf zien: wat cliënten en collega’s van het samenwerken vinden.',
    ],
    what: 'Wat er gebeurt',
    whatHead: ['Verwerking', 'Waarvoor', 'Grondslag'],
    who: 'Wie',
    size: '[Vul in: hoeveel cliënten, hoeveel professionals, hoe lang.]',
    need: 'Is het nodig, en kan het met minder?',
    needItems: [
      'Een vraag heeft een paar schuiven en één open veld. Meer wordt niet gevraagd.',
      'Een schuilnaam is genoeg. Voor een burgerservicenummer of een diagnose is geen veld.',
      'Een geboortedag staat er alleen van kinderen en jongeren, omdat daarvan afhangt wie beslist.',
      'Meedoen is vrijwillig. Een nee wordt bewaard en gerespecteerd. De hulp gaat door.',
      'Voor onderzoek staat er niets van wie geen ja zei: de database weigert het.',
      '[Vul in: waarom praten zonder Weerklank niet genoeg is.]',
    ],
    children: 'Kinderen en jongeren',
    childrenItems: [
      'Tot 12 jaar beslissen alle ouders met gezag. Het kind wordt ook gevraagd, en een nee van het kind telt.',
      'Van 12 tot en met 15 jaar beslissen de jongere en alle ouders met gezag samen.',
      'Vanaf 16 jaar beslist de jongere alleen. Ouders zien de antwoorden niet.',
      'Van 12 tot en met 15 jaar lezen ouders alleen mee als de jongere dat goed vindt.',
      'Teksten zijn er ook voor kinderen, in korte zinnen.',
      'Controleer de leeftijden met uw FG.',
    ],
    wrong: 'Wat kan er misgaan, en wat staat daar tegenover?',
    wrongHead: ['Wat kan er misgaan', 'Voor wie', 'Wat Weerklank doet', 'Wat u zelf doet'],
    safe: 'Beveiliging, zoals nu ingesteld',
    others: 'Wie verder gegevens verwerkt',
    kept: 'Hoe lang',
    asked: 'Wie is gevraagd',
    askedItems: [
      '[Vul in: wat cliënten, ouders en jongeren ervan vinden.]',
      '[Vul in: wat de ondernemingsraad ervan vindt, en wanneer.]',
      '[Vul in: het advies van de FG, en wat daarmee is gedaan.]',
      '[Vul in: wanneer u deze tekst weer bekijkt. Doe dat ten minste bij elke nieuwe functie.]',
    ],
  },
  en: {
    worth: [
      'A DPIA you do yourself, with the people it is about. This text is a beginning: what the program knows stands in it.',
      'Where it says [fill in], only your organisation knows the answer.',
    ],
    why: 'Why a DPIA',
    whyItems: [
      'Answers can be about health, and about children and youths.',
      'People who get help depend on those who give it.',
      'Professionals too show something of themselves: what clients and colleagues think of working together.',
    ],
    what: 'What happens',
    whatHead: ['Processing', 'What for', 'Ground'],
    who: 'Who',
    size: '[Fill in: how many clients, how many professionals, for how long.]',
    need: 'Is it needed, and can it be done with less?',
    needItems: [
      'A question has a few sliders and one open field. No more is asked.',
      'A pseudonym is enough. There is no field for a citizen service number or a diagnosis.',
      'A day of birth is kept of children and youths only, because it decides who decides.',
      'Taking part is voluntary. A no is kept and respected. The help goes on.',
      'For research there is nothing of those who did not say yes: the database refuses it.',
      '[Fill in: why talking without Weerklank is not enough.]',
    ],
    children: 'Children and youths',
    childrenItems: [
      'Under 12 all parents with authority decide. The child is asked too, and a no of the child counts.',
      'From 12 to 15 the youth and all parents with authority decide together.',
      'From 16 the youth decides alone. Parents do not see the answers.',
      'From 12 to 15 parents read along only if the youth agrees.',
      'There are texts for children too, in short sentences.',
      'Check the ages with your DPO.',
    ],
    wrong: 'What can go wrong, and what stands against it?',
    wrongHead: ['What can go wrong', 'For whom', 'What Weerklank does', 'What you do yourself'],
    safe: 'Security, as set up now',
    others: 'Who else handles data',
    kept: 'How long',
    asked: 'Who was asked',
    askedItems: [
      '[Fill in: what clients, parents and youths think of it.]',
      '[Fill in: what the works council thinks of it, and when.]',
      '[Fill in: the advice of the DPO, and what was done with it.]',
      '[Fill in: when you look at this text again. Do so at least with each new function.]',
    ],
  },
} as const

/** A beginning of an impact assessment (AVG art. 35): what the program knows, and what only the organisation knows. */
export function impactAssessment(facts: LegalFacts, language: Language): LegalBlock[] {
  const text = words[language]
  return [
    notAdvice(facts, language),
    paragraph(...text.worth),
    heading(text.why),
    list(...text.whyItems),
    heading(text.who),
    responsible(facts, language),
    paragraph(text.size),
    heading(text.what),
    whatHappens(language),
    heading(text.need),
    list(...text.needItems),
    heading(text.children),
    list(...text.childrenItems),
    heading(text.wrong),
    { kind: 'table', caption: text.wrong, head: text.wrongHead, rows: wrongs(facts, language) },
    heading(text.safe),
    list(...measures(facts, language)),
    heading(text.others),
    list(...processors(facts, language)),
    heading(text.kept),
    list(...shortTerms(facts, language)),
    heading(text.asked),
    list(...text.askedItems),
  ]
}

function whatHappens(language: Language): LegalBlock {
  const text = words[language]
  return {
    kind: 'table',
    caption: text.what,
    head: text.whatHead,
    rows: activityIds.map((id) => {
      const { name, purpose, basis } = activities[id]
      return [name[language], purpose[language], basis[language]]
    }),
  }
}

function shortTerms(facts: LegalFacts, language: Language): string[] {
  return facts.retention
    .filter(({ isKept }) => isKept)
    .map(({ kind }) => keptOf(facts, kind))
    .map((kept) => `${kept.name[language]}: ${termWords(kept.days, language)} ${kept.from[language]}.`)
}
