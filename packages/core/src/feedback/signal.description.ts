import { assertNever } from '../shared/assert-never.ts'
import type { Language } from '../shared/language.ts'
import { sentenceStart } from '../shared/sentence-start.ts'
import type { SignalSentences, SignalSubject, SignalWords } from './signal.sentences.ts'
import type { SignalFinding } from './signal.ts'
import { signalSentencesEn } from './signal.words.en.ts'
import { signalSentencesNl } from './signal.words.nl.ts'

const sentences: Record<Language, SignalSentences> = { nl: signalSentencesNl, en: signalSentencesEn }

/**
 * A signal as people read it. The observation restates what was answered, the invitation ends in a question, `why` names
 * the rule with its numbers and whose limit it is. No verdict, no prediction, and no word that tells someone's sex.
 */
export function describeSignal(finding: SignalFinding, about: SignalSubject): SignalWords {
  const words = inWords(finding, about)
  return { ...words, observation: sentenceStart(words.observation) }
}

function inWords(finding: SignalFinding, about: SignalSubject): SignalWords {
  const language = sentences[about.language]
  switch (finding.rule) {
    case 'low-item':
      return language['low-item'](finding, about)
    case 'drop':
      return language.drop(finding, about)
    case 'below-cutoff':
      return language['below-cutoff'](finding, about)
    case 'ceiling':
      return language.ceiling(finding, about)
    case 'no-check':
      return language['no-check'](finding, about)
    case 'mutual-difference':
      return language['mutual-difference'](finding, about)
    case 'voices-differ':
      return language['voices-differ'](finding, about)
    case 'own-limits':
      return language['own-limits'](finding, about)
    case 'no-change':
      return language['no-change'](finding, about)
    case 'rupture-open':
      return language['rupture-open'](finding, about)
    case 'own-challenge':
      return language['own-challenge'](finding, about)
    default:
      return assertNever(finding)
  }
}
