import type { Bilingual, Language } from '../shared/language.ts'
import type { QdaFinding, QdaFindingCode, QdaRefusal } from './qda.finding.ts'

const refusalWords: Record<QdaRefusal, Bilingual> = {
  'not-zip': {
    nl: 'Dit is geen bestand van een analyseprogramma (.qdpx of .qdc).',
    en: 'This is no file of an analysis program (.qdpx or .qdc).',
  },
  'broken-zip': {
    nl: 'Het bestand is beschadigd of niet heel. Maak het opnieuw.',
    en: 'The file is damaged or not whole. Make it again.',
  },
  'encrypted-zip': {
    nl: 'Het bestand zit op slot met een wachtwoord. Bewaar het zonder.',
    en: 'The file is locked with a password. Save it without one.',
  },
  'too-many-files': {
    nl: 'Er zitten meer dan 10.000 bestanden in. Deel het project op.',
    en: 'It holds more than 10,000 files. Divide the project.',
  },
  'too-large': {
    nl: 'Het bestand is te groot. Deel het project op, of laat beeld en geluid weg.',
    en: 'The file is too large. Divide the project, or leave pictures and sound out.',
  },
  bomb: {
    nl: 'Het bestand pakt uit tot veel meer dan het zegt. Daarom lezen we het niet.',
    en: 'The file unpacks to far more than it says. So it is not read.',
  },
  'no-project': {
    nl: 'Er zit geen project in (een bestand dat op .qde eindigt).',
    en: 'There is no project in it (a file that ends in .qde).',
  },
  'two-projects': {
    nl: 'Er zit meer dan één project in. Bewaar elk project apart.',
    en: 'There is more than one project in it. Save each project apart.',
  },
  encoding: {
    nl: 'De letters in het projectbestand zijn niet te lezen. Bewaar het als UTF-8.',
    en: 'The letters in the project file cannot be read. Save it as UTF-8.',
  },
  'not-xml': {
    nl: 'Het projectbestand is geen goede XML. Maak het opnieuw.',
    en: 'The project file is no proper XML. Make it again.',
  },
  'document-type': {
    nl: 'Het projectbestand bevat een DOCTYPE. Dat lezen we om veiligheid niet.',
    en: 'The project file holds a DOCTYPE. For safety that is not read.',
  },
  'too-deep': {
    nl: 'In het projectbestand zit te veel in elkaar: meer dan 200 lagen.',
    en: 'The project file is nested too deep: more than 200 levels.',
  },
  'too-many-elements': {
    nl: 'Het projectbestand is te groot. Deel het project op.',
    en: 'The project file is too large. Divide the project.',
  },
  'other-root': {
    nl: 'Dit is iets anders dan een project of codeboek.',
    en: 'This is something else than a project or codebook.',
  },
  'no-texts': {
    nl: 'Er zijn geen teksten en geen thema’s in om mee te werken.',
    en: 'There are no texts and no themes in it to work with.',
  },
  'too-much': {
    nl: 'Dit is meer dan één duiding kan bevatten: 2.000 documenten, 1.000 thema’s. Deel het op.',
    en: 'This is more than one analysis holds: 2,000 documents, 1,000 themes. Divide it.',
  },
}

/** Why a file was not read, in one or two sentences. */
export function refusalText(refusal: QdaRefusal, language: Language): string {
  return refusalWords[refusal][language]
}

