import type { Role } from '../../access/access.ts'
import type { Bilingual, Language } from '../../shared/language.ts'
import type { Instant } from '../../shared/time.ts'
import type { Purpose } from '../consent.ts'

/** The texts that the law asks for, or that people may ask to read, made from how Weerklank is set up here. */
export const legalDocuments = [
  'processing-record',
  'data-list',
  'retention',
  'impact-assessment',
  'works-council',
  'intended-use',
  'privacy-professional',
  'privacy-adult',
  'privacy-child',
] as const
export type LegalDocumentId = (typeof legalDocuments)[number]

/** A part of a document; what shows it decides how. Texts are plain: no markup stands in them. */
export type LegalBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: readonly string[] }
  /** The first cell of each row names the row. `caption` is read aloud before the table. */
  | { kind: 'table'; caption: string; head: readonly string[]; rows: readonly (readonly string[])[] }

export type LegalDocument = {
  id: LegalDocumentId
  language: Language
  title: string
  blocks: readonly LegalBlock[]
}

/** Who is responsible. A field is empty where nobody filled it in. */
export type Organisation = { name: string; controller: string; contact: string; privacyOfficer: string }

/** How long one kind of record is kept here, in days. `isKept` is false where no such records exist yet. */
export type KeptFor = {
  kind: string
  name: Bilingual
  from: Bilingual
  basis: Bilingual
  days: number
  minimumDays: number
  isChosen: boolean
  isKept: boolean
}

/** How this installation runs. Addresses of machines, never a password or a key. */
export type Installation = {
  product: string
  address: string
  database: 'embedded' | 'server'
  mailServer: string | null
  singleSignOn: { name: string; issuer: string } | null
}

/** Everything the texts are made from: nothing in them is known from elsewhere. */
export type LegalFacts = {
  at: Instant
  timeZone: string
  /** Null for the public page of an installation that several organisations share. */
  organisation: Organisation | null
  secondFactorRequired: boolean
  /** After so many minutes without use a screen is locked. */
  idleMinutes: number
  /** A group of fewer people is not shown. */
  smallestGroup: number
  retention: readonly KeptFor[]
  /** The wording that is asked with now, per purpose. */
  consentTexts: readonly { purpose: Purpose; version: number }[]
  roles: readonly { role: Role; rooms: readonly string[] }[]
  installation: Installation
}

export const heading = (text: string): LegalBlock => ({ kind: 'heading', text })
export const paragraph = (...sentences: string[]): LegalBlock => ({
  kind: 'paragraph',
  text: sentences.join(' '),
})
export const list = (...items: string[]): LegalBlock => ({ kind: 'list', items })
