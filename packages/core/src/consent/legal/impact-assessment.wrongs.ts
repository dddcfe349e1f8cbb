import type { Language } from '../../shared/language.ts'
import type { LegalFacts } from './legal-document.ts'

type Wrong = readonly [what: string, whom: string, ours: string, yours: string]

const dutch: readonly Wrong[] = [
  [
    'Een collega of leidinggevende kijkt mee zonder reden.',
    'cliënten, professionals',
    'Inhoud volgt de samenwerking, nooit de functie. De database weigert de rest. Elke keer kijken staat in het logboek, en de persoon ziet het zelf.',
    'Kijk regelmatig in het logboek. Spreek af wat u doet als iemand zonder reden keek.',
  ],
  [
    'Antwoorden worden gebruikt om professionals te beoordelen of te vergelijken.',
    'professionals',
    'Er is geen ranglijst, geen sortering op uitkomst en geen export daarvoor. Zo’n vraag wordt geweigerd met de reden.',
    'Leg vast dat antwoorden geen rol spelen in beoordeling. Bespreek dat met de ondernemingsraad.',
  ],
  [
    'Iemand zegt ja omdat zij bang is dat de hulp anders stopt.',
    'cliënten, ouders, jongeren',
    'Elk doel wordt apart gevraagd, niets staat vooraf aan. Bij elke vraag staat dat de hulp doorgaat.',
    'Zeg het ook zelf, in het gesprek.',
  ],
  [
    'Een ouder leest wat een jongere in vertrouwen zei.',
    'jongeren',
    'Vanaf 16 jaar kan een ouder niet meelezen. Van 12 tot en met 15 alleen als de jongere ja zei, en die kan stoppen.',
    'Vul geboortedag en gezag goed in.',
  ],
  [
    'Een link komt bij een ander terecht.',
    'cliënten',
    'Een link verloopt, kan worden ingetrokken en staat nergens leesbaar. Een vraag toont nooit eerdere antwoorden.',
    'Controleer het adres. Gebruik bij twijfel de QR-code in het gesprek.',
  ],
  [
    'In een kleine groep is te raden wie wat zei.',
    'medewerkers',
    'Groepen van minder dan {k} worden niet getoond, en ook niet wat daaruit is af te leiden. Een schrijver wordt niet bewaard.',
    'Houd geen anonieme peiling in een te kleine groep. Praat dan liever samen.',
  ],
  [
    'Iemand breekt in, of een apparaat raakt kwijt.',
    'iedereen',
    'Tweede stap, slot na stilte, sessies beëindigen, geen wachtwoord dat terug te lezen is.',
    'Zet de tweede stap verplicht aan. Versleutel schijven en back-ups.',
  ],
  [
    'Gegevens blijven te lang staan.',
    'iedereen',
    'Elke soort heeft een termijn en wordt elke dag vanzelf opgeruimd, met een bewijs.',
    'Kies de termijnen met uw FG. Ruim ook back-ups op.',
  ],
  [
    'Het programma wordt gelezen als oordeel of voorspelling.',
    'cliënten, professionals',
    'Weerklank herhaalt alleen wat er geantwoord is, en sluit af met een vraag. Er is geen voorspelling.',
    'Neem besluiten in een gesprek, nooit op een getal.',
  ],
]

const english: readonly Wrong[] = [
  [
    'A colleague or manager looks along without a reason.',
    'clients, professionals',
    'Content follows the collaboration, never the position. The database refuses the rest. Each look stands in the log, and the person sees it herself.',
    'Look in the log regularly. Agree what you do when someone looked without a reason.',
  ],
  [
    'Answers are used to judge or compare professionals.',
    'professionals',
    'There is no ranking, no sorting by outcome and no export for it. Such a question is refused with the reason.',
    'Put in writing that answers play no part in appraisal. Talk about it with the works council.',
  ],
  [
    'Someone says yes for fear that the help would stop.',
    'clients, parents, youths',
    'Each purpose is asked apart, nothing is ticked beforehand. Each question says that the help goes on.',
    'Say so yourself too, in the talk.',
  ],
  [
    'A parent reads what a youth said in confidence.',
    'youths',
    'From 16 a parent cannot read along. From 12 to 15 only if the youth said yes, and she can stop.',
    'Fill in day of birth and authority with care.',
  ],
  [
    'A link ends up with someone else.',
    'clients',
    'A link runs out, can be withdrawn and is kept nowhere in readable form. A question never shows earlier answers.',
    'Check the address. When in doubt use the QR code in the talk.',
  ],
  [
    'In a small group one can guess who said what.',
    'staff',
    'Groups of fewer than {k} are not shown, nor what could be derived from them. No author is kept.',
    'Hold no anonymous round in a group that is too small. Rather talk together.',
  ],
  [
    'Someone breaks in, or a device is lost.',
    'everybody',
    'Second step, lock after silence, ending sessions, no password that can be read back.',
    'Make the second step obligatory. Encrypt disks and backups.',
  ],
  [
    'Data stay for too long.',
    'everybody',
    'Each kind has a term and is removed every day by itself, with a receipt.',
    'Choose the terms with your DPO. Remove backups too.',
  ],
  [
    'The program is read as a verdict or a prediction.',
    'clients, professionals',
    'Weerklank only repeats what was answered, and ends with a question. There is no prediction.',
    'Take decisions in a talk, never on a number.',
  ],
]

/** What can go wrong for people, and what is done against it. */
export function wrongs(facts: LegalFacts, language: Language): readonly Wrong[] {
  const filled = (text: string) => text.replace('{k}', String(facts.smallestGroup))
  return (language === 'nl' ? dutch : english).map(([what, whom, ours, yours]) => [
    what,
    whom,
    filled(ours),
    yours,
  ])
}
