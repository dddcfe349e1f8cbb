import { expect, it } from 'vitest'
import { longSentences } from '../../../../scripts/text-rules.ts'
import { addressForms, languages } from '../shared/language.ts'
import { submissionProblems } from './submission.ts'
import { problemText } from './submission.words.ts'

it('says what to do, to u and je and in English', () => {
  const listeners = [
    { language: 'nl', address: 'u' },
    { language: 'nl', address: 'je' },
    { language: 'en', address: 'je' },
  ] as const
  const table = submissionProblems.flatMap((problem) =>
    [...new Set(listeners.map((listener) => problemText(problem, listener)))].map(
      (text) => `${problem}: ${text}`,
    ),
  )
  expect(table.join('\n')).toMatchInlineSnapshot(`
    "unknown-field: Hier zit iets bij dat we niet kennen. Open de link nog een keer.
    unknown-field: There is something in this that we do not know. Please open the link again.
    repeated-field: Deze vraag kwam twee keer binnen. Kies één antwoord.
    repeated-field: This question came in twice. Please choose one answer.
    wrong-key: Dit formulier hoort niet bij deze link. Open de link nog een keer.
    wrong-key: This form does not belong to this link. Please open the link again.
    not-a-number: Dit kunnen we niet lezen. Kies een plek op de lijn.
    not-a-number: We cannot read this. Please choose a place on the line.
    out-of-range: Dit ligt naast de lijn. Kies een plek op de lijn.
    out-of-range: This lies beside the line. Please choose a place on the line.
    too-fine: Zo precies kan het niet. Kies een plek op de lijn.
    too-fine: This is more exact than we can keep. Please choose a place on the line.
    unknown-choice: Dit antwoord kennen we niet. Kies een van de antwoorden.
    unknown-choice: We do not know this answer. Please choose one of the answers.
    too-long: Uw tekst is te lang. Schrijf hoogstens 2000 tekens.
    too-long: Je tekst is te lang. Schrijf hoogstens 2000 tekens.
    too-long: Your text is too long. Please write at most 2000 characters.
    unreadable: Een teken in uw tekst kunnen we niet bewaren. Haal het weg, of typ opnieuw.
    unreadable: Een teken in je tekst kunnen we niet bewaren. Haal het weg, of typ opnieuw.
    unreadable: We cannot keep one character in your text. Please take it out, or type again.
    no-drawing: Deze tekening kunnen we niet bewaren. Wis de tekening, en begin opnieuw.
    no-drawing: We cannot keep this drawing. Please wipe it, and draw again.
    nothing-answered: U hebt nog niets ingevuld. Beantwoord één vraag, of schrijf iets op.
    nothing-answered: Je hebt nog niets ingevuld. Beantwoord één vraag, of schrijf iets op.
    nothing-answered: Nothing is filled in yet. Please answer one question, or write something."
  `)
})

it('leaves no place open and keeps its sentences short', () => {
  const texts = submissionProblems.flatMap((problem) =>
    languages.flatMap((language) =>
      addressForms.map((address) => problemText(problem, { language, address })),
    ),
  )
  expect(texts.filter((text) => /[{}]/.test(text))).toEqual([])
  expect(texts.flatMap(longSentences)).toEqual([])
})
