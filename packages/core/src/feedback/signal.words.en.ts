import { countWord, plainNumber } from '../shared/number-words.ts'
import {
  fullMark,
  hasFallen,
  labelInSentence,
  mark,
  type SignalSentences,
  scoreBeside,
} from './signal.sentences.ts'

const noVerdict = 'no norm, no verdict and no prediction'
const stays = 'This stays until someone closes it.'
const ours = `Weerklank chose that limit itself: ${noVerdict}. ${stays}`

const whatChanged = 'Shall we ask what was different?'
const whatHelps = 'Shall we ask what would help?'

/** English, for colleagues. */
export const signalSentencesEn: SignalSentences = {
  'low-item': (finding, { name, when, itemLabel }) => {
    const value = mark(finding.value, 'en')
    const item = labelInSentence(itemLabel(finding.item))
    const before = finding.previous === null ? '' : ` Last time it was ${mark(finding.previous, 'en')}.`
    return {
      observation: `${name} gave ${value} for ‘${item}’ ${when}.${before}`,
      invitation: hasFallen(finding) ? whatChanged : whatHelps,
      why: `You see this because an answer lay below ${plainNumber(finding.below, 'en')}: ${value}. ${ours}`,
    }
  },
  drop: (finding, { name, when }) => {
    const [score, previous] = [mark(finding.score, 'en'), mark(finding.previous, 'en')]
    const points = finding.atLeast === 1 ? '1 point' : `${plainNumber(finding.atLeast, 'en')} points`
    return {
      observation: `${name} gave an average of ${score} ${when}. Last time it was ${previous}.`,
      invitation: whatChanged,
      why: `You see this because the average fell by at least ${points}: from ${previous} to ${score}. ${ours}`,
    }
  },
  'below-cutoff': (finding, { name, when }) => {
    const score = scoreBeside(finding.score, finding.cutoff, 'en')
    return {
      observation: `${name} gave an average of ${score} ${when}.`,
      invitation: whatHelps,
      why: `You see this because the average lay below ${plainNumber(finding.cutoff, 'en')}: ${score}. ${ours}`,
    }
  },
  ceiling: (finding, { name }) => {
    const [run, full] = [countWord(finding.run, 'en'), fullMark(finding.from, 'en')]
    return {
      observation: `${run} times in a row now, ${name} gave a full ${full} everywhere.`,
      invitation: `A full ${full} is a question too: what could still be better?`,
      why: `You see this because every answer was ${plainNumber(finding.from, 'en')} or higher, ${run} times in a row. ${ours}`,
    }
  },
  'no-check': ({ unanswered, windowDays }, { name, sinceWords }) => {
    const window = windowDays === 1 ? 'every day' : `every ${windowDays} days`
    return {
      observation:
        unanswered === 0
          ? `${name} has not been asked how it was since ${sinceWords}.`
          : unanswered === 1
            ? `The last question to ${name} has no answer yet.`
            : `${countWord(unanswered, 'en')} questions to ${name} got no answer.`,
      invitation:
        unanswered === 0 ? 'Shall we ask again how it is going?' : 'Does this way of asking still fit?',
      why: `You see this because no answer came since ${sinceWords}. You chose ${window} yourselves: ${noVerdict}. ${stays}`,
    }
  },
}
