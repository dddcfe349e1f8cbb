import type { Language } from '../shared/language.ts'
import { dayMonth, type Instant, localDay } from '../shared/time.ts'
import { hoursWord, type Participation } from './trajectory.hours.ts'

type Certified = {
  readonly name: string
  /** Of the learner; empty for who comes for herself. */
  readonly organisation: string
  readonly trajectory: string
  readonly workspace: { readonly name: string; readonly timeZone: string }
  readonly participation: Participation
  readonly language: Language
  readonly made: Instant
}

export type CertificateWords = {
  title: string
  who: string
  what: string
  caption: string
  heads: { event: string; day: string; hours: string }
  rows: string[][]
  total: string
  given: string
  signature: string
  meaning: string
  footer: string
}

/** What stands on a certificate of participation: who, at what, when and for how many hours. It says nothing of how well. */
export function certificateWords(of: Certified): CertificateWords {
  const { language, participation } = of
  const dayOf = (at: Instant) =>
    `${dayMonth(at, language, of.workspace.timeZone)} ${localDay(at, of.workspace.timeZone).slice(0, 4)}`
  const hours = hoursWord(participation.hours, language)
  const rows = participation.events.map(({ title, at, hours: counted }) => [
    ...[title, dayOf(at), hoursWord(counted, language)],
  ])
  const day = dayOf(of.made)
  return language === 'nl' ? dutch({ of, hours, rows, day }) : english({ of, hours, rows, day })
}

type Filled = { of: Certified; hours: string; rows: string[][]; day: string }

function dutch({ of, hours, rows, day }: Filled): CertificateWords {
  const from = of.organisation === '' ? '' : `, ${of.organisation}`
  return {
    title: 'Bewijs van deelname',
    who: `${of.name}${from}`,
    what: `nam deel aan het leertraject ‘${of.trajectory}’.`,
    caption: 'Bijeenkomsten',
    heads: { event: 'Bijeenkomst', day: 'Datum', hours: 'Uren' },
    rows,
    total: `Samen ${hours}.`,
    given: `${of.workspace.name}, ${day}`,
    signature: 'Handtekening',
    meaning: 'Dit bewijs zegt waar iemand bij was. Het zegt niets over hoe iemand het deed.',
    footer: `${of.workspace.name} · ${of.trajectory}`,
  }
}

function english({ of, hours, rows, day }: Filled): CertificateWords {
  const from = of.organisation === '' ? '' : `, ${of.organisation}`
  return {
    title: 'Certificate of participation',
    who: `${of.name}${from}`,
    what: `took part in the learning trajectory “${of.trajectory}”.`,
    caption: 'Events',
    heads: { event: 'Event', day: 'Date', hours: 'Hours' },
    rows,
    total: `Together ${hours}.`,
    given: `${of.workspace.name}, ${day}`,
    signature: 'Signature',
    meaning: 'This certificate says where somebody was. It says nothing of how well somebody did.',
    footer: `${of.workspace.name} · ${of.trajectory}`,
  }
}
