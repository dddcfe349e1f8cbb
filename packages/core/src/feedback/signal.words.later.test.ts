import { expect, it } from 'vitest'
import { describeSignal } from './signal.description.ts'
import { challenges, later, lina, linaEn } from './signal.factory.ts'

const told = (about: typeof lina) =>
  [...later, ...challenges.slice(0, 1)]
    .map((finding) => Object.values(describeSignal(finding, about)).join('\n'))
    .join('\n\n')

it('rules about two people, a line, a rupture or oneself, in Dutch', () => {
  expect(told(lina)).toMatchInlineSnapshot(`
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

    Je herkende dinsdag: ‘ik wil het goed doen en vraag niet door’.
    Met wie wil je hierover praten?
    Je ziet dit omdat je dit zelf aangaf. Dat is geen norm, geen oordeel en geen voorspelling. Alleen jij ziet het."
  `)
})

it('rules about two people, a line, a rupture or oneself, in English', () => {
  expect(told(linaEn)).toMatchInlineSnapshot(`
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

    You recognised this on Tuesday: ‘I want to do it right and do not ask on’.
    Whom would you like to talk to about this?
    You see this because you noted it yourself. That is no norm, no verdict and no prediction. Only you see it."
  `)
})
