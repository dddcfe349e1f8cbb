import type { Language } from '@weerklank/core/shared/language'
import type { Listener } from '@weerklank/core/shared/spoken'

export type PaperWords = {
  may: string
  how: string
  seen: (names: string) => string
  day: string
  dayLines: string
  /** Ways to answer, below a question. */
  one: string
  many: string
  number: (range: string) => string
  amount: (units: string) => string
  date: string
  moment: string
  time: string
  write: string
  other: string
  scale: (low: string, high: string) => string
  lines: string
  again: string
  /** Only these, when this holds; and where to go on. */
  onlyOne: (number: string) => string
  onlyMany: (from: string, to: string) => string
  all: string
  any: string
  fits: string
  goTo: (number: string) => string
  goToEnd: string
  question: (number: string) => string
  earlier: string
  holds: {
    filled: string
    empty: string
    not: (text: string) => string
    more: (text: string) => string
    less: (text: string) => string
    atLeast: (text: string) => string
    atMost: (text: string) => string
    later: (text: string) => string
    sooner: (text: string) => string
    from: (text: string) => string
    until: (text: string) => string
  }
  ready: string
  page: (page: number, of: number) => string
}

const holds: PaperWords['holds'] = {
  filled: 'ingevuld',
  empty: 'niet ingevuld',
  not: (text) => `niet “${text}”`,
  more: (text) => `meer dan ${text}`,
  less: (text) => `minder dan ${text}`,
  atLeast: (text) => `${text} of meer`,
  atMost: (text) => `${text} of minder`,
  later: (text) => `later dan ${text}`,
  sooner: (text) => `eerder dan ${text}`,
  from: (text) => `vanaf ${text}`,
  until: (text) => `tot en met ${text}`,
}

const dutch = (u: 'u' | 'je') => {
  const your = u === 'u' ? 'uw' : 'je'
  const nl: PaperWords = {
    may: `Antwoorden mag, het hoeft niet. ${u === 'u' ? 'U' : 'Je'} mag ook een vraag overslaan.`,
    how: `Kies met een kruisje in het rondje. Schrijf ${your} antwoord op de lijnen.`,
    seen: (names) => `Dit lezen: ${names}. Zij typen ${your} antwoorden over en bewaren ze.`,
    day: u === 'u' ? 'Op welke dag vult u dit in?' : 'Op welke dag vul je dit in?',
    dayLines: 'Schrijf hier de dag.',
    one: 'Kies er één.',
    many: `${u === 'u' ? 'U' : 'Je'} mag er meer kiezen.`,
    number: (range) => (range === '' ? 'Schrijf een getal.' : `Schrijf een getal. ${range}`),
    amount: (units) => `Schrijf een getal met erbij: ${units}.`,
    date: 'Schrijf de dag, de maand en het jaar.',
    moment: 'Schrijf de dag, de maand, het jaar en hoe laat.',
    time: 'Schrijf hoe laat.',
    write: `Schrijf ${your} antwoord.`,
    other: 'Iets anders, namelijk:',
    scale: (low, high) => `Links betekent: ${low}. Rechts betekent: ${high}.`,
    lines: 'Lege regels om op te schrijven',
    again: 'Is er nog een? Schrijf het op een extra blad.',
    onlyOne: (number) => `Vraag ${number}: alleen als dit klopt.`,
    onlyMany: (from, to) => `Vraag ${from} tot en met ${to}: alleen als dit klopt.`,
    all: 'Alles hieronder moet kloppen.',
    any: 'Eén ding hieronder is genoeg.',
    fits: `Het past bij ${u === 'u' ? 'u' : 'jou'}.`,
    goTo: (number) => `Klopt het niet? Ga naar vraag ${number}.`,
    goToEnd: 'Klopt het niet? Ga naar het einde.',
    question: (number) => `Vraag ${number}`,
    earlier: 'Eerder',
    holds,
    ready: u === 'u' ? 'Dit was het. Dank u wel.' : 'Dit was het. Dank je wel.',
    page: (page, of) => `Bladzijde ${page} van ${of}`,
  }
  return nl
}

const english: PaperWords = {
  may: 'You may answer. You need not. You may pass over a question too.',
  how: 'Choose with a cross in the circle. Write your answer on the lines.',
  seen: (names) => `These people read it: ${names}. They type your answers and keep them.`,
  day: 'On which day do you fill this in?',
  dayLines: 'Write the day here.',
  one: 'Choose one.',
  many: 'You may choose more than one.',
  number: (range) => (range === '' ? 'Write a number.' : `Write a number. ${range}`),
  amount: (units) => `Write a number with: ${units}.`,
  date: 'Write the day, the month and the year.',
  moment: 'Write the day, the month, the year and the time.',
  time: 'Write the time.',
  write: 'Write your answer.',
  other: 'Something else:',
  scale: (low, high) => `Left means: ${low}. Right means: ${high}.`,
  lines: 'Empty lines to write on',
  again: 'Is there another one? Write it on an extra sheet.',
  onlyOne: (number) => `Question ${number}: only if this is so.`,
  onlyMany: (from, to) => `Questions ${from} to ${to}: only if this is so.`,
  all: 'All of this has to be so.',
  any: 'One of these is enough.',
  fits: 'It fits you.',
  goTo: (number) => `Is it not so? Go to question ${number}.`,
  goToEnd: 'Is it not so? Go to the end.',
  question: (number) => `Question ${number}`,
  earlier: 'Before',
  holds: {
    filled: 'filled in',
    empty: 'not filled in',
    not: (text) => `not “${text}”`,
    more: (text) => `more than ${text}`,
    less: (text) => `less than ${text}`,
    atLeast: (text) => `${text} or more`,
    atMost: (text) => `${text} or less`,
    later: (text) => `later than ${text}`,
    sooner: (text) => `earlier than ${text}`,
    from: (text) => `from ${text}`,
    until: (text) => `up to ${text}`,
  },
  ready: 'That was all. Thank you.',
  page: (page, of) => `Page ${page} of ${of}`,
}

const words = { u: dutch('u'), je: dutch('je') }

/** What stands on a form on paper, around the questions, for whoever fills it in. */
export function paperWordsFor({ language, address }: Listener & { language: Language }): PaperWords {
  return language === 'en' ? english : words[address]
}
