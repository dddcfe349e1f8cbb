import { type Voice, voices } from '../relation/relation.ts'
import { readCsv } from '../shared/csv-read.ts'
import { holdsPersonalNumber } from '../shared/personal-number.ts'
import { plainWord } from '../shared/plain-word.ts'
import { readable, tidy } from '../shared/text-input.ts'
import type { Day } from '../shared/time.ts'
import { learnersAtMost } from './trajectory.ts'

/** What stands on a line, in this order; the last two may be left out. */
export const personFields = ['name', 'organisation', 'function', 'email', 'voice', 'born'] as const
export type PersonField = (typeof personFields)[number]

export const peopleProblemCodes = [
  'empty',
  'unclosed-quote',
  'too-many-lines',
  'too-many-cells',
  'name-missing',
  'email-wrong',
  'email-twice',
  'known',
  'doubled',
  'unknown-voice',
  'born-missing',
  'born-wrong',
  'too-long',
  'unreadable',
  'personal-number',
] as const
export type PeopleProblemCode = (typeof peopleProblemCodes)[number]

/** `line` as one counts them from above, from 1; `value` is what stood there, at most 60 signs, never a personal number. */
export type PeopleProblem = {
  readonly line: number
  readonly field: PersonField | null
  readonly code: PeopleProblemCode
  readonly value: string
}

/** One who takes part, as she was typed in. Without an address her link is handed over. */
export type TypedPerson = {
  readonly name: string
  readonly organisation: string
  readonly function: string
  readonly email: string
  readonly voice: Voice
  /** Known of children and youths alone: who decides about what is kept of them depends on it. */
  readonly bornOn: Day | null
}

/** Who is in the trajectory already. */
export type KnownPerson = { readonly name: string; readonly organisation: string; readonly email: string }

/** Either everybody on the lines, or what has to be mended first: nothing is half added. */
export type PeopleRead = { people: TypedPerson[] } | { problems: PeopleProblem[] }

const longest: Readonly<Record<PersonField, number>> = {
  ...{ name: 80, organisation: 120, function: 120, email: 254, voice: 60, born: 20 },
}

type Cells = Readonly<Record<PersonField, string>>
type Line = { readonly line: number; readonly cells: Cells }

/**
 * Reads pasted lines `name; organisation; function; e-mail; voice; born`, also with tabs as a spreadsheet gives them. Line
 * one may be headings. Professionals, parents, youths and experts by experience stand in one list; without a word for it
 * somebody is a professional. Born: `2009-05-01` or `1-5-2009`. Never throws.
 */
export function readPeople(text: string, known: readonly KnownPerson[], today: Day): PeopleRead {
  const { rows, unclosed } = readCsv(text)
  if (unclosed !== null) return wrongAt(unclosed, 'unclosed-quote')
  const bodies = rows.filter(({ cells }, at) => !(at === 0 && isHeading(cells[0] ?? '')))
  if (bodies.length === 0) return wrongAt(1, 'empty')
  if (bodies.length + known.length > learnersAtMost) {
    return { problems: [{ line: 1, field: null, code: 'too-many-lines', value: String(bodies.length) }] }
  }
  const lines = bodies.map(({ line, cells }) => ({ line, cells: named(cells), extra: cells[6] ?? '' }))
  const problems = [
    ...lines.flatMap((line) => problemsOf(line, today)),
    ...lines.flatMap(({ line, extra }) =>
      extra === '' ? [] : [problem({ line, field: null, code: 'too-many-cells', value: extra })],
    ),
    ...doubles(lines, known),
  ].sort((a, b) => a.line - b.line)
  return problems.length > 0 ? { problems } : { people: lines.map(({ cells }) => personOf(cells)) }
}

const wrongAt = (line: number, code: PeopleProblemCode): PeopleRead => ({
  problems: [{ line, field: null, code, value: '' }],
})

const isHeading = (cell: string) => ['naam', 'name', 'wie', 'deelnemer'].includes(plainWord(cell))

function named(cells: readonly string[]): Cells {
  const [name = '', organisation = '', work = '', email = '', voice = '', born = ''] = cells.map(tidy)
  return { name, organisation, function: work, email, voice, born }
}

/** A personal number is not even repeated. */
function problem(of: PeopleProblem): PeopleProblem {
  return { ...of, value: of.code === 'personal-number' ? '' : [...of.value].slice(0, 60).join('') }
}

