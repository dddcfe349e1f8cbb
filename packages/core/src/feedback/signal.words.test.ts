import { describe, expect, it } from 'vitest'
import { forbiddenWords, longSentences } from '../../../../scripts/text-rules.ts'
import type { Language } from '../shared/language.ts'
import { echoAnswers } from './agreement.ts'
import { ownChallenges } from './own-challenge.ts'
import { labelInSentence, type SignalSubject } from './signal.sentences.ts'
import { type SignalFinding, signalOutcomes, signalPriority } from './signal.ts'
import {
  actionWord,
  agreementStateWord,
  describeSignal,
  echoWord,
  outcomeWord,
  ruleName,
} from './signal.words.ts'

const lina: SignalSubject = {
  language: 'nl',
  name: 'Lina',
  when: 'dinsdag',
  itemLabel: (id) => (id === 'what' ? 'Er iets aan hebben' : id),
  sinceWords: '3 september',
  nameOf: (id) => (id === 'vader' ? 'meneer De Wit' : 'Noor'),
}
const linaEn: SignalSubject = {
  ...lina,
  language: 'en',
  when: 'on Tuesday',
  itemLabel: (id) => (id === 'what' ? 'Getting something out of it' : id),
  sinceWords: '3 September',
}

const low: SignalFinding = { rule: 'low-item', item: 'what', value: 5.4, previous: 7.9, below: 6 }
const drop: SignalFinding = { rule: 'drop', score: 6.1, previous: 7.6, atLeast: 1 }
const cutoff: SignalFinding = { rule: 'below-cutoff', score: 6.1, cutoff: 6.5 }
const ceiling: SignalFinding = { rule: 'ceiling', run: 4, from: 9.9 }
const silence: SignalFinding = {
  rule: 'no-check',
  since: '2026-09-03T09:00:00.000Z',
  unanswered: 2,
  windowDays: 14,
}

const mutual: SignalFinding = {
  rule: 'mutual-difference',
  item: 'what',
  own: 4.1,
  other: 8.3,
  by: 'noor',
  otherAt: '2026-09-03T09:00:00.000Z',
  atLeast: 2,
}
const voices: SignalFinding = {
  rule: 'voices-differ',
  item: 'what',
  own: 4,
  other: 9,
  by: 'vader',
  otherAt: '2026-09-03T09:00:00.000Z',
  atLeast: 3,
}
const limits = { centre: 7.1, lower: 6.2, upper: 8, run: 1, baseline: 8, provisional: true } as const
const outside: SignalFinding = { rule: 'own-limits', kind: 'outside', side: 'below', score: 5.4, ...limits }
const row: SignalFinding = {
  ...{ rule: 'own-limits', kind: 'run', side: 'above', score: 7.6, ...limits },
  ...{ run: 8, provisional: false },
}
const level: SignalFinding = { rule: 'no-change', checks: 3, from: 6.2, score: 6.4, within: 1 }
const strain: SignalFinding = {
  rule: 'rupture-open',
  rupture: 'r1',
  since: '2026-09-03T09:00:00.000Z',
  days: 14,
}
const challenges = ownChallenges.map((challenge): SignalFinding => ({ rule: 'own-challenge', challenge }))
const later = [
  mutual,
  voices,
  outside,
  { ...outside, side: 'above', score: 9.3 } as const,
  row,
  level,
  strain,
]

/** The three texts under each other. */
function told(finding: SignalFinding, about: Partial<SignalSubject> = {}): string {
  const { observation, invitation, why } = describeSignal(finding, { ...lina, ...about })
  return [observation, invitation, why].join('\n')
}

