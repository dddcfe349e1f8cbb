import { describe, expect, it } from 'vitest'
import { forbiddenWords, longSentences } from '../../../../scripts/text-rules.ts'
import type { Language } from '../shared/language.ts'
import { echoAnswers } from './agreement.ts'
import { describeSignal } from './signal.description.ts'
import { challenges, later, lina, linaEn } from './signal.factory.ts'
import { labelInSentence, type SignalSubject } from './signal.sentences.ts'
import { type SignalFinding, signalOutcomes, signalPriority } from './signal.ts'
import { actionWord, agreementStateWord, echoWord, outcomeWord, ruleName } from './signal.words.ts'

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
        // What one keeps to oneself is removed after a time: it does not say that it stays.
        const isOwn = finding.rule === 'own-challenge'
        const end = about.language === 'nl' ? /tot iemand het afsluit\.$/ : /until someone closes it\.$/
        if (isOwn) expect(why).toMatch(/Alleen jij ziet het\.$|Only you see it\.$/)
        else expect(why).toMatch(end)
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
      no-check: Al een tijd geen antwoord · Kies hoe je vraagt
      discussed: Besproken
      agreed: Afgesproken
      not-applicable: Niet van toepassing
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
      no-check: No answer for a while · Choose how to ask
      discussed: Talked about
      agreed: Agreed
      not-applicable: Not applicable
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