function problemsOf({ line, cells }: Line, today: Day): PeopleProblem[] {
  const found = personFields.flatMap((field): PeopleProblem[] => {
    const value = cells[field]
    if (!readable(value)) return [problem({ line, field, code: 'unreadable', value: '' })]
    if ([...value].length > longest[field]) return [problem({ line, field, code: 'too-long', value })]
    // A day can look like one.
    return field !== 'born' && holdsPersonalNumber(value)
      ? [problem({ line, field, code: 'personal-number', value })]
      : []
  })
  if (cells.name === '') found.push(problem({ line, field: 'name', code: 'name-missing', value: '' }))
  if (cells.email !== '' && !isAddress(cells.email))
    found.push(problem({ line, field: 'email', code: 'email-wrong', value: cells.email }))
  const voice = voiceOf(cells.voice)
  if (voice === null) found.push(problem({ line, field: 'voice', code: 'unknown-voice', value: cells.voice }))
  const isYoung = voice === 'youth' || voice === 'child'
  if (isYoung && cells.born === '')
    found.push(problem({ line, field: 'born', code: 'born-missing', value: '' }))
  const born = bornOf(cells.born)
  const isWrong = cells.born !== '' && (born === null || born > today || born < '1900-01-01')
  if (isWrong) found.push(problem({ line, field: 'born', code: 'born-wrong', value: cells.born }))
  return found
}

/** Twice in the lines, or here already: the same address, or the same name at the same organisation. */
function doubles(lines: readonly Line[], known: readonly KnownPerson[]): PeopleProblem[] {
  const ofName = ({ name, organisation }: Pick<KnownPerson, 'name' | 'organisation'>) =>
    `${plainWord(name)} ${plainWord(organisation)}`
  const [emails, names] = [new Set<string>(), new Set<string>()]
  const [knownEmails, knownNames] = [
    new Set(known.map((one) => one.email.toLowerCase())),
    new Set(known.map(ofName)),
  ]
  return lines.flatMap(({ line, cells }): PeopleProblem[] => {
    const email = cells.email.toLowerCase()
    const name = ofName(cells)
    const isKnown = knownNames.has(name) || (email !== '' && knownEmails.has(email))
    const isTwice = names.has(name) && cells.name !== ''
    const isMailTwice = email !== '' && emails.has(email)
    emails.add(email)
    names.add(name)
    if (isKnown) return [problem({ line, field: 'name', code: 'known', value: cells.name })]
    if (isTwice) return [problem({ line, field: 'name', code: 'doubled', value: cells.name })]
    return isMailTwice ? [problem({ line, field: 'email', code: 'email-twice', value: cells.email })] : []
  })
}

/** What can be a mail address; whether it arrives, the mail tells. */
const isAddress = (text: string) => /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;.]{2,}$/.test(text)

/** How people name what somebody speaks as; read without capitals, accents, spaces and signs. */
const voiceWords: Readonly<Partial<Record<Voice, readonly string[]>>> = {
  professional: ['professional', 'beroepskracht', 'hulpverlener', 'gezinshuisouder', 'worker'],
  'expert-by-experience': ['ervaringsdeskundige', 'expertbyexperience', 'expert'],
  kin: ['ouder', 'ouders', 'parent', 'naaste', 'familie', 'verzorger', 'pleegouder', 'kin'],
  mother: ['moeder', 'mother'],
  father: ['vader', 'father'],
  youth: ['jongere', 'jeugdige', 'youth', 'youngperson'],
  child: ['kind', 'child'],
  client: ['client', 'patient'],
  partner: ['partner', 'samenwerkingspartner'],
  colleague: ['collega', 'colleague'],
  manager: ['leidinggevende', 'manager', 'teamleider'],
}

/** What a word names; a professional without one, null for a word that is not known. */
export function voiceOf(word: string): Voice | null {
  const plain = plainWord(word)
  if (plain === '') return 'professional'
  return voices.find((voice) => voiceWords[voice]?.includes(plain)) ?? null
}

/** `2009-05-01` or `1-5-2009`; null for anything that is no day. */
function bornOf(text: string): Day | null {
  const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text)
  const [, date = '', month = '', year = ''] = dutch ?? []
  const day = dutch === null ? text : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return null
  const at = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day ? null : day
}

function personOf(cells: Cells): TypedPerson {
  const { name, organisation, function: work, email } = cells
  const voice = voiceOf(cells.voice) ?? voices[0]
  return { name, organisation, function: work, email, voice, bornOn: bornOf(cells.born) }
}