describe('describeSignal in Dutch', () => {
  it('a low item', () => {
    expect(told(low)).toMatchInlineSnapshot(`
      "Lina gaf dinsdag 5,4 op ‘er iets aan hebben’. De vorige keer was dat 7,9.
      Zullen we vragen wat er anders was?
      Je ziet dit omdat een antwoord onder 6 lag: 5,4. Die grens koos Weerklank zelf: geen norm, geen oordeel en geen voorspelling. Dit blijft staan tot iemand het afsluit."
    `)
    expect(told({ ...low, previous: null }, { when: 'op 3 november' })).toMatchInlineSnapshot(`
      "Lina gaf op 3 november 5,4 op ‘er iets aan hebben’.
      Zullen we vragen wat zou helpen?
      Je ziet dit omdat een antwoord onder 6 lag: 5,4. Die grens koos Weerklank zelf: geen norm, geen oordeel en geen voorspelling. Dit blijft staan tot iemand het afsluit."
    `)
    expect(told({ ...low, previous: 5.4 })).toMatchInlineSnapshot(`
      "Lina gaf dinsdag 5,4 op ‘er iets aan hebben’. De vorige keer was dat 5,4.
      Zullen we vragen wat zou helpen?
      Je ziet dit omdat een antwoord onder 6 lag: 5,4. Die grens koos Weerklank zelf: geen norm, geen oordeel en geen voorspelling. Dit blijft staan tot iemand het afsluit."
    `)
  })

  it('a drop', () => {
    expect(told(drop)).toMatchInlineSnapshot(`
      "Lina gaf dinsdag gemiddeld 6,1. De vorige keer was dat 7,6.
      Zullen we vragen wat er anders was?
      Je ziet dit omdat het gemiddelde minstens 1 punt zakte: van 7,6 naar 6,1. Die grens koos Weerklank zelf: geen norm, geen oordeel en geen voorspelling. Dit blijft staan tot iemand het afsluit."
    `)
    expect(told({ ...drop, atLeast: 1.5 })).toMatchInlineSnapshot(`
      "Lina gaf dinsdag gemiddeld 6,1. De vorige keer was dat 7,6.
      Zullen we vragen wat er anders was?
      Je ziet dit omdat het gemiddelde minstens 1,5 punten zakte: van 7,6 naar 6,1. Die grens koos Weerklank zelf: geen norm, geen oordeel en geen voorspelling. Dit blijft staan tot iemand het afsluit."
    `)
  })

  it('below the cut-off', () => {
    expect(told(cutoff)).toMatchInlineSnapshot(`
      "Lina gaf dinsdag gemiddeld 6,1.
      Zullen we vragen wat zou helpen?
      Je ziet dit omdat het gemiddelde onder 6,5 lag: 6,1. Die grens koos Weerklank zelf: geen norm, geen oordeel en geen voorspelling. Dit blijft staan tot iemand het afsluit."
    `)
  })

  it('never reads as if 6,5 lay below 6,5', () => {
    expect(told({ ...cutoff, score: 6.475 })).toMatchInlineSnapshot(`
      "Lina gaf dinsdag gemiddeld 6,48.
      Zullen we vragen wat zou helpen?
      Je ziet dit omdat het gemiddelde onder 6,5 lag: 6,48. Die grens koos Weerklank zelf: geen norm, geen oordeel en geen voorspelling. Dit blijft staan tot iemand het afsluit."
    `)
  })

  it('a full ten every time', () => {
    expect(told(ceiling, { name: 'Meneer De Wit' })).toMatchInlineSnapshot(`
      "Al vier keer op rij vulde meneer De Wit overal een tien in.
      Een volle tien is ook een vraag: wat mag er nog beter?
      Je ziet dit omdat elk antwoord vier keer op rij 9,9 of hoger was. Die grens koos Weerklank zelf: geen norm, geen oordeel en geen voorspelling. Dit blijft staan tot iemand het afsluit."
    `)
    expect(told({ ...ceiling, run: 12 })).toContain('Al 12 keer op rij vulde Lina overal een tien in.')
    expect(told({ ...ceiling, from: 40 })).toContain('overal een 40 in')
  })

  it('no check', () => {
    expect(told(silence, { name: 'Yara' })).toMatchInlineSnapshot(`
      "Op twee vragen aan Yara kwam geen antwoord.
      Past deze manier van vragen nog?
      Je ziet dit omdat er sinds 3 september geen antwoord kwam. Jullie kozen zelf voor elke 14 dagen: geen norm, geen oordeel en geen voorspelling. Dit blijft staan tot iemand het afsluit."
    `)
    expect(told({ ...silence, unanswered: 1 }, { name: 'Mevrouw Aydin' })).toMatchInlineSnapshot(`
      "Op de laatste vraag aan mevrouw Aydin kwam nog geen antwoord.
      Past deze manier van vragen nog?
      Je ziet dit omdat er sinds 3 september geen antwoord kwam. Jullie kozen zelf voor elke 14 dagen: geen norm, geen oordeel en geen voorspelling. Dit blijft staan tot iemand het afsluit."
    `)
    expect(told({ ...silence, unanswered: 0, windowDays: 1 })).toMatchInlineSnapshot(`
      "Sinds 3 september is Lina niet gevraagd hoe het was.
      Zullen we weer eens vragen hoe het gaat?
      Je ziet dit omdat er sinds 3 september geen antwoord kwam. Jullie kozen zelf voor elke dag: geen norm, geen oordeel en geen voorspelling. Dit blijft staan tot iemand het afsluit."
    `)
  })
})