const findingWords: Record<QdaFindingCode, Bilingual> = {
  'picture-source': { nl: 'Plaatjes niet ingelezen', en: 'Pictures left out' },
  'media-source': {
    nl: 'Geluid of film zonder tekst niet ingelezen',
    en: 'Sound or film without text left out',
  },
  'media-selection': {
    nl: 'Stukken geluid of film niet ingelezen',
    en: 'Stretches of sound or film left out',
  },
  'pdf-source': { nl: 'PDF zonder tekst niet ingelezen', en: 'PDF without text left out' },
  'pdf-selection': { nl: 'Plekken op een PDF-pagina niet ingelezen', en: 'Places on a PDF page left out' },
  graph: { nl: 'Schema’s niet ingelezen', en: 'Graphs left out' },
  'unknown-element': { nl: 'Onbekend onderdeel niet ingelezen', en: 'Unknown part left out' },
  'rich-text-only': {
    nl: 'Tekst zonder platte versie niet ingelezen',
    en: 'Text without a plain version left out',
  },
  'source-missing': { nl: 'Tekst zit niet in het bestand', en: 'Text is not in the file' },
  'source-outside': {
    nl: 'Tekst staat buiten het bestand; daar kijken we niet',
    en: 'Text lies outside of the file; that is not looked at',
  },
  'source-too-large': { nl: 'Tekst is te groot', en: 'Text is too large' },
  'position-odd': { nl: 'Plek van een selectie is geen getal', en: 'Place of a selection is no number' },
  'value-odd': { nl: 'Waarde zonder goede variabele', en: 'Value without a proper variable' },
  'unknown-reference': {
    nl: 'Verwijzing naar iets dat er niet is',
    en: 'Reference to something that is not there',
  },
  'rich-text': { nl: 'Opmaak van een tekst niet ingelezen', en: 'Layout of a text left out' },
  'unknown-code': {
    nl: 'Thema zonder naam bewaard onder zijn nummer',
    en: 'Theme without a name kept under its number',
  },
  'unknown-user': { nl: 'Onbekend wie dit maakte', en: 'Not known who made this' },
  'selection-empty': {
    nl: 'Selectie zonder woorden bewaard als memo',
    en: 'Selection without words kept as a memo',
  },
  'selection-beyond': {
    nl: 'Selectie liep voorbij de tekst en is ingekort',
    en: 'Selection ran beyond the text and was shortened',
  },
  'selection-reversed': {
    nl: 'Begin en eind van een selectie omgedraaid',
    en: 'Start and end of a selection turned round',
  },
  'encoding-guessed': {
    nl: 'Letters waren geen UTF-8: controleer de tekst',
    en: 'Letters were no UTF-8: check the text',
  },
  'text-unfit': { nl: 'Onleesbare tekens vervangen', en: 'Unreadable signs replaced' },
  'text-twice': {
    nl: 'Tekst stond er twee keer in; de eerste genomen',
    en: 'Text was in it twice; the first was taken',
  },
  'guid-odd': { nl: 'Nummer met een vreemde vorm', en: 'Number of an odd shape' },
  'guid-twice': { nl: 'Hetzelfde nummer twee keer', en: 'The same number twice' },
  'date-odd': { nl: 'Datum onleesbaar', en: 'Date unreadable' },
  'colour-odd': { nl: 'Kleur onleesbaar', en: 'Colour unreadable' },
  'name-missing': { nl: 'Iets zonder naam', en: 'Something without a name' },
  'space-odd': { nl: 'Andere schrijfwijze van de standaard', en: 'Another spelling of the standard' },
  'coding-of-source': {
    nl: 'Thema op een heel document staat nu op elk stuk',
    en: 'Theme on a whole document now lies on each part',
  },
  'coding-split': {
    nl: 'Uitspraak over meer stukken is geknipt',
    en: 'Quote over several parts was cut',
  },
  'coding-empty': {
    nl: 'Selectie zonder thema bewaard als memo',
    en: 'Selection without a theme kept as a memo',
  },
  'code-not-codable': {
    nl: 'Kop in het codeboek is nu een gewoon thema',
    en: 'Heading in the codebook is now a theme like others',
  },
  'code-cut': {
    nl: 'Lange uitleg ingekort; het geheel staat in een memo',
    en: 'Long description shortened; the whole is in a memo',
  },
  'user-pseudonym': {
    nl: 'Mensen die codeerden: dat staat nu op jouw naam',
    en: 'People who coded: that is now in your name',
  },
  'case-as-speaker': {
    nl: 'Gegevens van een spreker bewaard als memo',
    en: 'Facts about a speaker kept as a memo',
  },
  'case-as-memo': { nl: 'Casus bewaard als memo', en: 'Case kept as a memo' },
  'set-as-memo': { nl: 'Verzameling bewaard als memo', en: 'Set kept as a memo' },
  'variable-as-memo': { nl: 'Kenmerken bewaard als memo', en: 'Variables kept as a memo' },
  'link-as-memo': { nl: 'Verbinding bewaard als memo', en: 'Link kept as a memo' },
}

/** What became of something, how often, and of what: `Plaatjes niet ingelezen: 2 (foto, kaart)`. */
export function findingText({ code, count, names }: QdaFinding, language: Language): string {
  const of = names.length === 0 ? '' : ` (${names.join(', ')}${names.length < count ? ', …' : ''})`
  return `${findingWords[code][language]}: ${count}${of}`
}

/** Words round what has no place here and became a memo. */
export function leftWords(language: Language) {
  const nl = language === 'nl'
  return {
    left: nl ? 'Uit het bestand' : 'From the file',
    values: nl ? 'Kenmerken' : 'Variables',
    selection: nl ? 'Selectie zonder thema' : 'Selection without a theme',
    empty: (codes: string) => (nl ? `Zonder woorden: ${codes}` : `Without words: ${codes}`),
    emptyAt: (place: number, around: string) =>
      nl ? `Op plek ${place}, bij “${around}”` : `At place ${place}, near “${around}”`,
    case: (name: string) => `${nl ? 'Casus' : 'Case'}: ${name}`,
    set: (name: string) => `${nl ? 'Verzameling' : 'Set'}: ${name}`,
    link: (name: string) => `${nl ? 'Verbinding' : 'Link'}: ${name}`,
  }
}
