import { nameInSentence } from '../shared/name-words.ts'
import { countWord, plainNumber } from '../shared/number-words.ts'
import {
  fullMark,
  hasFallen,
  labelInSentence,
  mark,
  type SignalSentences,
  scoreBeside,
} from './signal.sentences.ts'

const noVerdict = 'geen norm, geen oordeel en geen voorspelling'
const stays = 'Dit blijft staan tot iemand het afsluit.'
const ours = `Die grens koos Weerklank zelf: ${noVerdict}. ${stays}`

const whatChanged = 'Zullen we vragen wat er anders was?'
const whatHelps = 'Zullen we vragen wat zou helpen?'

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
}
