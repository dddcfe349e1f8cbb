import type { Bilingual } from '../shared/language.ts'

/** The report of a trajectory and the survey after a lecture, in the words of the record (see action.words.ts). */
export const trajectoryReportWords = {
  'trajectory.report-read': {
    nl: 'las het verslag van een leertraject[|, ook met uw antwoorden erin]',
    en: 'read the report of a learning trajectory[|, also with your answers in it]',
  },
  'trajectory.report-written': {
    nl: 'schreef aan het verslag van een leertraject',
    en: 'wrote on the report of a learning trajectory',
  },
  'trajectory.exported': {
    nl: 'nam een verslag of de gegevens van een leertraject mee als bestand[|, ook met uw antwoorden erin]',
    en: 'took a report or the data of a learning trajectory along as a file[|, also with your answers in it]',
  },
  'trajectory.files-read': {
    nl: 'bekeek welke bestanden van een leertraject zijn meegenomen',
    en: 'looked at which files of a learning trajectory were taken along',
  },
  'trajectory.file-published': {
    nl: 'gaf aan dat een verslag van een leertraject is gepubliceerd',
    en: 'said that a report of a learning trajectory was published',
  },
  'trajectory.words-read': {
    nl: 'las wat deelnemers aan een leertraject schreven[|, ook wat u schreef]',
    en: 'read what participants of a learning trajectory wrote[|, also what you wrote]',
  },
  'trajectory.quote-asked': {
    nl: 'vroeg of [een|uw] uitspraak in een verslag mag',
    en: 'asked whether [a|your] quote may stand in a report',
  },
  'trajectory.quote-decided': {
    nl: 'besloot of een eigen uitspraak in een verslag mag',
    en: 'decided whether an own quote may stand in a report',
  },
  'trajectory.quote-withdrawn': {
    nl: 'nam een eigen uitspraak terug',
    en: 'took an own quote back',
  },
  'trajectory.survey-opened': {
    nl: 'opende anonieme vragen na een open bijeenkomst',
    en: 'opened anonymous questions after an open event',
  },
  'trajectory.survey-closed': {
    nl: 'sloot de anonieme vragen na een open bijeenkomst',
    en: 'closed the anonymous questions after an open event',
  },
} satisfies Record<string, Bilingual>
