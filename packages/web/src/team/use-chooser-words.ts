import type { ChoosingTaken } from '@weerklank/core/shared/choosing'
import { useLanguage } from '../language/use-text.ts'
import { chooser } from './chooser-content.ts'

/** The questions and answers of the chooser in the language of the screen. */
export function useChooserWords() {
  const language = useLanguage()
  const of = (key: string) => chooser.questions.find((question) => question.key === key)
  const question = (key: string) => of(key)?.text[language] ?? key
  const option = (key: string, answer: string) =>
    of(key)?.options.find((one) => one.key === answer)?.text[language] ?? answer
  const chosen = ({ question: key, taken }: ChoosingTaken) => ({
    ...{ key, question: question(key), answer: option(key, taken) },
  })
  return { question, option, chosen }
}
