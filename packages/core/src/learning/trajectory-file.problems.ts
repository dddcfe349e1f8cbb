import type { Language } from '../shared/language.ts'

/** What stands in the way of a file: all of it is said at once, and nothing of the file is kept. */
export const fileProblemCodes = [
  'not-json',
  'field-twice',
  'unknown-version',
  'unknown-field',
  'missing-field',
  'unknown-value',
  'wrong-value',
  'participant-twice',
  'unknown-participant',
  'pair-size',
  'pair-with-herself',
  'in-two-pairs',
  'out-of-order',
  'no-such-day',
  'consent-contradicts',
  'stopped-contradicts',
  'answers-without-form',
  'handed-in-different',
  'not-a-pair',
  'linkable',
] as const
export type FileProblemCode = (typeof fileProblemCodes)[number]

/** What one should know of a file that was read: what was left out, and why. */
export const fileFindingCodes = [
  'no-consent',
  'consent-late',
  'withdrawn',
  'handed-in-twice',
  'functions-differ',
] as const
export type FileFindingCode = (typeof fileFindingCodes)[number]

/** `place` as it stands in the file; `told` goes into the words, in their order. */
export type FileNote<Code> = { line: number; place: string; code: Code; told: readonly string[] }
export type FileProblem = FileNote<FileProblemCode>
export type FileFinding = FileNote<FileFindingCode>

type Words = Record<FileProblemCode | FileFindingCode, (told: readonly string[]) => string>

const dutch: Words = {
  'not-json': () => 'hier is het bestand stuk. Het is geen JSON',
  'field-twice': () => 'dit veld staat er twee keer. Haal er één weg',
  'unknown-version': ([value]) => `versie ${value} kennen we niet. Dit programma leest versie 1`,
  'unknown-field': ([field]) => `het veld “${field}” kennen we niet`,
  'missing-field': () => 'dit veld ontbreekt',
  'unknown-value': ([value, choices]) => `“${value}” kennen we niet. Kies uit: ${choices}`,
  'wrong-value': ([value]) => `“${value}” kan hier niet staan`,
  'participant-twice': ([who]) => `deelnemer ${who} staat er twee keer in`,
  'unknown-participant': ([who]) => `deelnemer ${who} staat niet bij de deelnemers`,
  'pair-size': ([amount]) =>
    `een duo heeft twee of drie mensen, hier ${amount}. Er ontbreekt iemand of er staat iemand te veel`,
  'pair-with-herself': ([who]) => `deelnemer ${who} staat hier twee keer in hetzelfde duo`,
  'in-two-pairs': ([who]) => `deelnemer ${who} staat ook in een ander duo`,
  'out-of-order': ([later, earlier]) => `${later} ligt voor ${earlier}. Zet de data in volgorde`,
  'no-such-day': ([value]) => `${value} is geen dag op de kalender`,
  'consent-contradicts': ([who]) => `deelnemer ${who}: de toestemming en de datums spreken elkaar tegen`,
  'stopped-contradicts': ([who]) => `deelnemer ${who}: de status en “gestopt” spreken elkaar tegen`,
  'answers-without-form': ([who, moment]) =>
    `van deelnemer ${who} is hier iets ingevuld, maar ${moment} staat niet op “ja”`,
  'handed-in-different': ([who, ways, what]) =>
    `het formulier van deelnemer ${who} kwam twee keer binnen (${ways}) en verschilt: ${what}. Kies er één`,
  'not-a-pair': ([who]) => `deelnemers ${who} zijn samen geen duo`,
  linkable: () => 'deze vragenlijst is anoniem. “linkable” kan dus alleen false zijn',
  'no-consent': ([who]) =>
    `deelnemer ${who} gaf geen toestemming. Bewaard is dát er iets binnenkwam, niet wat`,
  'consent-late': ([who, on, moments]) =>
    `deelnemer ${who} gaf toestemming op ${on}. Wat eerder binnenkwam (${moments}) is niet bewaard`,
  withdrawn: ([who, on]) => `deelnemer ${who} trok de toestemming in op ${on}. Er is geen inhoud bewaard`,
  'handed-in-twice': ([who, ways]) =>
    `het formulier van deelnemer ${who} kwam twee keer binnen (${ways}) met dezelfde antwoorden. Het telt één keer`,
  'functions-differ': ([sum, amount]) => `de functies tellen samen ${sum}, er zijn ${amount} deelnemers`,
}

const english: Words = {
  'not-json': () => 'the file is broken here. It is not JSON',
  'field-twice': () => 'this field is there twice. Take one away',
  'unknown-version': ([value]) => `version ${value} is not known. This program reads version 1`,
  'unknown-field': ([field]) => `the field “${field}” is not known`,
  'missing-field': () => 'this field is missing',
  'unknown-value': ([value, choices]) => `“${value}” is not known. Choose from: ${choices}`,
  'wrong-value': ([value]) => `“${value}” cannot stand here`,
  'participant-twice': ([who]) => `participant ${who} is there twice`,
  'unknown-participant': ([who]) => `participant ${who} is not among the participants`,
  'pair-size': ([amount]) =>
    `a pair has two or three people, here ${amount}. Somebody is missing, or one too many`,
  'pair-with-herself': ([who]) => `participant ${who} is twice in the same pair`,
  'in-two-pairs': ([who]) => `participant ${who} is in another pair too`,
  'out-of-order': ([later, earlier]) => `${later} lies before ${earlier}. Put the dates in order`,
  'no-such-day': ([value]) => `${value} is no day of the calendar`,
  'consent-contradicts': ([who]) => `participant ${who}: the consent and its dates contradict each other`,
  'stopped-contradicts': ([who]) => `participant ${who}: the status and “gestopt” contradict each other`,
  'answers-without-form': ([who, moment]) =>
    `something of participant ${who} is filled in here, but ${moment} is not “ja”`,
  'handed-in-different': ([who, ways, what]) =>
    `the form of participant ${who} came in twice (${ways}) and differs: ${what}. Choose one`,
  'not-a-pair': ([who]) => `participants ${who} together are no pair`,
  linkable: () => 'this survey is anonymous, so “linkable” can only be false',
  'no-consent': ([who]) => `participant ${who} gave no consent. Kept is that something came in, not what`,
  'consent-late': ([who, on, moments]) =>
    `participant ${who} consented on ${on}. What came in before (${moments}) is not kept`,
  withdrawn: ([who, on]) => `participant ${who} withdrew consent on ${on}. No content is kept`,
  'handed-in-twice': ([who, ways]) =>
    `the form of participant ${who} came in twice (${ways}) with the same answers. It counts once`,
  'functions-differ': ([sum, amount]) => `the functions add up to ${sum}, there are ${amount} participants`,
}

/** A note as one line: `regel 12, participants[3].status: …`. */
export function fileNoteText(note: FileProblem | FileFinding, language: Language): string {
  const { line, place, code, told } = note
  const isDutch = language === 'nl'
  const sentence = (isDutch ? dutch : english)[code](told)
  return `${isDutch ? 'regel' : 'line'} ${line}${place === '' ? '' : `, ${place}`}: ${sentence}.`
}

/** A way into a value as people write it: `participants[3].status`. */
export function placeText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    return text === '' ? String(step) : `${text}.${String(step)}`
  }, '')
}
