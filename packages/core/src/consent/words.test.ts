import { expect, it } from 'vitest'
import { longSentences } from '../../../../scripts/text-rules.ts'
import { languages } from '../shared/language.ts'
import { consentMethods, consentStates, deciderRoles, purposes } from './consent.ts'
import { purposeRule, withdrawalPlan } from './purpose.ts'
import {
  afterNoText,
  consentMethodWord,
  consentStateWord,
  deciderRoleWord,
  purposeWord,
} from './purpose.words.ts'
import { receiptLines } from './receipt.words.ts'

const report = { title: 'Monitor 2026', at: '2026-03-01T23:30:00.000Z' }
const file = { title: 'Bestand {day}', at: '2025-02-01T10:00:00.000Z' }
const readers = [
  { language: 'nl', address: 'u' },
  { language: 'nl', address: 'je' },
  { language: 'en', address: 'u' },
] as const

const timeZone = 'Europe/Amsterdam'
const dutch = { language: 'nl', address: 'u', timeZone } as const
const nothing = { contentCount: 0, published: [], exports: [] }

it('a receipt says what was stopped, what was done, what could not be undone, and what goes on', () => {
  const plan = withdrawalPlan('research', { contentCount: 3, published: [report], exports: [file] })
  expect(receiptLines(plan, dutch).join('\n')).toMatchInlineSnapshot(`
    "U bent gestopt met: onderzoek.
    We hebben 3 antwoorden gewist.
    Dit kunnen we niet meer terughalen:
    “Bestand {day}”, als bestand meegegeven op 1 februari 2025. Bij het bestand staat nu dat deze gegevens eruit moeten.
    “Monitor 2026”, gepubliceerd op 2 maart 2026.
    De hulp, de cursus en de gesprekken gaan gewoon door."
  `)
  expect(receiptLines(plan, { language: 'en', address: 'u', timeZone }).join('\n')).toMatchInlineSnapshot(`
    "You have stopped: research.
    We have deleted 3 answers.
    This we cannot take back any more:
    “Bestand {day}”, given away as a file on 1 February 2025. The file is now marked: these data must be taken out.
    “Monitor 2026”, published on 2 March 2026.
    The help, the course and the talks simply go on."
  `)
})

it('a receipt fits the purpose and the number', () => {
  const rows = purposes.flatMap((purpose) =>
    [0, 1, 2].map((contentCount) => {
      const lines = receiptLines(withdrawalPlan(purpose, { ...nothing, contentCount }), dutch)
      return `${purpose} ${contentCount}: ${lines.slice(1, -1).join(' ')}`
    }),
  )
  expect(rows.join('\n')).toMatchInlineSnapshot(`
    "care-talk 0: We vragen niet meer hoe het gesprek was.
    care-talk 1: We vragen niet meer hoe het gesprek was. In het zorgdossier staat nog: 1 antwoord.
    care-talk 2: We vragen niet meer hoe het gesprek was. In het zorgdossier staat nog: 2 antwoorden.
    research 0: Er was nog niets bewaard. Er is dus niets gewist.
    research 1: We hebben 1 antwoord gewist.
    research 2: We hebben 2 antwoorden gewist.
    recording-analysis 0: Er was nog niets bewaard. Er is dus niets gewist.
    recording-analysis 1: We hebben 1 opname gewist.
    recording-analysis 2: We hebben 2 opnames gewist.
    recording-training 0: Er was nog niets bewaard. Er is dus niets gewist.
    recording-training 1: We hebben 1 opname gewist.
    recording-training 2: We hebben 2 opnames gewist.
    analysis 0: Er was nog niets bewaard. Er is dus niets gewist.
    analysis 1: We hebben 1 stuk tekst gewist.
    analysis 2: We hebben 2 stukken tekst gewist.
    quotes-team 0: Er was nog niets gedeeld.
    quotes-team 1: 1 uitspraak wordt niet meer gedeeld. Bij het eigen antwoord blijft die staan.
    quotes-team 2: 2 uitspraken worden niet meer gedeeld. Bij de eigen antwoorden blijven ze staan.
    quotes-publish 0: Er was nog niets gedeeld.
    quotes-publish 1: 1 uitspraak wordt niet meer gedeeld. Bij het eigen antwoord blijft die staan.
    quotes-publish 2: 2 uitspraken worden niet meer gedeeld. Bij de eigen antwoorden blijven ze staan.
    network-map 0: Er was nog niets bewaard. Er is dus niets gewist.
    network-map 1: We hebben 1 verbinding op een kaart gewist.
    network-map 2: We hebben 2 verbindingen op een kaart gewist.
    anonymous-survey 0: Bij deze antwoorden staat geen naam. We kunnen ze daarom niet terugvinden.
    anonymous-survey 1: Bij deze antwoorden staat geen naam. We kunnen ze daarom niet terugvinden.
    anonymous-survey 2: Bij deze antwoorden staat geen naam. We kunnen ze daarom niet terugvinden.
    parents-read 0: Ouders lezen vanaf nu niet meer mee.
    parents-read 1: Ouders lezen vanaf nu niet meer mee.
    parents-read 2: Ouders lezen vanaf nu niet meer mee."
  `)
})

it('speaks to the reader', () => {
  const plan = withdrawalPlan('quotes-team', nothing)
  expect(readers.map((reader) => receiptLines(plan, { ...reader, timeZone })[0])).toMatchInlineSnapshot(`
    [
      "U bent gestopt met: uitspraken delen met het team.",
      "Je bent gestopt met: uitspraken delen met het team.",
      "You have stopped: sharing quotes with the team.",
    ]
  `)
})

it('leaves no place open and keeps its sentences short, apart from titles', () => {
  const facts = { contentCount: 2, published: [report], exports: [{ ...file, title: 'Bestand' }] }
  const lines = purposes.flatMap((purpose) =>
    readers.flatMap((reader) => receiptLines(withdrawalPlan(purpose, facts), { ...reader, timeZone })),
  )
  const words = languages.flatMap((language) => [
    ...purposes.flatMap((purpose) => [
      purposeWord(purpose, language),
      afterNoText(purposeRule(purpose).afterNo, language),
    ]),
    ...consentStates.map((state) => consentStateWord(state, language)),
    ...consentMethods.map((method) => consentMethodWord(method, language)),
    ...deciderRoles.map((role) => deciderRoleWord(role, language)),
  ])
  const all = [...lines, ...words]
  expect(all.filter((text) => /[{}]/.test(text) || text.trim() === '')).toEqual([])
  expect(all.flatMap(longSentences)).toEqual([])
})
