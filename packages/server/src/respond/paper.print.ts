import type { Instrument, ScaleItem } from '@weerklank/core/feedback/instrument'
import type { CheckForm } from '@weerklank/core/feedback/submission'
import type { AddressForm, Language } from '@weerklank/core/shared/language'
import { say } from '@weerklank/core/shared/spoken'
import { type Block, choiceSign, type Paper } from '../reports/paper.ts'

type Words = {
  title: string
  may: string
  how: string
  day: string
  write: string
  low: string
  high: string
  mark: string
  lines: string
  agreed: (text: string) => string
  changed: string
  answers: string
  seen: (names: string) => string
  page: (page: number, of: number) => string
}

const words: Record<'nl-u' | 'nl-je' | 'en', Words> = {
  'nl-u': {
    title: 'Een korte vraag voor u',
    may: 'Antwoorden mag, het hoeft niet. U mag ook een vraag overslaan.',
    how: 'Zet bij elke vraag een rondje om één getal of woord.',
    day: 'Op welke dag vult u dit in?',
    write: 'Schrijf hier de dag.',
    low: 'Links betekent',
    high: 'Rechts betekent',
    mark: 'Uw antwoord',
    lines: 'Lege regels om op te schrijven',
    agreed: (text) => `Eerder spraken we af: ${text}`,
    changed: 'Is dat veranderd?',
    answers: 'ja     een beetje     nog niet',
    seen: (names) => `Dit lezen: ${names}. Zij typen uw antwoord over en bewaren het.`,
    page: (page, of) => `Bladzijde ${page} van ${of}`,
  },
  'nl-je': {
    title: 'Een korte vraag voor jou',
    may: 'Antwoorden mag, het hoeft niet. Je mag ook een vraag overslaan.',
    how: 'Zet bij elke vraag een rondje om één getal of woord.',
    day: 'Op welke dag vul je dit in?',
    write: 'Schrijf hier de dag.',
    low: 'Links betekent',
    high: 'Rechts betekent',
    mark: 'Jouw antwoord',
    lines: 'Lege regels om op te schrijven',
    agreed: (text) => `Eerder spraken we af: ${text}`,
    changed: 'Is dat veranderd?',
    answers: 'ja     een beetje     nog niet',
    seen: (names) => `Dit lezen: ${names}. Zij typen je antwoord over en bewaren het.`,
    page: (page, of) => `Bladzijde ${page} van ${of}`,
  },
  en: {
    title: 'A short question for you',
    may: 'You may answer. You need not. You may pass over a question too.',
    how: 'Put a circle round one number or word at each question.',
    day: 'On which day do you fill this in?',
    write: 'Write the day here.',
    low: 'Left means',
    high: 'Right means',
    mark: 'Your answer',
    lines: 'Empty lines to write on',
    agreed: (text) => `Earlier we agreed: ${text}`,
    changed: 'Did that change?',
    answers: 'yes     a bit     not yet',
    seen: (names) => `These people read it: ${names}. They type your answer and keep it.`,
    page: (page, of) => `Page ${page} of ${of}`,
  },
}

type Printed = {
  form: CheckForm
  listener: { language: Language; address: AddressForm }
  /** What a question speaks of: names, and her own words. */
  values: Readonly<Record<string, string>>
  seenBy: readonly string[]
  workspace: string
  now: string
}

/** A check to fill in with a pen. Whose it is does not stand on it: a paper is lost more easily than a phone. */
export function paperOf(of: Printed): Paper {
  const { form, listener, workspace, now } = of
  const { instrument } = form
  const said = words[listener.language === 'en' ? 'en' : (`nl-${listener.address}` as const)]
  return {
    title: said.title,
    language: listener.language,
    author: workspace,
    made: now,
    footer: (page, count) => `${workspace} · ${said.page(page, count)}`,
    blocks: [
      { kind: 'heading', level: 1, text: said.title },
      { kind: 'text', text: `${said.may} ${said.how}`, look: 'lead' },
      { kind: 'text', text: said.seen(of.seenBy.join(', ')), look: 'box' },
      { kind: 'heading', level: 2, text: said.day },
      { kind: 'lines', count: 1, alt: said.write },
      ...instrument.items.flatMap((item) => question(of, said, item)),
      ...form.agreements.flatMap(({ text }): Block[] => [
        { kind: 'heading', level: 2, text: `${said.agreed(text)} ${said.changed}` },
        { kind: 'text', text: said.answers, look: 'lead' },
      ]),
      { kind: 'heading', level: 2, text: say(instrument.open.question, listener, of.values) },
      { kind: 'lines', count: 6, alt: said.lines },
    ],
  }
}

function question({ form, listener, values }: Printed, said: Words, item: ScaleItem): Block[] {
  const { instrument } = form
  const heading: Block = { kind: 'heading', level: 2, text: say(item.question, listener, values) }
  if (instrument.options !== undefined) {
    const choices = instrument.options.map(({ label }) => `${choiceSign} ${say(label, listener, values)}`)
    return [heading, { kind: 'list', items: choices }]
  }
  const numbers = wholeNumbers(instrument)
  const low = say(item.low, listener, values)
  const high = say(item.high, listener, values)
  return [
    heading,
    {
      kind: 'table',
      caption: `${said.low}: ${low}. ${said.high}: ${high}.`,
      columns: numbers.map((number) => ({ text: number, share: 1 })),
      rowHeads: false,
      rows: [numbers.map(() => choiceSign)],
    },
  ]
}

function wholeNumbers({ scale: { min, max } }: Instrument): string[] {
  return Array.from({ length: max - min + 1 }, (_, index) => String(min + index))
}
