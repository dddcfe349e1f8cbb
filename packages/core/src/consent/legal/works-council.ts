import type { Language } from '../../shared/language.ts'
import { heading, type LegalBlock, type LegalFacts, list, paragraph } from './legal-document.ts'
import { keptOf, notAdvice, responsible, termWords } from './legal-words.ts'
import { rolesTable } from './processing-record.ts'

const words = {
  nl: {
    why: 'Waarom deze pagina',
    whyText: [
      'Weerklank bewaart gegevens van medewerkers: wie meedoet, wat over het samenwerken is geantwoord, en wie wat bekeek.',
      'Over zo’n regeling heeft de ondernemingsraad waarschijnlijk instemmingsrecht (WOR art. 27 lid 1 k: persoonsgegevens, en l: volgen van gedrag of prestaties). Controleer met uw FG.',
    ],
    for: 'Waarvoor wel',
    forItems: [
      'Praten over hoe samenwerken gaat, met cliënten en met collega’s.',
      'Er als team van leren, zonder namen.',
      'Kunnen nagaan wie naar gegevens van cliënten keek. Dat vraagt de wet.',
    ],
    not: 'Waarvoor niet',
    notItems: [
      'Een leidinggevende ziet niets van één medewerker. Die rol bestaat niet in Weerklank.',
      'Medewerkers en teams worden niet vergeleken. Er is geen ranglijst, in geen scherm en in geen bestand.',
      'Wie gegevens wil om medewerkers te beoordelen, krijgt ze niet. Het programma weigert dat, met de reden.',
      'Werkaantekeningen zijn van de schrijver alleen.',
    ],
    which: 'Welke gegevens van medewerkers',
    whichItems: (log: string, notes: string) => [
      'Naam, e-mailadres, taal en rol, om te kunnen inloggen.',
      'Aan welke samenwerkingen iemand meedoet, en wat daar is gezegd. Alleen te lezen voor wie zelf meedoet.',
      `Wie wat bekeek of veranderde, en waarom dat mocht: ${log}. Zonder inhoud. Alleen de privacyfunctionaris leest het hele logboek.`,
      `Eigen werkaantekeningen: ${notes}, alleen voor de schrijver.`,
    ],
    rounds: 'Anonieme peilingen',
    roundItems: (k: number) => [
      'Meedoen is vrijwillig. Wie niet meedoet, wordt niet herkend.',
      'Er worden alleen aantallen bewaard. Wie wat antwoordde, staat nergens.',
      `Een groep van minder dan ${k} wordt niet getoond. Ook niet als die uit andere groepen is af te leiden.`,
      'In heel kleine teams kan niemand echt anoniem zijn. Weerklank zegt dat en weigert daar een peiling.',
    ],
    roles: 'Wie wat ziet',
    who: 'Wie verantwoordelijk is',
    agree: 'Wat u samen kunt afspreken',
    agreeItems: [
      'Antwoorden spelen geen rol in beoordeling, contract of rooster.',
      'Wie privacyfunctionaris is, en dat dit geen leidinggevende is.',
      'Hoe vaak het logboek wordt bekeken, en met wie dat wordt besproken.',
      'Wanneer u deze regeling samen weer bekijkt.',
    ],
    more: 'Bij deze pagina horen: het register van verwerkingen, de lijst van gegevens, de bewaartermijnen en het begin van de DPIA.',
  },
  en: {
    why: 'Why this page',
    whyText: [
      'Weerklank keeps data of staff: who takes part, what was answered about working together, and who looked at what.',
      'The works council probably has a right of consent over such an arrangement (Dutch Works Councils Act art. 27(1)(k): personal data, and (l): following behaviour or performance). Check with your DPO.',
    ],
    for: 'What it is for',
    forItems: [
      'Talking about how working together goes, with clients and with colleagues.',
      'Learning from it as a team, without names.',
      'Being able to trace who looked at data of clients. The law asks for that.',
    ],
    not: 'What it is not for',
    notItems: [
      'A manager sees nothing of one member of staff. That role does not exist in Weerklank.',
      'Staff and teams are not compared. There is no ranking, on no screen and in no file.',
      'Whoever wants data to judge staff does not get them. The program refuses, with the reason.',
      'Working notes belong to their author alone.',
    ],
    which: 'Which data of staff',
    whichItems: (log: string, notes: string) => [
      'Name, e-mail address, language and role, to be able to sign in.',
      'In which collaborations someone takes part, and what was said there. Only readable for those who take part.',
      `Who looked at or changed what, and why that was allowed: ${log}. Without content. Only the privacy officer reads the whole log.`,
      `Working notes of one’s own: ${notes}, for their author only.`,
    ],
    rounds: 'Anonymous rounds',
    roundItems: (k: number) => [
      'Taking part is voluntary. Who does not take part is not recognised.',
      'Only counts are kept. Who answered what stands nowhere.',
      `A group of fewer than ${k} is not shown. Nor when it could be derived from other groups.`,
      'In very small teams nobody can really be anonymous. Weerklank says so and refuses a round there.',
    ],
    roles: 'Who sees what',
    who: 'Who is responsible',
    agree: 'What you can agree together',
    agreeItems: [
      'Answers play no part in appraisal, contract or roster.',
      'Who is privacy officer, and that this is no manager.',
      'How often the log is looked at, and with whom that is talked about.',
      'When you look at this arrangement together again.',
    ],
    more: 'With this page belong: the record of processing, the list of data, the terms and the beginning of the DPIA.',
  },
} as const

/** One page for the works council (WOR art. 27): what is kept of staff, and what can never be made of it. */
export function worksCouncil(facts: LegalFacts, language: Language): LegalBlock[] {
  const text = words[language]
  const term = (kind: string) => termWords(keptOf(facts, kind).days, language)
  return [
    notAdvice(facts, language),
    heading(text.why),
    paragraph(...text.whyText),
    heading(text.for),
    list(...text.forItems),
    heading(text.not),
    list(...text.notItems),
    heading(text.which),
    list(...text.whichItems(term('audit-log'), term('working-notes'))),
    heading(text.rounds),
    list(...text.roundItems(facts.smallestGroup)),
    heading(text.roles),
    rolesTable(facts, language),
    heading(text.who),
    responsible(facts, language),
    heading(text.agree),
    list(...text.agreeItems),
    paragraph(text.more),
  ]
}
