import type { Language } from '../../shared/language.ts'
import { heading, type LegalBlock, type LegalFacts, list, paragraph } from './legal-document.ts'
import { notAdvice } from './legal-words.ts'

const words = {
  nl: {
    does: 'Waarvoor Weerklank bedoeld is',
    doesText:
      'Weerklank ondersteunt het gesprek tussen mensen die hulp krijgen en mensen die hulp geven, en helpt professionals leren van samenwerken.',
    doesItems: [
      'Iemand vertelt hoe een contact was. Wie samenwerken, lezen dat en praten erover.',
      'Een aanleiding om te praten herhaalt wat er geantwoord is. Er komt een vraag of een volgende stap bij.',
      'Mensen maken afspraken en vragen later of die hielpen.',
      'Een team ziet hoe samenwerken gaat, zonder namen.',
    ],
    not: 'Waarvoor niet',
    notItems: [
      'Weerklank stelt geen diagnose.',
      'Weerklank voorspelt niets: geen prognose, geen verwacht verloop, geen kans.',
      'Weerklank neemt of adviseert geen besluit over behandeling. Zo’n besluit nemen mensen.',
      'Weerklank is niet bedoeld om acuut gevaar op te merken. Een antwoord kan uren blijven liggen.',
      'Weerklank vergelijkt of beoordeelt geen professionals en geen teams. Er is geen ranglijst en geen export die er een maakt.',
    ],
    device: 'Medisch hulpmiddel?',
    deviceText: [
      'De vragen van Weerklank zijn eigen vragen en niet gevalideerd als meetinstrument.',
      'De makers zien Weerklank daarom niet als medisch hulpmiddel (MDR): de professional bespreekt de antwoorden, het programma leidt er niets uit af.',
      'Wie Weerklank anders gebruikt, kan dat veranderen. Controleer met uw FG en met wie bij u over medische hulpmiddelen gaat.',
    ],
  },
  en: {
    does: 'What Weerklank is meant for',
    doesText:
      'Weerklank supports the conversation between people who get help and people who give help, and helps professionals learn from working together.',
    doesItems: [
      'Someone tells how a contact was. Those who work together read it and talk about it.',
      'An occasion to talk repeats what was answered. A question or a next step comes with it.',
      'People make agreements and ask later whether they helped.',
      'A team sees how working together goes, without names.',
    ],
    not: 'What it is not meant for',
    notItems: [
      'Weerklank makes no diagnosis.',
      'Weerklank predicts nothing: no prognosis, no expected course, no chance.',
      'Weerklank takes or advises no decision on treatment. People take such decisions.',
      'Weerklank is not meant to notice acute danger. An answer can wait for hours.',
      'Weerklank compares or judges no professionals and no teams. There is no ranking and no export that makes one.',
    ],
    device: 'A medical device?',
    deviceText: [
      'The questions of Weerklank are its own and not validated as an instrument.',
      'Its makers therefore do not see Weerklank as a medical device (MDR): the professional talks about the answers, the program derives nothing from them.',
      'Whoever uses Weerklank otherwise can change that. Check with your DPO and with whoever is concerned with medical devices.',
    ],
  },
} as const

/** What Weerklank supports, and what it does not do (domain.md §8.7). */
export function intendedUse(facts: LegalFacts, language: Language): LegalBlock[] {
  const text = words[language]
  return [
    notAdvice(facts, language),
    heading(text.does),
    paragraph(text.doesText),
    list(...text.doesItems),
    heading(text.not),
    list(...text.notItems),
    heading(text.device),
    paragraph(...text.deviceText),
  ]
}
