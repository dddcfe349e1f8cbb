import type { Language } from '../../shared/language.ts'
import { heading, type LegalBlock, type LegalFacts, list, paragraph } from './legal-document.ts'
import { keptOf, termWords } from './legal-words.ts'
import { privacyChildText } from './privacy-child.text.ts'

/** The privacy page for children and youths: this is what happens with your answer. */
export function privacyChild(facts: LegalFacts, language: Language): LegalBlock[] {
  const text = privacyChildText[language]
  const { organisation } = facts
  return [
    paragraph(...text.intro),
    ...(organisation === null ? [] : [paragraph(text.from(organisation.name))]),
    heading(text.goes),
    paragraph(...text.goesText),
    heading(text.wrong),
    paragraph(...text.wrongText),
    heading(text.may),
    paragraph(...text.mayText),
    heading(text.parents),
    list(...text.parentsItems),
    heading(text.others),
    list(...text.othersItems),
    heading(text.long),
    paragraph(
      text.longText(termWords(keptOf(facts, 'care-data').days, language)),
      ...(organisation === null ? [text.longElse] : []),
    ),
    heading(text.can),
    list(...text.canItems),
    heading(text.ask),
    paragraph(text.askText),
    paragraph(text.danger),
  ]
}
