import type { Purpose } from '@weerklank/core/consent/consent'
import type { EchoAnswer } from '@weerklank/core/feedback/agreement'
import type { RuptureKind, RuptureMarker, RuptureOutcome } from '@weerklank/core/feedback/rupture'
import type { SignalOutcome } from '@weerklank/core/feedback/signal'
import type { NoteKind, Setting, Voice } from '@weerklank/core/relation/relation'
import type { AddressForm, Language } from '@weerklank/core/shared/language'
import type { When } from './calendar.ts'
import type { MemberKey } from './people.ts'

/** What happened in one invented collaboration. Told in the order in which it happened; the replay does the rest. */
export type Story = {
  /** Names the relation, and decides its identifiers. */
  key: string
  title: string
  setting: Setting
  purpose: string
  checkEveryDays: number
  starts: When
  /** Who makes the relation and does what is done in it. */
  by: MemberKey
  /** Everyone else who takes part. */
  people: readonly StoryPerson[]
  happened: readonly Happening[]
}

export type StoryPerson =
  | {
      key: string
      name: string
      voice: Voice
      detail?: string
      /** As is usual for the voice, unless said otherwise. */
      address?: AddressForm
      /** Dutch unless said otherwise. */
      language?: Language
    }
  | { member: MemberKey; voice: Voice }

/** The answers to the questions, in their order; null was left empty. One number, of the contact check: four answers round it. */
export type Marks = number | readonly (number | null)[]

/** Someone was asked how it was; without marks no answer came. */
export type Check = {
  who: string
  marks: Marks | null
  /** What was asked: the contact check, unless said otherwise. */
  instrument: string | null
  open: string
  /** What was said of earlier agreements, by their key. */
  echo: Readonly<Record<string, EchoAnswer>>
  /** So many hours after the question; when it is not told, chance decides. */
  hours: number | null
  /** So many hours the answer waited on a phone without reception. */
  waited: number
  /** Half a mutual picture: what the professional said of the same, and what she had thought of the other's answer. */
  picture: { by: MemberKey; marks: Marks; guess: Marks; open: string } | null
}

export type Happening = { at: When } & (
  | { kind: 'note'; note: NoteKind; text: string; toldBy: string }
  | { kind: 'contact'; place: string; summary: string; isRepair: boolean; checks: readonly Check[] }
  | { kind: 'planned'; place: string; isRepair: boolean }
  /** What is open about someone is closed. */
  | { kind: 'talk'; about: string; outcome: SignalOutcome; note: string }
  | {
      kind: 'agreement'
      key: string
      text: string
      people: readonly string[]
      askBack: boolean
      /** Whose open signals it closes as agreed. */
      settles: string | null
    }
  /** How old a child or youth is, and who of the story are her parents. */
  | { kind: 'family'; child: string; age: number; parents: readonly string[] }
  /** What someone chose about a purpose, for herself or as a parent; with whom else it is decided. */
  | { kind: 'chosen'; about: string; by: string; purpose: Purpose; isYes: boolean; with: readonly string[] }
  /** Strain with somebody, in the file as who makes the relation saw it. */
  | { kind: 'strain'; with: string; rupture: RuptureKind; markers: readonly RuptureMarker[]; text: string }
  /** How the talk about what is strained with her came out, and what she said in it. */
  | { kind: 'mended'; with: string; outcome: RuptureOutcome; heard: string }
  | { kind: 'agreement-ended'; key: string }
  | { kind: 'closed' }
)

type More = Partial<Omit<Check, 'who' | 'marks'>>

export function said(who: string, marks: Marks, more: More = {}): Check {
  return { who, marks, ...nothingSaid, ...more }
}

export function silent(who: string): Check {
  return { who, marks: null, ...nothingSaid }
}

const nothingSaid = { instrument: null, open: '', echo: {}, hours: null, waited: 0, picture: null }

type Met = { summary?: string; checks?: readonly Check[] }

export function met(at: When, place: string, { summary = '', checks = [] }: Met = {}): Happening {
  return { at, kind: 'contact', place, summary, isRepair: false, checks }
}

export function repaired(at: When, place: string, { summary = '', checks = [] }: Met): Happening {
  return { at, kind: 'contact', place, summary, isRepair: true, checks }
}

export function planned(at: When, place: string): Happening {
  return { at, kind: 'planned', place, isRepair: false }
}

export function noted(at: When, note: NoteKind, of: { text: string; toldBy: string }): Happening {
  return { at, kind: 'note', note, ...of }
}

export function talked(at: When, about: string, of: { outcome: SignalOutcome; note: string }): Happening {
  return { at, kind: 'talk', about, ...of }
}

type Agreed = { text: string; people: readonly string[]; askBack?: boolean; settles?: string }

export function agreed(at: When, key: string, of: Agreed): Happening {
  const { text, people, askBack = true, settles = null } = of
  return { at, kind: 'agreement', key, text, people, askBack, settles }
}

type Strain = { rupture: RuptureKind; markers: readonly RuptureMarker[]; text: string }

export function strained(at: When, who: string, of: Strain): Happening {
  return { at, kind: 'strain', with: who, ...of }
}

export function mended(at: When, who: string, of: { outcome: RuptureOutcome; heard: string }): Happening {
  return { at, kind: 'mended', with: who, ...of }
}

export function family(at: When, child: string, of: { age: number; parents: readonly string[] }): Happening {
  return { at, kind: 'family', child, ...of }
}

type Chosen = { purpose: Purpose; isYes: boolean; by?: string; with?: readonly string[] }

export function chose(at: When, about: string, of: Chosen): Happening {
  const { by = about, with: others = [], ...rest } = of
  return { at, kind: 'chosen', about, by, with: others, ...rest }
}
