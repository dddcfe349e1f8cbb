import type { Passage } from '@weerklank/core/analysis/analysis.contract'
import { codePointLength } from '@weerklank/core/analysis/code-points'
import { voiceFamily } from '@weerklank/core/relation/relation'
import { voiceWord } from '@weerklank/core/relation/relation.words'
import { memo } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { classes } from '../ui/classes.ts'
import { VoiceBadge } from '../ui/VoiceBadge.tsx'
import { CodeNumber } from './CodeNumber.tsx'
import { codeShades, codeStyle } from './code-colour.ts'
import type { CodeLook, CodeLooks } from './code-look.ts'
import { codingText } from './coding.text.ts'
import { partsOf, sameCodings, type TextPart } from './passage-parts.ts'
import type { Coding } from './workbook-cache.ts'

type Props = {
  passage: Passage
  codings: readonly Coding[]
  looks: CodeLooks
  picked: { start: number; end: number } | undefined
  caret: number | undefined
  /** The coding that is looked at, when it is here. */
  chosen: string | null
}

/** What one speaker said: her voice, her words with what they were coded as, and the codes beside them. */
export const Said = memo(function Said({ passage, codings, looks, picked, caret, chosen }: Props) {
  const parts = partsOf(passage.body, codings, { picked, caret })
  return (
    <div className="wk-said">
      <Speaker passage={passage} />
      {/* Holds the words and nothing else: places are counted from its begin. */}
      <p className="wk-said__words" data-passage={passage.id} dir="auto">
        {parts.map((part) => (
          <Part key={part.start} part={part} looks={looks} chosen={chosen} />
        ))}
        {caret === codePointLength(passage.body) && <span className="wk-caret" />}
      </p>
      {codings.length > 0 && (
        <ul className="wk-said__codes">
          {codings.map((coding) => (
            <Bracket
              key={coding.id}
              coding={coding}
              look={looks.get(coding.code)}
              isChosen={coding.id === chosen}
            />
          ))}
        </ul>
      )}
    </div>
  )
}, areSame)

function areSame(before: Props, now: Props): boolean {
  return (
    before.passage === now.passage &&
    before.picked?.start === now.picked?.start &&
    before.picked?.end === now.picked?.end &&
    before.caret === now.caret &&
    before.chosen === now.chosen &&
    sameCodings(before.codings, now.codings) &&
    now.codings.every(({ code }) => before.looks.get(code) === now.looks.get(code))
  )
}

function Speaker({ passage: { speaker, voice } }: { passage: Passage }) {
  const text = useText(codingText)
  const language = useLanguage()
  const voiceName = voice === null ? text.unknownVoice : voiceWord(voice, language)
  const name = speaker === '' ? voiceName : speaker
  return (
    <>
      {voice === null ? (
        <span className="wk-said__nobody" aria-hidden="true" />
      ) : (
        <VoiceBadge family={voiceFamily(voice)} name={name} />
      )}
      <p className="wk-said__speaker">
        <strong>{name}</strong>
        {speaker !== '' && <span className="wk-muted wk-small"> {voiceName}</span>}
      </p>
    </>
  )
}

/** As many lines as can be told apart below a word; what is more stands beside it. */
const lines = 3

function Part({ part, looks, chosen }: { part: TextPart; looks: CodeLooks; chosen: string | null }) {
  const { words, codings, ending, isPicked, hasCaret } = part
  const caret = hasCaret && <span className="wk-caret" />
  if (codings.length === 0 && !isPicked) {
    return (
      <>
        {caret}
        {words}
      </>
    )
  }
  const isChosen = codings.some(({ id }) => id === chosen)
  const numbers = ending.flatMap(({ code }) => looks.get(code)?.number ?? [])
  return (
    <>
      {caret}
      <span
        className={classes('wk-mark', isPicked && 'wk-mark--picked', isChosen && 'wk-mark--chosen')}
        data-numbers={numbers.length === 0 ? undefined : numbers.join(' ')}
        style={lineStyle(codings.slice(0, lines).map(({ code }) => looks.get(code)))}
      >
        {words}
      </span>
    </>
  )
}

function lineStyle(looks: readonly (CodeLook | undefined)[]): Record<`--${string}`, string> {
  const style: Record<`--${string}`, string> = {}
  for (const [at, look] of looks.entries()) {
    const { day, night } = codeShades(look?.colour ?? '')
    style[`--wk-day-${at + 1}`] = day
    style[`--wk-night-${at + 1}`] = night
  }
  return style
}

type BracketProps = { coding: Coding; look: CodeLook | undefined; isChosen: boolean }

function Bracket({ coding, look, isChosen }: BracketProps) {
  const text = useText(codingText)
  const name = look?.name ?? text.unknownCode
  return (
    <li>
      <button
        type="button"
        className="wk-bracket"
        data-coding={coding.id}
        aria-pressed={isChosen}
        style={codeStyle(look?.colour ?? '')}
      >
        <CodeNumber colour={look?.colour ?? ''} number={look?.number ?? null} />
        <span>{name}</span>
        {coding.sealed && <span className="wk-muted wk-small"> {text.sealed}</span>}
      </button>
    </li>
  )
}
