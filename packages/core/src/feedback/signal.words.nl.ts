import { nameInSentence } from '../shared/name-words.ts'
import { countWord, plainNumber } from '../shared/number-words.ts'
import { sentenceStart } from '../shared/sentence-start.ts'
import { challengeWord } from './own-challenge.ts'
import {
  fullMark,
  hasFallen,
  labelInSentence,
  mark,
  type SignalSentences,
  type SignalSubject,
  scoreBeside,
  type TwoVoices,
} from './signal.sentences.ts'

const noVerdict = 'geen norm, geen oordeel en geen voorspelling'
const stays = 'Dit blijft staan tot iemand het afsluit.'
const ours = `Die grens koos Weerklank zelf: ${noVerdict}. ${stays}`

const rule = `De rekenregel koos Weerklank zelf: ${noVerdict}. ${stays}`

const whatChanged = 'Zullen we vragen wat er anders was?'
const whatHelps = 'Zullen we vragen wat zou helpen?'

function twoAnswers({ own, other, by, item }: TwoVoices, about: Omit<SignalSubject, 'language'>): string {
  const { name, when, itemLabel, nameOf } = about
  const first = `${name} gaf ${when} ${mark(own, 'nl')} op ‘${labelInSentence(itemLabel(item))}’.`
  return `${first} ${sentenceStart(nameOf(by))} gaf ${mark(other, 'nl')}.`
}

function apart({ own, other, atLeast }: TwoVoices): string {
  const points = plainNumber(Math.abs(own - other), 'nl', 1)
  return `Je ziet dit omdat de antwoorden ${points} uit elkaar liggen. Dat is ${plainNumber(atLeast, 'nl')} of meer.`
}

