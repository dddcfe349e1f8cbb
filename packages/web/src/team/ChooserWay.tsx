import { wayPicture } from '@weerklank/core/charts/way-picture'
import type { ChoosingTaken } from '@weerklank/core/shared/choosing'
import type { Language } from '@weerklank/core/shared/language'
import { adviceOf, type InstrumentRule, type Licensed } from '@weerklank/core/team/chooser'
import { useLanguage, useText } from '../language/use-text.ts'
import { ChosenAnswers } from '../ui/Choosing.tsx'
import { Section } from '../ui/Section.tsx'
import { SvgPicture } from '../ui/SvgPicture.tsx'
import { chooserText } from './chooser.text.ts'
import { chooser } from './chooser-content.ts'
import { useChooserWords } from './use-chooser-words.ts'

type Props = {
  taken: readonly ChoosingTaken[]
  rule: InstrumentRule | undefined
  licensed: Licensed
}

/** The way through the questions as a picture, and the same as a list. */
export function ChooserWay({ taken, rule, licensed }: Props) {
  const text = useText(chooserText)
  const lang = useLanguage()
  const words = useChooserWords()
  const end = rule === undefined ? null : (namesThatFit(rule, licensed, lang) ?? text.talk)
  const chosen = taken.map(words.chosen)
  const answers = chosen.map(({ answer }) => answer).join('; ')
  const picture = wayPicture({
    ...{ idPrefix: 'weg', title: text.way, lang, width: 340, end },
    description: end === null ? text.wayOpen : text.wayEnd(answers, end),
    steps: taken.map(({ question, options, taken: said }) => ({
      question: words.question(question),
      options: options.map((one) => ({ label: words.option(question, one), isTaken: one === said })),
    })),
  })
  return (
    <Section title={text.way}>
      <div className="wk-chooser-page__way">
        <SvgPicture svg={picture} />
      </div>
      {end !== null && (
        <ChosenAnswers chosen={[...chosen, { key: 'end', question: text.leadsTo, answer: end }]} />
      )}
    </Section>
  )
}

/** What it leads to in one line, as it stands beside it: what one can use now first. Undefined for a rule that says to talk. */
function namesThatFit(rule: InstrumentRule, licensed: Licensed, language: Language): string | undefined {
  if (rule.outcome.kind === 'talk') return undefined
  const { now, ask } = adviceOf(chooser, rule, licensed)
  return [...now, ...ask].map(({ name }) => name[language]).join(' · ')
}
