import type { Instrument } from '@weerklank/core/feedback/instrument'
import { valueLabel } from '@weerklank/core/feedback/instrument.score'
import { type Voice, voiceFamily } from '@weerklank/core/relation/relation'
import { plainNumber } from '@weerklank/core/shared/number-words'
import { say } from '@weerklank/core/shared/spoken'
import { useLanguage, useText } from '../language/use-text.ts'
import { classes } from '../ui/classes.ts'
import { CheckScale } from './CheckScale.tsx'
import { checkText } from './check.text.ts'
import type { AnswerLine } from './check-answers.ts'

type Props = {
  instrument: Instrument
  lines: readonly AnswerLine[]
  voice: Voice
  /** The person's own question or goal, where the check asked it. */
  ownWords: string | undefined
}

/** The answers item by item, each on its line. A low answer or a clear fall is tinted, and said in words. */
export function CheckAnswerLines({ instrument, lines, voice, ownWords }: Props) {
  const text = useText(checkText)
  const language = useLanguage()
  const { scale, options, scoring } = instrument
  // A face is told by its word; one that has no order stands on no line.
  const isLine = scoring.method !== 'none'
  const told = (value: number) => {
    const word = options?.find((option) => option.value === value)?.label
    return word === undefined ? valueLabel(value, language) : say(word, { language, address: 'je' })
  }
  return (
    <div className={classes('wk-answers', options !== undefined && 'wk-answers--words')}>
      {isLine && (
        <div className="wk-answers__head" aria-hidden="true">
          <span>{plainNumber(scale.min, language)}</span>
          <span>{plainNumber(scale.max, language)}</span>
        </div>
      )}
      <ul>
        {lines.map(({ item, value, previous, turn, worthTalk }) => (
          <li key={item.id} className={classes('wk-answer', worthTalk && 'wk-answer--warm')}>
            <span className="wk-answer__item">{(item.ownWording && ownWords) || item.label[language]}</span>
            <span className={`wk-answer__value wk-voice-ink--${voiceFamily(voice)}`}>
              {value === null ? '–' : told(value)}
            </span>
            {isLine && <CheckScale {...{ scale, value, previous, worthTalk }} family={voiceFamily(voice)} />}
            <span className="wk-answer__turn">{turnWords({ turn, worthTalk }, { text, language })}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

type Turned = Pick<AnswerLine, 'turn' | 'worthTalk'>
type Words = { text: (typeof checkText)['nl']; language: 'nl' | 'en' }

function turnWords({ turn, worthTalk }: Turned, { text, language }: Words): string {
  switch (turn.kind) {
    case 'fell':
      return text[worthTalk ? 'muchLower' : 'lower'](valueLabel(turn.by, language))
    case 'rose':
      return text.higher(valueLabel(turn.by, language))
    default:
      return text[turn.kind]
  }
}
