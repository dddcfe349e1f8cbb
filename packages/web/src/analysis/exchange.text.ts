import type { AnalysisFormat, ImportGround } from '@weerklank/core/analysis/exchange'
import { dictionary } from '../language/dictionary.ts'

const formatsNl: Record<AnalysisFormat, { name: string; what: string }> = {
  docx: { name: 'Verslag in Word', what: 'Om verder te schrijven en te delen.' },
  pdf: { name: 'Verslag als PDF', what: 'Om te lezen en te printen, ook met een voorleesprogramma.' },
  xlsx: { name: 'Tabel voor Excel', what: 'Alle uitspraken, het codeboek, thema’s en stemmen.' },
  csv: { name: 'Uitspraken als CSV', what: 'Eén regel per uitspraak, voor elk rekenprogramma.' },
  qdpx: { name: 'Project (QDPX)', what: 'Voor ATLAS.ti, MAXQDA, NVivo, QualCoder en andere programma’s.' },
  qdc: { name: 'Codeboek (QDC)', what: 'Alleen de thema’s, zonder woorden van mensen.' },
}
const formatsEn: Record<AnalysisFormat, { name: string; what: string }> = {
  docx: { name: 'Report in Word', what: 'To go on writing and to share.' },
  pdf: { name: 'Report as PDF', what: 'To read and print, also with a screen reader.' },
  xlsx: { name: 'Table for Excel', what: 'All quotes, the codebook, themes and voices.' },
  csv: { name: 'Quotes as CSV', what: 'One line per quote, for any program that counts.' },
  qdpx: { name: 'Project (QDPX)', what: 'For ATLAS.ti, MAXQDA, NVivo, QualCoder and other programs.' },
  qdc: { name: 'Codebook (QDC)', what: 'Only the themes, without words of people.' },
}
const groundsNl: Record<ImportGround, string> = {
  'consent-elsewhere': 'Deze mensen gaven toestemming, en die is ergens anders bewaard',
  published: 'Deze woorden zijn al openbaar',
  'own-words': 'Het zijn mijn eigen woorden',
  'made-up': 'De woorden zijn verzonnen, om te oefenen',
}
const groundsEn: Record<ImportGround, string> = {
  'consent-elsewhere': 'These people consented, and that is kept elsewhere',
  published: 'These words are public already',
  'own-words': 'They are my own words',
  'made-up': 'The words are made up, to practise',
}

const some = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`

/** The pages for bringing an analysis in and taking it out. */
export const exchangeText = dictionary({
  nl: {
    takeTitle: 'Neem het mee',
    takeIntro:
      'Woorden waarvoor toestemming stopte, zitten in geen enkel bestand. Wie codeerde, is een nummer.',
    reportRule: 'In een verslag staan alleen uitspraken waar de spreker ja op zei.',
    purpose: 'Waarvoor neem je dit mee?',
    purposeHint: 'Dat komt in het logboek. De mensen van wie woorden meegaan, kunnen het lezen.',
    purposeMissing: 'Kies waarvoor je het meeneemt.',
    format: 'Wat voor bestand?',
    formats: formatsNl,
    take: 'Maak het bestand',
    taken: 'Het bestand staat bij je downloads.',
    bringTitle: 'Een project inlezen',
    bringIntro:
      'Begin een duiding met een bestand van een ander programma. Thema’s, selecties en memo’s komen mee.',
    back: 'Alle duidingen',
    file: 'Welk bestand?',
    fileHint: 'Een project (.qdpx) of codeboek (.qdc), hoogstens 20 MB.',
    fileMissing: 'Kies een bestand.',
    fileLarge:
      'Dit bestand is groter dan 20 MB. De beheerder kan het inlezen met het programma op de server.',
    name: 'Hoe noem je het?',
    nameHint: 'Leeg: de naam uit het bestand.',
    ground: 'Waarom mogen deze woorden hier zijn?',
    groundHint: 'Je antwoord komt in het logboek. Trekt iemand toestemming in? Haal de tekst dan zelf weg.',
    groundMissing: 'Kies waarom deze woorden hier mogen zijn.',
    grounds: groundsNl,
    bring: 'Lees in',
    done: (title: string) => `“${title}” is ingelezen`,
    amounts: (of: { documents: number; codes: number; quotes: number; memos: number }) =>
      `${some(of.documents, 'tekst', 'teksten')}, ${some(of.codes, 'thema', 'thema’s')}, ${some(of.quotes, 'uitspraak', 'uitspraken')}, ${some(of.memos, 'memo', 'memo’s')}.`,
    findings: 'Dit ging anders dan in het bestand stond:',
    nothingLost: 'Alles kwam mee zoals het in het bestand stond.',
    open: 'Open de duiding',
    refused: 'Dit bestand is niet ingelezen. Er is niets bewaard.',
  },
  en: {
    takeTitle: 'Take it along',
    takeIntro: 'Words for which consent ended are in no file. Whoever coded is a number.',
    reportRule: 'A report holds only quotes to which the speaker said yes.',
    purpose: 'What do you take this along for?',
    purposeHint: 'It goes into the record. The people whose words go along can read it.',
    purposeMissing: 'Choose what you take it along for.',
    format: 'What kind of file?',
    formats: formatsEn,
    take: 'Make the file',
    taken: 'The file is with your downloads.',
    bringTitle: 'Bring a project in',
    bringIntro: 'Begin an analysis with a file of another program. Themes, selections and memos come along.',
    back: 'All analyses',
    file: 'Which file?',
    fileHint: 'A project (.qdpx) or codebook (.qdc), 20 MB at most.',
    fileMissing: 'Choose a file.',
    fileLarge:
      'This file is larger than 20 MB. The administrator can bring it in with the program on the server.',
    name: 'What do you call it?',
    nameHint: 'Empty: the name in the file.',
    ground: 'Why may these words be here?',
    groundHint:
      'Your answer goes into the record. Does somebody withdraw consent? Then take the text away yourself.',
    groundMissing: 'Choose why these words may be here.',
    grounds: groundsEn,
    bring: 'Bring it in',
    done: (title: string) => `“${title}” was brought in`,
    amounts: (of: { documents: number; codes: number; quotes: number; memos: number }) =>
      `${some(of.documents, 'text', 'texts')}, ${some(of.codes, 'theme', 'themes')}, ${some(of.quotes, 'quote', 'quotes')}, ${some(of.memos, 'memo', 'memos')}.`,
    findings: 'This went otherwise than it stood in the file:',
    nothingLost: 'Everything came along as it stood in the file.',
    open: 'Open the analysis',
    refused: 'This file was not read. Nothing was kept.',
  },
})