describe('describeSignal in English', () => {
  it('every rule', () => {
    const texts = [low, { ...low, previous: null }, drop, cutoff, ceiling, silence].map((finding) =>
      told(finding, linaEn),
    )
    expect(texts.join('\n\n')).toMatchInlineSnapshot(`
      "Lina gave 5.4 for ‘getting something out of it’ on Tuesday. Last time it was 7.9.
      Shall we ask what was different?
      You see this because an answer lay below 6: 5.4. Weerklank chose that limit itself: no norm, no verdict and no prediction. This stays until someone closes it.

      Lina gave 5.4 for ‘getting something out of it’ on Tuesday.
      Shall we ask what would help?
      You see this because an answer lay below 6: 5.4. Weerklank chose that limit itself: no norm, no verdict and no prediction. This stays until someone closes it.

      Lina gave an average of 6.1 on Tuesday. Last time it was 7.6.
      Shall we ask what was different?
      You see this because the average fell by at least 1 point: from 7.6 to 6.1. Weerklank chose that limit itself: no norm, no verdict and no prediction. This stays until someone closes it.

      Lina gave an average of 6.1 on Tuesday.
      Shall we ask what would help?
      You see this because the average lay below 6.5: 6.1. Weerklank chose that limit itself: no norm, no verdict and no prediction. This stays until someone closes it.

      Four times in a row now, Lina gave a full ten everywhere.
      A full ten is a question too: what could still be better?
      You see this because every answer was 9.9 or higher, four times in a row. Weerklank chose that limit itself: no norm, no verdict and no prediction. This stays until someone closes it.

      Two questions to Lina got no answer.
      Does this way of asking still fit?
      You see this because no answer came since 3 September. You chose every 14 days yourselves: no norm, no verdict and no prediction. This stays until someone closes it."
    `)
    expect(told({ ...silence, unanswered: 1 }, linaEn)).toMatchInlineSnapshot(`
      "The last question to Lina has no answer yet.
      Does this way of asking still fit?
      You see this because no answer came since 3 September. You chose every 14 days yourselves: no norm, no verdict and no prediction. This stays until someone closes it."
    `)
    expect(told({ ...silence, unanswered: 0, windowDays: 1 }, linaEn)).toMatchInlineSnapshot(`
      "Lina has not been asked how it was since 3 September.
      Shall we ask again how it is going?
      You see this because no answer came since 3 September. You chose every day yourselves: no norm, no verdict and no prediction. This stays until someone closes it."
    `)
  })
})

