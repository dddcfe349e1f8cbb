import { assertNever } from '../shared/assert-never.ts'
import type { Bilingual, Language } from '../shared/language.ts'
import type { Spoken } from '../shared/spoken.schema.ts'
import { fill, type Listener, say } from '../shared/spoken.ts'
import { dayMonth, type Instant, localDay } from '../shared/time.ts'
import type { Purpose } from './consent.ts'
import { purposeRule, type WithdrawalPlan } from './purpose.ts'
import { purposeWord } from './purpose.words.ts'

type Counted = { one: Bilingual; many: Bilingual }

const answers: Counted = { one: { nl: 'antwoord', en: 'answer' }, many: { nl: 'antwoorden', en: 'answers' } }
const recordings: Counted = {
  one: { nl: 'opname', en: 'recording' },
  many: { nl: 'opnames', en: 'recordings' },
}
const fragments: Counted = {
  one: { nl: 'stuk tekst', en: 'piece of text' },
  many: { nl: 'stukken tekst', en: 'pieces of text' },
}
const quotes: Counted = { one: { nl: 'uitspraak', en: 'quote' }, many: { nl: 'uitspraken', en: 'quotes' } }

const connections: Counted = {
  one: { nl: 'verbinding op een kaart', en: 'connection on a map' },
  many: { nl: 'verbindingen op een kaart', en: 'connections on a map' },
}

const written: Counted = {
  one: { nl: 'stuk', en: 'piece' },
  many: { nl: 'stukken', en: 'pieces' },
}

const pieces: Record<Purpose, Counted> = {
  'care-talk': answers,
  research: answers,
  'recording-analysis': recordings,
  'recording-training': recordings,
  analysis: fragments,
  'quotes-team': quotes,
  'quotes-publish': quotes,
  'network-map': connections,
  'anonymous-survey': answers,
  'parents-read': answers,
}

const stopped: Spoken = {
  nl: { u: 'U bent gestopt met: {purpose}.', je: 'Je bent gestopt met: {purpose}.' },
  en: 'You have stopped: {purpose}.',
}

const texts = {
  goesOn: {
    nl: 'De hulp, de cursus en de gesprekken gaan gewoon door.',
    en: 'The help, the course and the talks simply go on.',
  },
  nothingKept: {
    nl: 'Er was nog niets bewaard. Er is dus niets gewist.',
    en: 'Nothing was kept yet. So nothing was deleted.',
  },
  deleted: { nl: 'We hebben {count} gewist.', en: 'We have deleted {count}.' },
  unshared: {
    nl: 'Van het leertraject leest niemand anders meer mee: {count}. Het blijft van wie het schreef.',
    en: 'Nobody else reads along with the learning trajectory any more: {count}. It stays with who wrote it.',
  },
  nothingShared: { nl: 'Er was nog niets gedeeld.', en: 'Nothing was shared yet.' },
  detachedOne: {
    nl: '{count} wordt niet meer gedeeld. Bij het eigen antwoord blijft die staan.',
    en: '{count} is no longer shared. It stays with the answer it came from.',
  },
  detachedMany: {
    nl: '{count} worden niet meer gedeeld. Bij de eigen antwoorden blijven ze staan.',
    en: '{count} are no longer shared. They stay with the answers they came from.',
  },
  noMoreChecks: {
    nl: 'We vragen niet meer hoe het gesprek was.',
    en: 'We no longer ask how the talk went.',
  },
  inCareRecord: {
    nl: 'In het zorgdossier staat nog: {count}.',
    en: 'Still in the care record: {count}.',
  },
  noMoreReading: {
    nl: 'Ouders lezen vanaf nu niet meer mee.',
    en: 'From now on parents no longer read along.',
  },
  withoutNames: {
    nl: 'Bij deze antwoorden staat geen naam. We kunnen ze daarom niet terugvinden.',
    en: 'These answers carry no name. So we cannot find them again.',
  },
  leftHeading: {
    nl: 'Dit kunnen we niet meer terughalen:',
    en: 'This we cannot take back any more:',
  },
  published: { nl: '“{title}”, gepubliceerd op {day}.', en: '“{title}”, published on {day}.' },
  export: {
    nl: '“{title}”, als bestand meegegeven op {day}. Bij het bestand staat nu dat deze gegevens eruit moeten.',
    en: '“{title}”, given away as a file on {day}. The file is now marked: these data must be taken out.',
  },
} as const satisfies Record<string, Bilingual>

/** For whom a receipt is written; the zone decides on which day something left. */
export type ReceiptReader = Listener & { timeZone: string }

/**
 * What a withdrawal did, line by line, to be printed and kept: what was stopped, what was deleted or taken away, what could
 * not be taken back and since when, and that everything else goes on.
 */
export function receiptLines(plan: WithdrawalPlan, reader: ReceiptReader): string[] {
  const { language } = reader
  const purpose = lowerFirst(purposeWord(plan.purpose, language))
  return [
    say(stopped, reader, { purpose }),
    ...whatWasDone(plan, language),
    ...leftLines(plan, reader),
    texts.goesOn[language],
  ]
}

function whatWasDone(plan: WithdrawalPlan, language: Language): string[] {
  const { onWithdrawal } = purposeRule(plan.purpose)
  switch (onWithdrawal) {
    case 'delete':
      return whatWasDeleted(plan, language)
    case 'detach': {
      if (plan.detaches === 0) return [texts.nothingShared[language]]
      const text = plan.detaches === 1 ? texts.detachedOne : texts.detachedMany
      return [fill(text[language], { count: counted(plan, plan.detaches, language) })]
    }
    case 'stop':
      return whatStopped(plan, language)
    case 'none':
      return [texts.withoutNames[language]]
    default:
      return assertNever(onWithdrawal)
  }
}

/** What rested on consent alone is gone; what she wrote for herself is out of the sight of others. */
function whatWasDeleted(plan: WithdrawalPlan, language: Language): string[] {
  if (plan.deletes + plan.detaches === 0) return [texts.nothingKept[language]]
  const deleted = fill(texts.deleted[language], { count: counted(plan, plan.deletes, language) })
  const piece = written[plan.detaches === 1 ? 'one' : 'many'][language]
  const unshared = fill(texts.unshared[language], { count: `${plan.detaches} ${piece}` })
  return [...(plan.deletes === 0 ? [] : [deleted]), ...(plan.detaches === 0 ? [] : [unshared])]
}

function whatStopped(plan: WithdrawalPlan, language: Language): string[] {
  if (plan.purpose === 'parents-read') return [texts.noMoreReading[language]]
  const count = counted(plan, plan.stays, language)
  const stays = plan.stays === 0 ? [] : [fill(texts.inCareRecord[language], { count })]
  return [texts.noMoreChecks[language], ...stays]
}

/** What had left before it was withdrawn or deleted, by title and day; nothing when nothing had. */
export function leftLines(
  { cannotUndo }: Pick<WithdrawalPlan, 'cannotUndo'>,
  { language, timeZone }: ReceiptReader,
): string[] {
  if (cannotUndo.length === 0) return []
  const lines = cannotUndo.map(({ kind, title, at }) =>
    fill(texts[kind][language], { title, day: dayWithYear(at, language, timeZone) }),
  )
  return [texts.leftHeading[language], ...lines]
}

function counted({ purpose }: WithdrawalPlan, count: number, language: Language): string {
  return `${count} ${pieces[purpose][count === 1 ? 'one' : 'many'][language]}`
}

function dayWithYear(at: Instant, language: Language, timeZone: string): string {
  return `${dayMonth(at, language, timeZone)} ${localDay(at, timeZone).slice(0, 4)}`
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