/** Dutch, for colleagues (je). */
export const signalSentencesNl: SignalSentences = {
  'low-item': (finding, { name, when, itemLabel }) => {
    const value = mark(finding.value, 'nl')
    const item = labelInSentence(itemLabel(finding.item))
    const before = finding.previous === null ? '' : ` De vorige keer was dat ${mark(finding.previous, 'nl')}.`
    return {
      observation: `${name} gaf ${when} ${value} op ‘${item}’.${before}`,
      invitation: hasFallen(finding) ? whatChanged : whatHelps,
      why: `Je ziet dit omdat een antwoord onder ${plainNumber(finding.below, 'nl')} lag: ${value}. ${ours}`,
    }
  },
  drop: (finding, { name, when }) => {
    const [score, previous] = [mark(finding.score, 'nl'), mark(finding.previous, 'nl')]
    const points = finding.atLeast === 1 ? '1 punt' : `${plainNumber(finding.atLeast, 'nl')} punten`
    return {
      observation: `${name} gaf ${when} gemiddeld ${score}. De vorige keer was dat ${previous}.`,
      invitation: whatChanged,
      why: `Je ziet dit omdat het gemiddelde minstens ${points} zakte: van ${previous} naar ${score}. ${ours}`,
    }
  },
  'below-cutoff': (finding, { name, when }) => {
    const score = scoreBeside(finding.score, finding.cutoff, 'nl')
    return {
      observation: `${name} gaf ${when} gemiddeld ${score}.`,
      invitation: whatHelps,
      why: `Je ziet dit omdat het gemiddelde onder ${plainNumber(finding.cutoff, 'nl')} lag: ${score}. ${ours}`,
    }
  },
  ceiling: (finding, { name }) => {
    const [run, full] = [countWord(finding.run, 'nl'), fullMark(finding.from, 'nl')]
    return {
      observation: `Al ${run} keer op rij vulde ${nameInSentence(name, 'nl')} overal een ${full} in.`,
      invitation: `Een volle ${full} is ook een vraag: wat mag er nog beter?`,
      why: `Je ziet dit omdat elk antwoord ${run} keer op rij ${plainNumber(finding.from, 'nl')} of hoger was. ${ours}`,
    }
  },
  'no-check': ({ unanswered, windowDays }, { name, sinceWords }) => {
    const person = nameInSentence(name, 'nl')
    const window = windowDays === 1 ? 'elke dag' : `elke ${windowDays} dagen`
    return {
      observation:
        unanswered === 0
          ? `Sinds ${sinceWords} is ${person} niet gevraagd hoe het was.`
          : unanswered === 1
            ? `Op de laatste vraag aan ${person} kwam nog geen antwoord.`
            : `Op ${countWord(unanswered, 'nl')} vragen aan ${person} kwam geen antwoord.`,
      invitation:
        unanswered === 0 ? 'Zullen we weer eens vragen hoe het gaat?' : 'Past deze manier van vragen nog?',
      why: `Je ziet dit omdat er sinds ${sinceWords} geen antwoord kwam. Jullie kozen zelf voor ${window}: ${noVerdict}. ${stays}`,
    }
  },
  'mutual-difference': (finding, about) => ({
    observation: twoAnswers(finding, about),
    invitation: 'Zullen we vertellen wat ieder zag?',
    why: `${apart(finding)} ${ours}`,
  }),
  'voices-differ': (finding, about) => ({
    observation: twoAnswers(finding, about),
    invitation: 'Zullen we vragen hoe ieder het beleefde?',
    why: `${apart(finding)} Beide kunnen kloppen. ${ours}`,
  }),
  'own-limits': (finding, { name, when }) => {
    const { kind, side, run, baseline } = finding
    const way = side === 'above' ? 'boven' : 'onder'
    const limit = side === 'above' ? finding.upper : finding.lower
    const [edge, score] = [scoreBeside(limit, finding.score, 'nl'), scoreBeside(finding.score, limit, 'nl')]
    const row = `${countWord(run, 'nl')} keer op rij`
    const start = `Dat volgt uit de eerste ${countWord(baseline, 'nl')} keer${finding.provisional ? ', en is nog voorlopig' : ''}.`
    return {
      observation:
        kind === 'run'
          ? `${name} gaf ${row} gemiddeld ${way} ${mark(finding.centre, 'nl')}.`
          : `${name} gaf ${when} gemiddeld ${score}. Dat is anders dan anders.`,
      invitation: side === 'above' ? 'Zullen we vragen wat er nu beter gaat?' : whatChanged,
      why:
        kind === 'run'
          ? `Je ziet dit omdat het ${row} ${way} het eigen midden lag. ${start} ${rule}`
          : `Je ziet dit omdat ${score} ${way} de eigen grens van ${edge} ligt. ${start} ${rule}`,
    }
  },
  'no-change': ({ checks, score, within }, { name }) => ({
    observation: `Bij ${nameInSentence(name, 'nl')} bleef het ${countWord(checks, 'nl')} keer ongeveer ${mark(score, 'nl')}.`,
    invitation: 'Zullen we samen naar de doelen kijken?',
    why: `Je ziet dit omdat het minder dan ${plainNumber(within, 'nl')} veranderde. Nog niet elk doel is gehaald. ${ours}`,
  }),
  'rupture-open': ({ days }, { name, sinceWords }) => ({
    observation: `Met ${nameInSentence(name, 'nl')} schuurt het sinds ${sinceWords}. Dat staat nog open.`,
    invitation: 'Zullen we een moment kiezen om het te herstellen?',
    why: `Je ziet dit omdat het langer dan ${days} dagen open staat. ${ours}`,
  }),
  'own-challenge': ({ challenge }, { when }) => ({
    // Nobody else reads this, and what one keeps to oneself goes after a time: so no name, and no promise that it stays.
    observation: `Je herkende ${when}: ‘${challengeWord(challenge, 'nl')}’.`,
    invitation: 'Met wie wil je hierover praten?',
    why: `Je ziet dit omdat je dit zelf aangaf. Dat is ${noVerdict}. Alleen jij ziet het.`,
  }),
}