describe('describeSignal, rules about two people, a line, a rupture or oneself', () => {
  it('in Dutch', () => {
    expect([...later, ...challenges.slice(0, 1)].map((one) => told(one)).join('\n\n')).toMatchInlineSnapshot(`
      "Lina gaf dinsdag 4,1 op ‘er iets aan hebben’. Noor gaf 8,3.
      Zullen we vertellen wat ieder zag?
      Je ziet dit omdat de antwoorden 4,2 uit elkaar liggen. Dat is 2 of meer. Die grens koos Weerklank zelf: geen norm, geen oordeel en geen voorspelling. Dit blijft staan tot iemand het afsluit.

      Lina gaf dinsdag 4,0 op ‘er iets aan hebben’. Meneer De Wit gaf 9,0.
      Zullen we vragen hoe ieder het beleefde?
      Je ziet dit omdat de antwoorden 5 uit elkaar liggen. Dat is 3 of meer. Beide kunnen kloppen. Die grens koos Weerklank zelf: geen norm, geen oordeel en geen voorspelling. Dit blijft staan tot iemand het afsluit.

      Lina gaf dinsdag gemiddeld 5,4. Dat is anders dan anders.
      Zullen we vragen wat er anders was?
      Je ziet dit omdat 5,4 onder de eigen grens van 6,2 ligt. Dat volgt uit de eerste acht keer, en is nog voorlopig. De rekenregel koos Weerklank zelf: geen norm, geen oordeel en geen voorspelling. Dit blijft staan tot iemand het afsluit.

      Lina gaf dinsdag gemiddeld 9,3. Dat is anders dan anders.
      Zullen we vragen wat er nu beter gaat?
      Je ziet dit omdat 9,3 boven de eigen grens van 8,0 ligt. Dat volgt uit de eerste acht keer, en is nog voorlopig. De rekenregel koos Weerklank zelf: geen norm, geen oordeel en geen voorspelling. Dit blijft staan tot iemand het afsluit.

      Lina gaf acht keer op rij gemiddeld boven 7,1.
      Zullen we vragen wat er nu beter gaat?
      Je ziet dit omdat het acht keer op rij boven het eigen midden lag. Dat volgt uit de eerste acht keer. De rekenregel koos Weerklank zelf: geen norm, geen oordeel en geen voorspelling. Dit blijft staan tot iemand het afsluit.

      Bij Lina bleef het drie keer ongeveer 6,4.
      Zullen we samen naar de doelen kijken?
      Je ziet dit omdat het minder dan 1 veranderde. Nog niet elk doel is gehaald. Die grens koos Weerklank zelf: geen norm, geen oordeel en geen voorspelling. Dit blijft staan tot iemand het afsluit.

      Met Lina schuurt het sinds 3 september. Dat staat nog open.
      Zullen we een moment kiezen om het te herstellen?
      Je ziet dit omdat het langer dan 14 dagen open staat. Die grens koos Weerklank zelf: geen norm, geen oordeel en geen voorspelling. Dit blijft staan tot iemand het afsluit.

      Lina herkende dinsdag: ‘ik wil het goed doen en vraag niet door’.
      Met wie wil je hierover praten?
      Je ziet dit omdat iemand dit bij zichzelf herkende. Dat is geen norm, geen oordeel en geen voorspelling. Dit blijft staan tot iemand het afsluit."
    `)
  })

  it('in English', () => {
    expect(
      [...later, ...challenges.slice(0, 1)].map((one) => told(one, linaEn)).join('\n\n'),
    ).toMatchInlineSnapshot(`
      "Lina gave 4.1 for ‘getting something out of it’ on Tuesday. Noor gave 8.3.
      Shall we tell what each of us saw?
      You see this because the answers lie 4.2 apart. That is 2 or more. Weerklank chose that limit itself: no norm, no verdict and no prediction. This stays until someone closes it.

      Lina gave 4.0 for ‘getting something out of it’ on Tuesday. Meneer De Wit gave 9.0.
      Shall we ask how it was for each of them?
      You see this because the answers lie 5 apart. That is 3 or more. Both can be true. Weerklank chose that limit itself: no norm, no verdict and no prediction. This stays until someone closes it.

      Lina gave an average of 5.4 on Tuesday. That is not as usual.
      Shall we ask what was different?
      You see this because 5.4 lies below its own limit of 6.2. That follows from the first eight times, and is still provisional. Weerklank chose the rule itself: no norm, no verdict and no prediction. This stays until someone closes it.

      Lina gave an average of 9.3 on Tuesday. That is not as usual.
      Shall we ask what goes better now?
      You see this because 9.3 lies above its own limit of 8.0. That follows from the first eight times, and is still provisional. Weerklank chose the rule itself: no norm, no verdict and no prediction. This stays until someone closes it.

      Lina gave an average above 7.1 eight times in a row.
      Shall we ask what goes better now?
      You see this because it lay above its own middle eight times in a row. That follows from the first eight times. Weerklank chose the rule itself: no norm, no verdict and no prediction. This stays until someone closes it.

      For Lina it stayed around 6.4 three times.
      Shall we look at the goals together?
      You see this because it changed by less than 1. Not every goal is met yet. Weerklank chose that limit itself: no norm, no verdict and no prediction. This stays until someone closes it.

      There has been strain with Lina since 3 September. It is still open.
      Shall we choose a moment to repair it?
      You see this because it has been open for more than 14 days. Weerklank chose that limit itself: no norm, no verdict and no prediction. This stays until someone closes it.

      Lina recognised this on Tuesday: ‘I want to do it right and do not ask on’.
      Whom would you like to talk to about this?
      You see this because someone recognised it in themselves. That is no norm, no verdict and no prediction. This stays until someone closes it."
    `)
  })
})

