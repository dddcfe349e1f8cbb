import {
  type AddressForm,
  addressForms,
  type Language,
  type RespondLanguage,
  respondLanguages,
} from '../shared/language.ts'
import { plainWord } from '../shared/plain-word.ts'
import {
  type RelationContext,
  type RelationKind,
  relationContexts,
  relationKinds,
  type Situation,
  situations,
  type Voice,
  voices,
} from './relation.ts'
import { contextWord, kindWord, situationWord, voiceWord } from './relation.words.ts'

/** What a column can be about. */
export const importFields = [
  'relation',
  'name',
  'voice',
  'detail',
  'address',
  'language',
  'kind',
  'context',
  'situation',
  'purpose',
  'days',
] as const
export type ImportField = (typeof importFields)[number]

/** How people head their columns; read without capitals, accents, spaces and signs. */
const heads: Readonly<Record<ImportField, readonly string[]>> = {
  relation: [
    'samenwerking',
    'titel',
    'relatie',
    'groep',
    'gezin',
    'collaboration',
    'relation',
    'title',
    'group',
  ],
  name: ['naam', 'wie', 'pseudoniem', 'persoon', 'roepnaam', 'name', 'who', 'pseudonym', 'person'],
  voice: ['stem', 'rol', 'voice', 'role'],
  detail: ['toelichting', 'bijzonderheid', 'detail', 'details', 'explanation'],
  address: ['aanspreekvorm', 'aanspreken', 'ujij', 'uofje', 'jeofu', 'address', 'addressform'],
  language: ['taal', 'language'],
  kind: ['soort', 'soortsamenwerking', 'kind', 'type'],
  context: ['context', 'kring'],
  situation: ['situatie', 'situation', 'setting'],
  purpose: ['doel', 'waarvoor', 'bedoeling', 'purpose', 'goal'],
  days: ['dagen', 'elke', 'elkedagen', 'ritme', 'days', 'every', 'everydays', 'rhythm'],
}

/** What a heading is about; null when it is none that we know. */
export function fieldOfHead(head: string): ImportField | null {
  const word = plainWord(head)
  return importFields.find((field) => heads[field].includes(word)) ?? null
}

type WordOf<Value> = (value: Value, language: Language) => string

function table<Value extends string>(
  values: readonly Value[],
  wordOf: WordOf<Value>,
  more: Readonly<Record<string, Value>> = {},
): ReadonlyMap<string, Value> {
  const known = values.flatMap((value) =>
    [value, wordOf(value, 'nl'), wordOf(value, 'en')].map((word) => [plainWord(word), value] as const),
  )
  return new Map([...known, ...Object.entries(more)])
}

const bareWord = (value: string) => value.replace(/\(.*\)/, '')

const values = {
  voice: table<Voice>(voices, voiceWord, {
    patient: 'client',
    hulpvrager: 'client',
    familie: 'kin',
    mantelzorger: 'kin',
    family: 'kin',
    hulpverlener: 'professional',
    worker: 'professional',
    begeleidster: 'professional',
    manager: 'manager',
  }),
  kind: table<RelationKind>(relationKinds, kindWord, { hulpvragers: 'with-help-seekers' }),
  context: table<RelationContext>(relationContexts, contextWord),
  situation: table<Situation>(situations, (value, language) => bareWord(situationWord(value, language))),
  address: table<AddressForm>(addressForms, (value) => value, { jij: 'je', jou: 'je' }),
  language: table<RespondLanguage>(respondLanguages, (value) => value, {
    nederlands: 'nl',
    dutch: 'nl',
    engels: 'en',
    english: 'en',
    ...{ turks: 'tr', turkish: 'tr', arabisch: 'ar', arabic: 'ar' },
    ...{ oekraïens: 'uk', oekraiens: 'uk', ukrainian: 'uk', pools: 'pl', polish: 'pl' },
  }),
} as const

type Values = { [Field in keyof typeof values]: NonNullable<ReturnType<(typeof values)[Field]['get']>> }

/** What a word of a person means in a column: our own code, or its wording in Dutch or English. Null: not known. */
export function meaningOf<Field extends keyof Values>(field: Field, word: string): Values[Field] | null {
  const known: ReadonlyMap<string, string> = values[field]
  return (known.get(plainWord(word)) ?? known.get(plainWord(bareWord(word))) ?? null) as Values[Field] | null
}
