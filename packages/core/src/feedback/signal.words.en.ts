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

const noVerdict = 'no norm, no verdict and no prediction'
const stays = 'This stays until someone closes it.'
const ours = `Weerklank chose that limit itself: ${noVerdict}. ${stays}`

const rule = `Weerklank chose the rule itself: ${noVerdict}. ${stays}`

const whatChanged = 'Shall we ask what was different?'
const whatHelps = 'Shall we ask what would help?'

function twoAnswers({ own, other, by, item }: TwoVoices, about: Omit<SignalSubject, 'language'>): string {
  const { name, when, itemLabel, nameOf } = about
  const first = `${name} gave ${mark(own, 'en')} for ‘${labelInSentence(itemLabel(item))}’ ${when}.`
  return `${first} ${sentenceStart(nameOf(by))} gave ${mark(other, 'en')}.`
}

function apart({ own, other, atLeast }: TwoVoices): string {
  const points = plainNumber(Math.abs(own - other), 'en', 1)
  return `You see this because the answers lie ${points} apart. That is ${plainNumber(atLeast, 'en')} or more.`
}

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
  'mutual-difference': (finding, about) => ({
    observation: twoAnswers(finding, about),
    invitation: 'Shall we tell what each of us saw?',
    why: `${apart(finding)} ${ours}`,
  }),
  'voices-differ': (finding, about) => ({
    observation: twoAnswers(finding, about),
    invitation: 'Shall we ask how it was for each of them?',
    why: `${apart(finding)} Both can be true. ${ours}`,
  }),
  'own-limits': (finding, { name, when }) => {
    const { kind, side, run, baseline } = finding
    const limit = side === 'above' ? finding.upper : finding.lower
    const [edge, score] = [scoreBeside(limit, finding.score, 'en'), scoreBeside(finding.score, limit, 'en')]
    const row = `${countWord(run, 'en')} times in a row`
    const start = `That follows from the first ${countWord(baseline, 'en')} times${finding.provisional ? ', and is still provisional' : ''}.`
    return {
      observation:
        kind === 'run'
          ? `${name} gave an average ${side} ${mark(finding.centre, 'en')} ${row}.`
          : `${name} gave an average of ${score} ${when}. That is not as usual.`,
      invitation: side === 'above' ? 'Shall we ask what goes better now?' : whatChanged,
      why:
        kind === 'run'
          ? `You see this because it lay ${side} its own middle ${row}. ${start} ${rule}`
          : `You see this because ${score} lies ${side} its own limit of ${edge}. ${start} ${rule}`,
    }
  },
  'no-change': ({ checks, score, within }, { name }) => ({
    observation: `For ${name} it stayed around ${mark(score, 'en')} ${countWord(checks, 'en')} times.`,
    invitation: 'Shall we look at the goals together?',
    why: `You see this because it changed by less than ${plainNumber(within, 'en')}. Not every goal is met yet. ${ours}`,
  }),
  'rupture-open': ({ days }, { name, sinceWords }) => ({
    observation: `There has been strain with ${name} since ${sinceWords}. It is still open.`,
    invitation: 'Shall we choose a moment to repair it?',
    why: `You see this because it has been open for more than ${days} days. ${ours}`,
  }),
  'own-challenge': ({ challenge }, { when }) => ({
    observation: `You recognised this ${when}: ‘${challengeWord(challenge, 'en')}’.`,
    invitation: 'Whom would you like to talk to about this?',
    why: `You see this because you noted it yourself. That is ${noVerdict}. Only you see it.`,
  }),
}