describe('every text', () => {
  const everyFinding = [
    low,
    { ...low, previous: null },
    drop,
    { ...drop, atLeast: 1.5 },
    cutoff,
    ceiling,
    silence,
    { ...silence, unanswered: 1 },
    { ...silence, unanswered: 0, windowDays: 1 },
    ...later,
    ...challenges,
  ]
  const dutch = everyFinding.map((finding) => told(finding, { name: 'mevrouw Aydin', when: 'op 3 november' }))

  it('is plain: short sentences, no word that judges or tells the sex', () => {
    expect(dutch.flatMap((text) => [...longSentences(text), ...forbiddenWords(text)])).toEqual([])
    expect(dutch.filter((text) => /\b(hij|zij|hem|haar|zijn)\b/i.test(text))).toEqual([])
    const english = everyFinding.map((finding) => told(finding, linaEn))
    expect(english.filter((text) => /\b(he|she|him|her|his|hers|too low|risk)\b/i.test(text))).toEqual([])
  })

  it('begins with a capital, invites with a question, and says that it is no verdict and who closes it', () => {
    for (const finding of everyFinding) {
      for (const about of [{ ...lina, name: 'van Dijk' }, linaEn]) {
        const { observation, invitation, why } = describeSignal(finding, about)
        expect(observation).toMatch(/^[A-Z]/)
        expect(invitation).toMatch(/\?$/)
        expect(why).toMatch(
          about.language === 'nl' ? /geen norm, geen oordeel en geen/ : /no norm, no verdict and no/,
        )
        expect(why).toMatch(
          about.language === 'nl' ? /tot iemand het afsluit\.$/ : /until someone closes it\.$/,
        )
      }
    }
  })
})

describe('labelInSentence', () => {
  const rows = [
    ['Er iets aan hebben', 'er iets aan hebben'],
    ['Één stap', 'één stap'],
    ['MDO van de week', 'MDO van de week'],
    ['al klein', 'al klein'],
    ['', ''],
  ] as const
  it.each(rows)('%s → %s', (label, expected) => {
    expect(labelInSentence(label)).toBe(expected)
  })
})

describe('the words beside a signal and an agreement', () => {
  const states = ['to-ask', 'asked', 'changed', 'ended', 'kept'] as const
  const words = (language: Language) => [
    ...signalPriority.map((rule) => `${rule}: ${ruleName(rule, language)} · ${actionWord(rule, language)}`),
    ...signalOutcomes.map((outcome) => `${outcome}: ${outcomeWord(outcome, language)}`),
    ...echoAnswers.map((answer) => `${answer}: ${echoWord(answer, language)}`),
    ...states.map((state) => `${state}: ${agreementStateWord(state, language)}`),
  ]

  it('in Dutch', () => {
    expect(words('nl').join('\n')).toMatchInlineSnapshot(`
      "low-item: Eén antwoord viel op · Open het gesprek
      drop: Lager dan de vorige keer · Open het gesprek
      mutual-difference: Jullie beelden verschillen · Open het gesprek
      voices-differ: De stemmen verschillen · Open het gesprek
      rupture-open: Het schuurt nog · Open het gesprek
      own-challenge: Iets van jezelf · Bekijk een vraag hiervoor
      below-cutoff: Een gesprek waard · Open het gesprek
      own-limits: Anders dan anders · Open het gesprek
      no-change: Een tijd hetzelfde · Open het gesprek
      ceiling: Steeds het hoogste · Bekijk een vraag hiervoor
      no-check: Al een tijd geen antwoord · Kies een andere manier
      discussed: Besproken
      agreed: Afgesproken
      not-applicable: Niet van toepassing
      not-now: Niet nu
      changed: Ja, dat is veranderd
      a-bit: Een beetje
      not-yet: Nee, nog niet
      to-ask: Volgende keer terugvragen
      asked: Nog een keer terugvragen
      changed: Het is veranderd
      ended: Afgesloten
      kept: Blijft staan"
    `)
  })

  it('in English', () => {
    expect(words('en').join('\n')).toMatchInlineSnapshot(`
      "low-item: One answer stood out · Open the talk
      drop: Lower than last time · Open the talk
      mutual-difference: Your pictures differ · Open the talk
      voices-differ: The voices differ · Open the talk
      rupture-open: Still some strain · Open the talk
      own-challenge: Something of your own · See a question for this
      below-cutoff: Worth a talk · Open the talk
      own-limits: Not as usual · Open the talk
      no-change: The same for a while · Open the talk
      ceiling: The highest every time · See a question for this
      no-check: No answer for a while · Choose another way
      discussed: Talked about
      agreed: Agreed
      not-applicable: Not applicable
      not-now: Not now
      changed: Yes, that has changed
      a-bit: A bit
      not-yet: No, not yet
      to-ask: Asked back next time
      asked: Asked back once more
      changed: It has changed
      ended: Ended
      kept: Stays in place"
    `)
  })
})
